// SPDX-License-Identifier: GPL-2.0
/* PCI hosts, one of which goes while devices are copied. */
#include "pause.h"
#include "helpers.h"

#include <linux/pci.h>
#include <linux/platform_device.h>
#include <net/net_namespace.h>

#include "../../module/core/kset_walk.c"
#include "../../module/device_id.c"
#include "../../module/device_id_text.c"
#include "../../module/device_rows.c"
#include "../../module/device_walk.c"
#include "../../module/owner.c"
#include "../../module/owner_pci.c"
#include "../../module/owner_tree.c"
#include "../../module/owner_collect.c"
#include "../../module/device_collect.c"

/**
 * struct host - a PCI host without devices
 * @parent: its device
 * @bus: its root bus; NULL once it is gone
 * @window: its window, which goes with it, as a driver's own memory does
 * @sysdata: what x86 wants to know
 */
struct host {
	struct platform_device *parent;
	struct pci_bus *bus;
	struct resource *window;
#ifdef CONFIG_X86
	struct pci_sysdata sysdata;
#endif
};

static struct {
	struct hwi_devices devices;
	struct hwi_owners owners;
	struct host host[2];
} machine;

/* No resource of any machine is there. */
#define WINDOW(i) (0x7fff0000UL + 0x1000 * (i))

static int nobody_there(struct pci_bus *bus, unsigned int devfn, int where,
			int size, u32 *value)
{
	*value = U32_MAX;
	return PCIBIOS_DEVICE_NOT_FOUND;
}

static int nobody_listens(struct pci_bus *bus, unsigned int devfn, int where,
			  int size, u32 value)
{
	return PCIBIOS_DEVICE_NOT_FOUND;
}

static struct pci_ops ops = { .read = nobody_there, .write = nobody_listens };

static void *sysdata_of(struct host *host, unsigned int i)
{
#ifdef CONFIG_X86
	host->sysdata.domain = 0x7e57 + i;
	host->sysdata.node = NUMA_NO_NODE;
	return &host->sysdata;
#else
	return NULL;
#endif
}

static void come(struct kunit *test, unsigned int i)
{
	struct host *host = &machine.host[i];
	LIST_HEAD(windows);

	host->parent = platform_device_register_simple("hwi-host", i, NULL, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR(host->parent));
	host->window = kzalloc(sizeof(*host->window), GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, host->window);
	host->window->start = WINDOW(i);
	host->window->end = WINDOW(i) + 0xfff;
	host->window->flags = IORESOURCE_MEM;
	pci_add_resource(&windows, host->window);
	pci_lock_rescan_remove();
	host->bus = pci_create_root_bus(&host->parent->dev, 0, &ops,
					sysdata_of(host, i), &windows);
	if (host->bus)
		pci_scan_child_bus(host->bus);
	pci_unlock_rescan_remove();
	KUNIT_ASSERT_TRUE(test, host->bus);
}

static void go(unsigned int i)
{
	struct host *host = &machine.host[i];
	struct pci_host_bridge *bridge;

	if (!host->bus)
		return;
	bridge = to_pci_host_bridge(host->bus->bridge);
	pci_lock_rescan_remove();
	pci_stop_root_bus(host->bus);
	pci_remove_root_bus(host->bus);
	pci_unlock_rescan_remove();
	pci_free_host_bridge(bridge);
	host->bus = NULL;
	memset(host->window, POISON, sizeof(*host->window));
	kfree(host->window);
}

/* The first one goes once all devices are copied, and claims are looked for. */
static void go_after_the_walk(void)
{
	if (machine.devices.by_key.bucket)
		go(0);
}

static unsigned int claims_of(unsigned int i)
{
	const struct hwi_claim *at;
	unsigned int nr = 0;

	for (at = machine.owners.first; at; at = at->next)
		nr += at->start == WINDOW(i) && at->end == WINDOW(i) + 0xfff;
	return nr;
}

static void expect_owned(struct kunit *test, unsigned int i, const char *name)
{
	const struct hwi_device *device = hwi_owners_by_range(
		&machine.owners, HWI_CLAIM_MEM, WINDOW(i) + 1, WINDOW(i) + 2);

	KUNIT_EXPECT_EQ(test, claims_of(i), 1U);
	KUNIT_ASSERT_TRUE(test, device);
	EXPECT_STRING(test, device->device, name);
}

static void copy_machine(struct kunit *test, void (*meanwhile)(void))
{
	const struct hwi_device_request request = {
		.net = &init_net,
		.all = true,
		.claims = BIT(HWI_CLAIM_MEM) | BIT(HWI_CLAIM_IO),
	};
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct hwi_arena arena;

	memset(&machine, 0, sizeof(machine));
	come(test, 0);
	come(test, 1);
	hwi_arena_init(&arena, &budget);
	watch_pauses(meanwhile, 0);
	KUNIT_EXPECT_EQ(test,
			hwi_devices_collect(&machine.devices, &machine.owners,
					    &arena, &request),
			0);
	watch_pauses(NULL, 0);
	KUNIT_EXPECT_EQ(test, !machine.host[0].bus, !!meanwhile);
	expect_owned(test, 0, "platform:hwi-host.0");
	expect_owned(test, 1, "platform:hwi-host.1");
	hwi_arena_free(&arena);
	go(0);
	go(1);
	platform_device_unregister(machine.host[0].parent);
	platform_device_unregister(machine.host[1].parent);
}

static void hosts_have_their_windows(struct kunit *test)
{
	copy_machine(test, NULL);
}

static void a_host_goes_with_its_windows(struct kunit *test)
{
	copy_machine(test, go_after_the_walk);
}

static struct kunit_case owner_windows_cases[] = {
	KUNIT_CASE(hosts_have_their_windows),
	KUNIT_CASE(a_host_goes_with_its_windows),
	{}
};

static struct kunit_suite owner_windows_suite = {
	.name = "hwinsight_owner_windows",
	.test_cases = owner_windows_cases,
};

kunit_test_suite(owner_windows_suite);

MODULE_DESCRIPTION("KUnit: windows of PCI hosts");
MODULE_LICENSE("GPL");
