// SPDX-License-Identifier: GPL-2.0
#include <limits.h>
#include <string.h>

#include "cell.h"

/* More CPUs than any kernel has; bounds what a range can expand to. */
#define MAX_CPU 65535

bool cell_number(struct slice cell, unsigned long *value)
{
	unsigned long v = 0;
	size_t i;

	if (!cell.len)
		return false;
	for (i = 0; i < cell.len; i++) {
		unsigned int digit = (unsigned char)cell.p[i] - '0';

		if (digit > 9 || v > (ULONG_MAX - digit) / 10)
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

bool cell_size(struct slice cell, unsigned long long *bytes)
{
	static const char units[] = "KMGTPE";
	const char *unit = NULL;
	unsigned int shift = 0;
	unsigned long value;

	if (cell.len)
		unit = memchr(units, cell.p[cell.len - 1], sizeof(units) - 1);
	if (unit) {
		shift = 10 * (unit - units + 1);
		cell.len--;
	}
	if (!cell_number(cell, &value) || value > ULLONG_MAX >> shift)
		return false;
	*bytes = (unsigned long long)value << shift;
	return true;
}

static bool hex(struct slice cell)
{
	size_t i;

	if (cell.len < 3 || cell.len > 18 || memcmp(cell.p, "0x", 2))
		return false;
	for (i = 2; i < cell.len; i++)
		if (!strchr("0123456789abcdef", cell.p[i]))
			return false;
	return true;
}

static bool decimal(struct slice cell)
{
	const char *point = memchr(cell.p, '.', cell.len);
	struct slice whole = cell, rest;

	if (!point)
		return digits(cell);
	whole.len = point - cell.p;
	rest.p = point + 1;
	rest.len = cell.len - whole.len - 1;
	return digits(whole) && digits(rest);
}

bool item_next(struct slice *list, struct slice *item)
{
	const char *comma;

	if (!list->p)
		return false;
	*item = *list;
	comma = memchr(list->p, ',', list->len);
	if (comma) {
		item->len = comma - list->p;
		list->p = comma + 1;
		list->len -= item->len + 1;
	} else {
		list->p = NULL;
	}
	return true;
}

bool item_range(struct slice item, unsigned long *first, unsigned long *last)
{
	const char *dash = memchr(item.p, '-', item.len);
	struct slice from = item, to = item;

	if (dash) {
		from.len = dash - item.p;
		to.p = dash + 1;
		to.len = item.len - from.len - 1;
	}
	return cell_number(from, first) && cell_number(to, last) &&
	       *first <= *last && *last <= MAX_CPU;
}

static bool count(struct slice item)
{
	const char *colon = memchr(item.p, ':', item.len);
	struct slice cpu = item, value;
	unsigned long number;

	if (!colon)
		return false;
	cpu.len = colon - item.p;
	value.p = colon + 1;
	value.len = item.len - cpu.len - 1;
	return cell_number(cpu, &number) && number <= MAX_CPU &&
	       cell_number(value, &number);
}

static bool list(char type, struct slice cell)
{
	unsigned long first, last, before = 0;
	struct slice item;
	bool any = false;

	if (slice_is(cell, "none"))
		return true;
	while (item_next(&cell, &item)) {
		if (type == 'p' && !count(item))
			return false;
		if (type == 'c') {
			/* Ascending: so a set cannot be larger than MAX_CPU. */
			if (!item_range(item, &first, &last) ||
			    (any && first <= before))
				return false;
			before = last;
			any = true;
		}
		if (!item.len)
			return false;
	}
	return true;
}

bool cell_fits(char type, struct slice cell)
{
	unsigned long long bytes;
	unsigned long value;

	if (slice_is(cell, "-") || slice_is(cell, "*"))
		return true;
	switch (type) {
	case 'u':
		return cell_number(cell, &value);
	case 'x':
		return hex(cell);
	case 'z':
		return cell_size(cell, &bytes);
	case 'd':
		return decimal(cell);
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
