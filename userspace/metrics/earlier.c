// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE /* memrchr() */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "earlier.h"
#include "exposition.h"
#include "file.h"

struct earlier_sample {
	struct slice series, value;
};

static int by_series(const void *a, const void *b)
{
	const struct earlier_sample *x = a, *y = b;
	size_t len = x->series.len < y->series.len ? x->series.len :
						     y->series.len;
	int order = memcmp(x->series.p, y->series.p, len);

	if (order)
		return order;
	return (x->series.len > y->series.len) -
	       (x->series.len < y->series.len);
}

/* Split a line "name{labels} value" at its last space. */
static bool split_sample(struct slice line, struct earlier_sample *sample)
{
	const char *space = memrchr(line.p, ' ', line.len);

	if (!space || *line.p == '#')
		return false;
	sample->series = (struct slice){ line.p, space - line.p };
	sample->value =
		(struct slice){ space + 1, line.p + line.len - space - 1 };
	return true;
}

static void take_samples(struct earlier *earlier, struct slice text)
{
	struct slice line;

	while (slice_split(text, '\n', &line, &text))
		if (line.len &&
		    split_sample(line, &earlier->samples[earlier->n]))
			earlier->n++;
	qsort(earlier->samples, earlier->n, sizeof(*earlier->samples),
	      by_series);
}

/* The line that names the boot. */
static struct slice boot_of(struct slice text)
{
	struct slice line;

	while (slice_split(text, '\n', &line, &text))
		if (line.len > strlen(BOOT_COMMENT) &&
		    !memcmp(line.p, BOOT_COMMENT, strlen(BOOT_COMMENT)))
			return (struct slice){ line.p + strlen(BOOT_COMMENT),
					       line.len -
						       strlen(BOOT_COMMENT) };
	return (struct slice){ NULL, 0 };
}

enum exit_code earlier_read(struct earlier *earlier, const char *path,
			    struct slice boot)
{
	struct slice text, was;
	size_t lines = 1, i;
	u64 line;
	int err = file_read(path, true, &text, &line);

	memset(earlier, 0, sizeof(*earlier));
	if (err == ENOENT)
		return DONE;
	if (err)
		return complain(FAILED, "--after %s: %s", path, strerror(err));
	earlier->text = (char *)text.p;
	was = boot_of(text);
	if (!boot.len || !was.p || !slice_same(boot, was))
		return DONE;
	for (i = 0; i < text.len; i++)
		lines += text.p[i] == '\n';
	earlier->samples = calloc(lines, sizeof(*earlier->samples));
	if (!earlier->samples)
		return complain(FAILED, "--after %s: out of memory", path);
	take_samples(earlier, text);
	return DONE;
}

void earlier_free(struct earlier *earlier)
{
	free(earlier->samples);
	free(earlier->text);
	memset(earlier, 0, sizeof(*earlier));
}

bool earlier_value(const struct earlier *earlier, struct slice series,
		   bool thousandths, u64 *value)
{
	struct earlier_sample wanted = { .series = series }, *found;
	struct slice whole, fraction;
	u64 part;

	if (!earlier->n)
		return false;
	found = bsearch(&wanted, earlier->samples, earlier->n,
			sizeof(*earlier->samples), by_series);
	if (!found)
		return false;
	if (!thousandths)
		return cell_u64(found->value, value);
	return slice_split(found->value, '.', &whole, &fraction) &&
	       fraction.len == 3 && cell_u64(whole, value) &&
	       cell_u64(fraction, &part) &&
	       !__builtin_mul_overflow(*value, 1000ULL, value) &&
	       !__builtin_add_overflow(*value, part, value);
}
