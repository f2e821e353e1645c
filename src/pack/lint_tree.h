/* lint_tree.h - keys, labels, pictures, parts and reachability. Adds problems, owns nothing. */
#ifndef OKSP_LINT_TREE_H
#define OKSP_LINT_TREE_H

#include "lint.h"

void lint_tree_keys(Source *source);
void lint_tree_labels(Source *source);
void lint_tree_pictures(Source *source, const char *assets);
void lint_tree_reach(Source *source);
void lint_tree_parts(Source *source);
void lint_tree_translations(Source *source);

#endif
