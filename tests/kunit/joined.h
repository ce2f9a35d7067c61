/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Records of fake devices, for the suites of views whose records are joined to
 * devices: each has a struct fake, whose member sys is the devices. First
 * include what devices.h needs.
 */
#ifndef HWI_KUNIT_JOINED_H
#define HWI_KUNIT_JOINED_H

#include "cells.h"
#include "devices.h"

/* Zeroed memory from the devices' arena. */
static inline void *devices_take(struct kunit *test, struct fake_devices *fake,
				 size_t size)
{
	void *at = hwi_arena_alloc(&fake->arena, size);

	KUNIT_ASSERT_TRUE(test, at);
	memset(at, 0, size);
	return at;
}

#define BEGIN_FAKE(test, fake)                     \
	do {                                       \
		memset(fake, 0, sizeof(*(fake)));  \
		devices_begin(test, &(fake)->sys); \
	} while (0)

/* Prepend to @list a record of @device, with the given members. */
#define READ_RECORD(test, fake, list, device, ...)                         \
	({                                                                 \
		typeof((list)->first) record =                             \
			devices_take(test, &(fake)->sys, sizeof(*record)); \
		*record = (typeof(*record)){ .next = (list)->first,        \
					     .key = (device)->key,         \
					     ##__VA_ARGS__ };              \
		(list)->first = record;                                    \
		(list)->nr++;                                              \
		record;                                                    \
	})

/* @join is a function(fake, arena). */
#define JOIN_FAKE(test, fake, join)                                       \
	do {                                                              \
		devices_arrange(test, &(fake)->sys);                      \
		KUNIT_ASSERT_EQ(test, join(fake, &(fake)->sys.arena), 0); \
	} while (0)

/*
 * However small the arena is at first. @read is a function(test, fake), and so
 * is @look, which judges the result.
 */
#define EXPECT_JOINED_IN_ANY_ROOM(test, read, join, look)              \
	do {                                                           \
		struct hwi_arena arena;                                \
		struct fake fake;                                      \
		size_t size;                                           \
		for (size = 0; size < 512; size += 8) {                \
			BEGIN_FAKE(test, &fake);                       \
			read(test, &fake);                             \
			devices_arrange(test, &fake.sys);              \
			arena = new_arena(test, size);                 \
			KUNIT_EXPECT_EQ(test, join(&fake, &arena), 0); \
			look(test, &fake);                             \
			hwi_arena_free(&arena);                        \
		}                                                      \
	} while (0)

#define EXPECT_NO_ROOM_IS_AN_ERROR(test, read, join)                \
	do {                                                        \
		struct hwi_budget nothing = {};                     \
		struct hwi_arena arena;                             \
		struct fake fake;                                   \
		BEGIN_FAKE(test, &fake);                            \
		read(test, &fake);                                  \
		devices_arrange(test, &fake.sys);                   \
		hwi_arena_init(&arena, &nothing);                   \
		KUNIT_EXPECT_EQ(test, join(&fake, &arena), -EFBIG); \
		hwi_arena_free(&arena);                             \
	} while (0)

#endif
