// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE /* ppoll() */
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "screen.h"

static volatile sig_atomic_t resized, stopped, ended;
static struct termios before;
static bool taken, keys;
static sigset_t waiting; /* blocked while waiting: none of ours */

static void on_signal(int number)
{
	if (number == SIGWINCH || number == SIGCONT)
		resized = 1;
	else if (number == SIGTSTP)
		stopped = 1;
	else
		ended = number;
}

void screen_signals(void)
{
	static const int caught[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
	struct sigaction action = { .sa_handler = on_signal }, old;
	sigset_t blocked;
	unsigned int i;

	sigemptyset(&blocked);
	for (i = 0; i < sizeof(caught) / sizeof(*caught); i++) {
		/* Ignored under nohup, or in the background of a script. */
		if (!sigaction(caught[i], NULL, &old) &&
		    old.sa_handler == SIG_IGN)
			continue;
		sigaction(caught[i], &action, NULL);
		sigaddset(&blocked, caught[i]);
	}
	/* They are delivered only while waiting, when nothing is half drawn. */
	sigprocmask(SIG_BLOCK, &blocked, &waiting);
}

void screen_enter(struct out *out)
{
	struct sigaction action = { .sa_handler = on_signal };
	struct termios raw;
	sigset_t blocked;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGWINCH);
	sigaddset(&blocked, SIGTSTP);
	sigaddset(&blocked, SIGCONT);
	sigprocmask(SIG_BLOCK, &blocked, NULL);
	sigaction(SIGWINCH, &action, NULL);
	sigaction(SIGTSTP, &action, NULL);
	sigaction(SIGCONT, &action, NULL);
	keys = !tcgetattr(STDIN_FILENO, &before);
	if (keys) {
		raw = before;
		raw.c_lflag &= ~(ICANON | ECHO);
		raw.c_cc[VMIN] = 1;
		raw.c_cc[VTIME] = 0;
		tcsetattr(STDIN_FILENO, TCSANOW, &raw);
	}
	/* Alternate screen, no cursor, no wrapping at the edge. */
	out_text(out, "\033[?1049h\033[?25l\033[?7l");
	taken = true;
}

void screen_leave(struct out *out)
{
	if (!taken)
		return;
	out_text(out, "\033[?7h\033[?25h\033[?1049l");
	out_flush(out);
	if (keys)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
	taken = false;
}

void screen_stop(struct out *out)
{
	screen_leave(out);
	raise(SIGSTOP);
	screen_enter(out);
}

unsigned long long screen_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000ULL + now.tv_nsec;
}

static bool quit_typed(struct pollfd *input)
{
	char typed[64];
	ssize_t n, i;

	if (!input->revents)
		return false;
	n = read(STDIN_FILENO, typed, sizeof(typed));
	if (n <= 0)
		keys = false; /* end of input */
	for (i = 0; i < n; i++)
		if (typed[i] == 'q' || typed[i] == 'Q')
			return true;
	return false;
}

enum wake screen_wait(unsigned long long until)
{
	for (;;) {
		unsigned long long now = screen_clock();
		unsigned long long left = until > now ? until - now : 0;
		struct timespec time = { left / 1000000000, left % 1000000000 };
		struct pollfd input = { .fd = taken && keys ? STDIN_FILENO : -1,
					.events = POLLIN };

		if (ppoll(&input, 1, &time, &waiting) > 0 && quit_typed(&input))
			return WAKE_QUIT;
		if (ended)
			return WAKE_SIGNAL;
		if (stopped) {
			stopped = 0;
			return WAKE_STOP;
		}
		if (resized) {
			resized = 0;
			return WAKE_SIZE;
		}
		if (screen_clock() >= until)
			return WAKE_TIME;
	}
}

void screen_signal(void)
{
	sigset_t set;

	signal(ended, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, ended);
	raise(ended);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}
