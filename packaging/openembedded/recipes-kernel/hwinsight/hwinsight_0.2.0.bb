SUMMARY = "Reader of /proc/hwinsight"
DESCRIPTION = "Turns the files in /proc/hwinsight into tables, JSON, Prometheus metrics \
and comparisons. Pictures and rates, for a desk machine, are left out."
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
