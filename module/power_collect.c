// SPDX-License-Identifier: GPL-2.0
#include <linux/device.h>
#include <linux/ktime.h>
#include <linux/math64.h>
#include <linux/pm_domain.h>
#include <linux/pm_runtime.h>
#include <linux/pm_wakeup.h>
#include <linux/timekeeping.h>

#include "device_walk.h"
#include "power_rows.h"
#include "runtime.h"

/**
 * struct powers - a walk over the devices
 * @arena: where the copies go
 * @powers: result
 * @link: where the next one is linked in
 * @admin: the opener may see the names of power domains
 */
struct powers {
	struct hwi_arena *arena;
	struct hwi_powers *powers;
	struct hwi_power **link;
	bool admin;
};

static bool saves_power(const struct device *dev)
{
#ifdef CONFIG_PM
	if (!dev->power.disable_depth || READ_ONCE(dev->pm_domain))
		return true;
#endif
	return dev->power.can_wakeup;
}

#ifdef CONFIG_PM
static u64 ms(u64 ns)
{
	return div_u64(ns, NSEC_PER_MSEC);
}

/* As update_pm_runtime_accounting(), without storing the result. */
static void copy_times(struct hwi_power *to, const struct device *dev)
{
	const struct dev_pm_info *info = &dev->power;
	u64 active = info->active_time, suspended = info->suspended_time;
	u64 now = ktime_get_mono_fast_ns();

	if (!info->disable_depth && now > info->accounting_timestamp) {
		if (info->runtime_status == RPM_SUSPENDED)
			suspended += now - info->accounting_timestamp;
		else
			active += now - info->accounting_timestamp;
	}
	to->active_ms = ms(active);
	to->suspended_ms = ms(suspended);
}

static unsigned int count(const atomic_t *from)
{
	return max(atomic_read(from), 0);
}

static void copy_runtime(struct hwi_power *to, const struct device *dev)
{
	to->has_runtime = true;
	to->runtime = hwi_runtime_status(dev);
	to->automatic = dev->power.runtime_auto;
	to->usage = count(&dev->power.usage_count);
	/* Otherwise active children do not keep the device on. */
	if (!dev->power.ignore_children)
		to->children = count(&dev->power.child_count);
	copy_times(to, dev);
}
#endif

/*
 * Called with power.lock, under which device_wakeup_detach() takes the wakeup
 * source away before it is freed.
 */
static void copy_wakeup(struct hwi_power *to, const struct device *dev)
{
	if (!dev->power.can_wakeup)
		return;
	to->wakeup = device_may_wakeup((struct device *)dev) ?
			     HWI_WAKEUP_ENABLED :
			     HWI_WAKEUP_DISABLED;
#ifdef CONFIG_PM_SLEEP
	if (!dev->power.wakeup)
		return;
	to->has_events = true;
	to->events = dev->power.wakeup->active_count;
#endif
}

/*
 * Only a generic power domain has domain_data, which distinguishes it from
 * ACPI's and others, which have no name. It is freed under power.lock, which is
 * held, after the device has left the domain and before the domain can be
 * freed.
 */
static void copy_domain(struct hwi_power *to, const struct powers *powers,
			const struct device *dev)
{
#ifdef CONFIG_PM_GENERIC_DOMAINS
	struct dev_pm_domain *domain = READ_ONCE(dev->pm_domain);

	if (!domain || !dev->power.subsys_data ||
	    !dev->power.subsys_data->domain_data || !pd_to_genpd(domain)->name)
		return;
	to->domain_hidden = !powers->admin;
	if (powers->admin)
		to->domain = hwi_arena_copy(powers->arena,
					    pd_to_genpd(domain)->name);
#endif
}

/* The list's lock keeps the device, power.lock what is in dev->power. */
static void copy_power(struct device *dev, void *data)
{
	struct powers *powers = data;
	unsigned long flags;
	struct hwi_power *to;

	if (!saves_power(dev))
		return;
	to = hwi_arena_alloc(powers->arena, sizeof(*to));
	if (!to)
		return;
	*to = (struct hwi_power){ .key = (unsigned long)dev };
	spin_lock_irqsave(&dev->power.lock, flags);
#ifdef CONFIG_PM
	copy_runtime(to, dev);
#endif
	copy_wakeup(to, dev);
	copy_domain(to, powers, dev);
	spin_unlock_irqrestore(&dev->power.lock, flags);
	if (powers->arena->overflow)
		return;
	*powers->link = to;
	powers->link = &to->next;
	powers->powers->nr++;
}

/**
 * hwi_powers_collect() - copy the power management of devices
 * @powers: result
 * @arena: where the copies go
 * @admin: the opener has CAP_SYS_ADMIN
 *
 * Context: process context, may sleep.
 * Return: as hwi_kset_walk().
 */
int hwi_powers_collect(struct hwi_powers *powers, struct hwi_arena *arena,
		       bool admin)
{
	struct powers to = {
		.arena = arena,
		.powers = powers,
		.link = &powers->first,
		.admin = admin,
	};

	*powers = (struct hwi_powers){};
	return hwi_device_walk(arena, copy_power, &to);
}
