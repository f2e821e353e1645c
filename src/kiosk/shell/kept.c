/* kept.c - see kept.h. */
#include "kept.h"

#include <string.h>

Kept *kept_find(KeptList *list, const EnvelopeId *id)
{
    for (int i = 0; i < KEPT_MAX; i++) {
        if (list->items[i].used && memcmp(&list->items[i].id, id, sizeof *id) == 0)
            return &list->items[i];
    }
    return NULL;
}

bool kept_is_empty(const KeptList *list)
{
    for (int i = 0; i < KEPT_MAX; i++) {
        if (list->items[i].used)
            return false;
    }
    return true;
}

void kept_add(KeptList *list, const EnvelopeId *id, const Envelope *envelope)
{
    for (int i = 0; i < KEPT_MAX && kept_find(list, id) == NULL; i++) {
        if (!list->items[i].used)
            list->items[i] = (Kept){true, *id, *envelope};
    }
}

void kept_drop(KeptList *list, const EnvelopeId *id)
{
    Kept *kept = kept_find(list, id);
    if (kept != NULL)
        *kept = (Kept){0};
}
