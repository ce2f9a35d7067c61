/* SPDX-License-Identifier: GPL-2.0 */
/* The processes that use hardware, copied, and who may see what of them. */
#ifndef HWI_PROCESS_RECORD_H
#define HWI_PROCESS_RECORD_H

#include "access.h"
#include "arena.h"
#include "index.h"

struct hwi_device;
struct hwi_devices;
struct hwi_irqs;

#define HWI_COMM_LEN 16

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
 * @known: @numbers is all it has open; else the opener may not know
 * @numbers: devices it has open, each once, by number; see hwi_open_number()
 * @nr_numbers: how many
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
	u64 *numbers;
	unsigned int nr_numbers;
};

/**
 * struct hwi_open_file - an open file whose operations are in a module
 * @next: in no order
 * @key: address of the struct file, only ever compared
 * @owner: address of the struct module, only ever compared
 */
struct hwi_open_file {
	struct hwi_open_file *next;
	unsigned long key;
	unsigned long owner;
};

/**
 * struct hwi_processes - the copied processes
 * @first: the first, NULL if there are none
 * @nr: how many
 * @files: of all processes whose descriptors may be shown, held or not; a
 *	file that is open more than once may be there as often
 * @nr_files: how many
 */
struct hwi_processes {
	struct hwi_process *first;
	unsigned int nr;
	struct hwi_open_file *files;
	unsigned int nr_files;
};

/**
 * struct hwi_numbers - finds devices by their number
 * @character: by dev_t
 * @block: by dev_t
 */
struct hwi_numbers {
	struct hwi_index character;
	struct hwi_index block;
};

/* A device number, such that sorting sorts by major and minor. */
static inline u64 hwi_open_number(u32 dev, bool block)
{
	return (u64)dev << 1 | block;
}

void hwi_processes_collect(struct hwi_processes *processes,
			   struct hwi_arena *arena,
			   const struct hwi_access *access,
			   const struct hwi_irqs *irqs, bool files);
void hwi_numbers_sort(struct hwi_process *process);
bool hwi_numbers_index(struct hwi_numbers *numbers, struct hwi_arena *arena,
		       const struct hwi_devices *devices);
struct hwi_str hwi_numbers_text(struct hwi_arena *arena,
				const struct hwi_process *process,
				const struct hwi_numbers *numbers);

#endif
