/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The number formatters that are hot, inline for text.c and row.c. Everywhere
 * else, text.h has them as functions. They write exactly the number's bytes.
 */
#ifndef HWI_NUMBER_H
#define HWI_NUMBER_H

#include <linux/bitops.h>
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/minmax.h>
#include <linux/string.h>
#include <linux/types.h>

extern const char hwi_digit_pairs[];
extern const char hwi_hex_pairs[];
extern const char hwi_size_units[];

/* How many digits hwi_put_u64_before() writes. */
static inline unsigned int hwi_u64_len(u64 value)
{
	unsigned int len = 1;

	if (value < 10)
		return len;
	while (value >= 10000) {
		value = div_u64(value, 10000);
		len += 4;
	}
	return len + (value >= 10) + (value >= 100) + (value >= 1000);
}

/* Two digits a step, from the last one, before @end. Returns the first. */
static inline char *hwi_put_u64_before(char *end, u64 value)
{
	unsigned int low;
	u32 rest;

	while (value > U32_MAX) {
		value = div_u64_rem(value, 100, &low);
		end -= 2;
		memcpy(end, hwi_digit_pairs + 2 * low, 2);
	}
	for (rest = value; rest >= 100; rest /= 100) {
		end -= 2;
		memcpy(end, hwi_digit_pairs + 2 * (rest % 100), 2);
	}
	if (rest >= 10) {
		end -= 2;
		memcpy(end, hwi_digit_pairs + 2 * rest, 2);
	} else {
		*--end = '0' + rest;
	}
	return end;
}

/* Exactly so many digits. */
static inline void hwi_put_hex_digits(char *dst, u64 value, unsigned int digits)
{
	for (; digits > 1; value >>= 8) {
		digits -= 2;
		memcpy(dst + digits, hwi_hex_pairs + 2 * (value & 255), 2);
	}
	if (digits)
		*dst = hwi_hex_pairs[2 * (value & 15) + 1];
}

#endif
