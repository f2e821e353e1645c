/* source_region.h - region.yaml as rows for the pack table. Owns nothing. */
#ifndef OKSP_SOURCE_REGION_H
#define OKSP_SOURCE_REGION_H

#include "source.h"

/* `file` NULL = region.yaml of the source. */
void source_region_read(Source *source, const char *file);

#endif
