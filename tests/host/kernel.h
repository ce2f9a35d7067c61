/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the pure files and their suites need from the kernel's headers, for a
 * single-threaded program. run makes each <linux/X.h> that they include lead
 * here. ktime, locks and RCU are counted, not taken: a test fails if code
 * allocates, or pauses, where that could sleep under a lock.
 */
#ifndef HWI_HOST_KERNEL_H
#define HWI_HOST_KERNEL_H

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/types.h>

/* Types and numbers. */
typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef unsigned long long u64;
typedef int32_t s32;
typedef long long s64;
typedef unsigned int gfp_t;
typedef u64 resource_size_t;
typedef u32 __u32;
typedef unsigned long kernel_ulong_t;

#define U32_MAX UINT32_MAX
#define U64_MAX ((u64)~0ULL)
#define S64_MAX LLONG_MAX
#define S64_MIN LLONG_MIN
#define BITS_PER_LONG ((int)(8 * sizeof(long)))
#define NSEC_PER_SEC 1000000000L
#define NSEC_PER_MSEC 1000000L

/* The compiler. */
#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define __aligned(x) __attribute__((aligned(x)))
#define __printf(a, b) __attribute__((format(printf, a, b)))
#define __maybe_unused __attribute__((unused))
#define fallthrough __attribute__((fallthrough))
#define likely(x) (x)
#define unlikely(x) (x)
#define container_of(ptr, type, member) \
	((type *)((char *)(ptr)-offsetof(type, member)))
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define sizeof_field(type, member) sizeof(((type *)0)->member)
#define BUILD_BUG_ON(condition) _Static_assert(!(condition), #condition)
#define static_assert _Static_assert

/* Arithmetic. */
#define min(a, b)                        \
	({                               \
		__typeof__(a) a__ = (a); \
		__typeof__(b) b__ = (b); \
		a__ < b__ ? a__ : b__;   \
	})
#define max(a, b)                        \
	({                               \
		__typeof__(a) a__ = (a); \
		__typeof__(b) b__ = (b); \
		a__ > b__ ? a__ : b__;   \
	})
#define min_t(type, a, b) min((type)(a), (type)(b))
#define max_t(type, a, b) max((type)(a), (type)(b))
#define clamp_t(type, value, low, high) \
	min_t(type, max_t(type, value, low), high)
#define ALIGN(x, a) (((x) + (__typeof__(x))(a)-1) & ~((__typeof__(x))(a)-1))
#define round_up(x, a) ALIGN(x, a)
#define DIV_ROUND_UP(n, d) (((n) + (d)-1) / (d))
#define BIT(n) (1UL << (n))
#define BIT_ULL(n) (1ULL << (n))

static inline u64 div_u64_rem(u64 value, u32 by, u32 *rest)
{
	*rest = value % by;
	return value / by;
}

static inline u64 div_u64(u64 value, u32 by)
{
	return value / by;
}

static inline u64 div64_u64(u64 value, u64 by)
{
	return value / by;
}

static inline int fls64(u64 value)
{
	return value ? 64 - __builtin_clzll(value) : 0;
}

static inline int order_base_2(unsigned long value)
{
	return value > 1 ? fls64(value - 1) : 0;
}

#define swap(a, b)                       \
	do {                             \
		__typeof__(a) a__ = (a); \
		(a) = (b);               \
		(b) = a__;               \
	} while (0)

static inline unsigned long rounddown_pow_of_two(unsigned long value)
{
	return 1UL << (fls64(value) - 1);
}

static inline u32 hash_long(u64 value, unsigned int bits)
{
	return value * 0x61C8864680B583EBULL >> (64 - bits);
}

static inline unsigned int full_name_hash(const void *salt, const char *name,
					  unsigned int len)
{
	unsigned int hash = (unsigned long)salt;

	while (len--)
		hash = hash * 31 + (u8)*name++;
	return hash;
}

#define hex_asc_lo(x) ("0123456789abcdef"[(x)&15])

static inline char *hex_byte_pack(char *buf, u8 byte)
{
	*buf++ = hex_asc_lo(byte >> 4);
	*buf++ = hex_asc_lo(byte);
	return buf;
}

#define MINORBITS 20
#define MAJOR(dev) ((unsigned int)((dev) >> MINORBITS))
#define MINOR(dev) ((unsigned int)((dev) & ((1U << MINORBITS) - 1)))
#define MKDEV(major, minor) ((dev_t)((major) << MINORBITS | (minor)))

/* Errors. A check that fails here ends the program. */
#define HOST_DIE(...)                                 \
	do {                                          \
		fprintf(stderr, "BUG: " __VA_ARGS__); \
		abort();                              \
	} while (0)
#define WARN_ON_ONCE(condition)                                     \
	({                                                          \
		bool bad__ = (condition);                           \
		if (bad__)                                          \
			HOST_DIE("%s:%d: %s\n", __FILE__, __LINE__, \
				 #condition);                       \
		bad__;                                              \
	})
#define WARN_ONCE(condition, ...)              \
	({                                     \
		bool bad__ = (condition);      \
		if (bad__)                     \
			HOST_DIE(__VA_ARGS__); \
		bad__;                         \
	})
#define pr_notice_once(...) ((void)0)

/* Locks, and where sleeping is allowed. */
static int host_locks;

#define might_sleep()                                                    \
	do {                                                             \
		if (host_locks)                                          \
			HOST_DIE("%s: sleeps under a lock\n", __func__); \
	} while (0)

typedef struct {
	bool held;
} spinlock_t;
#define DEFINE_SPINLOCK(name) spinlock_t name

static inline void spin_lock_init(spinlock_t *lock)
{
	lock->held = false;
}

static inline void spin_lock(spinlock_t *lock)
{
	if (lock->held)
		HOST_DIE("deadlock\n");
	lock->held = true;
	host_locks++;
}

static inline void spin_unlock(spinlock_t *lock)
{
	if (!lock->held)
		HOST_DIE("unlocked twice\n");
	lock->held = false;
	host_locks--;
}

static inline void rcu_read_lock(void)
{
	host_locks++;
}

static inline void rcu_read_unlock(void)
{
	host_locks--;
}

/* The one process. */
struct kobject;
struct task_struct;
#define current ((struct task_struct *)NULL)
#define cond_resched() might_sleep()
#define fatal_signal_pending(task) (false)

typedef struct {
	unsigned int val;
} kuid_t;
#define KUIDT_INIT(value) ((kuid_t){ value })

static inline bool uid_eq(kuid_t a, kuid_t b)
{
	return a.val == b.val;
}

/* Memory. */
#define PAGE_SHIFT 12
#define PAGE_SIZE (1UL << PAGE_SHIFT)
#define GFP_KERNEL 0U
#define GFP_KERNEL_ACCOUNT 0U
#define __GFP_NOWARN 0U

static inline void *kvmalloc(size_t size, gfp_t gfp)
{
	(void)gfp;
	might_sleep();
	return malloc(size);
}

static inline void *kvmalloc_array(size_t nr, size_t size, gfp_t gfp)
{
	size_t all;

	return __builtin_mul_overflow(nr, size, &all) ? NULL :
							kvmalloc(all, gfp);
}

static inline void *kmalloc(size_t size, gfp_t gfp)
{
	return kvmalloc(size, gfp);
}

static inline void *kzalloc(size_t size, gfp_t gfp)
{
	(void)gfp;
	might_sleep();
	return calloc(1, size);
}

static inline void kfree(const void *at)
{
	free((void *)at);
}

static inline void kvfree(const void *at)
{
	might_sleep();
	free((void *)at);
}

static inline unsigned long __get_free_page(gfp_t gfp)
{
	(void)gfp;
	might_sleep();
	return (unsigned long)malloc(PAGE_SIZE);
}

static inline void free_page(unsigned long page)
{
	free((void *)page);
}

/* Strings. */
static inline ssize_t strscpy(char *dst, const char *src, size_t size)
{
	size_t len = strnlen(src, size);

	if (!size)
		return -E2BIG;
	if (len == size)
		len--;
	memcpy(dst, src, len);
	dst[len] = '\0';
	return src[len] ? -E2BIG : (ssize_t)len;
}

static inline __printf(3, 4) int scnprintf(char *dst, size_t size,
					   const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(dst, size, format, args);
	va_end(args);
	return (size_t)len < size ? len : size ? (int)size - 1 : 0;
}

/* Bits. */
#define BITS_TO_LONGS(bits) DIV_ROUND_UP(bits, BITS_PER_LONG)
#define DECLARE_BITMAP(name, bits) unsigned long name[BITS_TO_LONGS(bits)]

static inline bool test_bit(unsigned long bit, const unsigned long *map)
{
	return map[bit / BITS_PER_LONG] >> bit % BITS_PER_LONG & 1;
}

static inline void __set_bit(unsigned long bit, unsigned long *map)
{
	map[bit / BITS_PER_LONG] |= BIT(bit % BITS_PER_LONG);
}

static inline void bitmap_zero(unsigned long *map, unsigned int bits)
{
	memset(map, 0, BITS_TO_LONGS(bits) * sizeof(long));
}

static inline unsigned long host_find(const unsigned long *map,
				      unsigned long bits, unsigned long from,
				      bool value)
{
	while (from < bits && test_bit(from, map) != value)
		from++;
	return from < bits ? from : bits;
}

static inline unsigned long
find_next_bit(const unsigned long *map, unsigned long bits, unsigned long from)
{
	return host_find(map, bits, from, true);
}

static inline unsigned long find_first_bit(const unsigned long *map,
					   unsigned long bits)
{
	return host_find(map, bits, 0, true);
}

static inline unsigned long find_next_zero_bit(const unsigned long *map,
					       unsigned long bits,
					       unsigned long from)
{
	return host_find(map, bits, from, false);
}

#include "format.h"
#include "objects.h"
#include "hardware.h"

#endif
