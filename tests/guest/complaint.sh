# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC2034
# What the kernel prints when it has found a bug, as an extended regular
# expression. A driver's own "WARNING:" does not count, such as xhci_hcd's when
# its controller is removed in mid-transfer: the kernel's begins the message.
COMPLAINT='BUG:|(^|\] )WARNING:|INFO: trying to register|Oops|UBSAN|KASAN|unreferenced object|sleeping function|possible (circular|recursive)|Invalid wait context|held lock|ODEBUG'
