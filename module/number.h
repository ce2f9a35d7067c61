/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The number formatters that are hot, inline for table.c. Everywhere else,
 * text.h has them as functions. They write exactly the bytes of the number.
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

/* How many digits hwi_put_u64() writes. */
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

/* Two digits a step, from the last one on. @len: hwi_u64_len() of @value */
static inline void hwi_put_u64(char *dst, u64 value, unsigned int len)
{
	char *p = dst + len;
	unsigned int low;
	u32 rest;

	while (value > U32_MAX) {
		value = div_u64_rem(value, 100, &low);
		p -= 2;
		memcpy(p, hwi_digit_pairs + 2 * low, 2);
	}
	for (rest = value; rest >= 100; rest /= 100) {
		p -= 2;
		memcpy(p, hwi_digit_pairs + 2 * (rest % 100), 2);
	}
	if (rest >= 10)
		memcpy(p - 2, hwi_digit_pairs + 2 * rest, 2);
	else
		p[-1] = '0' + rest;
}

/* How many bytes hwi_put_hex() writes; @digits is the least of digits. */
static inline unsigned int hwi_hex_len(u64 value, unsigned int digits)
{
	return 2 + max_t(unsigned int, digits, (fls64(value) + 3) / 4);
}

/* @len: hwi_hex_len() of @value */
static inline void hwi_put_hex(char *dst, u64 value, unsigned int len)
{
	char *p = dst + len;

	for (; len >= 10; len -= 8, value >>= 32) {
		p -= 8;
		memcpy(p + 6, hwi_hex_pairs + 2 * (value & 255), 2);
		memcpy(p + 4, hwi_hex_pairs + 2 * (value >> 8 & 255), 2);
		memcpy(p + 2, hwi_hex_pairs + 2 * (value >> 16 & 255), 2);
		memcpy(p, hwi_hex_pairs + 2 * (value >> 24 & 255), 2);
	}
	for (; len > 2; len--, value >>= 4)
		*--p = hwi_hex_pairs[2 * (value & 15) + 1];
	memcpy(dst, "0x", 2);
}

#endif
