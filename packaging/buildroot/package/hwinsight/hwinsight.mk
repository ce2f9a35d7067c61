################################################################################
#
# hwinsight
#
################################################################################

HWINSIGHT_VERSION = 0.2.0
HWINSIGHT_SITE = $(BR2_EXTERNAL_HWINSIGHT_PATH)/../..
HWINSIGHT_SITE_METHOD = local
HWINSIGHT_OVERRIDE_SRCDIR_RSYNC_EXCLUSIONS = --exclude /build --exclude /tests \
	--exclude '*.o' --exclude '*.ko' --exclude '*.mod' --exclude '*.mod.c' \
	--exclude '.*.cmd' --exclude /.built-for --exclude Module.symvers \
	--exclude modules.order --exclude /module/cpu_names.inc \
	--exclude /userspace/hwinsight --exclude /userspace/hwinsight-minimal \
	--exclude /userspace/minimal --exclude /userspace/flags
HWINSIGHT_LICENSE = GPL-2.0
HWINSIGHT_LICENSE_FILES = LICENSE

ifeq ($(BR2_PACKAGE_HWINSIGHT_READER),y)
HWINSIGHT_READER = $(TARGET_MAKE_ENV) $(MAKE) -C $(@D)/userspace \
	O=. COMMANDS="show metrics diff" CC="$(TARGET_CC)" \
	CFLAGS="$(TARGET_CFLAGS) -ffunction-sections -fdata-sections" \
	LDFLAGS="$(TARGET_LDFLAGS) -Wl,--gc-sections"

define HWINSIGHT_BUILD_CMDS
	$(HWINSIGHT_READER)
endef

define HWINSIGHT_INSTALL_READER
	$(INSTALL) -D -m 0755 $(@D)/userspace/hwinsight $(TARGET_DIR)/usr/bin/hwinsight
endef
endif

# systemd, or S11modules of initscripts, loads it at boot.
define HWINSIGHT_INSTALL_TARGET_CMDS
	$(INSTALL) -D -m 0644 $(@D)/packaging/modules-load.conf \
		$(TARGET_DIR)/etc/modules-load.d/hwinsight.conf
	$(HWINSIGHT_INSTALL_READER)
endef

define HWINSIGHT_LINUX_CONFIG_FIXUPS
	$(call KCONFIG_ENABLE_OPT,CONFIG_MODULES)
	$(call KCONFIG_ENABLE_OPT,CONFIG_PROC_FS)
endef

$(eval $(kernel-module))
$(eval $(generic-package))
