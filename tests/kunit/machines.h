/* SPDX-License-Identifier: GPL-2.0 */
/* Collectors that only note their calls. First include module/machine.c. */
#ifndef HWI_KUNIT_MACHINES_H
#define HWI_KUNIT_MACHINES_H

#include "rows.h"

/*
 * Replaces each function that collects or joins by one that notes its name in
 * @calls, and returns @failure if it is @failing.
 */
static char calls[512];
static const char *failing;
static int failure;

static int call(const char *name)
{
	size_t len = strlen(calls);

	scnprintf(calls + len, sizeof(calls) - len, "%s%s", len ? " " : "",
		  name);
	return failing && !strcmp(name, failing) ? failure : 0;
}

static struct hwi_device_request requested;

int hwi_devices_collect(struct hwi_devices *devices, struct hwi_owners *owners,
			struct hwi_arena *arena,
			const struct hwi_device_request *request)
{
	requested = *request;
	return call("devices");
}

void hwi_devices_arrange(struct hwi_devices *devices)
{
	call("arrange");
}

int hwi_devices_give_irqs(struct hwi_devices *devices, struct hwi_arena *arena,
			  const struct hwi_irqs *irqs,
			  const struct hwi_owners *owners)
{
	return call("give");
}

int hwi_irqs_collect(struct hwi_irqs *irqs, struct hwi_arena *arena)
{
	return call("irqs");
}

void hwi_irqs_join(struct hwi_irqs *irqs, const struct hwi_devices *devices)
{
	call("join");
}

int hwi_resources_collect(struct hwi_resources *resources,
			  struct hwi_arena *arena, const struct resource *root)
{
	return call(root == &iomem_resource  ? "iomem" :
		    root == &ioport_resource ? "ioports" :
					       "?");
}

void hwi_resources_own(struct hwi_resources *resources,
		       const struct hwi_owners *owners,
		       enum hwi_claim_type type)
{
	call(type == HWI_CLAIM_MEM ? "own-mem" :
	     type == HWI_CLAIM_IO  ? "own-io" :
				     "?");
}

int hwi_cpus_collect(struct hwi_cpus *cpus, struct hwi_arena *arena)
{
	return call("cpus");
}

int hwi_cputypes_collect(struct hwi_cputypes *types, struct hwi_arena *arena)
{
	return call("cputypes");
}

int hwi_clocksource_collect(struct hwi_clocksource *clocksource,
			    struct hwi_arena *arena)
{
	return call("clocksource");
}

int hwi_softirqs_collect(struct hwi_softirqs *softirqs, struct hwi_arena *arena)
{
	return call("softirqs");
}

int hwi_memory_collect(struct hwi_memories *memories, struct hwi_arena *arena)
{
	return call("memory");
}

int hwi_dimms_collect(struct hwi_dimms *dimms, struct hwi_arena *arena,
		      bool slots)
{
	return call(slots ? "slots" : "dimms");
}

int hwi_modules_collect(struct hwi_modules *modules, struct hwi_arena *arena,
			const struct hwi_devices *devices)
{
	return call("modules");
}

int hwi_disks_collect(struct hwi_disks *disks, struct hwi_arena *arena,
		      const struct hwi_devices *devices, bool names, bool admin)
{
	return call(names ? "named-disks" : "disks");
}

int hwi_netdevs_collect(struct hwi_netdevs *netdevs, struct hwi_arena *arena,
			struct net *net, const struct hwi_devices *devices)
{
	return call("netdevs");
}

int hwi_netdevs_ask_speeds(struct hwi_netdevs *netdevs, struct net *net)
{
	return call("speeds");
}

int hwi_processes_collect(struct hwi_processes *processes,
			  struct hwi_arena *arena,
			  const struct hwi_access *access,
			  const struct hwi_irqs *irqs,
			  const struct hwi_devices *devices)
{
	return call("processes");
}

int hwi_facts_collect(struct hwi_facts *facts, struct hwi_arena *arena,
		      bool admin)
{
	return call(admin ? "facts" : "public-facts");
}

int hwi_holders_collect(struct hwi_holders *holders, struct hwi_arena *arena,
			const struct hwi_access *access,
			const struct hwi_devices *devices)
{
	return call("holders");
}

int hwi_bars_collect(struct hwi_bars *bars, struct hwi_arena *arena, bool lost)
{
	return call(lost ? "lost-bars" : "bars");
}

int hwi_pcis_collect(struct hwi_pcis *pcis, struct hwi_arena *arena, bool admin)
{
	return call(admin ? "pci" : "public-pci");
}

int hwi_pcis_join(struct hwi_pcis *pcis, struct hwi_arena *arena,
		  const struct hwi_devices *devices,
		  const struct hwi_irqs *irqs)
{
	return call("pci-join");
}

static bool usb_for_admin;

int hwi_usbs_collect(struct hwi_usbs *usbs, struct hwi_arena *arena, bool admin)
{
	usb_for_admin = admin;
	return call("usb");
}

int hwi_usbs_join(struct hwi_usbs *usbs, struct hwi_arena *arena,
		  const struct hwi_devices *devices)
{
	return call("usb-join");
}

int hwi_powers_collect(struct hwi_powers *powers, struct hwi_arena *arena,
		       bool admin)
{
	return call(admin ? "power" : "public-power");
}

int hwi_powers_join(struct hwi_powers *powers, struct hwi_arena *arena,
		    const struct hwi_devices *devices)
{
	return call("power-join");
}

int hwi_sensors_collect(struct hwi_sensors *sensors, struct hwi_arena *arena,
			bool admin, const struct hwi_devices *devices)
{
	return call(admin ? "sensors" : "public-sensors");
}

int hwi_supplies_collect(struct hwi_supplies *supplies, struct hwi_arena *arena,
			 bool admin, const struct hwi_devices *devices)
{
	return call(admin ? "supplies" : "public-supplies");
}

int hwi_regulators_collect(struct hwi_regulators *regulators,
			   struct hwi_arena *arena, bool ask,
			   const struct hwi_devices *devices)
{
	return call(ask ? "voltages" : "regulators");
}

int hwi_gpios_collect(struct hwi_gpios *gpios, struct hwi_arena *arena,
		      enum hwi_gpio_ask ask, const struct hwi_devices *devices)
{
	static const char *const words[] = { "gpios", "fast-gpios",
					     "slow-gpios" };

	return call(words[ask]);
}

int hwi_clocks_collect(struct hwi_clocks *clocks, struct hwi_arena *arena,
		       const struct hwi_devices *devices)
{
	return call("clocks");
}

int hwi_findings_collect(struct hwi_findings *findings, struct hwi_arena *arena,
			 const struct hwi_machine *machine)
{
	return call("findings");
}

#endif
