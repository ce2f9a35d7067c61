// SPDX-License-Identifier: GPL-2.0
#include <limits.h>
#include <string.h>

#include "cell.h"

/* More CPUs than any kernel has; bounds what a range can expand to. */
#define MAX_CPU 65535

bool cell_special(struct slice cell)
{
	return slice_is(cell, "-") || slice_is(cell, "*");
}

bool cell_u64(struct slice cell, u64 *value)
{
	u64 v = 0;
	size_t i;

	if (!cell.len)
		return false;
	for (i = 0; i < cell.len; i++) {
		unsigned int digit = (unsigned char)cell.p[i] - '0';

		if (digit > 9 || v > (ULLONG_MAX - digit) / 10)
			return false;
		v = v * 10 + digit;
	}
	*value = v;
	return true;
}

static bool digits(struct slice cell)
{
	size_t i;

	for (i = 0; i < cell.len; i++)
		if (cell.p[i] < '0' || cell.p[i] > '9')
			return false;
	return cell.len && cell.len <= 20;
}

bool cell_size(struct slice cell, u64 *bytes)
{
	static const char units[] = "KMGTPE";
	const char *unit = NULL;
	unsigned int shift = 0;
	u64 value;

	if (cell.len)
		unit = memchr(units, cell.p[cell.len - 1], sizeof(units) - 1);
	if (unit) {
		shift = 10 * (unit - units + 1);
		cell.len--;
	}
	if (!cell_u64(cell, &value) || value > ULLONG_MAX >> shift)
		return false;
	*bytes = value << shift;
	return true;
}

static bool hex(struct slice cell, u64 *value)
{
	static const char digits[] = "0123456789abcdef";
	const char *digit;
	size_t i;

	*value = 0;
	if (cell.len < 3 || cell.len > 18 || memcmp(cell.p, "0x", 2))
		return false;
	for (i = 2; i < cell.len; i++) {
		digit = memchr(digits, cell.p[i], sizeof(digits) - 1);
		if (!digit)
			return false;
		*value = *value << 4 | (digit - digits);
	}
	return true;
}

static bool decimal(struct slice cell, struct value *number)
{
	struct slice whole;

	if (!slice_split(cell, '.', &whole, &number->fraction))
		return cell_u64(cell, &number->whole);
	return cell_u64(whole, &number->whole) && digits(number->fraction);
}

static bool integer(struct slice cell, struct value *number)
{
	number->negative = cell.len && *cell.p == '-';
	if (number->negative) {
		cell.p++;
		cell.len--;
	}
	return cell_u64(cell, &number->whole) && number->whole <= LLONG_MAX;
}

bool cell_value(char type, struct slice cell, struct value *number)
{
	memset(number, 0, sizeof(*number));
	switch (type) {
	case 'u':
		return cell_u64(cell, &number->whole);
	case 'i':
		return integer(cell, number);
	case 'x':
		return hex(cell, &number->whole);
	case 'z':
		return cell_size(cell, &number->whole);
	case 'd':
		return decimal(cell, number);
	default:
		return false;
	}
}

/* Digits after the point, without trailing zeroes. */
static int fraction_order(struct slice a, struct slice b)
{
	size_t i, len = a.len > b.len ? a.len : b.len;
	char x, y;

	for (i = 0; i < len; i++) {
		x = i < a.len ? a.p[i] : '0';
		y = i < b.len ? b.p[i] : '0';
		if (x != y)
			return x - y;
	}
	return 0;
}

int value_order(const struct value *a, const struct value *b)
{
	/* -0 is allowed. */
	bool a_negative = a->negative && a->whole;
	bool b_negative = b->negative && b->whole;
	int order;

	if (a_negative != b_negative)
		return a_negative ? -1 : 1;
	if (a->whole != b->whole)
		order = a->whole < b->whole ? -1 : 1;
	else
		order = fraction_order(a->fraction, b->fraction);
	return a_negative ? -order : order;
}

bool counter_step(bool wraps, u64 before, u64 now, u64 *step)
{
	*step = now - before;
	if (now >= before)
		return true;
	*step = (unsigned int)*step;
	return wraps && *step < 1U << 30;
}

bool item_range(struct slice item, u64 *first, u64 *last)
{
	struct slice from, to;

	if (!slice_split(item, '-', &from, &to)) {
		from = item;
		to = item;
	}
	return cell_u64(from, first) && cell_u64(to, last) && *first <= *last &&
	       *last <= MAX_CPU;
}

static bool count(struct slice item, u64 *cpu)
{
	struct slice key, value;
	u64 number;

	return slice_split(item, ':', &key, &value) && cell_u64(key, cpu) &&
	       *cpu <= MAX_CPU && cell_u64(value, &number);
}

static bool list(char type, struct slice cell)
{
	u64 first = 0, last = 0, before = 0;
	struct slice item;
	bool any = false;

	if (slice_is(cell, "none"))
		return true;
	for (; item_next(&cell, &item); any = true, before = last) {
		if (!item.len)
			return false;
		if (type == 'w')
			continue;
		if (type == 'c' && !item_range(item, &first, &last))
			return false;
		if (type == 'p' && !count(item, &first))
			return false;
		if (type == 'p')
			last = first;
		/*
		 * Ascending, so no set exceeds MAX_CPU and no key comes twice.
		 */
		if (any && first <= before)
			return false;
	}
	return any;
}

bool cell_fits(char type, struct slice cell)
{
	struct value number;

	if (cell_special(cell))
		return true;
	switch (type) {
	case 'u':
	case 'i':
	case 'x':
	case 'z':
	case 'd':
		return cell_value(type, cell, &number);
	case 'c':
	case 'p':
	case 'w':
		return list(type, cell);
	default:
		return true;
	}
}

const char *cell_expected(char type)
{
	switch (type) {
	case 'u':
		return "an integer";
	case 'i':
		return "a signed integer";
	case 'x':
		return "0x and hexadecimal digits";
	case 'z':
		return "a size such as 4K";
	case 'd':
		return "a decimal number";
	case 'c':
		return "a CPU list such as 0-3,8";
	case 'p':
		return "counts such as 0:12,3:4";
	case 'w':
		return "words separated by commas";
	default:
		return "a string";
	}
}

/*
 * In order of preference. Decimals and words are never guessed: a version is
 * not a number, and a name may contain a comma.
 */
static const char guesses[] = "uixzcp";

unsigned int cell_candidates(unsigned int candidates, struct slice cell)
{
	unsigned int i;

	if (cell_special(cell))
		return candidates;
	/* Numbers have no leading zero, serial numbers may. */
	if (cell.len > 1 && cell.p[0] == '0' && cell.p[1] >= '0' &&
	    cell.p[1] <= '9')
		return 0;
	for (i = 0; i < sizeof(guesses) - 1; i++)
		if (!cell_fits(guesses[i], cell))
			candidates &= ~(1U << i);
	return candidates;
}

char cell_guess(unsigned int candidates)
{
	unsigned int i;

	for (i = 0; i < sizeof(guesses) - 1; i++)
		if (candidates & 1U << i)
			return guesses[i];
	return 's';
}
