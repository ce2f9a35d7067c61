/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's formatted output; kernel.h includes it after the bitmaps. */
#ifndef HWI_HOST_FORMAT_H
#define HWI_HOST_FORMAT_H

/* The C library's printf(), and the one extension of the kernel's in use. */
static inline __printf(3, 4) int host_snprintf(char *dst, size_t size,
					       const char *format, ...)
{
	const unsigned long *map;
	unsigned long first, next;
	unsigned int bits;
	va_list args;
	int len = 0;

	va_start(args, format);
	if (strcmp(format, "%*pbl")) {
		len = vsnprintf(dst, size, format, args);
	} else {
		bits = va_arg(args, int);
		map = va_arg(args, const unsigned long *);
		*dst = '\0';
		for (first = find_first_bit(map, bits); first < bits;
		     first = find_next_bit(map, bits, next)) {
			next = find_next_zero_bit(map, bits, first);
			len += scnprintf(dst + len, size - len, "%s%lu",
					 len ? "," : "", first);
			if (next > first + 1)
				len += scnprintf(dst + len, size - len, "-%lu",
						 next - 1);
		}
	}
	va_end(args);
	return len;
}
#define snprintf host_snprintf

static inline char *skip_spaces(const char *text)
{
	while (isspace((unsigned char)*text))
		text++;
	return (char *)text;
}

#endif
