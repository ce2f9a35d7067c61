// SPDX-License-Identifier: GPL-2.0
#include "shape.h"

bool shape_none(const struct shape *shape)
{
	return !shape->columns && !shape->sort && !shape->wheres &&
	       !shape->no_header;
}
