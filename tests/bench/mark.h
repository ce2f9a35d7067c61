/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How the measured program signals the counting plugin: 7-byte nops (0f 1f 80
 * imm32), which any CPU ignores.
 */
#ifndef BENCH_MARK_H
#define BENCH_MARK_H

#define MARK_MAGIC 0x48570000u /* upper half of imm32 */
#define MARK_BEGIN 0x0000u /* | region: counting begins */
#define MARK_END 0x1000u /* | region: counting ends */
#define MARK_IRQ 0x2000u /* the next nop's imm32: an interrupt entry */
#define MARK_SPAN 0x3000u /* the next two: a function to count inside regions */
#define MARK_KIND 0xf000u
#define MARK_REGIONS 64

#endif
