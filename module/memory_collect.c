// SPDX-License-Identifier: GPL-2.0
/*
 * Copies the counters of the system, of its nodes and of their zones.
 *
 * No lock is taken, nor do the kernel's own files take one that would matter:
 * each value is one word, read whole, and changes under no lock that a module
 * can have (mem_hotplug_lock is not exported). The memory that holds it stays:
 * a node's pg_data_t, which contains its zones, is never freed once the node
 * was online, and a zone's name is a constant.
 */
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/nodemask.h>
#include <linux/swap.h>
#include <linux/vmstat.h>

#include "core/compat.h"
#include "memory_rows.h"

static u64 kb(unsigned long pages)
{
	return (u64)pages << (PAGE_SHIFT - 10);
}

/*
 * Like node_page_state_pages(), which is not exported. CPUs keep small
 * differences to themselves for a while, so the sum can be negative for a
 * moment.
 */
static u64 node_kb(const pg_data_t *pgdat, enum node_stat_item item)
{
	long pages = atomic_long_read(&pgdat->vm_stat[item]);

	return pages < 0 ? 0 : kb(pages);
}

static u64 node_swap_cached(const pg_data_t *pgdat)
{
	if (!IS_ENABLED(CONFIG_SWAP))
		return 0;
	return HWI_COUNTS_SWAPCACHE ? node_kb(pgdat, HWI_NR_SWAPCACHE) :
				      HWI_MEMORY_UNKNOWN;
}

static u64 system_swap_cached(void)
{
	if (!IS_ENABLED(CONFIG_SWAP))
		return 0;
	return HWI_COUNTS_SWAPCACHE ?
		       kb(global_node_page_state(HWI_NR_SWAPCACHE)) :
		       HWI_MEMORY_UNKNOWN;
}

/* It can be negative for a moment, while a swap area is removed. */
static u64 system_swap_free(void)
{
#ifdef CONFIG_SWAP
	return kb(max(get_nr_swap_pages(), 0L));
#else
	return 0;
#endif
}

static struct hwi_memory *new_record(struct hwi_arena *arena, int node)
{
	struct hwi_memory *to = hwi_arena_alloc(arena, sizeof(*to));
	unsigned int i;

	if (!to)
		return NULL;
	*to = (struct hwi_memory){ .node = node };
	for (i = 0; i < HWI_MEMORY_ITEMS; i++)
		to->kb[i] = HWI_MEMORY_UNKNOWN;
	return to;
}

static void copy_system(struct hwi_memory *to)
{
	struct sysinfo info;

	si_meminfo(&info);
	to->kb[HWI_MEMORY_MANAGED] = kb(info.totalram);
	to->kb[HWI_MEMORY_FREE] = kb(info.freeram);
	to->kb[HWI_MEMORY_AVAILABLE] = kb(si_mem_available());
	to->kb[HWI_MEMORY_ANON] = kb(global_node_page_state(NR_ANON_MAPPED));
	to->kb[HWI_MEMORY_FILE] = kb(global_node_page_state(NR_FILE_PAGES));
	/* Counted in pages, whatever their names say. */
	to->kb[HWI_MEMORY_SLAB] =
		kb(global_node_page_state_pages(NR_SLAB_RECLAIMABLE_B) +
		   global_node_page_state_pages(NR_SLAB_UNRECLAIMABLE_B));
	to->kb[HWI_MEMORY_DIRTY] = kb(global_node_page_state(NR_FILE_DIRTY));
	to->kb[HWI_MEMORY_WRITEBACK] = kb(global_node_page_state(NR_WRITEBACK));
	to->kb[HWI_MEMORY_SWAP_FREE] = system_swap_free();
	to->kb[HWI_MEMORY_SWAP_CACHED] = system_swap_cached();
	to->kb[HWI_MEMORY_PRESENT] = 0;
	to->kb[HWI_MEMORY_MIN] = 0;
	to->kb[HWI_MEMORY_LOW] = 0;
	to->kb[HWI_MEMORY_HIGH] = 0;
}

static void copy_node(const pg_data_t *pgdat, struct hwi_memory *to)
{
	to->has_start = READ_ONCE(pgdat->node_present_pages);
	to->start = (u64)READ_ONCE(pgdat->node_start_pfn) << PAGE_SHIFT;
	to->kb[HWI_MEMORY_ANON] = node_kb(pgdat, NR_ANON_MAPPED);
	to->kb[HWI_MEMORY_FILE] = node_kb(pgdat, NR_FILE_PAGES);
	to->kb[HWI_MEMORY_SLAB] = node_kb(pgdat, NR_SLAB_RECLAIMABLE_B) +
				  node_kb(pgdat, NR_SLAB_UNRECLAIMABLE_B);
	to->kb[HWI_MEMORY_DIRTY] = node_kb(pgdat, NR_FILE_DIRTY);
	to->kb[HWI_MEMORY_WRITEBACK] = node_kb(pgdat, NR_WRITEBACK);
	to->kb[HWI_MEMORY_SWAP_CACHED] = node_swap_cached(pgdat);
	to->kb[HWI_MEMORY_PRESENT] = 0;
	to->kb[HWI_MEMORY_MANAGED] = 0;
	to->kb[HWI_MEMORY_FREE] = 0;
	to->kb[HWI_MEMORY_MIN] = 0;
	to->kb[HWI_MEMORY_LOW] = 0;
	to->kb[HWI_MEMORY_HIGH] = 0;
}

/*
 * As in /proc/buddyinfo, which also holds the zone's lock, so that orders
 * agree.
 */
static void copy_orders(struct hwi_arena *arena, struct zone *zone,
			struct hwi_memory *to)
{
	unsigned int i;

	to->nr_orders = ARRAY_SIZE(zone->free_area);
	to->orders =
		hwi_arena_alloc(arena, to->nr_orders * sizeof(*to->orders));
	for (i = 0; to->orders && i < to->nr_orders; i++)
		to->orders[i] = READ_ONCE(zone->free_area[i].nr_free);
}

static void copy_zone(struct hwi_arena *arena, struct zone *zone,
		      struct hwi_memory *to)
{
	to->zone = hwi_arena_copy(arena, zone->name);
	to->has_start = true;
	to->start = (u64)READ_ONCE(zone->zone_start_pfn) << PAGE_SHIFT;
	to->kb[HWI_MEMORY_PRESENT] = kb(READ_ONCE(zone->present_pages));
	to->kb[HWI_MEMORY_MANAGED] = kb(zone_managed_pages(zone));
	to->kb[HWI_MEMORY_FREE] = kb(zone_page_state(zone, NR_FREE_PAGES));
	to->kb[HWI_MEMORY_MIN] = kb(min_wmark_pages(zone));
	to->kb[HWI_MEMORY_LOW] = kb(low_wmark_pages(zone));
	to->kb[HWI_MEMORY_HIGH] = kb(high_wmark_pages(zone));
	copy_orders(arena, zone, to);
}

static void add(struct hwi_memory *sum, const struct hwi_memory *part,
		enum hwi_memory_item item)
{
	sum->kb[item] += part->kb[item];
}

/* A node is the sum of its zones. */
static void add_zone(struct hwi_memory *node, const struct hwi_memory *zone)
{
	add(node, zone, HWI_MEMORY_PRESENT);
	add(node, zone, HWI_MEMORY_MANAGED);
	add(node, zone, HWI_MEMORY_FREE);
	add(node, zone, HWI_MEMORY_MIN);
	add(node, zone, HWI_MEMORY_LOW);
	add(node, zone, HWI_MEMORY_HIGH);
}

/* The system is the sum of its nodes, where it has no figure of its own. */
static void add_node(struct hwi_memory *system, const struct hwi_memory *node)
{
	add(system, node, HWI_MEMORY_PRESENT);
	add(system, node, HWI_MEMORY_MIN);
	add(system, node, HWI_MEMORY_LOW);
	add(system, node, HWI_MEMORY_HIGH);
}

/* Returns the last record made: the node's, or that of its last zone. */
static struct hwi_memory *collect_node(struct hwi_memories *memories,
				       struct hwi_arena *arena, int nid,
				       struct hwi_memory *last)
{
	pg_data_t *pgdat = NODE_DATA(nid);
	struct hwi_memory *node = new_record(arena, nid), *to;
	unsigned int i;

	if (!node)
		return NULL;
	last->next = node;
	last = node;
	memories->nr++;
	copy_node(pgdat, node);
	for (i = 0; i < MAX_NR_ZONES; i++) {
		if (!populated_zone(&pgdat->node_zones[i]))
			continue;
		to = new_record(arena, nid);
		if (!to)
			return NULL;
		last->next = to;
		last = to;
		memories->nr++;
		copy_zone(arena, &pgdat->node_zones[i], to);
		add_zone(node, to);
	}
	add_node(memories->first, node);
	return last;
}

static void copy_all(struct hwi_arena *arena, void *data)
{
	struct hwi_memories *memories = data;
	struct hwi_memory *last = new_record(arena, NUMA_NO_NODE);
	int nid;

	memories->first = last;
	memories->nr = 1;
	if (!last)
		return;
	copy_system(last);
	for_each_online_node(nid) {
		last = collect_node(memories, arena, nid, last);
		if (!last)
			return;
	}
}

/**
 * hwi_memory_collect() - copy memory counters
 * @memories: result
 * @arena: where the copies go
 *
 * Counters change while they are copied: the whole is not of one moment.
 *
 * Context: process context, may sleep; nothing is locked.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_memory_collect(struct hwi_memories *memories, struct hwi_arena *arena)
{
	return hwi_arena_fit(arena, copy_all, memories);
}
