// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "ids.h"

/*
 * The vendor is in the upper half, the device (or this for none) in the lower.
 */
#define VENDOR_ONLY 0xffffffffU

struct ids_entry {
	unsigned long long id;
	struct slice name;
};

static bool hex4(struct slice s, unsigned int *value)
{
	size_t i;

	*value = 0;
	for (i = 0; i < 4; i++) {
		char c = i < s.len ? s.p[i] | ' ' : 0;

		if (c >= '0' && c <= '9')
			*value = *value << 4 | (c - '0');
		else if (c >= 'a' && c <= 'f')
			*value = *value << 4 | (c - 'a' + 10);
		else
			return false;
	}
	return true;
}

static int by_id(const void *a, const void *b)
{
	const struct ids_entry *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

/* "8086  Intel Corporation", and below it "\t10d3  82574L". */
static bool take_entry(struct slice line, unsigned int *vendor,
		       struct ids_entry *entry)
{
	unsigned int number;
	bool device = line.len && *line.p == '\t';

	if (device) {
		line.p++;
		line.len--;
	}
	if (line.len < 7 || line.p[4] != ' ' || line.p[5] != ' ' ||
	    !hex4(line, &number))
		return false;
	if (!device)
		*vendor = number;
	entry->id = (unsigned long long)*vendor << 32 |
		    (device ? number : VENDOR_ONLY);
	entry->name = (struct slice){ line.p + 6, line.len - 6 };
	return true;
}

static void take_list(struct ids_list *list, struct slice text)
{
	struct slice line, rest = text;
	unsigned int vendor = 0;
	size_t lines = 1, i;

	list->text = (char *)text.p;
	for (i = 0; i < text.len; i++)
		lines += text.p[i] == '\n';
	list->entries = calloc(lines, sizeof(*list->entries));
	while (list->entries && slice_split(rest, '\n', &line, &rest)) {
		/* After the devices come classes, which begin with a letter. */
		if (line.len > 2 && line.p[1] == ' ' && *line.p != '#')
			break;
		if (take_entry(line, &vendor, &list->entries[list->n]))
			list->n++;
	}
	if (list->entries)
		qsort(list->entries, list->n, sizeof(*list->entries), by_id);
}

static void load_first(struct ids_list *list, const char *name)
{
	static const char *const directories[] = { "/usr/share/misc/",
						   "/usr/share/hwdata/",
						   "/var/lib/usbutils/" };
	struct slice text;
	char path[64];
	unsigned int i;
	unsigned long long lines;

	for (i = 0; i < ARRAY_SIZE(directories); i++) {
		strcpy(path, directories[i]);
		strcat(path, name);
		if (file_read(path, false, &text, &lines))
			continue;
		take_list(list, text);
		return;
	}
}

enum exit_code ids_load(struct ids *ids)
{
	struct ids_list *list;
	struct slice text;
	unsigned long long lines;
	int err;

	if (ids->tried)
		return DONE;
	ids->tried = true;
	if (!ids->file) {
		load_first(&ids->pci, "pci.ids");
		load_first(&ids->usb, "usb.ids");
		return DONE;
	}
	err = file_read(ids->file, false, &text, &lines);
	if (err)
		return complain(FAILED, "--ids %s: %s", ids->file,
				err == EINVAL ? "not a regular file" :
						strerror(err));
	/*
	 * By its name: PCI and USB use the same numbers for different devices.
	 */
	list = strstr(ids->file, "usb") ? &ids->usb : &ids->pci;
	take_list(list, text);
	if (list->n)
		return DONE;
	return complain(FAILED,
			"--ids %s: no names in it; wanted a pci.ids or usb.ids",
			ids->file);
}

bool ids_there(struct ids *ids)
{
	return ids_load(ids) == DONE && (ids->pci.n || ids->usb.n);
}

void ids_free(struct ids *ids)
{
	free(ids->pci.text);
	free(ids->pci.entries);
	free(ids->usb.text);
	free(ids->usb.entries);
	memset(ids, 0, sizeof(*ids));
}

static struct slice find(const struct ids_list *list, unsigned long long id)
{
	struct ids_entry wanted = { .id = id }, *found = NULL;

	if (list->n)
		found = bsearch(&wanted, list->entries, list->n, sizeof(wanted),
				by_id);
	return found ? found->name : (struct slice){ NULL, 0 };
}

static void add(char *to, size_t *used, struct slice s)
{
	if (*used && s.len && *used < IDS_NAME)
		to[(*used)++] = ' ';
	if (s.len > IDS_NAME - *used)
		s.len = IDS_NAME - *used;
	memcpy(to + *used, s.p ? s.p : "", s.len);
	*used += s.len;
}

struct slice ids_name(struct ids *ids, struct slice id, char buffer[IDS_NAME])
{
	const struct ids_list *list;
	unsigned int vendor, device;
	struct slice bus, rest, name;
	size_t used = 0;

	if (!slice_split(id, ':', &bus, &rest) || rest.len < 9 ||
	    rest.p[4] != ':' || !hex4(rest, &vendor) ||
	    !hex4((struct slice){ rest.p + 5, rest.len - 5 }, &device) ||
	    ids_load(ids) != DONE)
		return (struct slice){ NULL, 0 };
	if (slice_is(bus, "pci"))
		list = &ids->pci;
	else if (slice_is(bus, "usb"))
		list = &ids->usb;
	else
		return (struct slice){ NULL, 0 };
	name = find(list, (unsigned long long)vendor << 32 | VENDOR_ONLY);
	add(buffer, &used, name);
	name = find(list, (unsigned long long)vendor << 32 | device);
	if (!used && !name.len)
		return name;
	add(buffer, &used, name);
	return (struct slice){ buffer, used };
}
