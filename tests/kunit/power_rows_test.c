// SPDX-License-Identifier: GPL-2.0
#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/power_rows.c"

#include "joined.h"

/**
 * struct fake - devices, and their power management
 * @sys: the devices
 * @powers: the records
 */
struct fake {
	struct fake_devices sys;
	struct hwi_powers powers;
};

static struct hwi_power *read_power(struct kunit *test, struct fake *fake,
				    const struct hwi_device *device)
{
	return READ_RECORD(test, fake, &fake->powers, device);
}

static int join(struct fake *fake, struct hwi_arena *arena)
{
	return hwi_powers_join(&fake->powers, arena, &fake->sys.devices);
}

#define EXPECT_POWER(test, power, want)                                   \
	EXPECT_STRING(test,                                               \
		      ROW(test, hwi_power_columns, hwi_power_row, power), \
		      want)

static void what_is_not_known(struct kunit *test)
{
	struct hwi_power *power;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	power = read_power(test, &fake,
			   devices_add(test, &fake.sys, NULL, "pci", NULL, "a",
				       NULL));
	JOIN_FAKE(test, &fake, join);
	EXPECT_POWER(test, power, "pci:a - - - - - - - - -");
	/* A device without runtime PM can still wake the system. */
	power->wakeup = HWI_WAKEUP_DISABLED;
	EXPECT_POWER(test, power, "pci:a - - - - disabled - - - -");
	power->has_runtime = true;
	EXPECT_POWER(test, power, "pci:a - on 0 0 disabled 0 0 - -");
}

static void facts_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_power *power;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	power = read_power(test, &fake,
			   devices_add(test, &fake.sys, NULL, "platform", NULL,
				       "my uart", NULL));
	power->has_runtime = true;
	power->runtime = "suspended";
	power->automatic = true;
	power->usage = 1;
	power->children = 2;
	power->active_ms = 3;
	power->suspended_ms = 1ULL << 40;
	power->wakeup = HWI_WAKEUP_ENABLED;
	power->has_events = true;
	power->events = 5;
	power->domain = "pd uart";
	JOIN_FAKE(test, &fake, join);
	EXPECT_POWER(
		test, power,
		"platform:my\\040uart suspended auto 1 2 enabled 3 1099511627776 5 pd\\040uart");
	power->domain = NULL;
	power->domain_hidden = true;
	EXPECT_POWER(
		test, power,
		"platform:my\\040uart suspended auto 1 2 enabled 3 1099511627776 5 *");
}

static void only_devices_of_both_walks(struct kunit *test)
{
	struct hwi_device *bridge, *below, gone = { .key = 99 };
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	bridge =
		devices_add(test, &fake.sys, NULL, "pci", NULL, "bridge", NULL);
	devices_add(test, &fake.sys, NULL, "pci", NULL, "always on", NULL);
	below = devices_add(test, &fake.sys, bridge, NULL, "net", "eth0", NULL);
	read_power(test, &fake, bridge);
	read_power(test, &fake, &gone);
	read_power(test, &fake, below);
	JOIN_FAKE(test, &fake, join);
	KUNIT_ASSERT_EQ(test, fake.powers.nr, 2U);
	EXPECT_STRING(test, fake.powers.first->device->name, "bridge");
	EXPECT_STRING(test, fake.powers.first->next->device->name, "eth0");
	KUNIT_EXPECT_TRUE(test, !fake.powers.first->next->next);
}

static void read_one(struct kunit *test, struct fake *fake)
{
	read_power(test, fake,
		   devices_add(test, &fake->sys, NULL, "pci", NULL, "a", NULL));
}

static void look_at_one(struct kunit *test, struct fake *fake)
{
	KUNIT_EXPECT_EQ(test, fake->powers.nr, 1U);
}

static void joined_in_any_room(struct kunit *test)
{
	EXPECT_JOINED_IN_ANY_ROOM(test, read_one, join, look_at_one);
}

static void no_room_is_an_error(struct kunit *test)
{
	EXPECT_NO_ROOM_IS_AN_ERROR(test, read_one, join);
}

static struct kunit_case power_rows_cases[] = {
	KUNIT_CASE(what_is_not_known),
	KUNIT_CASE(facts_in_the_order_of_the_columns),
	KUNIT_CASE(only_devices_of_both_walks),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	{}
};

static struct kunit_suite power_rows_suite = {
	.name = "hwinsight_power_rows",
	.test_cases = power_rows_cases,
};

kunit_test_suite(power_rows_suite);

MODULE_DESCRIPTION("KUnit: how devices save power, and their rows");
MODULE_LICENSE("GPL");
