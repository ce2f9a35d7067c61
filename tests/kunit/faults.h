/* SPDX-License-Identifier: GPL-2.0 */
/* Allocations that fail on demand. Include before helpers.h. */
#ifndef HWI_KUNIT_FAULTS_H
#define HWI_KUNIT_FAULTS_H

#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>

#define NEVER UINT_MAX

/* So many allocations of the code under test succeed; all later ones fail. */
static unsigned int fail_after = NEVER;

static inline bool allocation_fails(void)
{
	if (fail_after == NEVER)
		return false;
	if (!fail_after)
		return true;
	fail_after--;
	return false;
}

static inline void *try_kvmalloc(size_t size, gfp_t gfp)
{
	return allocation_fails() ? NULL : kvmalloc(size, gfp);
}

static inline void *try_kvmalloc_array(size_t nr, size_t size, gfp_t gfp)
{
	return allocation_fails() ? NULL : kvmalloc_array(nr, size, gfp);
}

static inline void *try_kzalloc(size_t size, gfp_t gfp)
{
	return allocation_fails() ? NULL : kzalloc(size, gfp);
}

static inline void *try_kmalloc(size_t size, gfp_t gfp)
{
	return allocation_fails() ? NULL : kmalloc(size, gfp);
}

static inline unsigned long try_get_free_page(gfp_t gfp)
{
	return allocation_fails() ? 0 : __get_free_page(gfp);
}

/* Some of these are macros in newer kernels. */
#undef kvmalloc
#undef kvmalloc_array
#undef kzalloc
#undef kmalloc
#undef __get_free_page
#define kvmalloc try_kvmalloc
#define kvmalloc_array try_kvmalloc_array
#define kzalloc try_kzalloc
#define kmalloc try_kmalloc
#define __get_free_page try_get_free_page

#endif
