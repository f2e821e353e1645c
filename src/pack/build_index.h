/* build_index.h - the search index of a pack: words and trigrams to topics. Owns nothing. */
#ifndef OKSP_BUILD_INDEX_H
#define OKSP_BUILD_INDEX_H

#include "source.h"
#include "table.h"

bool build_index_write(Source *source, Tables *tables, Err *err);

#endif
