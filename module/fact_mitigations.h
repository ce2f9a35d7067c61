/* SPDX-License-Identifier: GPL-2.0 */
#ifndef HWI_FACT_MITIGATIONS_H
#define HWI_FACT_MITIGATIONS_H

const char *hwi_mitigation_name(unsigned int nr);
const char *hwi_mitigation_text(const char *name, char *page);

#endif
