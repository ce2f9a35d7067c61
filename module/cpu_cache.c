// SPDX-License-Identifier: GPL-2.0
#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/device.h>

#include "cpu_cache.h"

/**
 * struct caches - a walk over the cache devices of a CPU
 * @arena: where the copies go
 * @first: the list
 * @link: where the next one is linked in
 */
struct caches {
	struct hwi_arena *arena;
	struct hwi_cache *first;
	struct hwi_cache **link;
};

static int copy_cache(struct device *index, void *data)
{
	size_t size = BITS_TO_LONGS(nr_cpu_ids) * sizeof(long);
	const struct cacheinfo *cache = dev_get_drvdata(index);
	struct caches *caches = data;
	struct hwi_cache *to;

	if (!cache)
		return 0;
	to = hwi_arena_alloc(caches->arena, sizeof(*to));
	if (!to)
		return -ENOMEM;
	to->next = NULL;
	to->level = cache->level;
	to->type = cache->type;
	to->size = cache->size;
	to->shared = hwi_arena_alloc(caches->arena, size);
	if (!to->shared)
		return -ENOMEM;
	memcpy(to->shared, cpumask_bits(&cache->shared_cpu_map), size);
	*caches->link = to;
	caches->link = &to->next;
	return 0;
}

static int find_cache_device(struct device *dev, void *data)
{
	if (strcmp(dev_name(dev), "cache"))
		return 0;
	return device_for_each_child(dev, data, copy_cache);
}

/**
 * hwi_cpu_caches() - copy the caches of a CPU
 * @arena: where to copy; its overflow is set if they do not fit
 * @cpu: CPU number
 *
 * get_cpu_cacheinfo() is not exported, but the devices behind
 * /sys/devices/system/cpu/cpuN/cache/indexM have its entries as driver data.
 *
 * Context: process context, cpus_read_lock() held: entries are made and freed
 * by CPU hotplug. device_for_each_child() holds a reference to each device.
 * Return: the first; NULL if the kernel knows of no cache, as for a CPU that
 * is offline.
 */
struct hwi_cache *hwi_cpu_caches(struct hwi_arena *arena, unsigned int cpu)
{
	struct caches caches = { .arena = arena };
	struct device *dev = get_cpu_device(cpu);

	caches.link = &caches.first;
	if (dev && cpu_online(cpu))
		device_for_each_child(dev, &caches, find_cache_device);
	return caches.first;
}
