// SPDX-License-Identifier: GPL-2.0
/* Groups CPUs by kind. */
#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/string.h>

#include "core/compat.h"
#include "core/pause.h"
#include "cpu_arch.h"
#include "cputype_arch.h"
#include "cputype_rows.h"

static bool same_name(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static struct hwi_cputype *new_type(struct hwi_arena *arena,
				    const struct hwi_cpu_kind *kind,
				    const char *name)
{
	size_t size = BITS_TO_LONGS(nr_cpu_ids) * sizeof(long);
	struct hwi_mark mark = hwi_arena_mark(arena);
	struct hwi_cputype *to = hwi_arena_alloc(arena, sizeof(*to));

	if (!to)
		return NULL;
	to->next = NULL;
	to->kind = *kind;
	to->name = hwi_arena_copy(arena, name);
	to->cpus = hwi_arena_alloc(arena, size);
	if (arena->overflow) {
		hwi_arena_rewind(arena, mark);
		return NULL;
	}
	memset(to->cpus, 0, size);
	return to;
}

/* Returns false if it did not fit. */
static bool take_cpu(struct hwi_cputypes *types, struct hwi_arena *arena,
		     unsigned int cpu)
{
	char buffer[HWI_CPU_MODEL];
	const char *name = hwi_cpu_model(cpu, buffer);
	struct hwi_cputype **link;
	struct hwi_cpu_kind kind;

	hwi_cpu_kind(cpu, &kind);
	kind.capacity = hwi_cpu_capacity(cpu);
	for (link = &types->first; *link; link = &(*link)->next)
		if (!memcmp(&(*link)->kind, &kind, sizeof(kind)) &&
		    same_name((*link)->name, name))
			break;
	if (!*link)
		*link = new_type(arena, &kind, name);
	if (!*link)
		return false;
	__set_bit(cpu, (*link)->cpus);
	return true;
}

/**
 * hwi_cputypes_collect() - copy the kinds of CPUs
 * @types: result
 * @arena: where the copies go
 *
 * cpus_read_lock() keeps CPUs online, and with them what identifies them. It is
 * a percpu_rwsem, so sleeping is allowed.
 *
 * Context: process context, may sleep; takes cpu_hotplug_lock for reading.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_cputypes_collect(struct hwi_cputypes *types, struct hwi_arena *arena)
{
	unsigned int cpu = 0, batch;
	int err;

	types->first = NULL;
	while (cpu < nr_cpu_ids) {
		cpus_read_lock();
		for (batch = 0; batch < HWI_BATCH && cpu < nr_cpu_ids;
		     batch++, cpu++)
			if (cpu_online(cpu) && !take_cpu(types, arena, cpu))
				break;
		cpus_read_unlock();
		err = hwi_arena_pause(arena);
		if (err)
			return err;
	}
	return 0;
}
