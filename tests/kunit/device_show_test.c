// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include <linux/device.h>

#include "../../module/core/compat.h"
#include "../../module/device_show.c"

/*
 * A device that is never registered, with attribute groups of its class, its
 * type, its bus and its own. The suite's callbacks note what they were asked
 * for.
 */
static char asked[128];

static ssize_t say(struct device *dev, struct device_attribute *attr,
		   char *page)
{
	return sprintf(page, "%s of %s\n", attr->attr.name, dev_name(dev));
}

static ssize_t lines(struct device *dev, struct device_attribute *attr,
		     char *page)
{
	return sprintf(page, "one\n two\n\n\n");
}

static ssize_t nothing(struct device *dev, struct device_attribute *attr,
		       char *page)
{
	return sprintf(page, "\n");
}

static ssize_t broken(struct device *dev, struct device_attribute *attr,
		      char *page)
{
	strcpy(page, "half of it");
	return -ENODATA;
}

/* Fills the page, which leaves no room for the NUL. */
static ssize_t too_long(struct device *dev, struct device_attribute *attr,
			char *page)
{
	memset(page, 'x', PAGE_SIZE);
	return PAGE_SIZE;
}

static ssize_t longest(struct device *dev, struct device_attribute *attr,
		       char *page)
{
	memset(page, 'x', PAGE_SIZE - 1);
	return PAGE_SIZE - 1;
}

static struct device_attribute dev_attr_plain = __ATTR(plain, 0444, say, NULL);
static struct device_attribute dev_attr_secret =
	__ATTR(secret, 0400, say, NULL);
static struct device_attribute dev_attr_hidden =
	__ATTR(hidden, 0444, say, NULL);
static struct device_attribute dev_attr_lowered =
	__ATTR(lowered, 0444, say, NULL);
static struct device_attribute dev_attr_twice = __ATTR(twice, 0444, say, NULL);
static struct device_attribute dev_attr_lines =
	__ATTR(lines, 0444, lines, NULL);
static struct device_attribute dev_attr_nothing =
	__ATTR(nothing, 0444, nothing, NULL);
static struct device_attribute dev_attr_broken =
	__ATTR(broken, 0444, broken, NULL);
static struct device_attribute dev_attr_too_long =
	__ATTR(too_long, 0444, too_long, NULL);
static struct device_attribute dev_attr_longest =
	__ATTR(longest, 0444, longest, NULL);
static struct device_attribute dev_attr_write_only =
	__ATTR(write_only, 0200, NULL, NULL);
static struct device_attribute dev_attr_unreadable =
	__ATTR(unreadable, 0444, NULL, NULL);

static struct attribute *of_class[] = { &dev_attr_plain.attr,
					&dev_attr_secret.attr, NULL };
static struct attribute *of_type[] = { &dev_attr_hidden.attr,
				       &dev_attr_lowered.attr, NULL };
static struct attribute *of_bus[] = { &dev_attr_lines.attr,
				      &dev_attr_nothing.attr,
				      &dev_attr_twice.attr, NULL };
static struct attribute *own[] = {
	&dev_attr_broken.attr,	   &dev_attr_too_long.attr,
	&dev_attr_longest.attr,	   &dev_attr_write_only.attr,
	&dev_attr_unreadable.attr, NULL
};

static struct attribute *own_too[] = { &dev_attr_twice.attr, NULL };

static umode_t visible(struct kobject *kobj, struct attribute *attr, int i)
{
	size_t len = strlen(asked);

	scnprintf(asked + len, sizeof(asked) - len, "%s%s %d", len ? "," : "",
		  attr->name, i);
	return attr == &dev_attr_hidden.attr  ? 0 :
	       attr == &dev_attr_lowered.attr ? 0400 :
						attr->mode;
}

static const struct attribute_group class_group = { .attrs = of_class };
static const struct attribute_group type_group = {
	.attrs = of_type,
	.is_visible = visible,
};

static const struct attribute_group bus_group = { .attrs = of_bus };
static const struct attribute_group empty_group = { .name = "empty" };
static const struct attribute_group own_group = { .attrs = own };
static const struct attribute_group own_too_group = { .attrs = own_too };
static const struct attribute_group *class_groups[] = { &class_group, NULL };
static const struct attribute_group *type_groups[] = { &type_group, NULL };
static const struct attribute_group *bus_groups[] = { &bus_group, NULL };
static const struct attribute_group *own_groups[] = { &empty_group, &own_group,
						      &own_too_group, NULL };

static struct class class = { .name = "fake", .dev_groups = class_groups };
static struct device_type type = { .name = "fake", .groups = type_groups };
static struct bus_type bus = { .name = "fake", .dev_groups = bus_groups };
static struct device device = {
	.init_name = "fake0",
	.class = &class,
	.type = &type,
	.bus = &bus,
	.groups = own_groups,
};

static void begin(struct kunit *test, struct hwi_shower *shower, bool admin)
{
	asked[0] = '\0';
	KUNIT_ASSERT_EQ(test, hwi_shower_init(shower, admin), 0);
	memset(shower->page, 'x', PAGE_SIZE);
}

/* The attribute shows @want. */
static void expect(struct kunit *test, struct hwi_shower *shower,
		   const char *name, const char *want)
{
	KUNIT_EXPECT_EQ(test, hwi_shower_show_name(shower, &device, name),
			(int)strlen(want));
	EXPECT_STRING(test, shower->page, want);
}

/* It fails, and leaves nothing of the previous text. */
static void expect_error(struct kunit *test, struct hwi_shower *shower,
			 const char *name, int error)
{
	memset(shower->page, 'x', PAGE_SIZE);
	KUNIT_EXPECT_EQ(test, hwi_shower_show_name(shower, &device, name),
			error);
	EXPECT_STRING(test, shower->page, "");
}

static void from_wherever_the_group_is(struct kunit *test)
{
	struct hwi_shower shower;

	begin(test, &shower, false);
	expect(test, &shower, "plain", "plain of fake0");
	expect(test, &shower, "twice", "twice of fake0");
	expect(test, &shower, "lines", "one\n two");
	expect(test, &shower, "nothing", "");
	expect_error(test, &shower, "plai", -ENOENT);
	expect_error(test, &shower, "plain ", -ENOENT);
	expect_error(test, &shower, "", -ENOENT);
	hwi_shower_free(&shower);
}

static void invisible_attributes(struct kunit *test)
{
	struct hwi_shower shower;

	begin(test, &shower, true);
	expect_error(test, &shower, "hidden", -ENOENT);
	expect(test, &shower, "lowered", "lowered of fake0");
	EXPECT_STRING(test, asked, "hidden 0,lowered 1");
	/* No other attribute is asked: that may be costly. */
	asked[0] = '\0';
	expect(test, &shower, "plain", "plain of fake0");
	expect(test, &shower, "lines", "one\n two");
	expect_error(test, &shower, "no such", -ENOENT);
	EXPECT_STRING(test, asked, "");
	hwi_shower_free(&shower);
}

static void who_may_read_the_file(struct kunit *test)
{
	struct hwi_shower shower;

	begin(test, &shower, false);
	expect_error(test, &shower, "secret", -EACCES);
	expect_error(test, &shower, "lowered", -EACCES);
	expect_error(test, &shower, "write_only", -EACCES);
	KUNIT_EXPECT_FALSE(test,
			   hwi_shower_may_show(&shower, &device, "secret"));
	KUNIT_EXPECT_TRUE(test, hwi_shower_may_show(&shower, &device, "plain"));
	hwi_shower_free(&shower);
	begin(test, &shower, true);
	KUNIT_EXPECT_TRUE(test,
			  hwi_shower_may_show(&shower, &device, "secret"));
	KUNIT_EXPECT_FALSE(test,
			   hwi_shower_may_show(&shower, &device, "hidden"));
	KUNIT_EXPECT_FALSE(test, hwi_shower_may_show(&shower, &device, "no"));
	expect(test, &shower, "secret", "secret of fake0");
	expect_error(test, &shower, "write_only", -EACCES);
	expect_error(test, &shower, "unreadable", -EIO);
	hwi_shower_free(&shower);
}

static void drivers_that_fail(struct kunit *test)
{
	struct hwi_shower shower;

	begin(test, &shower, false);
	expect_error(test, &shower, "broken", -ENODATA);
	expect_error(test, &shower, "too_long", -EIO);
	KUNIT_EXPECT_EQ(test, hwi_shower_show_name(&shower, &device, "longest"),
			(int)PAGE_SIZE - 1);
	KUNIT_EXPECT_EQ(test, strlen(shower.page), PAGE_SIZE - 1);
	hwi_shower_free(&shower);
}

static void a_device_without_groups(struct kunit *test)
{
	static struct device bare = { .init_name = "bare" };
	struct hwi_shower shower;

	begin(test, &shower, true);
	KUNIT_EXPECT_EQ(test, hwi_shower_show_name(&shower, &bare, "plain"),
			-ENOENT);
	EXPECT_STRING(test, shower.page, "");
	hwi_shower_free(&shower);
}

static struct kunit_case device_show_cases[] = {
	KUNIT_CASE(from_wherever_the_group_is),
	KUNIT_CASE(invisible_attributes),
	KUNIT_CASE(who_may_read_the_file),
	KUNIT_CASE(drivers_that_fail),
	KUNIT_CASE(a_device_without_groups),
	{}
};

static struct kunit_suite device_show_suite = {
	.name = "hwinsight_device_show",
	.test_cases = device_show_cases,
};

kunit_test_suite(device_show_suite);

MODULE_DESCRIPTION("KUnit: attributes of devices, as sysfs shows them");
MODULE_LICENSE("GPL");
