// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "branches.h"
#include "kinds.h"
#include "known.h"
#include "mounts.h"
#include "whole.h"

/* A view that adds to the tree, if there is one. */
struct extra {
	struct reading reading;
	struct grid grid;
	char *joined;
	bool there;
};

static void extra_load(struct extra *extra, struct source *source,
		       const char *name)
{
	bool quiet;

	memset(extra, 0, sizeof(*extra));
	quiet = source->quiet;
	source->quiet = true;
	if (source_load(source, name, &extra->reading) == DONE) {
		mounts_join(source, &extra->reading.view, &extra->joined);
		extra->there = grid_make(&extra->grid, &extra->reading.view);
	}
	source->quiet = quiet;
}

static void extra_free(struct extra *extra)
{
	if (extra->there)
		grid_free(&extra->grid);
	free(extra->joined);
	reading_free(&extra->reading);
}

/* Find "pci:0000:00:02.0", or a name after its colon: "eth0". */
static size_t find_root(const struct devtree *tree, const char *name)
{
	struct slice wanted = slice_of(name), node;
	size_t i, found = devtree_find(tree, wanted);

	for (i = 0; found == NO_NODE && i < tree->n; i++) {
		node = tree->nodes[i].name;
		if (node.len > wanted.len &&
		    node.p[node.len - wanted.len - 1] == ':' &&
		    !memcmp(node.p + node.len - wanted.len, wanted.p,
			    wanted.len))
			found = i;
	}
	return found;
}

/* Hide empty disks, as in the view disks. */
static void leave_out_empty(const struct devtree *tree,
			    const struct grid *disks, bool *shown)
{
	char name[6 + DISK_NAME] = "block:";
	const struct slice *cells;
	struct slice disk;
	size_t i, node;

	for (i = 0; disks && i < disks->rows; i++) {
		cells = grid_row(disks, i);
		if (!disk_is_empty(disks->view, cells))
			continue;
		disk = disk_in_sysfs(name + 6,
				     cell_named(disks->view, cells, "DISK"),
				     false);
		node = devtree_find(tree, (struct slice){ name, disk.len + 6 });
		if (node != NO_NODE)
			shown[node] = false;
	}
}

static enum exit_code print_tree(struct out *out, struct request *request,
				 const struct devtree *tree,
				 struct extra extras[2],
				 const struct display *display)
{
	struct branches branches = {
		.tree = tree,
		.disks = extras[0].there ? &extras[0].grid : NULL,
		.netdevs = extras[1].there ? &extras[1].grid : NULL,
		.ids = &request->ids,
		.display = display,
		.ascii = !display->utf8,
	};
	bool *shown = calloc(tree->n + 1, sizeof(*shown));
	size_t root = NO_NODE;
	bool good;

	if (!shown)
		return complain(FAILED, "no memory for %zu devices", tree->n);
	if (request->n)
		root = find_root(tree, request->args[0]);
	if (request->n && root == NO_NODE) {
		free(shown);
		return complain(
			USAGE,
			"tree: no device '%s'; hwinsight devices lists them",
			request->args[0]);
	}
	if (request->all) {
		memset(shown, true, tree->n);
	} else {
		kinds_choose(tree, shown);
		leave_out_empty(tree, branches.disks, shown);
	}
	branches.shown = shown;
	good = branches_print(out, &branches, root);
	free(shown);
	return good ? DONE :
		      complain(FAILED, "no memory for %zu devices", tree->n);
}

enum exit_code tree_whole(struct out *out, struct request *request,
			  const struct display *display)
{
	struct extra extras[2];
	struct reading reading;
	struct devtree tree;
	enum exit_code code;

	code = source_load(&request->source, "devices", &reading);
	if (code != DONE)
		return code;
	extra_load(&extras[0], &request->source, "disks");
	extra_load(&extras[1], &request->source, "netdevs");
	if (devtree_make(&tree, &reading.view,
			 extras[0].there ? &extras[0].reading.view : NULL)) {
		code = print_tree(out, request, &tree, extras, display);
		devtree_free(&tree);
	} else {
		code = FAILED;
	}
	extra_free(&extras[0]);
	extra_free(&extras[1]);
	reading_free(&reading);
	return code;
}
