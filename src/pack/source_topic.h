/* source_topic.h - the topics: Markdown with YAML front matter. Owns nothing. */
#ifndef OKSP_SOURCE_TOPIC_H
#define OKSP_SOURCE_TOPIC_H

#include "source.h"

/* Every <language>/<audience>/<id>.md, sorted by audience and id. */
void source_topic_read_all(Source *source);

/* One file, for fixtures; NULL when it is not a topic at all. */
SourceText *source_topic_read(Source *source, SourceFile file);

const char *source_topic_part(Part part);

#endif
