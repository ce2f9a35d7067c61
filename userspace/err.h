/* SPDX-License-Identifier: GPL-2.0 */
/* How this ends, and what it says then: one line on stderr. */
#ifndef ERR_H
#define ERR_H

enum exit_code {
	DONE = 0,
	FAILED = 1, /* could not be read or written */
	USAGE = 2,
	NO_MODULE = 3,
	NO_VIEW = 4,
	BROKEN = 5,
	DENIED = 6,
};

/* Say what is wrong, on one line. Returns @code. */
__attribute__((format(printf, 2, 3))) enum exit_code
complain(enum exit_code code, const char *format, ...);

/* While the screen is taken: keep the last complaint, and say it then. */
void complain_hold(void);
void complain_release(void);

#endif
