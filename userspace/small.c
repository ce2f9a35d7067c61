// SPDX-License-Identifier: GPL-2.0
/*
 * What this needs of the C library, smaller than the C library has it: 11 KB
 * less in a static binary that is to fit into 64. Made for a program with one
 * thread that asks for few blocks, and large ones. Not under a sanitizer, which
 * wants to see its own allocator at work.
 */
#define _GNU_SOURCE /* mremap() */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if !defined(__SANITIZE_ADDRESS__) && !__has_feature(address_sanitizer) && \
	!__has_feature(memory_sanitizer)

/* Before each block; as large as the alignment that malloc() promises. */
struct block {
	size_t size; /* of the mapping */
} __attribute__((aligned));

void *malloc(size_t size)
{
	struct block *block;

	if (size > PTRDIFF_MAX - sizeof(*block)) {
		errno = ENOMEM;
		return NULL;
	}
	size += sizeof(*block);
	block = mmap(NULL, size, PROT_READ | PROT_WRITE,
		     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (block == MAP_FAILED)
		return NULL;
	block->size = size;
	return block + 1;
}

void free(void *p)
{
	struct block *block = p;

	if (block--)
		munmap(block, block->size);
}

/* Fresh mappings are zero. */
void *calloc(size_t n, size_t size)
{
	if (size && n > PTRDIFF_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	return malloc(n * size);
}

void *realloc(void *p, size_t size)
{
	struct block *block = p;

	if (!block)
		return malloc(size);
	if (size > PTRDIFF_MAX - sizeof(*block)) {
		errno = ENOMEM;
		return NULL;
	}
	size += sizeof(*block);
	block = mremap(block - 1, block[-1].size, size, MREMAP_MAYMOVE);
	if (block == MAP_FAILED)
		return NULL;
	block->size = size;
	return block + 1;
}

static void swap(char *a, char *b, size_t size)
{
	char c;

	while (size--) {
		c = *a;
		*a++ = *b;
		*b++ = c;
	}
}

/* A heapsort: no memory, and no input that makes it slow. */
void qsort(void *base, size_t n, size_t size,
	   int (*order)(const void *, const void *))
{
	size_t root = n / 2, child, i;
	char *p = base;

	while (n > 1) {
		/* First to make a heap of it, then to take the largest off. */
		if (root)
			root--;
		else
			swap(p, p + --n * size, size);
		for (i = root; (child = 2 * i + 1) < n; i = child) {
			if (child + 1 < n &&
			    order(p + child * size, p + (child + 1) * size) < 0)
				child++;
			if (order(p + i * size, p + child * size) >= 0)
				break;
			swap(p + i * size, p + child * size, size);
		}
	}
}

#endif
