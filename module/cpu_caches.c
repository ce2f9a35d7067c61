// SPDX-License-Identifier: GPL-2.0
#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/device.h>

#include "cpu_caches.h"
#include "text.h"

/**
 * hwi_cache_text() - append a cache to a list of them
 * @arena: where the string goes
 * @before: the list so far; no text at first
 * @cache: the cache
 *
 * As in L1d=48K@0+8,L2=2M@0-3: level and type, size, the CPUs that share it
 * (ranges joined with +, since the comma separates caches).
 *
 * Return: the longer list; text is NULL on overflow.
 */
struct hwi_str hwi_cache_text(struct hwi_arena *arena, struct hwi_str before,
			      const struct cacheinfo *cache)
{
	struct hwi_str none = { NULL, 0 }, cpus;
	char *begin, *p;

	cpus = hwi_text_cpulist(arena, cpumask_bits(&cache->shared_cpu_map),
				nr_cpu_ids, '+');
	if (!cpus.text)
		return none;
	begin = hwi_arena_text_begin(arena, before.len + cpus.len +
						    2 * HWI_U64_MAX_LEN + 8);
	if (!begin)
		return none;
	p = begin;
	if (before.len) {
		memcpy(p, before.text, before.len);
		p += before.len;
		*p++ = ',';
	}
	*p++ = 'L';
	p = hwi_text_u64(p, cache->level);
	if (cache->type == CACHE_TYPE_DATA)
		*p++ = 'd';
	else if (cache->type == CACHE_TYPE_INST)
		*p++ = 'i';
	*p++ = '=';
	/* Where firmware does not tell, it is 0. */
	if (cache->size)
		p = hwi_text_size(p, cache->size);
	else
		*p++ = '-';
	*p++ = '@';
	memcpy(p, cpus.text, cpus.len);
	return hwi_arena_text_end(arena, begin, p + cpus.len);
}

/**
 * struct caches - a walk over the cache devices of a CPU
 * @arena: where the text goes
 * @text: the list so far
 */
struct caches {
	struct hwi_arena *arena;
	struct hwi_str text;
};

static int add_cache(struct device *index, void *data)
{
	const struct cacheinfo *cache = dev_get_drvdata(index);
	struct caches *caches = data;

	if (cache)
		caches->text =
			hwi_cache_text(caches->arena, caches->text, cache);
	return 0;
}

static int find_cache_device(struct device *dev, void *data)
{
	if (strcmp(dev_name(dev), "cache"))
		return 0;
	return device_for_each_child(dev, data, add_cache);
}

/**
 * hwi_cpu_caches() - the caches of a CPU, as one list
 * @arena: where the string goes
 * @cpu: CPU number
 *
 * get_cpu_cacheinfo() is not exported, but the devices behind
 * /sys/devices/system/cpu/cpuN/cache/indexM have its entries as driver data.
 *
 * Context: process context, cpus_read_lock() held: entries are made and freed
 * by CPU hotplug. device_for_each_child() holds a reference to each device.
 * Return: the list; no text if the kernel knows of no cache, as for a CPU
 * that is offline.
 */
struct hwi_str hwi_cpu_caches(struct hwi_arena *arena, unsigned int cpu)
{
	struct caches caches = { .arena = arena };
	struct device *dev = get_cpu_device(cpu);

	if (dev && cpu_online(cpu))
		device_for_each_child(dev, &caches, find_cache_device);
	return caches.text;
}
