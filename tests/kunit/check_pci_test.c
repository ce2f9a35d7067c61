// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/pci_rows.c"
#include "../../module/finding.c"
#include "../../module/check_pci.c"

#include "findings.h"

/**
 * struct fake - a PCI function behind a port
 * @port: the port's device
 * @device: the function's
 * @pci: the function
 * @found: what is found about it
 */
struct fake {
	struct hwi_device port;
	struct hwi_device device;
	struct hwi_pci pci;
	struct fake_findings found;
};

/* Gen 3 with 8 lanes at both ends. */
static struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, fake);
	findings_begin(test, &fake->found, 4096, true);
	fake->port.name = "0000:00:01.0";
	fake->device.name = "0000:01:00.0";
	fake->device.parent = &fake->port;
	fake->pci.device = &fake->device;
	fake->pci.speaks_for_link = true;
	fake->pci.link = (struct hwi_pci_link){ 3, 8 };
	fake->pci.link_max = (struct hwi_pci_link){ 3, 8 };
	fake->pci.port_max = (struct hwi_pci_link){ 5, 16 };
	return fake;
}

static void expect(struct kunit *test, struct fake *fake, const char *want)
{
	struct hwi_pcis pcis = { .first = &fake->pci };

	hwi_check_pcis(&fake->found.findings, &pcis);
	EXPECT_FINDINGS(test, &fake->found, want);
}

static void a_link_as_good_as_its_ends(struct kunit *test)
{
	struct fake *fake = begin(test);

	expect(test, fake, "");
	/* It is the port that cannot do more. */
	fake->pci.link_max = (struct hwi_pci_link){ 6, 32 };
	fake->pci.port_max = (struct hwi_pci_link){ 3, 8 };
	expect(test, fake, "");
	/* One limit at each end. */
	fake->pci.link_max = (struct hwi_pci_link){ 3, 32 };
	fake->pci.port_max = (struct hwi_pci_link){ 6, 8 };
	expect(test, fake, "");
}

static void links_that_could_be_better(struct kunit *test)
{
	struct fake *fake = begin(test);

	fake->pci.link.speed = 1;
	expect(test, fake,
	       "info pcie-link pci:0000:01:00.0: runs at 2.5GT/s,x8, but supports 8.0GT/s,x8, and the port 0000:00:01.0 supports 32.0GT/s,x16\n");
	fake->pci.link.width = 4;
	expect(test, fake,
	       "warn pcie-link pci:0000:01:00.0: runs at 2.5GT/s,x4, but supports 8.0GT/s,x8, and the port 0000:00:01.0 supports 32.0GT/s,x16\n");
	fake->pci.link.speed = 3;
	expect(test, fake,
	       "warn pcie-link pci:0000:01:00.0: runs at 8.0GT/s,x4, but supports 8.0GT/s,x8, and the port 0000:00:01.0 supports 32.0GT/s,x16\n");
	/* Other functions on the same link say nothing. */
	fake->pci.speaks_for_link = false;
	expect(test, fake, "");
}

static void links_not_fully_known(struct kunit *test)
{
	struct fake *fake = begin(test);

	fake->pci.link = (struct hwi_pci_link){};
	expect(test, fake, "");
	fake->pci.link = (struct hwi_pci_link){ 1, 1 };
	fake->pci.port_max = (struct hwi_pci_link){};
	expect(test, fake, "");
	fake->pci.port_max = (struct hwi_pci_link){ 5, 16 };
	fake->pci.link_max = (struct hwi_pci_link){};
	expect(test, fake, "");
}

static void errors_by_kind(struct kunit *test)
{
	struct fake *fake = begin(test);

	fake->pci.has_aer = BIT(HWI_AER_KINDS) - 1;
	expect(test, fake, "");
	fake->pci.aer[HWI_AER_COR] = 1ULL << 40;
	expect(test, fake,
	       "info pcie-aer pci:0000:01:00.0: 1099511627776 corrected errors since it was found\n");
	fake->pci.aer[HWI_AER_FATAL] = 2;
	expect(test, fake,
	       "error pcie-aer pci:0000:01:00.0: 0 non-fatal and 2 fatal errors since it was found\n"
	       "info pcie-aer pci:0000:01:00.0: 1099511627776 corrected errors since it was found\n");
	fake->pci.aer[HWI_AER_COR] = 0;
	fake->pci.aer[HWI_AER_FATAL] = 0;
	fake->pci.aer[HWI_AER_NONFATAL] = 3;
	expect(test, fake,
	       "error pcie-aer pci:0000:01:00.0: 3 non-fatal and 0 fatal errors since it was found\n");
}

static void no_room_is_an_error(struct kunit *test)
{
	struct hwi_budget nothing = {};
	struct hwi_findings findings;
	struct fake *fake = begin(test);
	struct hwi_pcis pcis = { .first = &fake->pci };
	struct hwi_arena arena;

	fake->pci.link.width = 1;
	fake->pci.aer[HWI_AER_COR] = 1;
	hwi_arena_init(&arena, &nothing);
	hwi_findings_init(&findings, &arena, true);
	hwi_check_pcis(&findings, &pcis);
	KUNIT_EXPECT_EQ(test, findings.error, -EFBIG);
	KUNIT_EXPECT_TRUE(test, !findings.first);
	hwi_arena_free(&arena);
}

static struct kunit_case check_pci_cases[] = {
	KUNIT_CASE(a_link_as_good_as_its_ends),
	KUNIT_CASE(links_that_could_be_better),
	KUNIT_CASE(links_not_fully_known),
	KUNIT_CASE(errors_by_kind),
	KUNIT_CASE(no_room_is_an_error),
	{}
};

static struct kunit_suite check_pci_suite = {
	.name = "hwinsight_check_pci",
	.test_cases = check_pci_cases,
};

kunit_test_suite(check_pci_suite);

MODULE_DESCRIPTION("KUnit: the checks of PCI Express links and errors");
MODULE_LICENSE("GPL");
