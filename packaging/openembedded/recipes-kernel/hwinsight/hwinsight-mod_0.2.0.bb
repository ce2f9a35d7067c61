SUMMARY = "Hardware views in /proc/hwinsight"
DESCRIPTION = "Resources, interrupts, CPUs, memory, devices, disks and network \
interfaces, with driver and device, one file each. cat is enough to read them."
require hwinsight.inc

inherit module

EXTRA_OEMAKE += "KERNELDIR=${STAGING_KERNEL_DIR} KERNELRELEASE=${KERNEL_VERSION}"
MAKE_TARGETS = "module"

RPROVIDES:${PN} += "kernel-module-hwinsight"
KERNEL_MODULE_AUTOLOAD += "hwinsight"
