// SPDX-License-Identifier: GPL-2.0
/* Copies memory slots from DMI, and DIMMs and their errors from EDAC. */
#include <linux/device.h>
#include <linux/dmi.h>
#include <linux/edac.h>
#include <linux/kernel.h>

#include "core/pause.h"
#include "dimm_rows.h"

/**
 * struct dimms - a walk over slots and DIMMs
 * @arena: where the copies go
 * @slots: slots, from the firmware
 * @counted: DIMMs, from EDAC
 * @want_slots: the opener may see slots
 */
struct dimms {
	struct hwi_arena *arena;
	struct hwi_dimms slots;
	struct hwi_dimms counted;
	bool want_slots;
};

static void copy_slot(const struct dmi_header *entry, void *data)
{
	struct dimms *to = data;

	if (entry->type == DMI_ENTRY_MEM_DEVICE)
		hwi_dimm_add_slot(&to->slots, to->arena, entry);
}

/* This module must not depend on another, so it needs EDAC built in. */
#if IS_BUILTIN(CONFIG_EDAC)
/* Exported, but declared where modules cannot see it. */
extern const char *const edac_mem_types[];

/*
 * A DIMM is freed with its controller, whose device is held. The DIMM's own
 * device, and with it its name, may go earlier: so the name is made here.
 */
static void copy_dimm(struct dimms *to, const struct mem_ctl_info *controller,
		      unsigned int index)
{
	const struct dimm_info *dimm = controller->dimms[index];
	struct hwi_dimm *copy;

	if (!dimm->nr_pages)
		return;
	copy = hwi_dimm_new(&to->counted, to->arena);
	if (!copy)
		return;
	copy->locator = hwi_arena_copy(to->arena, dimm->label);
	copy->has_size = true;
	copy->size = (u64)dimm->nr_pages << PAGE_SHIFT;
	/* Strings in the kernel image. */
	copy->type = edac_mem_types[dimm->mtype];
	copy->controller =
		hwi_arena_copy(to->arena, dev_name(&controller->dev));
	copy->index = index;
	copy->ce = READ_ONCE(dimm->ce_count);
	copy->ue = READ_ONCE(dimm->ue_count);
}

/* device_for_each_child() holds the device meanwhile. */
static int copy_controller(struct device *dev, void *data)
{
	struct mem_ctl_info *controller =
		container_of(dev, struct mem_ctl_info, dev);
	struct dimms *to = data;
	unsigned int i;

	for (i = 0; i < controller->tot_dimms && i < HWI_BATCH; i++)
		copy_dimm(to, controller, i);
	return to->arena->overflow;
}

/* All children of "mc" are memory controllers. */
static void copy_counted(struct dimms *to)
{
	struct device *root =
		bus_find_device_by_name(edac_get_sysfs_subsys(), NULL, "mc");

	if (root)
		device_for_each_child(root, to, copy_controller);
	put_device(root);
}
#else
static void copy_counted(struct dimms *to)
{
}
#endif

static void begin(struct hwi_dimms *dimms)
{
	dimms->first = NULL;
	dimms->link = &dimms->first;
}

static void copy_all(struct hwi_arena *arena, void *data)
{
	struct dimms *to = data;

	begin(&to->slots);
	begin(&to->counted);
	if (to->want_slots)
		dmi_walk(copy_slot, to);
	copy_counted(to);
}

/**
 * hwi_dimms_collect() - copy DIMMs and memory slots
 * @dimms: result, joined
 * @arena: where the copies go
 * @slots: also the slots that the firmware lists
 *
 * Context: process context, may sleep: dmi_walk() maps the firmware's table.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_dimms_collect(struct hwi_dimms *dimms, struct hwi_arena *arena,
		      bool slots)
{
	struct dimms to = { .arena = arena, .want_slots = slots };
	int err = hwi_arena_fit(arena, copy_all, &to);

	if (err)
		return err;
	begin(dimms);
	hwi_dimms_join(&to.slots, &to.counted);
	dimms->first = to.slots.first;
	return 0;
}
