// SPDX-License-Identifier: GPL-2.0
#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/pci_rows.c"

#include "joined.h"

/**
 * struct fake - devices, and collected functions, slots and interrupts
 * @sys: the devices
 * @pcis: the functions and slots
 * @irqs: the interrupts
 */
struct fake {
	struct fake_devices sys;
	struct hwi_pcis pcis;
	struct hwi_irqs irqs;
};

static struct hwi_pci *read_pci(struct kunit *test, struct fake *fake,
				const struct hwi_device *device)
{
	return READ_RECORD(test, fake, &fake->pcis, device, .aspm = -1,
			   .msi_max = -1, .iommu = -1, .vfs = -1,
			   .vfs_max = -1);
}

static void add_slot(struct kunit *test, struct fake *fake,
		     unsigned long bus_key, unsigned int number,
		     const char *name)
{
	struct hwi_pci_slot *slot =
		devices_take(test, &fake->sys, sizeof(*slot));

	slot->next = fake->pcis.slots;
	slot->bus_key = bus_key;
	slot->number = number;
	slot->name = name;
	fake->pcis.slots = slot;
	fake->pcis.nr_slots++;
}

static void add_message(struct kunit *test, struct fake *fake,
			unsigned long key, bool msi)
{
	struct hwi_irq *irq = devices_take(test, &fake->sys, sizeof(*irq));

	irq->next = fake->irqs.first;
	irq->msi = msi;
	irq->msi_key = key;
	fake->irqs.first = irq;
}

static int join(struct fake *fake, struct hwi_arena *arena)
{
	return hwi_pcis_join(&fake->pcis, arena, &fake->sys.devices,
			     &fake->irqs);
}

#define EXPECT_PCI(test, pci, want) \
	EXPECT_STRING(test, ROW(test, hwi_pci_columns, hwi_pci_row, pci), want)

#define EXPECT_PCI_CELL(test, pci, column, want)                             \
	EXPECT_STRING(test,                                                  \
		      CELL(test, column, hwi_pci_columns, hwi_pci_row, pci), \
		      want)

static void little_is_known(struct kunit *test)
{
	struct hwi_pci *pci;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	pci = read_pci(test, &fake,
		       devices_add(test, &fake.sys, NULL, "pci", NULL,
				   "0000:00:1f.3", NULL));
	pci->vendor = 0x8086;
	pci->product = 0x2930;
	pci->class = 0x0c0500;
	JOIN_FAKE(test, &fake, join);
	EXPECT_PCI(
		test, pci,
		"0000:00:1f.3 0x0c0500 8086:2930 - - - - - - - 0 - - - - - - - - - - 0x00 - pci:0000:00:1f.3");
	pci->looked = true;
	EXPECT_PCI_CELL(test, pci, "BARS", "none");
}

static void facts_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_device *device;
	struct hwi_pci *pci;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	device = devices_add(test, &fake.sys, NULL, "pci", NULL, "0000:3b:00.1",
			     "my nic");
	device->node = 1;
	pci = read_pci(test, &fake, device);
	pci->class = 0x020000;
	pci->vendor = 0x8086;
	pci->product = 0x10c9;
	pci->link = (struct hwi_pci_link){ 1, 2 };
	pci->link_max = (struct hwi_pci_link){ 4, 16 };
	pci->port_max = (struct hwi_pci_link){ 6, 32 };
	pci->power = "D0";
	pci->runtime = "active";
	pci->aspm = 3;
	pci->msi_max = 10;
	pci->has_aer = BIT(HWI_AER_COR) | BIT(HWI_AER_FATAL);
	pci->aer[HWI_AER_COR] = 1ULL << 40;
	pci->aer[HWI_AER_FATAL] = 3;
	pci->iommu = 0;
	pci->bus_key = 77;
	pci->number = 5;
	pci->vfs = 0;
	pci->vfs_max = 8;
	pci->sub_vendor = 0x1028;
	pci->sub_product = 1;
	pci->revision = 0xab;
	pci->bar[0].size = 131072;
	pci->bar[2] = (struct hwi_pci_bar){ 32, true, false };
	pci->bar[4] = (struct hwi_pci_bar){ 1 << 28, false, true };
	pci->bar[HWI_PCI_ROM] = (struct hwi_pci_bar){ 65536, false, true };
	add_slot(test, &fake, 77, 4, "four");
	add_slot(test, &fake, 77, 5, "no 5");
	add_slot(test, &fake, 78, 5, "elsewhere");
	add_message(test, &fake, device->key, true);
	add_message(test, &fake, device->key, true);
	add_message(test, &fake, device->key, false);
	add_message(test, &fake, 99, true);
	JOIN_FAKE(test, &fake, join);
	EXPECT_PCI(
		test, pci,
		"0000:3b:00.1 0x020000 8086:10c9 my\\040nic 2.5GT/s,x2 16.0GT/s,x16 64.0GT/s,x32 D0 active L0s,L1 2 10 1099511627776 - 3 0 1 no\\0405 0 8 1028:0001 0xab 0=128K,2=32/io,4=256M/pref,rom=64K pci:0000:3b:00.1");
}

/* sysfs has it only in "config", of which users may read the first 64 bytes. */
static void config_space_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_device device = { .name = "0000:00:01.0" };
	struct hwi_pci pci = { .device = &device, .aspm = 2, .msi_max = 8 };

	hwi_pci_hide(&pci, false, false);
	EXPECT_PCI_CELL(test, &pci, "MSI_MAX", "*");
	EXPECT_PCI_CELL(test, &pci, "ASPM", "*");
	hwi_pci_hide(&pci, false, true);
	EXPECT_PCI_CELL(test, &pci, "MSI_MAX", "*");
	EXPECT_PCI_CELL(test, &pci, "ASPM", "L1");
	hwi_pci_hide(&pci, true, false);
	EXPECT_PCI_CELL(test, &pci, "MSI_MAX", "8");
	EXPECT_PCI_CELL(test, &pci, "ASPM", "L1");
}

/* One that is not a PCI device, one that is gone, and one that is new. */
static void only_devices_of_both_walks(struct kunit *test)
{
	struct hwi_device *bridge, *below, *other, gone = { .key = 99 };
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	bridge =
		devices_add(test, &fake.sys, NULL, "pci", NULL, "bridge", NULL);
	devices_add(test, &fake.sys, NULL, "pci", NULL, "new", NULL);
	other = devices_add(test, &fake.sys, NULL, "platform", NULL, "other",
			    NULL);
	below = devices_add(test, &fake.sys, bridge, "pci", NULL, "below",
			    NULL);
	read_pci(test, &fake, bridge);
	read_pci(test, &fake, &gone);
	read_pci(test, &fake, other);
	read_pci(test, &fake, below);
	JOIN_FAKE(test, &fake, join);
	KUNIT_ASSERT_EQ(test, fake.pcis.nr, 2U);
	EXPECT_STRING(test, fake.pcis.first->device->name, "bridge");
	EXPECT_STRING(test, fake.pcis.first->next->device->name, "below");
	KUNIT_EXPECT_TRUE(test, !fake.pcis.first->next->next);
}

static void a_slot_may_have_all_of_a_bus(struct kunit *test)
{
	struct hwi_pci *pci;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	pci = read_pci(test, &fake,
		       devices_add(test, &fake.sys, NULL, "pci", NULL, "a",
				   NULL));
	pci->bus_key = 7;
	pci->number = 3;
	add_slot(test, &fake, 7, 0, "whole");
	JOIN_FAKE(test, &fake, join);
	EXPECT_PCI_CELL(test, pci, "SLOT", "-");
	fake.pcis.slots->all = true;
	KUNIT_ASSERT_EQ(test, join(&fake, &fake.sys.arena), 0);
	EXPECT_PCI_CELL(test, pci, "SLOT", "whole");
}

static void expect_link(struct kunit *test, struct hwi_pci_link link,
			const char *want)
{
	struct hwi_text text = new_text(test, 32);

	hwi_pci_link_put(&text, &link);
	EXPECT_TEXT(test, &text, want);
}

static void links_from_registers(struct kunit *test)
{
	/* With the bits "training" and "slot clock". */
	expect_link(test, hwi_pci_link_now(0x1043), "8.0GT/s,x4");
	expect_link(test, hwi_pci_link_now(0x0085), "32.0GT/s,x8");
	/* No lanes: nothing is there. Nothing answers. An invalid speed. */
	expect_link(test, hwi_pci_link_now(0x0001), "");
	expect_link(test, hwi_pci_link_now(0xffff), "");
	expect_link(test, hwi_pci_link_now(0x0017), "");
	expect_link(test, hwi_pci_link_now(0x0010), "");
	/* Before PCIe 3.0 only the first register has it. */
	expect_link(test, hwi_pci_link_max(0x12, 0), "5.0GT/s,x1");
	/* The fastest supported speed, whatever the first register says. */
	expect_link(test, hwi_pci_link_max(0x00400101, 0x0000000e),
		    "8.0GT/s,x16");
	expect_link(test, hwi_pci_link_max(0x103, 0x8000001e), "16.0GT/s,x16");
	expect_link(test, hwi_pci_link_max(0, 0), "");
	expect_link(test, hwi_pci_link_max(U32_MAX, U32_MAX), "");
}

static void expect_total(struct kunit *test, const char *text, bool there,
			 u64 want)
{
	u64 total = 12345;

	KUNIT_EXPECT_EQ(test, hwi_pci_aer_total(text, &total), there);
	if (there)
		KUNIT_EXPECT_EQ(test, total, want);
}

static void the_sum_of_the_errors(struct kunit *test)
{
	expect_total(test, "RxErr 1\nBadTLP 2\nTOTAL_ERR_COR 3", true, 3);
	expect_total(test, "TOTAL_ERR_FATAL 18446744073709551615", true,
		     U64_MAX);
	expect_total(test, "TOTAL_ERR_COR 3\nRxErr 1", false, 0);
	expect_total(test, "TOTAL_ERR_COR", false, 0);
	expect_total(test, "TOTAL_ERR_COR ", false, 0);
	expect_total(test, "TOTAL_ERR_COR x", false, 0);
	expect_total(test, "TOTAL_ERR_COR 1x", false, 0);
	expect_total(test, "", false, 0);
}

static void power_saving_of_the_link(struct kunit *test)
{
	static const char *const want[] = { "-", "off", "L0s", "L1", "L0s,L1" };
	struct hwi_pci *pci;
	struct fake fake;
	int i;

	BEGIN_FAKE(test, &fake);
	pci = read_pci(test, &fake,
		       devices_add(test, &fake.sys, NULL, "pci", NULL, "a",
				   NULL));
	JOIN_FAKE(test, &fake, join);
	for (i = 0; i < (int)ARRAY_SIZE(want); i++) {
		pci->aspm = i - 1;
		EXPECT_PCI_CELL(test, pci, "ASPM", want[i]);
	}
}

static void read_one(struct kunit *test, struct fake *fake)
{
	struct hwi_device *device =
		devices_add(test, &fake->sys, NULL, "pci", NULL, "a", NULL);

	read_pci(test, fake, device)->bus_key = 7;
	add_slot(test, fake, 7, 0, "zero");
	add_message(test, fake, device->key, true);
}

static void look_at_one(struct kunit *test, struct fake *fake)
{
	KUNIT_ASSERT_EQ(test, fake->pcis.nr, 1U);
	KUNIT_EXPECT_EQ(test, fake->pcis.first->msi, 1U);
	EXPECT_STRING(test, fake->pcis.first->slot, "zero");
}

static void joined_in_any_room(struct kunit *test)
{
	EXPECT_JOINED_IN_ANY_ROOM(test, read_one, join, look_at_one);
}

static void no_room_is_an_error(struct kunit *test)
{
	EXPECT_NO_ROOM_IS_AN_ERROR(test, read_one, join);
}

static struct kunit_case pci_rows_cases[] = {
	KUNIT_CASE(little_is_known),
	KUNIT_CASE(facts_in_the_order_of_the_columns),
	KUNIT_CASE(config_space_for_cap_sys_admin),
	KUNIT_CASE(only_devices_of_both_walks),
	KUNIT_CASE(a_slot_may_have_all_of_a_bus),
	KUNIT_CASE(links_from_registers),
	KUNIT_CASE(the_sum_of_the_errors),
	KUNIT_CASE(power_saving_of_the_link),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	{}
};

static struct kunit_suite pci_rows_suite = {
	.name = "hwinsight_pci_rows",
	.test_cases = pci_rows_cases,
};

kunit_test_suite(pci_rows_suite);

MODULE_DESCRIPTION(
	"KUnit: PCI functions, their slots and messages, and their rows");
MODULE_LICENSE("GPL");
