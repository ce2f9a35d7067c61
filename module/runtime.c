// SPDX-License-Identifier: GPL-2.0
#include <linux/device.h>
#include <linux/kernel.h>

#include "runtime.h"

/**
 * hwi_runtime_status() - the status that sysfs shows in power/runtime_status
 * @dev: the device
 *
 * Needs no lock, nor does sysfs take one: each field is a single word.
 *
 * Context: any; the caller keeps @dev alive.
 * Return: a constant; NULL if the kernel has no runtime PM, or the status is not
 * known here.
 */
const char *hwi_runtime_status(const struct device *dev)
{
#ifdef CONFIG_PM
	static const char *const words[] = {
		[RPM_ACTIVE] = "active",
		[RPM_RESUMING] = "resuming",
		[RPM_SUSPENDED] = "suspended",
		[RPM_SUSPENDING] = "suspending",
	};
	unsigned int status = READ_ONCE(dev->power.runtime_status);

	if (READ_ONCE(dev->power.runtime_error))
		return "error";
	if (dev->power.disable_depth)
		return "unsupported";
	return status < ARRAY_SIZE(words) ? words[status] : NULL;
#else
	return NULL;
#endif
}
