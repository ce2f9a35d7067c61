# SPDX-License-Identifier: GPL-2.0
# Any view by its header: a column by its name, in $(at[NAME]).
# usage: awk -f read.awk -v column=DEVICE /proc/hwinsight/interrupts
/^# hwinsight / { split("", at); named = 0; next }
/^#/ && !named  { for (i = 2; i <= NF; i++) at[$i] = i - 1; named = 1; next }
column in at    { print $1, $(at[column]) }
