/* lint.c - all rules in one row. Owns nothing. */
#include "lint.h"

#include "lint_facts.h"
#include "lint_language.h"
#include "lint_screen.h"
#include "lint_spelling.h"
#include "lint_tree.h"

void lint_all(Source *source, const LintOptions *options)
{
    if (source->language_count == 0) {
        return;
    }
    lint_tree_keys(source);
    lint_tree_labels(source);
    lint_tree_pictures(source, options->assets);
    lint_tree_reach(source);
    lint_tree_parts(source);
    lint_tree_translations(source);
    lint_facts_all(source, options->today);
    lint_facts_phones(source);
    lint_language_sentences(source);
    lint_language_banned(source);
    lint_language_hard_words(source);
    if (options->fonts != NULL) {
        lint_screen_glyphs(source, options->fonts);
    }
    if (options->fonts != NULL && options->pack != NULL) {
        lint_screen_overflow(source, options->pack, options->fonts);
    }
    if (options->dictionary != NULL) {
        lint_spelling_all(source, options->dictionary);
    }
}
