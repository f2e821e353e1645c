/* tree.h - a content tree in a temporary folder: the base of fixtures/base, with ui.yaml filled in
 * for every key, and whatever a test lays over it. Owns the folder until tree_free. */
#ifndef OKSP_TREE_H
#define OKSP_TREE_H

#include <stdbool.h>

#include "source.h"

enum { TREE_PATH_BYTES_MAX = 512 };

typedef struct Tree {
    char path[TREE_PATH_BYTES_MAX];
    char pack[TREE_PATH_BYTES_MAX];     /* set by tree_build */
    char fallback[TREE_PATH_BYTES_MAX]; /* likewise */
    Problems *problems;
    Source *source; /* set by tree_open */
} Tree;

/* The base, in a new folder; the test fails when that is not possible. */
Tree tree_make(void);

/* Copy every file under `folder` over the tree (except expect.txt and what starts with a dot). */
void tree_overlay(Tree *tree, const char *folder);

/* Replace one file. */
void tree_write(Tree *tree, const char *relative, const char *text);
void tree_remove(Tree *tree, const char *relative);

/* Replace `from` by `to` in one file, once; the test fails when `from` is not there. */
void tree_change(Tree *tree, const char *relative, const char *from, const char *to);

/* Give ui.yaml of nl (all keys) and ar (those of the fallback pack) the texts they lack. */
void tree_fill_ui(Tree *tree);

/* Read the source, check its structure; problems are in tree->problems, sorted. */
void tree_open(Tree *tree);

/* tree_open and write the packs; false when there are structural problems. */
bool tree_build(Tree *tree);

void tree_free(Tree *tree);

#endif
