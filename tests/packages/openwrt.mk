# SPDX-License-Identifier: GPL-2.0
# The part of OpenWrt that packaging/openwrt uses, with OpenWrt's own names:
# this directory is both its TOPDIR and its INCLUDE_DIR, and its rules.mk,
# kernel.mk and package.mk are all this file. Given: BUILD_DIR, LINUX_DIR,
# CURDIR's own.
ifndef openwrt_stub
openwrt_stub := y
TARGET_CC := gcc
TARGET_CFLAGS := -Os
TARGET_LDFLAGS :=
CP := cp -fpR
INSTALL_DIR := install -d -m0755
INSTALL_BIN := install -m0755
KERNEL_MAKE = $(MAKE) -C "$(LINUX_DIR)"
PKG_BUILD_DIR = $(BUILD_DIR)/$(PKG_NAME)-$(PKG_VERSION)
AutoProbe = probe_module "$(1)";
# The stamp of a prepared package has the checksum of these.
find_md5 = $(shell find $(wildcard $(1)) -type f | sort | md5sum)

default: compile
prepare:
	test $(words $(PKG_FILE_DEPENDS)) = $(words $(wildcard $(PKG_FILE_DEPENDS)))
	test -n "$(call find_md5,$(CURDIR) $(PKG_FILE_DEPENDS))"
	rm -rf $(PKG_BUILD_DIR)
	mkdir -p $(PKG_BUILD_DIR)
	$(Build/Prepare)
configure: prepare
	$(Build/Configure)
compile: configure
	$(Build/Compile)

define KernelPackage
$$(eval $$(call KernelPackage/$(1)))
$$(foreach field,TITLE FILES AUTOLOAD SUBMENU,$$(if $$($$(field)),,$$(error kmod-$(1) has no $$(field))))
kmod_files := $$(FILES)
install-kmod: compile
	install -D -m 644 $$(kmod_files) -t $(BUILD_DIR)/root/lib/modules
	probe_module() { mkdir -p $(BUILD_DIR)/root/etc/modules.d; echo "$$$$1" >$(BUILD_DIR)/root/etc/modules.d/$(1); }; $$(AUTOLOAD)
install: install-kmod
endef

define BuildPackage
$$(eval $$(call Package/$(1)))
$$(foreach field,SECTION CATEGORY TITLE,$$(if $$($$(field)),,$$(error $(1) has no $$(field))))
install-$(1): compile
	$$(call Package/$(1)/install,$(BUILD_DIR)/root)
install: install-$(1)
endef
endif
