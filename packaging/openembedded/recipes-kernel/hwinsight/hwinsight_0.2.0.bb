SUMMARY = "Reader of /proc/hwinsight"
DESCRIPTION = "Tables, JSON, Prometheus metrics and comparisons of the files in \
/proc/hwinsight. Without pictures and rates, which are for a desk."
require hwinsight.inc

RRECOMMENDS:${PN} = "kernel-module-hwinsight"

CFLAGS += "-ffunction-sections -fdata-sections"
LDFLAGS += "-Wl,--gc-sections"
# The packaging strips.
EXTRA_OEMAKE = "-C ${S}/userspace 'CC=${CC}' 'CFLAGS=${CFLAGS}' 'LDFLAGS=${LDFLAGS}' STRIP=:"

do_compile() {
	oe_runmake hwinsight-minimal
}

do_install() {
	oe_runmake install-minimal DESTDIR=${D} BINDIR=${bindir}
}
