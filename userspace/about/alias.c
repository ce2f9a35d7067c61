// SPDX-License-Identifier: GPL-2.0
/* Which module would drive a device: what modprobe asks modules.alias for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "about.h"
#include "file.h"

static void upper(char *to, struct slice s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		to[i] = s.p[i] >= 'a' && s.p[i] <= 'f' ? s.p[i] - 'a' + 'A' :
							 s.p[i];
	to[len] = '\0';
}

/* Of a device of PCI, from what ID has; the subsystem is not in there. */
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
	snprintf(to, 128,
		 "pci:v0000%sd0000%ssv00000000sd00000000bc%.2ssc%.2si%.2s", v,
		 d, c, c + 2, c + 4);
	return true;
}

/* What the kernel says itself, of this machine or a tree. */
static bool sysfs_alias(const struct source *source, struct slice device,
			char to[128])
{
	char path[8192];
	struct slice bus, name, text, line;
	u64 lines;
	bool good;

	if (source->file || !slice_split(device, ':', &bus, &name))
		return false;
	snprintf(path, sizeof(path), "%s/sys/bus/%.*s/devices/%.*s/modalias",
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

/* "[0-9]" at the front of @pattern, which goes, against a character. */
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

/* What modules.alias has of fnmatch(), which brings 10 KB of tables along. */
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
			/* One more character for the last star. */
			pattern = star;
			text = ++from;
		}
	}
}

/* "alias PATTERN MODULE" of which the pattern fits. */
static bool is_for(struct slice line, const char *alias, struct slice *module)
{
	struct slice word, pattern;

	return slice_split(line, ' ', &word, &line) &&
	       slice_is(word, "alias") &&
	       slice_split(line, ' ', &pattern, module) && fits(pattern, alias);
}

void about_modules(struct about *about, const struct slice *cells)
{
	const struct source *source = &about->request->source;
	const struct view *view = about_grid(about, "devices")->view;
	struct joined found = { .used = 0 };
	struct slice text, rest, line, module;
	char alias[128], path[8192];
	u64 lines;

	if (!sysfs_alias(source, cell_named(view, cells, "DEVICE"), alias) &&
	    !pci_alias(cell_named(view, cells, "ID"), alias))
		return;
	snprintf(path, sizeof(path), "%s/lib/modules/%.*s/modules.alias",
		 source->root ? source->root : "", (int)view->release.len,
		 view->release.p);
	if (file_read(path, false, &text, &lines))
		return;
	rest = text;
	while (slice_split(rest, '\n', &line, &rest))
		if (is_for(line, alias, &module))
			joined_add(&found, module);
	free((char *)text.p);
	if (!found.used) {
		out_text(about->out, "no module of this kernel is for it\n");
		return;
	}
	out_text(about->out, "no driver is bound to it; modules for it:");
	out_printable(about->out, (struct slice){ found.text, found.used });
	out_char(about->out, '\n');
}
