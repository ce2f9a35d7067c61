// SPDX-License-Identifier: GPL-2.0
/* Checks GPIO lines. */
#include <linux/kernel.h>

#include "finding.h"
#include "gpio_rows.h"

/**
 * hwi_check_gpios() - check GPIO lines
 * @findings: where to add what is found
 * @gpios: joined
 *
 * A look-up by the name of a line in use may find another line of that name.
 * Unused lines often share a name, such as "NC": those are not reported.
 */
void hwi_check_gpios(struct hwi_findings *findings,
		     const struct hwi_gpios *gpios)
{
	const struct hwi_gpio *gpio, *twin;
	const char *subject;

	for (gpio = gpios->first; gpio; gpio = gpio->next) {
		twin = gpio->twin;
		if (!gpio->used || !twin)
			continue;
		subject = hwi_finding_text(findings, "gpios:%s/%u", gpio->chip,
					   gpio->line);
		hwi_finding_add(
			findings, HWI_INFO, "gpio-conflict", subject,
			"in use by \"%s\", but line %u of \"%s\" is named \"%s\", too",
			gpio->consumer, twin->line, twin->chip, gpio->name);
	}
}
