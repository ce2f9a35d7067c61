# SPDX-License-Identifier: GPL-2.0
#
# make            module and reader, against KERNELDIR
# make run        set up, build, load (in a VM, or here with LIVE=1), show
# make check      set up and run every test
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

check:
	@tests/check

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

.PHONY: all module reader run check fuzz bench style install uninstall clean
