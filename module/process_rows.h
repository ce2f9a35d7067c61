/* SPDX-License-Identifier: GPL-2.0 */
/* A process that uses hardware: its record, its columns and its row. */
#ifndef HWI_PROCESS_ROWS_H
#define HWI_PROCESS_ROWS_H

#include "core/access.h"
#include "core/index.h"
#include "core/row.h"

struct hwi_device;
struct hwi_devices;
struct hwi_irqs;

#define HWI_COMM_LEN 16

/* How many of the devices that a process has open are listed. */
#define HWI_OPEN_MAX 64

/**
 * struct hwi_open - the devices that a process has open
 * @number: the lowest ones, each once, in order; see hwi_open_number()
 * @files: how many open files each has
 * @nr: how many devices
 * @more: open files of other devices
 */
struct hwi_open {
	u64 number[HWI_OPEN_MAX];
	unsigned int files[HWI_OPEN_MAX];
	unsigned int nr;
	unsigned int more;
};

/**
 * struct hwi_process - a copied process: a thread group, by its leader
 * @next: by number
 * @pid: its number in the pid namespace of the mount of /proc
 * @state: a letter, as in /proc/PID/stat
 * @cpu: where it last ran
 * @threads: how many it has
 * @rss: pages in memory, negative for one that has no memory of its own
 * @irq: the interrupt it is the thread of, negative if of none
 * @comm: its name; NUL terminated
 * @known: the opener may see what it has open
 * @open: the lowest devices it has open, as in struct hwi_open
 * @nr_open: how many
 * @more_open: open files of other devices
 */
struct hwi_process {
	struct hwi_process *next;
	int pid;
	char state;
	unsigned int cpu;
	int threads;
	long rss;
	int irq;
	char comm[HWI_COMM_LEN];
	bool known;
	u64 *open;
	unsigned int nr_open;
	unsigned int more_open;
};

/**
 * struct hwi_processes - the copied processes
 * @first: the first, NULL if there are none
 * @nr: how many
 * @character: finds character devices by their dev_t
 * @block: finds block devices likewise
 */
struct hwi_processes {
	struct hwi_process *first;
	unsigned int nr;
	struct hwi_index character;
	struct hwi_index block;
};

/* A device number that sorts by major, then minor. */
static inline u64 hwi_open_number(u32 dev, bool block)
{
	return (u64)dev << 1 | block;
}

#define HWI_PROCESS_COLUMNS 8
extern const struct hwi_column hwi_process_columns[HWI_PROCESS_COLUMNS];

int hwi_processes_collect(struct hwi_processes *processes,
			  struct hwi_arena *arena,
			  const struct hwi_access *access,
			  const struct hwi_irqs *irqs,
			  const struct hwi_devices *devices);
int hwi_processes_join(struct hwi_processes *processes, struct hwi_arena *arena,
		       const struct hwi_devices *devices);
void hwi_open_add(struct hwi_open *open, u64 number);
void hwi_process_row(struct hwi_row *row, const struct hwi_process *process,
		     const struct hwi_processes *processes);

#endif
