/* content_search.c - topics for what a visitor typed. Owns nothing, allocates nothing. */
#include "content.h"

int content_search(const Content *content, Language language, Audience audience, Str query,
                   ContentHit *hits, int max)
{
    (void)content, (void)language, (void)audience, (void)query, (void)hits, (void)max;
    return 0;
}
