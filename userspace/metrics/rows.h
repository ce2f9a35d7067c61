/* SPDX-License-Identifier: GPL-2.0 */
#ifndef ROWS_H
#define ROWS_H

#include "exposition.h"
#include "parse.h"

/* Print all metrics of a group whose columns @view has. */
void metrics_of_view(struct exposition *exposition,
		     const struct metric_group *group, const struct view *view,
		     bool per_cpu);

#endif
