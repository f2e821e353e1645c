/* source_language.h - languages.yaml, and per language ui, tree, glossary, banned and right words;
 * facts.yaml, which has a text per language. Owns nothing. */
#ifndef OKSP_SOURCE_LANGUAGE_H
#define OKSP_SOURCE_LANGUAGE_H

#include "source.h"

void source_language_read_all(Source *source);
void source_language_read_facts(Source *source);

#endif
