// SPDX-License-Identifier: GPL-2.0
/* Lists and sets, as the text format defines them. */
#include <linux/bitmap.h>

#include "counts.h"
#include "text.h"

/* Between two items. */
static void separate(struct hwi_text *text, size_t begin, char separator)
{
	if (text->len != begin)
		hwi_text_char(text, separator);
}

/**
 * hwi_text_cpulist() - write a CPU set as a kernel list, as in 0-3,8
 * @text: where to write; "none" for an empty set
 * @mask: the set
 * @bits: how many bits of it count (nr_cpu_ids)
 * @separator: between ranges, a comma but inside a field with commas
 */
void hwi_text_cpulist(struct hwi_text *text, const unsigned long *mask,
		      unsigned int bits, char separator)
{
	unsigned int first, next;
	size_t begin = text->len;

	for (first = find_first_bit(mask, bits); first < bits;
	     first = find_next_bit(mask, bits, next)) {
		next = find_next_zero_bit(mask, bits, first);
		separate(text, begin, separator);
		hwi_text_u64(text, first);
		if (next - first > 1) {
			hwi_text_char(text, '-');
			hwi_text_u64(text, next - 1);
		}
	}
	if (text->len == begin)
		hwi_text_str(text, "none");
}

/**
 * hwi_text_counts() - write sparse per-CPU counts, as in 0:12,3:4
 * @text: where to write; "none" if there is no count
 * @counts: the CPUs that counted anything
 */
void hwi_text_counts(struct hwi_text *text, const struct hwi_counts *counts)
{
	const struct hwi_count *at = counts->first;
	unsigned int nr = counts->nr;
	size_t begin = text->len;

	for (; nr; nr--, at++) {
		separate(text, begin, ',');
		hwi_text_u64(text, at->cpu);
		hwi_text_char(text, ':');
		hwi_text_u64(text, at->count);
	}
	if (text->len == begin)
		hwi_text_str(text, "none");
}

/**
 * hwi_text_flags() - write the names that apply to a value
 * @text: where to write; "none" if no name applies
 * @flags: the names, in the order they are shown
 * @nr: how many
 * @value: what is looked at
 */
void hwi_text_flags(struct hwi_text *text, const struct hwi_flag *flags,
		    unsigned int nr, unsigned long value)
{
	size_t begin = text->len;

	for (; nr; nr--, flags++) {
		if ((value & flags->mask) != flags->value)
			continue;
		separate(text, begin, ',');
		hwi_text_str(text, flags->name);
	}
	if (text->len == begin)
		hwi_text_str(text, "none");
}
