# SPDX-License-Identifier: GPL-2.0
#
# make                 module and reader, against KERNELDIR
# make run             set up, build, load (in a VM, or here with LIVE=1), show
# make shell           a shell in a VM with the module loaded [KERNEL=7] [MACHINE=big]
# make check           set up and run every test, or SUITE='boot ...'
# make kunit           KUnit in the debug kernel, or SUITE='hwi_table ...'; CHURN=600
#                      instead lets devices come and go for that many seconds;
#                      ON=arm64-kasan or arm64-mte runs on another architecture
# make matrix          every kernel and machine, or K='6.12-riscv64 ...'; README=1
#                      writes the table into README.md
# make fuzz            hostile captures for the reader, for ten minutes
# make install         module, reader and documents, below DESTDIR if given
# make install-reader  the same without the module, as for DKMS
# make modules_install only the module, as the kernel's build installs one
# make minimal         userspace/hwinsight-minimal, the reader for a board
# make dist            build/hwinsight-VERSION.tar.gz, without the tests
# make deb             Debian packages, in build/deb
# make kernel-tree     DIR=linux: the module as a driver of that tree
# make release-check   everything a release has to pass; takes hours
#
# KERNELDIR says which kernel to build and install for; by default the running
# one, or KERNELRELEASE. INSTALL_MOD_PATH, INSTALL_MOD_DIR and INSTALL_MOD_STRIP
# mean what they mean to the kernel. SIGN_KEY and SIGN_CERT sign the module.

ifeq ($(origin KERNELDIR),undefined)
KERNELDIR := /lib/modules/$(or $(KERNELRELEASE),$(shell uname -r))/build
endif
# Debian's include/config/kernel.release is not the name of the kernel.
release = $(or $(KERNELRELEASE),$(shell sed -n 's/.*UTS_RELEASE "\(.*\)"/\1/p' \
	$(KERNELDIR)/include/generated/utsrelease.h 2>/dev/null))
PREFIX ?= /usr
DOCDIR ?= $(PREFIX)/share/doc/hwinsight
LOADDIR ?= $(PREFIX)/lib/modules-load.d
METRICSDIR ?= /var/lib/prometheus/node-exporter
INSTALL_MOD_DIR ?= updates
INSTALL_MOD_STRIP ?= 1
moddir = $(INSTALL_MOD_PATH)/lib/modules/$(release)

# A kernel built with clang takes modules built with clang: with the version that
# built the kernel if that is here as clang-VERSION, else with the default, 1.
config = $(KERNELDIR)/include/config/auto.conf
ifneq ($(shell grep -s '^CONFIG_CC_IS_CLANG=y' $(config)),)
ifndef LLVM
LLVM := $(shell v=$$(sed -n 's/^CONFIG_CLANG_VERSION=\([0-9]*\)[0-9]\{4\}$$/\1/p' $(config)); \
	if [ -n "$$v" ] && ! clang --version 2>/dev/null | grep -q "clang version $$v\." && \
		command -v clang-$$v >/dev/null; then echo -$$v; else echo 1; fi)
endif
export LLVM
endif

all: module reader

need-headers:
	@test -e $(KERNELDIR)/Makefile || { \
		echo "no kernel headers in $(KERNELDIR): install linux-headers-$(or $(KERNELRELEASE),$(shell uname -r)), or give KERNELDIR=" >&2; \
		exit 2; }
	@test -n "$(release)" || { \
		echo "$(KERNELDIR) is not prepared for building modules (no include/generated/utsrelease.h): run make modules_prepare there" >&2; \
		exit 2; }

# kbuild compares command lines and time stamps. Neither shows that an object
# was built for another kernel, or by a different compiler of the same name.
compiler = $(if $(LLVM),clang$(filter -%,$(LLVM)),$(if $(filter-out default undefined,$(origin CC)),$(CC),$(CROSS_COMPILE)gcc))
module: need-headers
	@for_now="$(release) $(abspath $(KERNELDIR)) $(ARCH) \
	$$(cat $(KERNELDIR)/include/generated/autoconf.h $(KERNELDIR)/Module.symvers 2>/dev/null | cksum) \
	$$($(compiler) --version 2>/dev/null | head -n 1)"; \
	if [ -e .built-for ] && [ "$$for_now" != "$$(cat .built-for)" ]; then \
		echo "what is here was built for $$(cut -d ' ' -f 1 .built-for), or by another compiler: building anew"; \
		$(MAKE) -s -C $(KERNELDIR) M=$(CURDIR) clean; \
	fi; \
	echo "$$for_now" >.built-for
	$(MAKE) -C $(KERNELDIR) M=$(CURDIR) modules

modules: module

reader:
	$(MAKE) -C userspace

minimal:
	$(MAKE) -C userspace hwinsight-minimal

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

install: install-module install-reader

# Stripping removes a signature, so strip, sign, and then copy. A module that is
# already signed is only copied.
signed = tail -c 28 hwinsight.ko | grep -q '^~Module signature appended~'
install-module: module
ifneq ($(SIGN_KEY)$(SIGN_CERT),)
	@for file in "$(SIGN_KEY)" "$(SIGN_CERT)"; do \
		test -r "$$file" || { echo "signing takes SIGN_KEY=FILE and SIGN_CERT=FILE; cannot read '$$file'" >&2; exit 2; }; \
	done
	$(or $(STRIP),$(CROSS_COMPILE)strip) --strip-debug hwinsight.ko
	$(KERNELDIR)/scripts/sign-file $(or $(SIGN_HASH),sha256) $(SIGN_KEY) $(SIGN_CERT) hwinsight.ko
endif
	rm -f $(DESTDIR)$(moddir)/$(INSTALL_MOD_DIR)/hwinsight.ko*
	@if $(signed); then strip=; else strip=$(INSTALL_MOD_STRIP); fi; \
	if $(signed) || [ ! -e $(KERNELDIR)/certs/signing_key.x509 ]; then sign=CONFIG_MODULE_SIG_ALL=; fi; \
	set -x; $(MAKE) -C $(KERNELDIR) M=$(CURDIR) modules_install DEPMOD=true $$sign \
		INSTALL_MOD_PATH=$(DESTDIR)$(INSTALL_MOD_PATH) INSTALL_MOD_DIR=$(INSTALL_MOD_DIR) \
		INSTALL_MOD_STRIP=$$strip
	install -d $(DESTDIR)$(INSTALL_MOD_PATH)$(LOADDIR)
	echo hwinsight >$(DESTDIR)$(INSTALL_MOD_PATH)$(LOADDIR)/hwinsight.conf
	$(depmod)
	@for ko in $(DESTDIR)$(moddir)/updates/dkms/hwinsight.ko*; do \
		[ ! -e "$$ko" ] || echo "warning: DKMS has installed $$ko; the one just installed goes before it, also after DKMS builds a newer one: keep one, by make uninstall, or by dkms remove" >&2; \
	done

# Run depmod only if the modules are this machine's.
depmod = $(if $(DESTDIR)$(CROSS_COMPILE),\
	@echo "run depmod $(release) where the module is going to be",\
	depmod $(if $(INSTALL_MOD_PATH),-b $(INSTALL_MOD_PATH)) $(release))

install-reader: reader
	install -D -m 644 README.md $(DESTDIR)$(DOCDIR)/README.md
	install -m 644 userspace/doc/procfs-hwinsight $(DESTDIR)$(DOCDIR)/procfs-hwinsight
	$(MAKE) -C userspace install DESTDIR=$(DESTDIR) PREFIX=$(PREFIX)

modules_install: module
	$(MAKE) -C $(KERNELDIR) M=$(CURDIR) modules_install

# The headers may be gone by now.
uninstall: release := $(or $(release),$(shell uname -r))
uninstall:
	@if [ -z "$(DESTDIR)$(INSTALL_MOD_PATH)" ]; then packaging/stop $(METRICSDIR) $(release); fi
	rm -f $(DESTDIR)$(moddir)/$(INSTALL_MOD_DIR)/hwinsight.ko* \
		$(DESTDIR)$(INSTALL_MOD_PATH)$(LOADDIR)/hwinsight.conf \
		$(DESTDIR)$(DOCDIR)/README.md $(DESTDIR)$(DOCDIR)/procfs-hwinsight
	@rmdir $(DESTDIR)$(DOCDIR) 2>/dev/null || true
	$(MAKE) -C userspace uninstall DESTDIR=$(DESTDIR) PREFIX=$(PREFIX)
	$(depmod)

dist:
	@packaging/dist

deb:
	@packaging/deb

kernel-tree:
	@packaging/kernel-tree "$(DIR)"

release-check:
	@tests/release/check

clean:
	@test ! -e $(KERNELDIR)/Makefile || $(MAKE) -C $(KERNELDIR) M=$(CURDIR) clean
	@rm -f .built-for
	$(MAKE) -C userspace clean

.PHONY: all need-headers module modules reader minimal run shell check kunit matrix fuzz bench \
	style install install-module install-reader modules_install uninstall dist deb \
	kernel-tree release-check clean
