// SPDX-License-Identifier: GPL-2.0
/* Values of the view pci that only config space has. */
#include "verify.h"

#define CAP_MSI 0x05
#define CAP_EXPRESS 0x10
#define CAP_MSIX 0x11

static unsigned int word_at(struct slice config, size_t at)
{
	const unsigned char *byte = (const unsigned char *)config.p + at;

	return at + 1 < config.len ? byte[0] | byte[1] << 8 : 0;
}

/* Offset of a capability, 0 if there is none; ends even if the list loops. */
static size_t capability(struct slice config, unsigned int id)
{
	size_t at = word_at(config, 0x34) & 0xfc;
	unsigned int left;

	for (left = 48; at >= 0x40 && left; left--) {
		if ((word_at(config, at) & 0xff) == id)
			return at;
		at = word_at(config, at) >> 8 & 0xfc;
	}
	return 0;
}

/* From Link Control, which functions of the chipset do not have. */
static const char *aspm_of(struct slice config)
{
	static const char *const words[] = { "off", "L0s", "L1", "L0s,L1" };
	size_t at = capability(config, CAP_EXPRESS);
	unsigned int type, width;

	if (!at)
		return "-";
	type = word_at(config, at + 2) >> 4 & 0xf;
	width = word_at(config, at + 0xc) >> 4 & 0x3f;
	if (type == 9 || type == 10 || !width || width == 0x3f)
		return "-";
	return words[word_at(config, at + 0x10) & 3];
}

/* The size of MSI-X's table, or for MSI what its flags say. */
static struct slice messages_of(struct slice config, char to[SHORT_TEXT])
{
	size_t msi = capability(config, CAP_MSI);
	size_t msix = capability(config, CAP_MSIX);
	unsigned int flags = msi ? word_at(config, msi + 2) : 0;
	bool uses_msi = flags & 1;

	if (msix && !uses_msi)
		return short_text(to, "%u",
				  (word_at(config, msix + 2) & 0x7ff) + 1);
	return msi ? short_text(to, "%u", 1U << (flags >> 1 & 7)) :
		     slice_of("-");
}

/* Only root gets more than the first 64 bytes of config space. */
void verify_config(struct verify *verify, size_t row, struct slice config)
{
	char text[SHORT_TEXT];
	struct slice kernel;

	/* A status of all ones: nothing answered. */
	if (!config.p || config.len < 256 || word_at(config, 6) == 0xffff)
		return;
	kernel = slice_of(aspm_of(config));
	verify_cell(verify, row, slice_of("ASPM"), COMPARE_TEXT, kernel,
		    kernel);
	kernel = messages_of(config, text);
	verify_cell(verify, row, slice_of("MSI_MAX"), COMPARE_TEXT, kernel,
		    kernel);
}
