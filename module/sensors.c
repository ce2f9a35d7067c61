// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "sensor_rows.h"

static void sensors_show(struct hwi_table *table,
			 const struct hwi_machine *machine)
{
	const struct hwi_sensor *sensor;

	for (sensor = machine->sensors.first; sensor; sensor = sensor->next)
		hwi_table_add(table, hwi_sensor_row, sensor);
}

HWI_DECLARE_VIEW(sensors);
const struct hwi_view hwi_view_sensors = {
	.name = "sensors",
	.columns = hwi_sensor_columns,
	.nr_columns = HWI_SENSOR_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_SENSORS),
	.show = sensors_show,
};
