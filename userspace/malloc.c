// SPDX-License-Identifier: GPL-2.0
/*
 * A malloc() for this program: one thread, few blocks, most of them whole files.
 * musl's is an eighth of all its 64 KB. It is built in where that is the C
 * library, see the Makefile; the sanitizers bring their own.
 *
 * Small blocks are powers of two, and once free wait in a list for another of
 * their size; large ones are mappings of their own and go back at once.
 */
#ifdef SMALL_MALLOC
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define SMALLEST 5 /* 32 bytes */
#define LARGEST 15
#define CHUNK (1UL << 16)
#define PAGE 4096UL

/* Before each block; as large as what malloc() has to align to. */
struct block {
	size_t size; /* with this */
	struct block *next; /* while free */
};

static struct block *freed[LARGEST + 1];
static char *chunk;
static size_t chunk_left;

static void *map(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

/* The size a block takes for @size bytes; 0 if there is no such. */
static size_t block_size(size_t size)
{
	unsigned int bits = SMALLEST;

	if (size > PTRDIFF_MAX - sizeof(struct block) - PAGE)
		return 0;
	size += sizeof(struct block);
	while (bits <= LARGEST && 1UL << bits < size)
		bits++;
	return bits <= LARGEST ? 1UL << bits : (size + PAGE - 1) & -PAGE;
}

static bool is_large(size_t size)
{
	return size > 1UL << LARGEST;
}

static struct block *get_small(size_t size)
{
	struct block **list = &freed[__builtin_ctzl(size)];
	struct block *block = *list;

	if (block) {
		*list = block->next;
		return block;
	}
	if (chunk_left < size) {
		/* What is left of the old one, less than LARGEST, is lost. */
		chunk = map(CHUNK);
		chunk_left = chunk ? CHUNK : 0;
	}
	if (!chunk)
		return NULL;
	block = (struct block *)chunk;
	chunk += size;
	chunk_left -= size;
	return block;
}

static void *get(size_t wanted)
{
	size_t size = block_size(wanted);
	struct block *block = NULL;

	if (size)
		block = is_large(size) ? map(size) : get_small(size);
	if (!block) {
		errno = ENOMEM;
		return NULL;
	}
	block->size = size;
	return block + 1;
}

void *malloc(size_t size)
{
	return get(size);
}

void *calloc(size_t n, size_t size)
{
	size_t all;
	void *p;

	if (__builtin_mul_overflow(n, size, &all))
		all = SIZE_MAX;
	p = get(all);
	return p ? memset(p, 0, all) : NULL;
}

void free(void *p)
{
	struct block *block = p;
	int err = errno;

	if (!p)
		return;
	block--;
	if (is_large(block->size)) {
		munmap(block, block->size);
		errno = err;
		return;
	}
	block->next = freed[__builtin_ctzl(block->size)];
	freed[__builtin_ctzl(block->size)] = block;
}

void *realloc(void *p, size_t wanted)
{
	struct block *block = p;
	size_t size = block_size(wanted);
	void *larger;

	if (!p)
		return get(wanted);
	block--;
	if (size && size <= block->size)
		return p;
	if (size && is_large(block->size)) {
		block = mremap(block, block->size, size, MREMAP_MAYMOVE);
		if (block == MAP_FAILED)
			return NULL;
		block->size = size;
		return block + 1;
	}
	larger = get(wanted);
	if (!larger)
		return NULL;
	memcpy(larger, p, block->size - sizeof(*block));
	free(p);
	return larger;
}
#endif
