/* harden.c - no dumps, no swap, no remains. See harden.h. */
#include "harden.h"

#include <malloc.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "heap.h"
#include "locked.h"
#include "log.h"

enum { PERTURB_BYTE = 0xA5 };

static void limit_raise(__rlimit_resource_t resource)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(resource, &limit);
    }
}

void harden_start(bool allow_dumps)
{
    const struct rlimit none = {0, 0};
    if (!allow_dumps) {
        (void)setrlimit(RLIMIT_CORE, &none);
        (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    }
    limit_raise(RLIMIT_MEMLOCK);
    if (!heap_is_wiping())
        (void)mallopt(M_PERTURB, PERTURB_BYTE);
    Err err = {0};
    if (!locked_json(&err))
        log_error("kiosk.memory", &err);
    err_clear(&err);
    if (!locked_icu(&err))
        log_error("kiosk.memory", &err);
}

__attribute__((noinline)) void harden_scrub_stack(void)
{
    volatile char below[HARDEN_STACK_BYTES];
    explicit_bzero((char *)below, sizeof below);
}
