/* source_tree.h - topics.yaml: tiles, questions and lists. Owns nothing. */
#ifndef OKSP_SOURCE_TREE_H
#define OKSP_SOURCE_TREE_H

#include "source.h"

/* After the topics: names of topics are checked here. */
void source_tree_read(Source *source);

#endif
