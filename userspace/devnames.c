// SPDX-License-Identifier: GPL-2.0
#include "devnames.h"
#include "grid.h"
#include "join.h"

static void add_name(struct buffer *buffer, const struct join *join,
		     const struct view *view, const struct slice *cells)
{
	char text[IDS_NAME];
	struct slice name =
		ids_name(join->context, cell_named(view, cells, "ID"), text);

	if (name.len)
		join_escaped(buffer, name, ' ');
	else
		buffer_char(buffer, '-');
}

enum exit_code devnames_join(struct ids *ids, struct view *view, char **text)
{
	struct join join = { "NAME", 's', add_name, ids };

	*text = NULL;
	if (!slice_is(view->name, "devices") || !ids_there(ids))
		return DONE;
	return join_columns(view, &join, 1, text);
}
