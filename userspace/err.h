/* SPDX-License-Identifier: GPL-2.0 */
/* Exit codes, and errors: one line each on stderr. */
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

/* Print an error on one line. Returns @code. */
__attribute__((format(printf, 2, 3))) enum exit_code
complain(enum exit_code code, const char *format, ...);

/*
 * While the screen is in use, keep the last complaint and print it afterwards.
 */
void complain_hold(void);
void complain_release(void);

#endif
