/* SPDX-License-Identifier: GPL-2.0 */
/* The terminal as a screen that is drawn again and again, and given back. */
#ifndef SCREEN_H
#define SCREEN_H

#include "out.h"

/* Take it: from then on signals only wake screen_wait(). */
void screen_enter(struct out *out);

/* Give it back as it was. Does nothing if it was not taken. */
void screen_leave(struct out *out);

/* Catch the signals that end a watch, with or without a screen. */
void screen_signals(void);

/* Give up control to the shell, as ^Z wants it, and take it again. */
void screen_stop(struct out *out);

enum wake {
	WAKE_TIME, /* it is @until */
	WAKE_SIZE, /* to be drawn again: another size, or back in front */
	WAKE_STOP, /* to be followed by screen_stop() */
	WAKE_QUIT, /* q was typed */
	WAKE_SIGNAL, /* to end by screen_signal() */
};

unsigned long long screen_clock(void); /* ns */
enum wake screen_wait(unsigned long long until);

/* End as the signal that woke it ends a process. */
void screen_signal(void);

#endif
