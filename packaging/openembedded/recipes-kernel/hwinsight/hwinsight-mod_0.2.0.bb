SUMMARY = "Hardware views in /proc/hwinsight"
DESCRIPTION = "Shows resources, interrupts, CPUs, memory, devices, disks and network \
interfaces in /proc/hwinsight, each with its driver and device. All it takes to \
read them is cat."
require hwinsight.inc

inherit module

EXTRA_OEMAKE += "KERNELDIR=${STAGING_KERNEL_DIR} KERNELRELEASE=${KERNEL_VERSION}"
MAKE_TARGETS = "module"

RPROVIDES:${PN} += "kernel-module-hwinsight"
KERNEL_MODULE_AUTOLOAD += "hwinsight"
