# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC2034
# What a kernel says that has found a mistake, as an extended regular expression.
# A driver's own "WARNING:", as xhci_hcd's when its controller goes in mid-transfer,
# is none: the kernel's begins the message.
COMPLAINT='BUG:|(^|\] )WARNING:|INFO: trying to register|Oops|UBSAN|KASAN|unreferenced object|sleeping function|possible (circular|recursive)|Invalid wait context|held lock|ODEBUG'
