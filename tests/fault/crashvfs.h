/* crashvfs.h - a disk in memory for SQLite that can lose its power, fill up or fail, at a chosen
 * operation. Owns the files of one simulated disk. Never touches a real file.
 *
 * Every write, truncation, sync and delete counts as one operation. What was not synced is pending:
 * when the power goes, each pending sector of 512 bytes survives, is lost, or holds garbage, at
 * random; an un-synced create or delete of a file may or may not have happened. */
#ifndef OKSP_CRASHVFS_H
#define OKSP_CRASHVFS_H

#include <stdbool.h>
#include <stdint.h>

/* Become the default VFS of this process. Call once, before any database is opened. */
void crashvfs_install(void);

/* A new, empty disk; `seed` decides every random choice from here on. */
void crashvfs_format(uint64_t seed);

/* The power goes at the `operation`-th operation from now (1 = the next one). */
void crashvfs_cut_at(long operation);

/* Has it gone? From then on every operation fails until crashvfs_power_on. */
bool crashvfs_is_off(void);

/* Power on again, with what survived. Close every connection first. */
void crashvfs_power_on(void);

/* Pull the plug now (what is pending is lost or not) and power on. */
void crashvfs_cut_and_power_on(void);

/* Operations since crashvfs_format or the last power on. */
long crashvfs_operations(void);

/* ---- faults of a disk that stays on ---- */

typedef enum CrashFault {
    CRASH_FAULT_NONE,
    CRASH_FAULT_FULL,      /* every write that makes a file longer fails, until it is set to NONE */
    CRASH_FAULT_FULL_ONCE, /* one of them */
    CRASH_FAULT_SYNC,      /* syncs fail, and the kernel forgets that pages were not written */
    CRASH_FAULT_SHORT_ONCE /* one write puts down half and fails */
} CrashFault;

/* The fault strikes at the `operation`-th operation from now of the kind it is about.
 * crashvfs_fail_times: CRASH_FAULT_SYNC then strikes so many times in a row (1 unless set). */
void crashvfs_fail_at(CrashFault fault, long operation);
void crashvfs_fail_times(int times);

/* Did a fault strike since it was set? */
bool crashvfs_has_failed(void);

#endif
