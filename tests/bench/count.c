// SPDX-License-Identifier: GPL-2.0
/*
 * A TCG plugin that counts the instructions between the marks of mark.h, for
 * QEMU 7.2 (plugin API version 1).
 *
 *	-plugin file=count.so,out=FILE[,profile=REGION,hist=FILE]
 *
 * Each translated block adds its length to a counter of its vCPU. What an
 * interrupt executes is left out: from its entry, which the guest names with
 * MARK_IRQ, to the iret. FILE gets a line for each region:
 *	REGION TIMES MIN MAX SPAN_MIN IRQS
 * and FILE of hist= a line for each block run in REGION: ADDRESS INSNS.
 */
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mark.h"

/* What qemu-plugin.h declares; Debian does not package it. */
struct qemu_plugin_tb;
struct qemu_plugin_insn;
typedef uint64_t plugin_id;
typedef void (*vcpu_fn)(unsigned int vcpu, void *data);

void qemu_plugin_register_vcpu_tb_trans_cb(
	plugin_id id, void (*fn)(plugin_id id, struct qemu_plugin_tb *tb));
void qemu_plugin_register_vcpu_tb_exec_cb(struct qemu_plugin_tb *tb, vcpu_fn fn,
					  int flags, void *data);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn,
					    vcpu_fn fn, int flags, void *data);
void qemu_plugin_register_atexit_cb(plugin_id id,
				    void (*fn)(plugin_id id, void *data),
				    void *data);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
uint64_t qemu_plugin_tb_vaddr(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *
qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t idx);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *insn);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *insn);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);

int qemu_plugin_version = 1;

#define MAX_VCPUS 64
#define MAX_IRQS 256
#define NO_REGION (-1)

/**
 * struct block - a translated block
 * @next: all of them
 * @vaddr: its guest address
 * @insns: its length in instructions
 * @irq: an interrupt handler is entered here
 * @span: the counted function is entered here
 * @hits: how often it ran in the profiled region
 */
struct block {
	struct block *next;
	uint64_t vaddr;
	uint32_t insns;
	bool irq;
	bool span;
	uint64_t hits;
};

/**
 * struct event - an instruction that is a mark
 * @imm: the mark's value
 * @rest: instructions of the block from this one on
 */
struct event {
	uint32_t imm;
	uint32_t rest;
};

struct stat {
	uint64_t times;
	uint64_t min;
	uint64_t max;
	uint64_t span_min;
	uint64_t irqs;
};

static struct vcpu {
	uint64_t insns;
	uint64_t begin;
	uint64_t span_begin;
	uint64_t span;
	uint64_t irqs;
	int region;
	bool in_irq;
	bool in_span;
} __attribute__((aligned(64))) vcpus[MAX_VCPUS];

static struct stat stats[MARK_REGIONS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct block *blocks;
static uint64_t irq_entry[MAX_IRQS];
static unsigned int irq_entries;
static uint64_t span_start, span_end;
static const char *out_path, *hist_path;
static int profile = NO_REGION;

static void on_block(unsigned int cpu, void *data)
{
	struct vcpu *v = &vcpus[cpu];
	struct block *block = data;

	if (block->irq && v->region != NO_REGION && !v->in_irq) {
		v->in_irq = true;
		v->irqs++;
	}
	if (v->in_irq)
		return;
	if (block->span && v->region != NO_REGION && !v->in_span) {
		v->in_span = true;
		v->span_begin = v->insns;
	}
	v->insns += block->insns;
	if (profile != NO_REGION && v->region == profile)
		__atomic_fetch_add(&block->hits, 1, __ATOMIC_RELAXED);
}

/* The whole block is counted already, but the rest of it has not run yet. */
static void on_mark(unsigned int cpu, void *data)
{
	const struct event *event = data;
	struct vcpu *v = &vcpus[cpu];
	unsigned int region = event->imm & ~(MARK_MAGIC | MARK_KIND);
	uint64_t now = v->insns - event->rest, count;
	struct stat *stat = &stats[region];

	if (region >= MARK_REGIONS)
		return;
	if ((event->imm & MARK_KIND) == MARK_BEGIN) {
		v->region = region;
		v->span = 0;
		v->irqs = 0;
		v->in_irq = false;
		v->in_span = false;
		v->begin = now;
		return;
	}
	if (v->region != (int)region)
		return;
	count = now - v->begin - 1; /* without the mark itself */
	v->region = NO_REGION;
	pthread_mutex_lock(&lock);
	if (!stat->times || count < stat->min)
		stat->min = count;
	if (count > stat->max)
		stat->max = count;
	if (v->span && (!stat->span_min || v->span < stat->span_min))
		stat->span_min = v->span;
	stat->irqs += v->irqs;
	stat->times++;
	pthread_mutex_unlock(&lock);
}

static void on_iret(unsigned int cpu, void *data)
{
	(void)data;
	vcpus[cpu].in_irq = false;
}

static void on_span_return(unsigned int cpu, void *data)
{
	const struct event *event = data;
	struct vcpu *v = &vcpus[cpu];

	if (!v->in_span || v->in_irq)
		return;
	v->in_span = false;
	v->span += v->insns - event->rest - v->span_begin;
}

static void classify(struct block *block)
{
	unsigned int i;

	for (i = 0; i < irq_entries; i++)
		if (block->vaddr == irq_entry[i])
			block->irq = true;
	block->span = span_start && block->vaddr == span_start;
}

/* Also finds blocks that were translated before the guest named the address. */
static void on_name(unsigned int cpu, void *data)
{
	struct block *block;

	(void)cpu;
	(void)data;
	pthread_mutex_lock(&lock);
	for (block = blocks; block; block = block->next)
		classify(block);
	pthread_mutex_unlock(&lock);
}

static bool is_nop(const struct qemu_plugin_insn *insn, uint32_t *imm)
{
	const uint8_t *code = qemu_plugin_insn_data(insn);

	if (qemu_plugin_insn_size(insn) != 7 || code[0] != 0x0f ||
	    code[1] != 0x1f || code[2] != 0x80)
		return false;
	memcpy(imm, code + 3, sizeof(*imm));
	return true;
}

static bool is_iret(const struct qemu_plugin_insn *insn)
{
	const uint8_t *code = qemu_plugin_insn_data(insn);

	return qemu_plugin_insn_size(insn) == 2 && code[0] == 0x48 &&
	       code[1] == 0xcf;
}

/* A return from the counted function, or its jump to a return thunk. */
static bool is_span_return(const struct qemu_plugin_insn *insn)
{
	const uint8_t *code = qemu_plugin_insn_data(insn);
	uint64_t at = qemu_plugin_insn_vaddr(insn);
	int32_t offset;

	if (!span_start || at < span_start || at >= span_end)
		return false;
	if (code[0] == 0xc3 || code[0] == 0xc2)
		return true;
	if (code[0] != 0xe9 || qemu_plugin_insn_size(insn) != 5)
		return false;
	memcpy(&offset, code + 1, sizeof(offset));
	at += 5 + offset;
	return at < span_start || at >= span_end;
}

/* The guest's kernel is in the top 2 GiB, so that imm32 is an address. */
static uint64_t kernel_address(struct qemu_plugin_tb *tb, size_t i)
{
	uint32_t imm;

	if (i >= qemu_plugin_tb_n_insns(tb) ||
	    !is_nop(qemu_plugin_tb_get_insn(tb, i), &imm))
		return 0;
	return 0xffffffff00000000u | imm;
}

static void on_mark_translated(struct qemu_plugin_tb *tb, size_t i,
			       uint32_t imm, struct event *event)
{
	struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);

	switch (imm & MARK_KIND) {
	case MARK_IRQ:
		if (irq_entries < MAX_IRQS)
			irq_entry[irq_entries++] = kernel_address(tb, i + 1);
		qemu_plugin_register_vcpu_insn_exec_cb(insn, on_name, 0, NULL);
		break;
	case MARK_SPAN:
		span_start = kernel_address(tb, i + 1);
		span_end = kernel_address(tb, i + 2);
		qemu_plugin_register_vcpu_insn_exec_cb(insn, on_name, 0, NULL);
		break;
	default:
		qemu_plugin_register_vcpu_insn_exec_cb(insn, on_mark, 0, event);
	}
}

static void on_translate(plugin_id id, struct qemu_plugin_tb *tb)
{
	size_t i, n = qemu_plugin_tb_n_insns(tb);
	struct block *block = calloc(1, sizeof(*block));
	struct event *event;
	uint32_t imm;

	(void)id;
	block->vaddr = qemu_plugin_tb_vaddr(tb);
	block->insns = n;
	pthread_mutex_lock(&lock);
	for (i = 0; i < n; i++) {
		struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
		bool mark = is_nop(insn, &imm) &&
			    (imm & 0xffff0000u) == MARK_MAGIC;
		bool span = is_span_return(insn);

		if (is_iret(insn))
			qemu_plugin_register_vcpu_insn_exec_cb(insn, on_iret, 0,
							       NULL);
		if (!mark && !span)
			continue;
		event = malloc(sizeof(*event));
		event->imm = imm;
		event->rest = n - i;
		if (mark)
			on_mark_translated(tb, i, imm, event);
		else
			qemu_plugin_register_vcpu_insn_exec_cb(
				insn, on_span_return, 0, event);
	}
	classify(block);
	block->next = blocks;
	blocks = block;
	pthread_mutex_unlock(&lock);
	qemu_plugin_register_vcpu_tb_exec_cb(tb, on_block, 0, block);
}

static void on_exit_report(plugin_id id, void *data)
{
	struct block *block;
	FILE *out = fopen(out_path, "w");
	unsigned int i;

	(void)id;
	(void)data;
	if (!out) {
		perror(out_path);
		return;
	}
	for (i = 0; i < MARK_REGIONS; i++)
		if (stats[i].times)
			fprintf(out,
				"%u %" PRIu64 " %" PRIu64 " %" PRIu64
				" %" PRIu64 " %" PRIu64 "\n",
				i, stats[i].times, stats[i].min, stats[i].max,
				stats[i].span_min, stats[i].irqs);
	fclose(out);
	out = hist_path ? fopen(hist_path, "w") : NULL;
	if (!out)
		return;
	for (block = blocks; block; block = block->next)
		if (block->hits)
			fprintf(out, "%016" PRIx64 " %" PRIu64 "\n",
				block->vaddr, block->hits * block->insns);
	fclose(out);
}

int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv);

int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv)
{
	int i;

	(void)info;
	for (i = 0; i < argc; i++) {
		if (!strncmp(argv[i], "out=", 4))
			out_path = strdup(argv[i] + 4);
		else if (!strncmp(argv[i], "hist=", 5))
			hist_path = strdup(argv[i] + 5);
		else if (!strncmp(argv[i], "profile=", 8))
			profile = atoi(argv[i] + 8);
	}
	if (!out_path) {
		fprintf(stderr, "count: out=FILE is needed\n");
		return -1;
	}
	for (i = 0; i < MAX_VCPUS; i++)
		vcpus[i].region = NO_REGION;
	qemu_plugin_register_vcpu_tb_trans_cb(id, on_translate);
	qemu_plugin_register_atexit_cb(id, on_exit_report, NULL);
	return 0;
}
