/* sync_machine.h - what the machine tells about itself: a mark of its hardware, free disk space. */
#ifndef OKSP_SYNC_MACHINE_H
#define OKSP_SYNC_MACHINE_H

#include <stdint.h>

#include "sync_wire.h"

/* 16 hex digits of BLAKE2b over the addresses of the network cards: the same after a new
 * installation, another after the disk was copied into a second machine. */
void sync_machine_mark(char out[SYNC_WIRE_HW_BYTES]);

/* Free MiB where `folder` stands; 0 when unknown. */
int64_t sync_machine_disk_mb(const char *folder);

#endif
