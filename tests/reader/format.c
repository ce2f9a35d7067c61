// SPDX-License-Identifier: GPL-2.0
/* text_print() must match the C library's snprintf(), cut anywhere. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "format.h"

#define SAME(...)                                                              \
	do {                                                                   \
		char want[64], have[64];                                       \
		size_t size;                                                   \
		int a, b;                                                      \
                                                                               \
		for (size = 0; size <= sizeof(want); size++) {                 \
			memset(want, 1, sizeof(want));                         \
			memset(have, 1, sizeof(have));                         \
			a = snprintf(want, size, __VA_ARGS__);                 \
			b = text_print(have, size, __VA_ARGS__);               \
			if (a == b &&                                          \
			    !memcmp(want, have, size ? strlen(want) + 1 : 64)) \
				continue;                                      \
			printf("%zu: %d '%s', but %d '%s'\n", size, a, want,   \
			       b, have);                                       \
			bad = 1;                                               \
		}                                                              \
	} while (0)

int main(void)
{
	int bad = 0;

	SAME("x");
	SAME("%s and %s", "abc", "");
	SAME("%.2s|%.*s|%.*s|%.0s", "abc", 2, "abc", 0, "q", "q");
	SAME("%c%u:%u", 'b', 8u, UINT_MAX);
	SAME("%d %d %d", -5, INT_MIN, INT_MAX);
	SAME("%llu %llu", 0ULL, ULLONG_MAX);
	SAME("%llx %04llx %02x %x", 0xfeedULL, 0x1fULL, 7u, UINT_MAX);
	SAME("%09llu %03llu %016llx", 123ULL, 1234ULL, 1ULL);
	SAME("%llu.%0*llu", 4ULL, 3, 5ULL);
	SAME("%zu and %lu", (size_t)77, ULONG_MAX);
	return bad;
}
