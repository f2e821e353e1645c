/* build_index.c - words and trigrams of every topic, per language and audience. Owns nothing. */
#include "build_index.h"

bool build_index_write(Source *source, Tables *tables, Err *err)
{
    (void)source, (void)tables, (void)err;
    return true;
}
