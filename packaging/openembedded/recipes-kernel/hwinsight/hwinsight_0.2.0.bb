SUMMARY = "Reader of /proc/hwinsight"
DESCRIPTION = "Tables, JSON, Prometheus metrics and comparisons of the files in \
/proc/hwinsight. Without pictures and rates, which are for a desk."
require hwinsight.inc

RRECOMMENDS:${PN} = "kernel-module-hwinsight"

CFLAGS += "-ffunction-sections -fdata-sections"
LDFLAGS += "-Wl,--gc-sections"
EXTRA_OEMAKE = "-C ${S}/userspace 'CC=${CC}' 'CFLAGS=${CFLAGS}' 'LDFLAGS=${LDFLAGS}' 'COMMANDS=show metrics diff'"

do_compile() {
	oe_runmake
}

do_install() {
	install -D -m 755 ${S}/userspace/hwinsight ${D}${bindir}/hwinsight
}
