/* SPDX-License-Identifier: GPL-2.0 */
/* EDAC exports these, but declares them where modules cannot see them. */
#ifndef FAULTS_EDAC_H
#define FAULTS_EDAC_H

#include <linux/edac.h>

struct mem_ctl_info *edac_mc_alloc(unsigned int number, unsigned int nr_layers,
				   struct edac_mc_layer *layers,
				   unsigned int private_size);
void edac_mc_free(struct mem_ctl_info *mci);
int edac_mc_add_mc_with_groups(struct mem_ctl_info *mci,
			       const struct attribute_group **groups);
struct mem_ctl_info *edac_mc_del_mc(struct device *dev);
void edac_mc_handle_error(enum hw_event_mc_err_type type,
			  struct mem_ctl_info *mci, u16 count,
			  unsigned long page, unsigned long offset,
			  unsigned long syndrome, int top, int middle, int low,
			  const char *message, const char *detail);

#endif
