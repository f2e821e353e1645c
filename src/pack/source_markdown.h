/* source_markdown.h - the body of a topic into parts and lines, through md4c. Owns nothing. */
#ifndef OKSP_SOURCE_MARKDOWN_H
#define OKSP_SOURCE_MARKDOWN_H

#include "source.h"

/* Fill text->parts from the Markdown in `body`. */
void source_markdown_read(Source *source, DocInput body, SourceText *text);

#endif
