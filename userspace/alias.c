// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "alias.h"
#include "buffer.h"
#include "file.h"
#include "grid.h"

static void upper(char *to, struct slice s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		to[i] = s.p[i] >= 'a' && s.p[i] <= 'f' ? s.p[i] - 'a' + 'A' :
							 s.p[i];
	to[len] = '\0';
}

/* The alias of a PCI device, built from its ID, which lacks the subsystem. */
static bool pci_alias(struct slice id, char to[128])
{
	struct slice bus, vendor, device, rest, class;
	char v[5], d[5], c[7];

	if (!slice_split(id, ':', &bus, &rest) || !slice_is(bus, "pci") ||
	    !slice_split(rest, ':', &vendor, &rest) ||
	    !slice_split(rest, ' ', &device, &rest) ||
	    !slice_split(rest, 'x', &rest, &class) || vendor.len != 4 ||
	    device.len != 4 || class.len != 6)
		return false;
	upper(v, vendor, 4);
	upper(d, device, 4);
	upper(c, class, 6);
	text_print(to, 128,
		   "pci:v0000%sd0000%ssv00000000sd00000000bc%.2ssc%.2si%.2s", v,
		   d, c, c + 2, c + 4);
	return true;
}

/* The modalias from sysfs, of this machine or of a captured tree. */
static bool sysfs_alias(const struct source *source, struct slice device,
			char to[128])
{
	char path[8192];
	struct slice bus, name, text, line;
	u64 lines;
	bool good;

	if (source->file || !slice_split(device, ':', &bus, &name))
		return false;
	text_print(path, sizeof(path), "%s/sys/bus/%.*s/devices/%.*s/modalias",
		   source->root ? source->root : "", (int)bus.len, bus.p,
		   (int)name.len, name.p);
	if (file_read(path, false, &text, &lines))
		return false;
	good = slice_split(text, '\n', &line, &text) && line.len < 128;
	if (good) {
		memcpy(to, line.p, line.len);
		to[line.len] = '\0';
	}
	free((char *)line.p);
	return good;
}

/* Match a set such as "[0-9]" at the front of @pattern, and drop it. */
static bool in_set(struct slice *pattern, char c)
{
	struct slice set, rest;
	bool in = false;
	size_t i;

	if (!slice_split(*pattern, ']', &set, &rest))
		return false;
	for (i = 1; i < set.len; i++) {
		if (i + 2 < set.len && set.p[i + 1] == '-') {
			in |= set.p[i] <= c && c <= set.p[i + 2];
			i += 2;
		} else {
			in |= set.p[i] == c;
		}
	}
	if (in)
		*pattern = rest;
	return in;
}

/*
 * The part of fnmatch() that modules.alias needs; libc's adds 10 KB of tables.
 */
static bool fits(struct slice pattern, const char *text)
{
	struct slice star = { NULL, 0 };
	const char *from = text;

	for (;;) {
		if (pattern.len && *pattern.p == '*') {
			star = (struct slice){ pattern.p + 1, pattern.len - 1 };
			pattern = star;
			from = text;
		} else if (!*text && !pattern.len) {
			return true;
		} else if (*text && pattern.len && *pattern.p == '[' &&
			   in_set(&pattern, *text)) {
			text++;
		} else if (*text && pattern.len &&
			   (*pattern.p == *text || *pattern.p == '?')) {
			pattern.p++;
			pattern.len--;
			text++;
		} else {
			if (!star.p || !*from)
				return false;
			/* Let the last star take one more character. */
			pattern = star;
			text = ++from;
		}
	}
}

/* Whether @line is "alias PATTERN MODULE" and the pattern matches. */
static bool is_for(struct slice line, const char *alias, struct slice *module)
{
	struct slice word, pattern;

	return slice_split(line, ' ', &word, &line) &&
	       slice_is(word, "alias") &&
	       slice_split(line, ' ', &pattern, module) && fits(pattern, alias);
}

static void read_aliases(struct aliases *aliases, struct slice release)
{
	const char *root = aliases->source->root;
	char path[8192];
	u64 lines;

	aliases->tried = true;
	text_print(path, sizeof(path), "%s/lib/modules/%.*s/modules.alias",
		   root ? root : "", (int)release.len, release.p);
	if (file_read(path, false, &aliases->text, &lines))
		aliases->text = (struct slice){ NULL, 0 };
}

void aliases_free(struct aliases *aliases)
{
	free((char *)aliases->text.p);
}

const struct joined *aliases_find(struct aliases *aliases,
				  const struct view *view, struct slice device,
				  struct slice id)
{
	struct slice rest, line, module;
	char alias[sizeof(aliases->last)];

	if (!sysfs_alias(aliases->source, device, alias) &&
	    !pci_alias(id, alias))
		return NULL;
	if (!aliases->tried)
		read_aliases(aliases, view->release);
	if (!aliases->text.p)
		return NULL;
	if (!strcmp(aliases->last, alias))
		return &aliases->found;
	strcpy(aliases->last, alias);
	aliases->found.used = 0;
	rest = aliases->text;
	while (slice_split(rest, '\n', &line, &rest))
		if (is_for(line, alias, &module))
			joined_add(&aliases->found, module);
	return &aliases->found;
}

/*
 * The device and the ID in "no driver is bound to it (pci:8086:2930
 * class=0x0c0500)".
 */
static bool driverless(const struct view *view, const struct slice *cells,
		       struct slice *device, struct slice *id)
{
	struct slice detail = cell_named(view, cells, "DETAIL"), what;

	return slice_is(cell_named(view, cells, "CHECK"), "device-driver") &&
	       slice_split(cell_named(view, cells, "SUBJECT"), ':', &what,
			   device) &&
	       slice_split(detail, '(', &what, id) &&
	       slice_split(*id, ')', id, &what);
}

enum exit_code aliases_join(const struct source *source, struct view *view,
			    char **text)
{
	struct aliases aliases = { .source = source };
	struct slice cells[MAX_COLUMNS], body = view->body, row = body;
	struct slice device, id, rest;
	struct buffer buffer = { .p = NULL };
	struct problem problem = { 0 };
	const struct joined *found;
	bool any = false;

	buffer_add(&buffer, view->text.p, body.p - view->text.p);
	for (; row_next(view, &body, cells); row = body) {
		row.len = body.p - row.p;
		if (row.p[row.len - 1] == '\n')
			row.len--;
		buffer_slice(&buffer, row);
		found = driverless(view, cells, &device, &id) ?
				aliases_find(&aliases, view, device, id) :
				NULL;
		if (found && found->used) {
			buffer_text(&buffer, "; modules for it:");
			buffer_text(&buffer, found->text);
			any = true;
		}
		buffer_char(&buffer, '\n');
	}
	aliases_free(&aliases);
	rest = (struct slice){ buffer.p, buffer.used };
	*text = buffer.p;
	if (!any || buffer.failed || view_parse(view, &rest, &problem))
		return DONE;
	return complain(FAILED, "modules.alias: %s", problem.what);
}
