/* SPDX-License-Identifier: GPL-2.0 */
/* Reads entries of the DMI table, without trusting the firmware's lengths. */
#ifndef HWI_DMI_ENTRY_H
#define HWI_DMI_ENTRY_H

#include <linux/dmi.h>
#include <linux/string.h>

/* Bytes beyond the entry read as 0, as in older versions of SMBIOS. */
static inline u8 hwi_dmi_u8(const struct dmi_header *entry, unsigned int at)
{
	return at < entry->length ? ((const u8 *)entry)[at] : 0;
}

static inline u16 hwi_dmi_u16(const struct dmi_header *entry, unsigned int at)
{
	return at + 1 < entry->length ?
		       hwi_dmi_u8(entry, at) | hwi_dmi_u8(entry, at + 1) << 8 :
		       0;
}

static inline u32 hwi_dmi_u32(const struct dmi_header *entry, unsigned int at)
{
	return at + 3 < entry->length ?
		       hwi_dmi_u16(entry, at) | (u32)hwi_dmi_u16(entry, at + 2)
							<< 16 :
		       0;
}

/**
 * hwi_dmi_string() - a string of an entry
 * @entry: the entry; dmi_walk() has checked that two NULs end its strings
 * @at: offset of the string's number
 *
 * Return: the string, or NULL if there is none.
 */
static inline const char *hwi_dmi_string(const struct dmi_header *entry,
					 unsigned int at)
{
	const char *string = (const char *)entry + entry->length;
	u8 nr = hwi_dmi_u8(entry, at);

	if (!nr)
		return NULL;
	while (--nr && *string)
		string += strlen(string) + 1;
	return *string ? string : NULL;
}

#endif
