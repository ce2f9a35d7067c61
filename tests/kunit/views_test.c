// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/machine.h"

/*
 * The views alone: the suites of the row functions test the cells. Here a row
 * function prints its record's address, or what else it was given.
 */
static void fill(struct hwi_row *row, const void *record, const char *style)
{
	hwi_cell_hex(row, (unsigned long)record, 1);
	hwi_cell_str(row, style);
	hwi_cells_none(row, row->table->nr_columns - 2);
}

/* Only their number matters here; the subjects' suites test the names. */
#define COLUMNS(name, nr) \
	const struct hwi_column name[nr] = { [0 ...(nr) - 1] = { "C", 's' } }

COLUMNS(hwi_clock_columns, HWI_CLOCK_COLUMNS);
COLUMNS(hwi_cpu_columns, HWI_CPU_COLUMNS);
COLUMNS(hwi_cputype_columns, HWI_CPUTYPE_COLUMNS);
COLUMNS(hwi_device_columns, HWI_DEVICE_COLUMNS);
COLUMNS(hwi_dimm_columns, HWI_DIMM_COLUMNS);
COLUMNS(hwi_disk_columns, HWI_DISK_COLUMNS);
COLUMNS(hwi_fact_columns, HWI_FACT_COLUMNS);
COLUMNS(hwi_holder_columns, HWI_HOLDER_COLUMNS);
COLUMNS(hwi_gpio_columns, HWI_GPIO_COLUMNS);
COLUMNS(hwi_memory_columns, HWI_MEMORY_COLUMNS);
COLUMNS(hwi_module_columns, HWI_MODULE_COLUMNS);
COLUMNS(hwi_netdev_columns, HWI_NETDEV_COLUMNS);
COLUMNS(hwi_pci_columns, HWI_PCI_COLUMNS);
COLUMNS(hwi_power_columns, HWI_POWER_COLUMNS);
COLUMNS(hwi_process_columns, HWI_PROCESS_COLUMNS);
COLUMNS(hwi_regulator_columns, HWI_REGULATOR_COLUMNS);
COLUMNS(hwi_resource_columns, HWI_RESOURCE_COLUMNS);
COLUMNS(hwi_softirq_columns, HWI_SOFTIRQ_COLUMNS);
COLUMNS(hwi_usb_columns, HWI_USB_COLUMNS);
COLUMNS(hwi_sensor_columns, HWI_SENSOR_COLUMNS);
COLUMNS(hwi_supply_columns, HWI_SUPPLY_COLUMNS);

void hwi_cpu_row(struct hwi_row *row, const struct hwi_cpu *cpu)
{
	fill(row, cpu, "cpu");
}

const struct hwi_cpu_names hwi_cpu_names;

void hwi_cputype_row(struct hwi_row *row, const struct hwi_cputype *type,
		     const struct hwi_cpu_names *names)
{
	fill(row, type, names == &hwi_cpu_names ? "cputype" : "?");
}

void hwi_device_row(struct hwi_row *row, const struct hwi_device *device)
{
	fill(row, device, "device");
}

void hwi_dimm_row(struct hwi_row *row, const struct hwi_dimm *dimm)
{
	fill(row, dimm, "dimm");
}

void hwi_disk_row(struct hwi_row *row, const struct hwi_disk *disk)
{
	fill(row, disk, "disk");
}

void hwi_fact_row(struct hwi_row *row, const struct hwi_fact *fact, bool admin)
{
	fill(row, fact, admin ? "shown" : "hidden");
}

void hwi_holder_row(struct hwi_row *row, const struct hwi_holder *holder)
{
	fill(row, holder, "holder");
}

void hwi_memory_row(struct hwi_row *row, const struct hwi_memory *memory,
		    bool addresses)
{
	fill(row, memory, addresses ? "shown" : "hidden");
}

void hwi_module_row(struct hwi_row *row, const struct hwi_module *module)
{
	fill(row, module, "module");
}

void hwi_pci_row(struct hwi_row *row, const struct hwi_pci *pci)
{
	fill(row, pci, "pci");
}

void hwi_usb_row(struct hwi_row *row, const struct hwi_usb *usb)
{
	fill(row, usb, "usb");
}

void hwi_power_row(struct hwi_row *row, const struct hwi_power *power)
{
	fill(row, power, "power");
}

void hwi_netdev_row(struct hwi_row *row, const struct hwi_netdev *netdev)
{
	fill(row, netdev, "netdev");
}

void hwi_process_row(struct hwi_row *row, const struct hwi_process *process,
		     const struct hwi_processes *processes)
{
	fill(row, process,
	     processes->first == process ? "of-these" : "of-others");
}

void hwi_softirq_row(struct hwi_row *row, const struct hwi_softirq *softirq)
{
	fill(row, softirq, "softirq");
}

void hwi_sensor_row(struct hwi_row *row, const struct hwi_sensor *sensor)
{
	fill(row, sensor, "sensor");
}

void hwi_supply_row(struct hwi_row *row, const struct hwi_supply *supply)
{
	fill(row, supply, "supply");
}

void hwi_regulator_row(struct hwi_row *row,
		       const struct hwi_regulator *regulator)
{
	fill(row, regulator, "regulator");
}

void hwi_gpio_row(struct hwi_row *row, const struct hwi_gpio *gpio)
{
	fill(row, gpio, "gpio");
}

void hwi_clock_row(struct hwi_row *row, const struct hwi_clock *clock)
{
	fill(row, clock, "clock");
}

void hwi_resources_show(struct hwi_table *table,
			const struct hwi_resources *resources,
			const struct hwi_resource_style *style)
{
	char text[32];

	snprintf(text, sizeof(text), "%s%u",
		 style->addresses ? "shown" : "hidden", style->digits);
	hwi_table_add(table, fill, resources->first, text);
}

#include "../../module/clocks.c"
#include "../../module/cpus.c"
#include "../../module/cputypes.c"
#include "../../module/devices.c"
#include "../../module/dimms.c"
#include "../../module/disks.c"
#include "../../module/firmware.c"
#include "../../module/holders.c"
#include "../../module/gpios.c"
#include "../../module/iomem.c"
#include "../../module/ioports.c"
#include "../../module/memory.c"
#include "../../module/modules.c"
#include "../../module/netdevs.c"
#include "../../module/pci.c"
#include "../../module/power.c"
#include "../../module/processes.c"
#include "../../module/softirqs.c"
#include "../../module/usb.c"
#include "../../module/regulators.c"
#include "../../module/sensors.c"
#include "../../module/supplies.c"

/* The machine, and the one record in it that the view shows. */
static void expect(struct kunit *test, const struct hwi_view *view,
		   const struct hwi_machine *machine, const char *name,
		   const void *record, const char *style)
{
	char want[64];
	struct rows rows;

	EXPECT_STRING(test, view->name, name);
	KUNIT_EXPECT_FALSE(test, view->summary);
	rows_begin(test, &rows, view->columns, view->nr_columns);
	view->show(&rows.table, machine);
	KUNIT_ASSERT_EQ(test, rows.table.error, 0);
	KUNIT_ASSERT_EQ(test, rows.table.rows, 1U);
	snprintf(want, sizeof(want), "0x%lx %s", (unsigned long)record, style);
	KUNIT_EXPECT_TRUE(test,
			  !strncmp(rows_last(test, &rows), want, strlen(want)));
}

static struct hwi_machine *new_machine(struct kunit *test, bool addresses)
{
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, machine && access);
	access->addresses = addresses;
	machine->access = access;
	return machine;
}

static void each_view_shows_its_records(struct kunit *test)
{
	struct hwi_machine *m = new_machine(test, false);
	struct hwi_process process = {};
	struct hwi_holder holder = {};
	struct hwi_netdev netdev = {};
	struct hwi_module module = {};
	struct hwi_cputype type = {};
	struct hwi_dimm dimm = {};
	struct hwi_disk disk = {};
	struct hwi_cpu cpu = {};

	m->cpus.first = &cpu;
	expect(test, &hwi_view_cpus, m, "cpus", &cpu, "cpu");
	m->cputypes.first = &type;
	expect(test, &hwi_view_cputypes, m, "cputypes", &type, "cputype");
	m->dimms.first = &dimm;
	expect(test, &hwi_view_dimms, m, "dimms", &dimm, "dimm");
	m->disks.first = &disk;
	expect(test, &hwi_view_disks, m, "disks", &disk, "disk");
	m->holders.first = &holder;
	expect(test, &hwi_view_holders, m, "holders", &holder, "holder");
	m->modules.first = &module;
	expect(test, &hwi_view_modules, m, "modules", &module, "module");
	m->netdevs.first = &netdev;
	expect(test, &hwi_view_netdevs, m, "netdevs", &netdev, "netdev");
	m->processes.first = &process;
	expect(test, &hwi_view_processes, m, "processes", &process, "of-these");
}

static void each_view_of_a_bus_shows_its_records(struct kunit *test)
{
	struct hwi_machine *m = new_machine(test, false);
	struct hwi_power power = {};
	struct hwi_pci pci = {};
	struct hwi_usb usb = {};

	m->pcis.first = &pci;
	expect(test, &hwi_view_pci, m, "pci", &pci, "pci");
	m->usbs.first = &usb;
	expect(test, &hwi_view_usb, m, "usb", &usb, "usb");
	m->powers.first = &power;
	expect(test, &hwi_view_power, m, "power", &power, "power");
}

/* Every kind of softirq is always there. */
static void every_kind_of_softirq(struct kunit *test)
{
	struct hwi_machine *m = new_machine(test, false);
	const struct hwi_view *view = &hwi_view_softirqs;
	struct rows rows;

	EXPECT_STRING(test, view->name, "softirqs");
	KUNIT_EXPECT_FALSE(test, view->summary);
	rows_begin(test, &rows, view->columns, view->nr_columns);
	view->show(&rows.table, m);
	KUNIT_EXPECT_EQ(test, rows.table.rows, (unsigned int)NR_SOFTIRQS);
}

static void each_view_of_a_board_shows_its_records(struct kunit *test)
{
	struct hwi_machine *m = new_machine(test, false);
	struct hwi_regulator regulator = {};
	struct hwi_sensor sensor = {};
	struct hwi_supply supply = {};
	struct hwi_clock clock = {};
	struct hwi_gpio gpio = {};

	m->sensors.first = &sensor;
	expect(test, &hwi_view_sensors, m, "sensors", &sensor, "sensor");
	m->supplies.first = &supply;
	expect(test, &hwi_view_supplies, m, "supplies", &supply, "supply");
	m->regulators.first = &regulator;
	expect(test, &hwi_view_regulators, m, "regulators", &regulator,
	       "regulator");
	m->gpios.first = &gpio;
	expect(test, &hwi_view_gpios, m, "gpios", &gpio, "gpio");
	m->clocks.first = &clock;
	expect(test, &hwi_view_clocks, m, "clocks", &clock, "clock");
}

/* What is on no bus and in no class only holds other devices. */
static void devices_that_are_shown(struct kunit *test)
{
	struct hwi_machine *m = new_machine(test, false);
	struct hwi_device last = {}, shown = { .next = &last },
			  first = { .next = &shown };

	m->devices.first = &first;
	shown.class = "net";
	expect(test, &hwi_view_devices, m, "devices", &shown, "device");
	shown.class = NULL;
	shown.bus = "pci";
	expect(test, &hwi_view_devices, m, "devices", &shown, "device");
}

static void addresses_are_for_some(struct kunit *test)
{
	struct hwi_resource mem = {}, io = {};
	struct hwi_memory memory = {};
	struct hwi_machine *m;
	unsigned int may;

	for (may = 0; may < 2; may++) {
		m = new_machine(test, may);
		m->iomem.first = &mem;
		m->ioports.first = &io;
		m->memories.first = &memory;
		expect(test, &hwi_view_iomem, m, "iomem", &mem,
		       may ? "shown8" : "hidden8");
		expect(test, &hwi_view_ioports, m, "ioports", &io,
		       may ? "shown4" : "hidden4");
		expect(test, &hwi_view_memory, m, "memory", &memory,
		       may ? "shown" : "hidden");
	}
}

static void secrets_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_machine *m = new_machine(test, true);
	struct hwi_access access = { .firmware = true };
	struct hwi_fact fact = {};

	m->facts.first = &fact;
	expect(test, &hwi_view_firmware, m, "firmware", &fact, "hidden");
	m->access = &access;
	expect(test, &hwi_view_firmware, m, "firmware", &fact, "shown");
}

static struct kunit_case views_cases[] = {
	KUNIT_CASE(each_view_shows_its_records),
	KUNIT_CASE(each_view_of_a_bus_shows_its_records),
	KUNIT_CASE(every_kind_of_softirq),
	KUNIT_CASE(each_view_of_a_board_shows_its_records),
	KUNIT_CASE(devices_that_are_shown),
	KUNIT_CASE(addresses_are_for_some),
	KUNIT_CASE(secrets_for_cap_sys_admin),
	{}
};

static struct kunit_suite views_suite = {
	.name = "hwinsight_views",
	.test_cases = views_cases,
};

kunit_test_suite(views_suite);

MODULE_DESCRIPTION("KUnit: what of a machine each view shows");
MODULE_LICENSE("GPL");
