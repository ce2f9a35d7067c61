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

#endif
