/* SPDX-License-Identifier: GPL-2.0 */
/* The terminal as a full screen that is redrawn, and restored afterwards. */
#ifndef SCREEN_H
#define SCREEN_H

#include "out.h"

/* Take over the terminal; from then on signals only wake screen_wait(). */
void screen_enter(struct out *out);

/* Restore the terminal. Does nothing if it was not taken over. */
void screen_leave(struct out *out);

/* Catch the signals that end a watch, with or without a screen. */
void screen_signals(void);

/* Suspend for ^Z: give the terminal to the shell, and take it back. */
void screen_stop(struct out *out);

enum wake {
	WAKE_TIME, /* @until has come */
	WAKE_SIZE, /* redraw: resized, or back in the foreground */
	WAKE_STOP, /* call screen_stop() */
	WAKE_QUIT, /* q was typed */
	WAKE_SIGNAL, /* terminate by screen_signal() */
};

unsigned long long screen_clock(void); /* ns */
enum wake screen_wait(unsigned long long until);

/* Die by the signal that woke it. */
void screen_signal(void);

#endif
