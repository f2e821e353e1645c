/* own_memory.h - reads the memory of this very process, as another program would read it.
 * Owns one buffer, which is empty again afterwards. Changes nothing. */
#ifndef OKSP_OWN_MEMORY_H
#define OKSP_OWN_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Is what is looked for at `at`? The context is the caller's. */
typedef bool OwnMemoryMatch(void *context, const unsigned char *at);

typedef struct OwnMemoryLook {
    OwnMemoryMatch *match;
    void *context;
    size_t bytes; /* that a match reads */
    size_t step;  /* 1 = wherever it stands, 8 = as the words of a stack stand */
} OwnMemoryLook;

/* How often it stands in any readable mapping. */
long own_memory_count(const OwnMemoryLook *look);

#endif
