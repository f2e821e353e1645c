/* search_fold.c - letter by letter through ICU's tables, never a whole text through ICU: what a
 * visitor typed stays in the caller's memory. */
#include "search_fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "utf8.h"

enum {
    DECOMPOSED_UNITS_MAX = 16,
    POINTS_MAX = SEARCH_FOLD_WORD_BYTES_MAX,
    LETTER_BITS = 64,
    TATWEEL = 0x0640,
    ALEF = 0x0627,
    ALEF_WASLA = 0x0671,
    HEH = 0x0647,
    TEH_MARBUTA = 0x0629,
    YEH = 0x064A,
    ALEF_MAKSURA = 0x0649,
    FARSI_YEH = 0x06CC,
    KAF = 0x0643,
    KEHEH = 0x06A9,
    LAM = 0x0644
};

static uint32_t one_form(uint32_t point)
{
    switch (point) {
    case ALEF_WASLA: return ALEF;
    case TEH_MARBUTA: return HEH;
    case ALEF_MAKSURA:
    case FARSI_YEH: return YEH;
    case KEHEH: return KAF;
    default: return (uint32_t)u_tolower((UChar32)point);
    }
}

/* The letter under the accents: é is e, أ is ا. */
static uint32_t base_letter(uint32_t point)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    UChar units[DECOMPOSED_UNITS_MAX];
    int32_t size = U_SUCCESS(status) ? unorm2_getDecomposition(nfd, (UChar32)point, units,
                                                               DECOMPOSED_UNITS_MAX, &status)
                                     : -1;
    if (size > 0 && U_SUCCESS(status)) {
        bool pair = size > 1 && U16_IS_LEAD(units[0]) && U16_IS_TRAIL(units[1]);
        point = pair ? (uint32_t)U16_GET_SUPPLEMENTARY(units[0], units[1]) : units[0];
    }
    return one_form(point);
}

static bool is_mark(uint32_t point)
{
    return point == TATWEEL || (U_MASK(u_charType((UChar32)point)) & U_GC_M_MASK) != 0;
}

static void add_point(SearchWord *word, uint32_t point)
{
    if (word->size + UTF8_BYTES_MAX < SEARCH_FOLD_WORD_BYTES_MAX) {
        word->size += utf8_encode(point, word->text + word->size);
        word->text[word->size] = '\0';
        word->points++;
        word->letters |= (uint64_t)1 << point % LETTER_BITS;
    }
}

/* "the" is written to the word in Arabic: المدرسة is found as مدرسة. */
static void drop_article(SearchWord *word)
{
    static const char *const articles[] = {"وال", "بال", "كال", "فال", "لل", "ال"};
    enum { REST_POINTS_MIN = 3, LETTER_BYTES = 2 };
    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++) {
        size_t size = strlen(articles[i]);
        if (str_starts_with(search_fold_str(word), str_of(articles[i])) &&
            word->points - (int)(size / LETTER_BYTES) >= REST_POINTS_MIN) {
            word->size -= size;
            word->points -= (int)(size / LETTER_BYTES);
            memmove(word->text, word->text + size, word->size + 1);
            word->letters = search_fold_letters(search_fold_str(word));
            return;
        }
    }
}

Str search_fold_str(const SearchWord *word)
{
    return (Str){word->text, word->size};
}

uint64_t search_fold_letters(Str folded)
{
    uint64_t letters = 0;
    for (size_t at = 0; at < folded.size;) {
        letters |= (uint64_t)1 << utf8_next(folded, &at) % LETTER_BITS;
    }
    return letters;
}

bool search_fold_next(Str *rest, SearchWord *out)
{
    size_t at = 0;
    *out = (SearchWord){0};
    while (at < rest->size) {
        uint32_t point = utf8_next(*rest, &at);
        if (is_mark(point)) {
            continue;
        }
        if (u_isalnum((UChar32)point)) {
            add_point(out, base_letter(point));
            continue;
        }
        bool whole = out->points >= 2 || (out->points == 1 && u_isdigit(out->text[0]));
        if (whole) {
            break;
        }
        *out = (SearchWord){0};
    }
    *rest = (Str){rest->data + at, rest->size - at};
    drop_article(out);
    return out->points >= 2 || (out->points == 1 && u_isdigit(out->text[0]));
}

int search_fold_trigrams(Str folded, SearchTrigram out[SEARCH_FOLD_TRIGRAMS_MAX])
{
    uint32_t window[3] = {'_', 0, 0};
    int filled = 1;
    int count = 0;
    for (size_t at = 0; at < folded.size && count < SEARCH_FOLD_TRIGRAMS_MAX;) {
        uint32_t point = utf8_next(folded, &at);
        if (filled < 3) {
            window[filled++] = point;
        } else {
            window[0] = window[1];
            window[1] = window[2];
            window[2] = point;
        }
        if (filled == 3) {
            SearchTrigram *trigram = &out[count++];
            trigram->size = 0;
            for (int i = 0; i < 3; i++) {
                trigram->size += utf8_encode(window[i], trigram->text + trigram->size);
            }
            trigram->text[trigram->size] = '\0';
        }
    }
    return count;
}

static int to_points(Str text, uint32_t *points)
{
    int count = 0;
    for (size_t at = 0; at < text.size && count < POINTS_MAX;) {
        points[count++] = utf8_next(text, &at);
    }
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment, three rows, cells outside the band of `max` skipped. */
int search_fold_mistakes(Str a, Str b, int max)
{
    uint32_t first[POINTS_MAX];
    uint32_t second[POINTS_MAX];
    int rows[3][POINTS_MAX + 1];
    int n = to_points(a, first);
    int m = to_points(b, second);
    if (n - m > max || m - n > max) {
        return max + 1;
    }
    for (int j = 0; j <= m; j++) {
        rows[0][j] = j;
    }
    for (int i = 1; i <= n; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i - 1) % 3];
        const int *above2 = rows[(i + 1) % 3];
        int best = row[0] = i;
        for (int j = 1; j <= m; j++) {
            int wrong = above[j - 1] + (first[i - 1] != second[j - 1]);
            row[j] = least(wrong, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1]) {
                row[j] = least(row[j], above2[j - 2] + 1);
            }
            best = least(best, row[j]);
        }
        if (best > max) {
            return max + 1;
        }
    }
    return least(rows[n % 3][m], max + 1);
}
