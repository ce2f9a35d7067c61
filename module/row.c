// SPDX-License-Identifier: GPL-2.0
/* The texts of a row's cells that have to be made. */
#include <linux/kernel.h>

#include "number.h"
#include "row.h"
#include "text.h"

#define ONE "       "
#define TWO "      "
#define TEN(d, pad)                                                   \
	d "0" pad d "1" pad d "2" pad d "3" pad d "4" pad d "5" pad d \
	  "6" pad d "7" pad d "8" pad d "9" pad

/* Most numbers of most views: 0 to 99, each padded to a word. */
const char hwi_small_numbers[] = TEN("", ONE) TEN("1", TWO) TEN("2", TWO)
	TEN("3", TWO) TEN("4", TWO) TEN("5", TWO) TEN("6", TWO) TEN("7", TWO)
		TEN("8", TWO) TEN("9", TWO);

#define NO_TEXT ((struct hwi_str){ NULL, 0 })

/* The most bytes of a number, in words. */
#define U64_ROOM (3 * HWI_WORD)

/* Whether there is room for a text of so many bytes and its padding. */
static __always_inline bool has_room(struct hwi_arena *arena, size_t len)
{
	if (likely(arena->size - arena->used >= len + HWI_WORD))
		return true;
	arena->overflow = true;
	return false;
}

/* Take the room that there is, a multiple of a word. */
static __always_inline char *take_room(struct hwi_arena *arena, size_t len)
{
	char *begin = arena->base + arena->used;

	arena->used += len + HWI_WORD;
	return begin;
}

static __always_inline struct hwi_str padded(char *begin, char *end)
{
	put_unaligned(HWI_SPACES, (u64 *)end);
	return (struct hwi_str){ .text = begin, .len = end - begin };
}

static noinline struct hwi_str decimal(struct hwi_arena *arena, u64 value,
				       char unit)
{
	char *begin, *end;

	if (!has_room(arena, U64_ROOM))
		return NO_TEXT;
	end = take_room(arena, U64_ROOM) + U64_ROOM;
	begin = end;
	if (unit)
		*--begin = unit;
	return padded(hwi_put_u64_before(begin, value), end);
}

/**
 * hwi_row_decimal() - the text of a decimal number
 * @arena: where it goes
 * @value: the number
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_decimal(struct hwi_arena *arena, u64 value)
{
	return decimal(arena, value, '\0');
}

/* The lowest two bytes of @value, before @end. */
static __always_inline void put_four_digits(char *end, u64 value)
{
	memcpy(end - 4, hwi_hex_pairs + 2 * (value >> 8 & 255), 2);
	memcpy(end - 2, hwi_hex_pairs + 2 * (value & 255), 2);
}

/*
 * With at least 8 digits, as addresses of memory have, high ones too, from the
 * last one on. @end: of U64_ROOM bytes, with a word behind them
 */
static __always_inline struct hwi_str eight_digits(char *end, u64 value)
{
	char *begin = end - 2 - 8;
	u32 high = value >> 32;

	put_four_digits(end, value);
	put_four_digits(end - 4, value >> 16);
	if (high) {
		put_four_digits(end - 8, high);
		if (high > U16_MAX)
			put_four_digits(end - 12, high >> 16);
		begin -= 1 + (unsigned int)__fls(high) / 4;
	}
	memcpy(begin, "0x", 2);
	return padded(begin, end);
}

/* With 4 digits, as I/O ports have. @end: likewise */
static __always_inline struct hwi_str four_digits(char *end, u64 value)
{
	char *begin = end - 2 - 4;

	put_four_digits(end, value);
	memcpy(begin, "0x", 2);
	return padded(begin, end);
}

/**
 * hwi_row_hex() - the text of an address or a bit mask
 * @arena: where it goes
 * @value: the number
 * @digits: least number of digits, 1 to 16
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_hex(struct hwi_arena *arena, u64 value,
			   unsigned int digits)
{
	char *begin;

	if (!has_room(arena, U64_ROOM))
		return NO_TEXT;
	begin = take_room(arena, U64_ROOM);
	if (digits == 8)
		return eight_digits(begin + U64_ROOM, value);
	return padded(begin, hwi_text_hex(begin, value, digits));
}

/* Out of line, so that hwi_row_range() saves no registers for its calls. */
static noinline void any_range(struct hwi_arena *arena,
			       struct hwi_cell range[2], u64 first, u64 last,
			       unsigned int digits)
{
	hwi_cell_fill(&range[0], hwi_row_hex(arena, first, digits));
	hwi_cell_fill(&range[1], hwi_row_hex(arena, last, digits));
}

#define RANGE_ROOM (2 * U64_ROOM + HWI_WORD)

/**
 * hwi_row_range() - the texts of the first and the last address of a range
 * @arena: where they go
 * @range: the cells they are put into; none if the arena is full
 * @first: the first address
 * @last: the last address
 * @digits: least number of digits, 1 to 16
 */
void hwi_row_range(struct hwi_arena *arena, struct hwi_cell range[2], u64 first,
		   u64 last, unsigned int digits)
{
	char *text;

	if (!has_room(arena, RANGE_ROOM)) {
		hwi_cell_fill(&range[0], NO_TEXT);
		hwi_cell_fill(&range[1], NO_TEXT);
	} else if (digits == 8) {
		text = take_room(arena, RANGE_ROOM);
		hwi_cell_fill(&range[0], eight_digits(text + U64_ROOM, first));
		hwi_cell_fill(&range[1], eight_digits(text + RANGE_ROOM, last));
	} else if (digits == 4 && (first | last) <= U16_MAX) {
		text = take_room(arena, RANGE_ROOM);
		hwi_cell_fill(&range[0], four_digits(text + U64_ROOM, first));
		hwi_cell_fill(&range[1], four_digits(text + RANGE_ROOM, last));
	} else {
		any_range(arena, range, first, last, digits);
	}
}

/**
 * hwi_row_size() - the text of an exact size
 * @arena: where it goes
 * @size: bytes; the largest binary unit that divides it is used
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_size(struct hwi_arena *arena, u64 size)
{
	unsigned int unit, len;
	char *begin;

	if (size < 100)
		return hwi_small_number(size);
	if (size & 1023)
		return decimal(arena, size, '\0');
	unit = __ffs64(size) / 10;
	size >>= 10 * unit;
	if (size >= 100)
		return decimal(arena, size, hwi_size_units[unit]);
	if (!has_room(arena, HWI_WORD))
		return NO_TEXT;
	begin = take_room(arena, HWI_WORD);
	memcpy(begin, hwi_small_number(size).text, HWI_WORD);
	len = hwi_small_number(size).len;
	begin[len] = hwi_size_units[unit];
	return (struct hwi_str){ .text = begin, .len = len + 1 };
}

/**
 * hwi_row_fixed3() - the text of a number with three decimals
 * @arena: where it goes
 * @thousandths: the number times 1000
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_fixed3(struct hwi_arena *arena, u64 thousandths)
{
	char *begin;

	if (!has_room(arena, U64_ROOM))
		return NO_TEXT;
	begin = take_room(arena, U64_ROOM);
	return padded(begin, hwi_text_fixed3(begin, thousandths));
}

/**
 * hwi_row_char() - a character as a text
 * @arena: where it goes
 * @c: the character
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_char(struct hwi_arena *arena, char c)
{
	char *begin;

	if (!has_room(arena, HWI_WORD))
		return NO_TEXT;
	begin = take_room(arena, HWI_WORD);
	*begin = c;
	return padded(begin, begin + 1);
}

#define EACH_BYTE(c) (0x0101010101010101ULL * (u8)(c))

/*
 * The high bits of a word's bytes, of which one is set if a byte needs
 * escaping: one below @below, a backslash, DEL, or @also. A byte that borrows
 * spoils the next one, but then there is something to find anyway; a carry, of
 * 0xff, can only make the next byte suspect.
 */
static __always_inline u64 odd_bytes(u64 word, char below, char also)
{
	u64 odd = (word - EACH_BYTE(below)) | (word + EACH_BYTE(1)) |
		  ((word ^ EACH_BYTE('\\')) - EACH_BYTE(1));

	if (also)
		odd |= (word ^ EACH_BYTE(also)) - EACH_BYTE(1);
	return odd & ~word;
}

static __always_inline bool all_plain(struct hwi_str str, bool spaces,
				      char also)
{
	char below = spaces ? ' ' : ' ' + 1;
	const char *text = str.text, *end = text + str.len;
	u64 word, odd = 0;

	do {
		word = get_unaligned_le64(text);
		if (!spaces && end - text < HWI_WORD)
			word |= ~0ULL << 8 * (end - text);
		odd |= odd_bytes(word, below, also);
		text += HWI_WORD;
	} while (text < end);
	return !(odd & EACH_BYTE(0x80));
}

static noinline bool long_text_plain(struct hwi_str str)
{
	return all_plain(str, true, '\0');
}

/*
 * Whether a string needs no escaping; false if it may have to. The format's
 * own signs (#, - and *) need it, too: a space, an exclamation mark, a
 * quotation mark and # are neighbours.
 */
static __always_inline bool is_plain(struct hwi_str str, char also)
{
	return (u8)(*str.text - ' ') > '#' - ' ' && str.len != 1 &&
	       all_plain(str, false, also);
}

/*
 * Likewise of free text, which may have spaces inside: the padding does not
 * matter. Few names are longer than two words.
 */
static __always_inline bool text_plain(struct hwi_str str)
{
	u64 odd;

	if ((u8)(*str.text - ' ') <= '#' - ' ' || str.len == 1 ||
	    str.text[str.len - 1] == ' ')
		return false;
	if (unlikely(str.len > 2 * HWI_WORD))
		return long_text_plain(str);
	odd = odd_bytes(get_unaligned_le64(str.text), ' ', '\0');
	if (str.len > HWI_WORD)
		odd |= odd_bytes(get_unaligned_le64(str.text + HWI_WORD), ' ',
				 '\0');
	return !(odd & EACH_BYTE(0x80));
}

/**
 * hwi_row_field() - make a string safe for a field
 * @arena: where an escaped copy goes, if one is needed
 * @str: the string, padded, not empty
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_field(struct hwi_arena *arena, struct hwi_str str)
{
	if (likely(is_plain(str, '\0')))
		return str;
	return hwi_text_escape(arena, str, false);
}

/**
 * hwi_row_text() - make a string safe as free text
 * @arena: where an escaped copy goes, if one is needed
 * @str: the string, padded, not empty
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_text(struct hwi_arena *arena, struct hwi_str str)
{
	if (likely(text_plain(str)))
		return str;
	return hwi_text_escape(arena, str, true);
}

/**
 * hwi_row_item() - make a string safe as a list of one
 * @arena: where an escaped copy goes, if one is needed
 * @str: the string, padded, not empty
 *
 * Return: the text; none if the arena is full.
 */
struct hwi_str hwi_row_item(struct hwi_arena *arena, struct hwi_str str)
{
	char *begin;

	if (likely(is_plain(str, ',')))
		return str;
	begin = hwi_arena_text_begin(arena, HWI_ITEM_MAX(str));
	if (!begin)
		return NO_TEXT;
	return hwi_arena_text_end(arena, begin, hwi_text_put_item(begin, str));
}
