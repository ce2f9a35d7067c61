# SPDX-License-Identifier: GPL-2.0
# The part of Buildroot that packaging/buildroot uses, with Buildroot's own
# names, so that a package is built the way Buildroot would: copied from its
# local site, built, its module built against LINUX_DIR, and both installed.
# Anything else that the package names is undefined, and make is told to warn
# about that. Given: BASE_DIR, LINUX_DIR, LINUX_VERSION_PROBED,
# BR2_EXTERNAL_HWINSIGHT_PATH
BUILD_DIR := $(BASE_DIR)/build
TARGET_DIR := $(BASE_DIR)/target
TARGET_CC := gcc
INSTALL := install
TARGET_CFLAGS := -Os
TARGET_LDFLAGS :=
TARGET_MAKE_ENV := PATH="$(PATH)"
LINUX_MAKE_ENV := $(TARGET_MAKE_ENV)
LINUX_MAKE_FLAGS := INSTALL_MOD_PATH=$(TARGET_DIR) DEPMOD=true

pkgname = hwinsight
UPPER = HWINSIGHT

define kernel-module
$(UPPER)_MODULE_SUBDIRS ?= .
define $(UPPER)_KERNEL_MODULES_BUILD
	@echo "Building kernel module(s)"
	$$(LINUX_MAKE_ENV) $$(MAKE) -C $$(LINUX_DIR) $$(LINUX_MAKE_FLAGS) \
		PWD=$$(@D)/$$($(UPPER)_MODULE_SUBDIRS) M=$$(@D)/$$($(UPPER)_MODULE_SUBDIRS) modules
endef
define $(UPPER)_KERNEL_MODULES_INSTALL
	@echo "Installing kernel module(s)"
	$$(LINUX_MAKE_ENV) $$(MAKE) -C $$(LINUX_DIR) $$(LINUX_MAKE_FLAGS) \
		PWD=$$(@D)/$$($(UPPER)_MODULE_SUBDIRS) M=$$(@D)/$$($(UPPER)_MODULE_SUBDIRS) modules_install
endef
endef

define generic-package
$(UPPER)_BUILD_CMDS ?=
$(UPPER)_INSTALL_TARGET_CMDS ?=
dir := $$(BUILD_DIR)/$(pkgname)-$$($(UPPER)_VERSION)
$(pkgname): $$(dir)/.stamp_target_installed
$$(dir)/.stamp_rsynced:
	test "$$($(UPPER)_SITE_METHOD)" = local
	mkdir -p $$(@D)
	rsync -au --chmod=u=rwX,go=rX --exclude .git $$($(UPPER)_OVERRIDE_SRCDIR_RSYNC_EXCLUSIONS) $$($(UPPER)_SITE)/ $$(@D)
	cd $$(@D) && grep -v '^#' $$(BR2_EXTERNAL_HWINSIGHT_PATH)/package/$(pkgname)/$(pkgname).hash | sed 's/^sha256 *//' | sha256sum --check
	touch $$@
$$(dir)/.stamp_built: $$(dir)/.stamp_rsynced
	$$($(UPPER)_BUILD_CMDS)
	$$($(UPPER)_KERNEL_MODULES_BUILD)
	touch $$@
$$(dir)/.stamp_target_installed: $$(dir)/.stamp_built
	mkdir -p $$(TARGET_DIR)
	$$($(UPPER)_INSTALL_TARGET_CMDS)
	$$($(UPPER)_KERNEL_MODULES_INSTALL)
	touch $$@
endef

include $(BR2_EXTERNAL_HWINSIGHT_PATH)/external.mk
.PHONY: hwinsight
