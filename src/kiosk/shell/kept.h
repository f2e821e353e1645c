/* kept.h - sealed rows that wait in memory for a disk that takes them.
 * Owns up to KEPT_MAX of them. Only ever sees sealed bytes. Used by one thread. */
#ifndef OKSP_KEPT_H
#define OKSP_KEPT_H

#include <stdbool.h>

#include "envelope.h"

enum { KEPT_MAX = 64 };

typedef struct Kept {
    bool used;
    EnvelopeId id;
    Envelope envelope;
} Kept;

typedef struct KeptList {
    Kept items[KEPT_MAX];
} KeptList;

/* NULL when it is not kept. */
Kept *kept_find(KeptList *list, const EnvelopeId *id);

bool kept_is_empty(const KeptList *list);

/* Keep it, once; when there is no room it is not kept. */
void kept_add(KeptList *list, const EnvelopeId *id, const Envelope *envelope);

/* It is on the disk, or nobody waits for it. */
void kept_drop(KeptList *list, const EnvelopeId *id);

#endif
