# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
# In a kernel whose own tree has the module: built in, or as /hwinsight.ko.
. /tap.sh
if [ -e /hwinsight.ko ]; then
	t "nothing is built in" test ! -e /proc/hwinsight
	t "insmod" insmod /hwinsight.ko
	t "the module is the tree's own: it does not taint" sh -c \
		'test $(($(cat /proc/sys/kernel/tainted) & 4096)) = 0'
else
	t "it is built in" test -e /proc/hwinsight/all
fi
for view in iomem ioports interrupts softirqs cpus cputypes memory dimms devices modules disks netdevs pci usb power \
	gpios regulators clocks firmware processes holders sensors supplies findings summary; do
	t "$view can be read" grep -q "^# hwinsight 1 $view rows=" /proc/hwinsight/$view
done
t "all can be read, and fails nowhere" sh -c 'grep -q "^# hwinsight 1 summary" /proc/hwinsight/all &&
	! grep "^# hwinsight 1 .* error=" /proc/hwinsight/all'
t "the views say what the kernel's own files say" /hwinsight verify
t "the tunables are there" test -e /proc/sys/dev/hwinsight/unprivileged
if [ -e /hwinsight.ko ]; then
	t "the view modules names the module" grep -q '^hwinsight ' /proc/hwinsight/modules
	rmmod hwinsight || exit 1
fi
exit 0
