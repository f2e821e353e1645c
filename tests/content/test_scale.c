/* test_scale.c - a pack of 300 topics in 8 languages: searching stays within a frame's time, and
 * opening it is printed beside a small pack, for the start of the kiosk. */
#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "content.h"
#include "tree.h"

enum {
    TOPICS = 300,
    LANGUAGES = 8,
    LINES = 12,
    LINE_WORDS = 9,
    VOCABULARY = 9000,
    LIST_ITEMS = 30,
    SEARCH_MS_MAX = 16, /* one frame at 60 Hz */
    TEXT_BYTES_MAX = 16 * 1024
};

static const char *const codes[LANGUAGES] = {"nl", "ar", "en", "tr", "pl", "uk", "ti", "fa"};
static Tree tree;

/* Words that look like words: two syllables and a number of the vocabulary. */
static void add_word(Buf *out, unsigned number)
{
    static const char *const first[] = {"school", "leer", "plan", "kind", "zorg", "hulp", "brief"};
    static const char *const last[] = {"plicht", "recht", "gesprek", "weg", "vraag", "tijd", "dag"};
    buf_add(out, str_of(first[number % 7]));
    for (unsigned rest = number / 7; rest > 0; rest /= 26) {
        buf_add_char(out, (char)('a' + rest % 26));
    }
    buf_add(out, str_of(last[number / 7 % 7]));
}

static void make_topic(int topic, int language)
{
    static char text[TEXT_BYTES_MAX];
    Buf out = buf_init(text, sizeof text);
    unsigned seed = (unsigned)(topic * LANGUAGES + language) * 2654435761u + 1;
    buf_format(&out, "---\ntitle: Onderwerp %d\nanswer: Antwoord.\nicon: book\nsynonyms: [", topic);
    for (int i = 0; i < LINE_WORDS; i++) {
        seed = seed * 1664525u + 1013904223u;
        buf_add(&out, i > 0 ? STR(", ") : STR(""));
        add_word(&out, (seed >> 8) % VOCABULARY);
    }
    buf_add(&out, STR("]\n---\n## kort\n"));
    for (int i = 0; i < LINES; i++) {
        buf_add(&out, STR("-"));
        for (int j = 0; j < LINE_WORDS; j++) {
            seed = seed * 1664525u + 1013904223u;
            buf_add_char(&out, ' ');
            add_word(&out, (seed >> 8) % VOCABULARY);
        }
        buf_add(&out, STR(".\n"));
    }
    assert_false(out.overflow);
    char path[128];
    snprintf(path, sizeof path, "%s/parent/groot-%03d.md", codes[language], topic);
    tree_write(&tree, path, text);
}

/* The words of the interface in every language: those of the base. */
static void make_language(int language)
{
    static const char *const files[] = {"ui.yaml"};
    char from[TREE_PATH_BYTES_MAX * 2];
    char to[TREE_PATH_BYTES_MAX * 2];
    for (size_t i = 0; i < sizeof files / sizeof files[0] && language > 1; i++) {
        snprintf(from, sizeof from, "%s/ar/%s", tree.path, files[i]);
        snprintf(to, sizeof to, "%s/%s", codes[language], files[i]);
        FILE *file = fopen(from, "rb");
        assert_non_null(file);
        static char text[TEXT_BYTES_MAX];
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
        tree_write(&tree, to, text);
    }
    for (int i = 0; i < TOPICS; i++) {
        make_topic(i, language);
    }
}

static void make_tree(void)
{
    static char languages[TEXT_BYTES_MAX];
    Buf list = buf_init(languages, sizeof languages);
    tree = tree_make();
    for (int i = 0; i < LANGUAGES; i++) {
        make_language(i);
        buf_format(&list, "- {code: %s, name: %s, hello: hallo, font: andika}\n", codes[i],
                   codes[i]);
    }
    tree_write(&tree, "languages.yaml", languages);
}

static double thread_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static Content *timed_open(const char *path, double *ms)
{
    Err err = {0};
    double start = thread_ms();
    Content *content = content_open(path, &err);
    *ms = thread_ms() - start;
    if (content == NULL) {
        print_message("%s: %s\n", err.code, err.text);
    }
    assert_non_null(content);
    return content;
}

static double search_ms(const Content *content, const char *query)
{
    ContentHit hits[CONTENT_RESULTS_MAX];
    double start = thread_ms();
    int count = content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, str_of(query), hits,
                               CONTENT_RESULTS_MAX);
    double ms = thread_ms() - start;
    print_message("%6.2f ms %2d hits  %s\n", ms, count, query);
    return ms;
}

static void test_searching_300_topics_in_8_languages_fits_in_a_frame(void **state)
{
    (void)state;
    static const char *const queries[] = {
        "school wil niet dat mijn kind terug komt en ik weet niet wat ik nu moet doen met de brief",
        "ontwikelingsperspectief",
        "schoolkacplicht leerdbrecht plandecgesprek kinddfweg zorgdgvraag hulpdhtijd briefeadag",
        "schoolkacplichd leerdbrechd plandecgespek kinddfwegg zorgdgvraagg hulpdhtijt briefeadagg",
        "zzzzzzzzzz qqqqqqqqqq xxxxxxxxxx",
    };
    make_tree();
    assert_true(tree_build(&tree));
    double open_ms = 0;
    Content *content = timed_open(tree.pack, &open_ms);
    assert_int_equal(content_language_count(content), LANGUAGES);
    assert_true(content_topic_count(content) >= TOPICS);
    double worst = 0;
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        double ms = search_ms(content, queries[i]);
        worst = ms > worst ? ms : worst;
    }
    print_message("opened in %.0f ms of thread CPU; slowest search %.2f ms\n", open_ms, worst);
    content_close(content);
    tree_free(&tree);
    assert_true(worst <= SEARCH_MS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_searching_300_topics_in_8_languages_fits_in_a_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
