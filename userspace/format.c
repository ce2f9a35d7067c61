// SPDX-License-Identifier: GPL-2.0
#include <stdbool.h>
#include <string.h>

#include "format.h"

struct print {
	char *to;
	size_t size, used; /* @used may exceed @size */
};

static void put(struct print *print, const char *p, size_t len)
{
	size_t room = print->used < print->size ? print->size - print->used : 0;

	if (room)
		memcpy(print->to + print->used, p, len < room ? len : room);
	print->used += len;
}

static void put_number(struct print *print, unsigned long long value,
		       unsigned int base, int width)
{
	char digits[24], *p = digits + sizeof(digits);

	do {
		*--p = "0123456789abcdef"[value % base];
		value /= base;
		width--;
	} while (value || (width > 0 && p > digits));
	put(print, p, digits + sizeof(digits) - p);
}

/* Take a number off the front of *@format. */
static int number_off(const char **format)
{
	int n = 0;

	while (**format >= '0' && **format <= '9')
		n = n * 10 + *(*format)++ - '0';
	return n;
}

int text_vprint(char *to, size_t size, const char *format, va_list args)
{
	struct print print = { to, size, 0 };
	int width, precision, value;
	unsigned int longs;
	const char *p;
	char c;

	for (; *format; format++) {
		p = strchr(format, '%');
		put(&print, format, p ? (size_t)(p - format) : strlen(format));
		if (!p)
			break;
		format = p + 1;
		width = number_off(&format);
		if (*format == '*') {
			width = va_arg(args, int);
			format++;
		}
		precision = -1;
		if (*format == '.' && *++format == '*') {
			precision = va_arg(args, int);
			format++;
		} else if (format[-1] == '.') {
			precision = number_off(&format);
		}
		for (longs = 0; *format == 'l' || *format == 'z'; format++)
			longs += *format == 'z' ? 3 : 1;
		switch (*format) {
		case 's':
			p = va_arg(args, const char *);
			put(&print, p,
			    precision < 0 ? strlen(p) :
			    precision	  ? strnlen(p, precision) :
					    0);
			break;
		case 'c':
			c = va_arg(args, int);
			put(&print, &c, 1);
			break;
		case 'd':
			value = va_arg(args, int);
			if (value < 0)
				put(&print, "-", 1);
			put_number(&print,
				   value < 0 ? -(unsigned int)value :
					       (unsigned int)value,
				   10, width);
			break;
		default:
			put_number(&print,
				   longs == 2 ?
					   va_arg(args, unsigned long long) :
				   longs == 3 ? va_arg(args, size_t) :
				   longs      ? va_arg(args, unsigned long) :
						va_arg(args, unsigned int),
				   *format == 'x' ? 16 : 10, width);
		}
	}
	if (size)
		to[print.used < size ? print.used : size - 1] = '\0';
	return print.used;
}

int text_print(char *to, size_t size, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = text_vprint(to, size, format, args);
	va_end(args);
	return len;
}
