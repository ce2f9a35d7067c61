# SPDX-License-Identifier: GPL-2.0
#
# make            module and reader, against KERNELDIR
# make run        set up, build, load (in a VM, or here with LIVE=1), show
# make shell      a shell in a VM with the module loaded [KERNEL=7] [MACHINE=big]
# make check      set up and run every test, or SUITE='boot ...'
# make kunit      the KUnit suites and the debug kernel, or SUITE='hwi_table ...'
# make matrix     every kernel and machine, or K='6.12-riscv64 ...'; README=1
#                 writes the table into README.md
# make fuzz       hostile captures for the reader, for ten minutes
# make install    module, reader and documents, below DESTDIR if given

KERNELRELEASE ?= $(shell uname -r)
KERNELDIR ?= /lib/modules/$(KERNELRELEASE)/build
PREFIX ?= /usr
MODDIR ?= /lib/modules/$(KERNELRELEASE)/updates
STRIP ?= strip
DOCDIR ?= $(PREFIX)/share/doc/hwinsight

all: module reader

module:
	@test -e $(KERNELDIR)/Makefile || { \
		echo "no kernel headers in $(KERNELDIR): install linux-headers-$(KERNELRELEASE), or give KERNELDIR=" >&2; \
		exit 2; }
	$(MAKE) -C $(KERNELDIR) M=$(CURDIR) modules

reader:
	$(MAKE) -C userspace

run:
	@tests/run

shell:
	@tests/shell

check:
	@tests/check $(SUITE)

kunit:
	@tests/kunit/run $(SUITE)

matrix:
	@tests/matrix/table

fuzz:
	@FUZZ_SECONDS=$(or $(FUZZ_SECONDS),600) tests/check fuzz

bench:
	@tests/bench/run long

style:
	@tests/style/run

install: module reader
	install -D -m 644 hwinsight.ko $(DESTDIR)$(MODDIR)/hwinsight.ko
	$(STRIP) --strip-debug $(DESTDIR)$(MODDIR)/hwinsight.ko
	install -D -m 644 README.md $(DESTDIR)$(DOCDIR)/README.md
	install -m 644 userspace/doc/procfs-hwinsight $(DESTDIR)$(DOCDIR)/procfs-hwinsight
	$(MAKE) -C userspace install DESTDIR=$(DESTDIR) PREFIX=$(PREFIX)
	@if [ -z "$(DESTDIR)" ]; then depmod $(KERNELRELEASE); fi

uninstall:
	rm -f $(DESTDIR)$(MODDIR)/hwinsight.ko $(DESTDIR)$(DOCDIR)/README.md \
		$(DESTDIR)$(DOCDIR)/procfs-hwinsight
	$(MAKE) -C userspace uninstall DESTDIR=$(DESTDIR) PREFIX=$(PREFIX)
	@if [ -z "$(DESTDIR)" ]; then depmod $(KERNELRELEASE); fi

clean:
	@test ! -e $(KERNELDIR)/Makefile || $(MAKE) -C $(KERNELDIR) M=$(CURDIR) clean
	$(MAKE) -C userspace clean

.PHONY: all module reader run shell check kunit matrix fuzz bench style install uninstall clean
