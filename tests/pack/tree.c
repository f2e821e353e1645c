/* tree.c - temporary content trees for tests. */
#include "tree.h"

#include "cmocka_first.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "build.h"
#include "file.h"

enum { FILE_BYTES_MAX = 1024 * 1024, NFTW_FILES = 16, MODE = 0644, FOLDER_MODE = 0755 };

static const char *copy_from, *copy_to; /* nftw has no context */

static void make_folders(const char *file)
{
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(path, sizeof path, "%s", file);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, FOLDER_MODE);
        *slash = '/';
    }
}

static void write_file(const char *path, Str text)
{
    make_folders(path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.data, 1, text.size, file), text.size);
    assert_int_equal(fclose(file), 0);
}

static char *read_file(const char *path, size_t *size)
{
    Err err = {0};
    char *text = file_read(path, FILE_BYTES_MAX, size, &err);
    if (text == NULL) {
        print_message("%s\n", err.text);
    }
    assert_non_null(text);
    return text;
}

static int copy_one(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info;
    const char *name = path + where->base;
    if (type != FTW_F || name[0] == '.' || strcmp(name, "expect.txt") == 0) {
        return 0;
    }
    char target[TREE_PATH_BYTES_MAX * 2];
    snprintf(target, sizeof target, "%s%s", copy_to, path + strlen(copy_from));
    size_t size = 0;
    char *text = read_file(path, &size);
    write_file(target, (Str){text, size});
    free(text);
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info, (void)type, (void)where;
    return remove(path);
}

void tree_overlay(Tree *tree, const char *folder)
{
    copy_from = folder;
    copy_to = tree->path;
    assert_int_equal(nftw(folder, copy_one, NFTW_FILES, FTW_PHYS), 0);
}

void tree_write(Tree *tree, const char *relative, const char *text)
{
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(path, sizeof path, "%s/%s", tree->path, relative);
    write_file(path, str_of(text));
}

void tree_remove(Tree *tree, const char *relative)
{
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(path, sizeof path, "%s/%s", tree->path, relative);
    assert_int_equal(remove(path), 0);
}

void tree_change(Tree *tree, const char *relative, const char *from, const char *to)
{
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(path, sizeof path, "%s/%s", tree->path, relative);
    size_t size = 0;
    char *text = read_file(path, &size);
    char *at = strstr(text, from);
    assert_non_null(at);
    char *changed = malloc(size + strlen(to) + 1);
    assert_non_null(changed);
    int length = sprintf(changed, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    write_file(path, (Str){changed, (size_t)length});
    free(changed);
    free(text);
}

static void fill_ui(Tree *tree, const char *code, bool all)
{
    char part[TREE_PATH_BYTES_MAX * 2];
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(part, sizeof part, "%s/%s/ui.part.yaml", tree->path, code);
    snprintf(path, sizeof path, "%s/%s/ui.yaml", tree->path, code);
    size_t size = 0;
    char *text = read_file(part, &size);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fputs(text, out);
    for (int i = 0; i < TEXT_COUNT; i++) {
        Str key = content_text_name((TextKey)i);
        char line[CONTENT_NAME_BYTES_MAX + 4];
        snprintf(line, sizeof line, "\n%s:", key.data);
        if ((all || build_is_fallback_key(key)) && strstr(text, line) == NULL) {
            fprintf(out, "%s: %s\n", key.data, all ? "Dit is een tekst." : "نص قصير.");
        }
    }
    fclose(out);
    free(text);
}

void tree_fill_ui(Tree *tree)
{
    fill_ui(tree, "nl", true);
    fill_ui(tree, "ar", false);
}

Tree tree_make(void)
{
    Tree tree = {0};
    const char *temporary = getenv("TMPDIR");
    snprintf(tree.path, sizeof tree.path, "%s/oksp-tree-XXXXXX", temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(tree.path));
    tree_overlay(&tree, OKSP_SOURCE_DIR "/tests/pack/fixtures/base");
    tree_fill_ui(&tree);
    return tree;
}

void tree_open(Tree *tree)
{
    tree->problems = calloc(1, sizeof *tree->problems);
    assert_non_null(tree->problems);
    tree->source = source_open(tree->path, NULL, tree->problems);
    assert_non_null(tree->source);
    build_check(tree->source);
    problem_sort(tree->problems);
}

bool tree_build(Tree *tree)
{
    snprintf(tree->pack, sizeof tree->pack, "%.400s/t.okp", tree->path);
    snprintf(tree->fallback, sizeof tree->fallback, "%.400s/f.okp", tree->path);
    tree_open(tree);
    if (tree->problems->levels[RULE_LEVEL_STRUCTURE] > 0) {
        problem_print(tree->problems, RULE_LEVEL_STRUCTURE, stdout);
        return false;
    }
    BuildOptions options = {.output = tree->pack, .fallback = tree->fallback, .seq = 7};
    Err err = {0};
    bool ok = build_write(tree->source, &options, &err);
    if (!ok) {
        print_message("%s: %s\n", err.code, err.text);
    }
    return ok;
}

void tree_free(Tree *tree)
{
    source_close(tree->source);
    if (tree->problems != NULL) {
        problem_free(tree->problems);
        free(tree->problems);
    }
    nftw(tree->path, remove_one, NFTW_FILES, FTW_PHYS | FTW_DEPTH);
    *tree = (Tree){0};
}
