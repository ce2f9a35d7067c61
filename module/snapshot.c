// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/timekeeping.h>
#include <linux/workqueue.h>

#include "snapshot.h"
#include "view.h"

#define SNAPSHOT_MIN (32UL << 10)

/* Larger blocks are not kept for the next reader. */
#define SPARE_MAX (2UL << 20)
#define SPARE_IDLE (5 * HZ)

/*
 * Blocks of closed files. A monitor opens the same views every second, and
 * page allocation, with init_on_alloc=1 as distributions set it, would cost
 * it more than taking the snapshot. Nothing is shared while in use: a block
 * has one owner, and changes it by xchg(), which is all the locking it needs.
 */
struct spare {
	size_t size;
	char data[] __aligned(HWI_WORD);
};

static struct spare *spares[4];
static bool spares_used;

static void spares_trim(struct work_struct *work);
static DECLARE_DEFERRABLE_WORK(trim_work, spares_trim);

/* Free what nobody took up again for a while. */
static void spares_trim(struct work_struct *work)
{
	unsigned int i;

	if (READ_ONCE(spares_used)) {
		WRITE_ONCE(spares_used, false);
		schedule_delayed_work(&trim_work, SPARE_IDLE);
		return;
	}
	for (i = 0; i < ARRAY_SIZE(spares); i++)
		kvfree(xchg(&spares[i], NULL));
}

static struct spare *to_spare(const struct hwi_arena *arena)
{
	return arena->base ?
		       container_of((void *)arena->base, struct spare, data) :
		       NULL;
}

static void arena_put(struct hwi_arena *arena)
{
	struct spare *block = to_spare(arena);
	unsigned int i;

	arena->base = NULL;
	arena->size = 0;
	if (!block)
		return;
	if (block->size <= SPARE_MAX) {
		for (i = 0; i < ARRAY_SIZE(spares) && block; i++)
			if (!READ_ONCE(spares[i]))
				block = xchg(&spares[i], block);
		WRITE_ONCE(spares_used, true);
		if (!delayed_work_pending(&trim_work))
			schedule_delayed_work(&trim_work, SPARE_IDLE);
	}
	kvfree(block);
}

/* Give the arena at least @size bytes, and no more than @max. */
static int arena_get(struct hwi_arena *arena, size_t size, size_t max)
{
	struct spare *block;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(spares); i++) {
		if (!READ_ONCE(spares[i]))
			continue;
		block = xchg(&spares[i], NULL);
		if (block && block->size >= size &&
		    block->size <= min(max, 4 * size))
			goto found;
		kvfree(block);
	}
	block = kvmalloc(struct_size(block, data, size),
			 GFP_KERNEL_ACCOUNT | __GFP_NOWARN);
	if (!block)
		return -ENOMEM;
	block->size = size;
found:
	arena->base = block->data;
	arena->size = block->size;
	return 0;
}

static int too_big(void)
{
	pr_warn_once(
		"hwinsight: a read needs more than dev.hwinsight.snapshot_max_kb allows, and was refused\n");
	return -EFBIG;
}

/**
 * hwi_snapshot_take() - take a snapshot, replacing the one that is there
 * @snap: the snapshot, with view and access set
 * @max: bytes that it may take
 *
 * The view fills a block of fixed size; one that does not suffice is replaced
 * by one twice as large and the view asked again, so that views never
 * allocate, with or without a lock held. It begins with what sufficed last,
 * so that machines are not asked several times over for each reader.
 *
 * Context: process context, may sleep.
 * Return: 0; -ENOMEM; -EFBIG if it would take more than @max; or the view's
 * error. On error there is no snapshot.
 */
int hwi_snapshot_take(struct hwi_snapshot *snap, size_t max)
{
	const struct hwi_view *view = snap->view;
	size_t size = max_t(size_t, READ_ONCE(*snap->last_size), SNAPSHOT_MIN);
	int err;

	if (snap->arena.size > max)
		arena_put(&snap->arena);
	if (max < SNAPSHOT_MIN)
		return too_big();
	size = min(size, max);
	for (;;) {
		if (!snap->arena.base) {
			err = arena_get(&snap->arena, size, max);
			if (err)
				return err;
		}
		snap->arena.used = 0;
		snap->arena.overflow = false;
		hwi_table_init(&snap->table, &snap->arena, view->columns,
			       view->nr_columns);
		snap->taken = ktime_get_boottime_ns();
		err = view->fill(snap);
		if (!err && hwi_table_layout(&snap->table)) {
			WRITE_ONCE(*snap->last_size,
				   roundup_pow_of_two(snap->arena.used));
			return 0;
		}
		size = snap->arena.size;
		arena_put(&snap->arena);
		if (err)
			return err;
		if (size >= max)
			return too_big();
		size = min(size * 2, max);
		cond_resched();
	}
}

/**
 * hwi_snapshot_release() - let go of a snapshot's memory
 * @snap: the snapshot
 *
 * Context: process context.
 */
void hwi_snapshot_release(struct hwi_snapshot *snap)
{
	arena_put(&snap->arena);
}

/**
 * hwi_snapshot_exit() - free what is kept, when no file is open any more
 *
 * Context: process context, may sleep.
 */
void hwi_snapshot_exit(void)
{
	WRITE_ONCE(spares_used, false);
	cancel_delayed_work_sync(&trim_work);
	spares_trim(NULL);
}
