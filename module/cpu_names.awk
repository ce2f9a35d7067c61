# SPDX-License-Identifier: GPL-2.0
#
# awk -v arch=ARCH -f cpu_names.awk HEADER...: the names of CPU features in
# /proc/cpuinfo, as C arrays. The kernel does not export these names, but
# generates them from the same headers: on x86 by
# arch/x86/kernel/cpu/mkcapflags.sh.

function flag(at, name) {
	printf "\t[%s] = \"%s\",\n", at, tolower(name)
}

function plain(name) {
	gsub(/_/, "", name)
	return name
}

BEGIN {
	print "static const char *const flag_names[] = {"
}

{
	sub(/^#[ \t]*define[ \t]+/, "#define ")
}

# The name is in quotes; "" means none. Until v6.11 (78ce84b9e0a5) a feature
# without quotes has the macro's name, since then none.
arch == "x86" && /^#define X86_(FEATURE|BUG)_/ {
	name = $2
	sub(/^X86_(FEATURE|BUG)_/, "", name)
	quoted = match($0, /\/\*[ \t]*"[^"]*"/)
	if (quoted) {
		text = substr($0, RSTART, RLENGTH)
		gsub(/^[^"]*"|"$/, "", text)
	}
	if (name == "FPU")
		only_quoted = quoted
	if (quoted ? text == "" : only_quoted)
		next
	if ($2 ~ /^X86_FEATURE_/)
		flag($2, quoted ? text : name)
	else
		bugs = bugs sprintf("\t[%s - 32 * NCAPINTS] = \"%s\",\n", $2,
				    tolower(quoted ? text : name))
}

# "#define HWCAP2_SVE2 (1 << 1)"; asm/hwcap.h continues the numbering.
arch == "arm64" && /^#define HWCAP[23]?_[A-Z0-9_]+[ \t]+\(1/ {
	sub(/^HWCAP[23]?_/, "", $2)
	print "#ifdef KERNEL_HWCAP_" $2
	flag("KERNEL_HWCAP_" $2, plain($2))
	print "#endif"
}

# "#define MIDR_CORTEX_A72 MIDR_CPU_MODEL(ARM_CPU_IMP_ARM, ...)" is named as in
# device trees: arm,cortex-a72.
arch == "arm64" && /^#define MIDR_[A-Z0-9_]+[ \t]+MIDR_CPU_MODEL\(ARM_CPU_IMP_[A-Z]+,/ {
	vendor = $3
	gsub(/^.*_IMP_|,.*$/, "", vendor)
	name = substr($2, length("MIDR_") + 1)
	sub("^" vendor "_", "", name)
	gsub(/_/, "-", name)
	parts = parts sprintf("\t{ %s, \"%s,%s\" },\n", $2, tolower(vendor),
			      tolower(name))
}

# "#define HWCAP_NEON (1 << 12)"; a mask of two bits is not a feature.
arch == "arm" && /^#define HWCAP2?_[A-Za-z0-9_]+[ \t]+\(1 << [0-9]+\)/ {
	bit = $5 + ($2 ~ /^HWCAP2/ ? 32 : 0)
	sub(/^HWCAP2?_/, "", $2)
	flag(bit, plain($2))
}

# Macros, or members of an enum before v6.4 (d8a3d8a75206).
arch == "riscv" && match($0, /^(#define |\t)RISCV_ISA_EXT_([imafdqcvh]|[IMAFDQCVH]|[SZ][A-Z0-9]+)[ \t,]/) {
	name = substr($0, RSTART, RLENGTH)
	gsub(/^#define |[ \t,]/, "", name)
	flag(name, substr(name, length("RISCV_ISA_EXT_") + 1))
}

END {
	print "};"
	if (arch == "x86")
		printf "static const char *const bug_names[] = {\n%s};\n", bugs
	if (arch == "arm64")
		printf "static const struct hwi_part_name part_names[] = {\n%s};\n", parts
}
