/* heap.h - every byte of the heap is overwritten when it is given back.
 * SDL, HarfBuzz, ICU and the X library see what a visitor types and free their buffers as they
 * like; replacing free and realloc for the whole program is the only place where all of them pass.
 * (M_PERTURB does not reach the small blocks that glibc keeps per thread.) */
#ifndef OKSP_HEAP_H
#define OKSP_HEAP_H

#include <stdbool.h>

/* Is freed memory overwritten in this build? False under the address sanitizer, which owns the
 * heap itself. Calling this is also what pulls the replacement into a program. */
bool heap_is_wiping(void);

#endif
