// SPDX-License-Identifier: GPL-2.0
/* Counts requests in flight, for kernels that do not export the number. */
#include <linux/blk-mq.h>
#include <linux/blkdev.h>
#include <linux/part_stat.h>
#include <linux/percpu-refcount.h>

#include "core/compat.h"

#if defined(CONFIG_BLOCK) && defined(HWI_COUNTS_INFLIGHT)
/* Only sums mean something: one CPU begins a request, another completes it. */
static unsigned int count_local(struct hwi_disk_part *part)
{
	int cpu, reads = 0, writes = 0;

	for_each_possible_cpu(cpu) {
		reads += part_stat_local_read_cpu(part, in_flight[0], cpu);
		writes += part_stat_local_read_cpu(part, in_flight[1], cpu);
	}
	return max(reads, 0) + max(writes, 0);
}

/**
 * struct counter - requests of a disk or a partition
 * @part: which
 * @nr: how many so far
 */
struct counter {
	struct hwi_disk_part *part;
	unsigned int nr;
};

/*
 * Called for the requests of every disk that shares the tags; the caller holds
 * each request meanwhile. Counts what /proc/diskstats counts.
 */
static HWI_TAG_FN(count_request, rq, data)
{
	struct counter *counter = data;
	struct hwi_disk_part *part = counter->part;

	if (rq->q == hwi_part_disk(part)->queue && rq->part &&
	    (rq->rq_flags & RQF_IO_STAT) && !blk_rq_is_passthrough(rq) &&
	    blk_mq_rq_state(rq) == MQ_RQ_IN_FLIGHT &&
	    (!hwi_part_is_partition(part) || rq->part == part))
		counter->nr++;
	return true;
}

/*
 * The queue's usage counter keeps its tags: before they are freed, or their
 * number changes, the counter has to drop to zero and stay there. The kernel's
 * own count, blk_mq_queue_tag_busy_iter(), relies on that, too.
 */
static unsigned int count_tags(struct hwi_disk_part *part)
{
	struct request_queue *q = hwi_part_disk(part)->queue;
	struct counter counter = { .part = part };

	if (!percpu_ref_tryget(&q->q_usage_counter))
		return 0;
	blk_mq_tagset_busy_iter(q->tag_set, count_request, &counter);
	percpu_ref_put(&q->q_usage_counter);
	return counter.nr;
}

/**
 * hwi_disk_inflight() - count the requests begun and not completed
 * @part: the disk or partition
 *
 * Context: process context; the caller holds a reference to the device of
 * @part, which holds the disk and its queue.
 * Return: how many, as /proc/diskstats shows them.
 */
unsigned int hwi_disk_inflight(struct hwi_disk_part *part)
{
	if (HWI_INFLIGHT_IN_TAGS && queue_is_mq(hwi_part_disk(part)->queue))
		return count_tags(part);
	return count_local(part);
}
#endif
