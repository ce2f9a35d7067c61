/* SPDX-License-Identifier: GPL-2.0 */
/* Copies the kernel's devices, and what they claim. */
#ifndef HWI_DEVICE_COLLECT_H
#define HWI_DEVICE_COLLECT_H

#include "device_rows.h"
#include "owner.h"

/**
 * struct hwi_device_request - which devices to copy
 * @net: the network namespace whose interfaces are copied with all others
 * @all: all devices; else those that can claim something, by name only
 * @claims: BIT() of enum hwi_claim_type: which claims to copy
 */
struct hwi_device_request {
	const struct net *net;
	bool all;
	unsigned long claims;
};

int hwi_devices_collect(struct hwi_devices *devices, struct hwi_owners *owners,
			struct hwi_arena *arena,
			const struct hwi_device_request *request);

#endif
