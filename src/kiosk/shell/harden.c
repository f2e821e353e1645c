/* harden.c - no dumps, no swap, no remains. See harden.h. */
#include "harden.h"

#include <malloc.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "heap.h"
#include "locked.h"

enum { PERTURB_BYTE = 0xA5 };

static void limit_raise(__rlimit_resource_t resource)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(resource, &limit);
    }
}

bool harden_start(bool allow_dumps, Err *err)
{
    const struct rlimit none = {0, 0};
    if (!allow_dumps) {
        (void)setrlimit(RLIMIT_CORE, &none);
        (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    }
    limit_raise(RLIMIT_MEMLOCK);
    if (!heap_is_wiping())
        (void)mallopt(M_PERTURB, PERTURB_BYTE);
    locked_icu();
    return locked_json(err);
}

__attribute__((noinline)) void harden_scrub_stack(void)
{
    volatile char below[HARDEN_STACK_BYTES];
    explicit_bzero((char *)below, sizeof below);
}
