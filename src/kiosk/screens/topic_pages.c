/* topic_pages.c - see topic_pages.h. */
#include "topic_pages.h"

#include "check.h"
#include "lengths.h"
#include "parts.h"
#include "points.h"
#include "topic_words.h"

/* ROOM_TIGHT: a page gets this part less each time that too much stood on it. */
enum { TOPIC_STEPS_BESIDE_MIN = 2, ROOM_TIGHT = 6 };

const char *topic_pages_lang(const View *view, const Topic *topic)
{
    return view_str(content_language(view->content, topic->language)->code);
}

int topic_pages_dot(const View *view)
{
    return view->theme->wish.text > TEXT_SIZE_120 ? LENGTH_TOPIC_DOT_LARGE : U_TIMELINE_DOT;
}

int topic_pages_apart(const View *view)
{
    int least_u = view->theme->gap_min_u;

    return least_u > LENGTH_TOPIC_POINT_TOP ? least_u : LENGTH_TOPIC_POINT_TOP;
}

/* ---- heights ----------------------------------------------------------------------------- */

/* What is being measured: the words of one topic, in the language they are in. */
typedef struct Ruler {
    const View *view;
    const Topic *topic;
    const char *lang;
} Ruler;

static int text_height(const Ruler *ruler, ThemeType type, const char *text, int width_u)
{
    const View *view = ruler->view;
    const UiSettings *settings = &view->ui->settings;
    ThemeFont font = theme_font(view->theme, type, ruler->lang);
    UiWords words = {.text = text,
                     .lang = ruler->lang,
                     .size_px = font.size_px,
                     .line_px = font.line_px,
                     .spacing_x10_px = font.spacing_x10_px,
                     .bold = font.bold,
                     .balance = font.balance,
                     .direction = DIRECTION_AUTO,
                     .width_px = theme_px(view->theme, width_u)};

    if (text[0] == '\0') {
        return 0;
    }
    return theme_u(view->theme, settings->measure(settings->measure_context, &words).height_px);
}

static int words_height(const Ruler *ruler, ThemeType type, const TopicPiece *piece, int width_u)
{
    const Block *block = &ruler->topic->parts[piece->part].blocks[piece->block];
    char memory[TOPIC_WORDS_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    topic_words_write(piece->part, block, &buf);
    return text_height(ruler, type, memory, width_u);
}

static int title_height(const Ruler *ruler)
{
    const View *view = ruler->view;

    return theme_u(view->theme, theme_font(view->theme, TYPE_H2, ruler->lang).line_px);
}

int topic_pages_side(const View *view)
{
    return view->theme->reach_u > 0 ? LENGTH_TOPIC_SIDE_LOW_W : LENGTH_HOME_SIDE_W;
}

int topic_pages_head(const View *view, const Topic *topic)
{
    bool words = topic->word_count > 0 && view->theme->reach_u > 0;

    return view_is_tall(view) ? parts_reach(view) : words ? view->theme->reach_u : 0;
}

/* Width of the reading column: all of it in portrait, beside the actions in landscape. */
static int column_width(const View *view)
{
    int side_u = view_is_tall(view) ? 0 : topic_pages_side(view);

    return view->theme->width_u - 2 * U_EDGE_READ - side_u;
}

static int point_height(const Ruler *ruler, const TopicPiece *piece, int width_u)
{
    int inner_u = width_u - LENGTH_TOPIC_PANEL_SIDES - points_size(ruler->view) - U_M;

    return topic_pages_apart(ruler->view) + words_height(ruler, TYPE_BODY_LIST, piece, inner_u);
}

static int step_height(const Ruler *ruler, const TopicPiece *piece, int width_u)
{
    const Block *block = &ruler->topic->parts[piece->part].blocks[piece->block];
    int inner_u = width_u - topic_pages_dot(ruler->view) - LENGTH_TOPIC_STEP_GAP;
    int words_u = words_height(ruler, TYPE_STEP, piece, inner_u) + LENGTH_TOPIC_STEP_TEXT_TOP +
                  LENGTH_TOPIC_STEP_BOTTOM;

    if (block->term.size > 0) {
        words_u += LENGTH_TOPIC_TERM_TOP + LENGTH_TOPIC_TERM_PAD +
                   text_height(ruler, TYPE_SMALL_BOLD, view_str(block->term),
                               inner_u - LENGTH_TOPIC_TERM_SIDES);
    }
    if (words_u < topic_pages_dot(ruler->view) + LENGTH_LINE_MIN_H) {
        words_u = topic_pages_dot(ruler->view) + LENGTH_LINE_MIN_H;
    }
    return words_u;
}

static int helper_height(const Ruler *ruler, const TopicPiece *piece, int width_u)
{
    int inner_u = width_u - 2 * U_L - LENGTH_DISC_HELPER - LENGTH_TOPIC_HELPER_GAP;
    int words_u = words_height(ruler, TYPE_SUB, piece, inner_u);

    return LENGTH_TOPIC_HELPER_TOP + (words_u > LENGTH_DISC_HELPER ? words_u : LENGTH_DISC_HELPER);
}

static int piece_height(const Ruler *ruler, const TopicPiece *piece, int width_u)
{
    switch (piece->part) {
    case PART_STAPPEN: return step_height(ruler, piece, width_u);
    case PART_HELPT: return helper_height(ruler, piece, width_u);
    case PART_KORT:
    case PART_DOEN:
    case PART_MEE:
    case PART_VERHAAL:
    case PART_COUNT: break;
    }
    return point_height(ruler, piece, width_u);
}

/* What a section needs besides its blocks: its title, its padding, its distance. */
static int section_height(const Ruler *ruler, Part part)
{
    int pad_u = part == PART_STAPPEN ? LENGTH_TOPIC_COLUMNS_TOP : LENGTH_TOPIC_SECTION_PAD;

    return title_height(ruler) + pad_u;
}

static bool is_shown(const Ruler *ruler, Part part, int block)
{
    Date today;

    (void)app_today(ruler->view->app, &today);
    return content_block_is_shown(&ruler->topic->parts[part].blocks[block], today);
}

/* ---- pages ------------------------------------------------------------------------------- */

typedef struct Packing {
    Ruler ruler;
    TopicPages pages;
    int room_u; /* of a whole page */
    int left_u; /* of the present page */
} Packing;

static void new_page(Packing *packing)
{
    packing->pages.page_count++;
    packing->left_u = packing->room_u;
}

static void put(Packing *packing, Part part, int block)
{
    check(packing->pages.count < TOPIC_PIECES_MAX);
    packing->pages.pieces[packing->pages.count++] =
        (TopicPiece){part, block, packing->pages.page_count - 1};
}

/* Blocks of one part below each other, from `first` on. */
static void pack_part(Packing *packing, Part part, int first)
{
    const Ruler *ruler = &packing->ruler;
    int head_u = section_height(ruler, part);
    bool begun = false;

    for (int i = first; i < ruler->topic->parts[part].count; i++) {
        TopicPiece piece = {part, i, 0};
        int need_u;
        if (!is_shown(ruler, part, i)) {
            continue;
        }
        need_u = piece_height(ruler, &piece, column_width(ruler->view));
        if (need_u + (begun ? 0 : head_u) > packing->left_u && packing->left_u < packing->room_u) {
            new_page(packing);
            begun = false;
        }
        packing->left_u -= need_u + (begun ? 0 : head_u);
        begun = true;
        put(packing, part, i);
    }
}

/* Height of the helpers' panel in a column. */
static int helpers_height(const Ruler *ruler, int width_u)
{
    int height_u = section_height(ruler, PART_HELPT);

    for (int i = 0; i < ruler->topic->parts[PART_HELPT].count; i++) {
        TopicPiece piece = {PART_HELPT, i, 0};
        height_u += is_shown(ruler, PART_HELPT, i) ? piece_height(ruler, &piece, width_u) : 0;
    }
    return height_u;
}

/* How many steps fit in `room_u` beside the helpers, and how tall they are. */
static int steps_that_fit(const Ruler *ruler, int width_u, int room_u, int *used_u)
{
    int count = ruler->topic->parts[PART_STAPPEN].count;
    int fit = 0;

    *used_u = LENGTH_TOPIC_COLUMNS_TOP + title_height(ruler) + LENGTH_OPTIONAL_SIDE;
    for (int i = 0; i < count; i++) {
        TopicPiece piece = {PART_STAPPEN, i, 0};
        int need_u = is_shown(ruler, PART_STAPPEN, i) ? piece_height(ruler, &piece, width_u) : 0;
        if (*used_u + need_u > room_u) {
            break;
        }
        *used_u += need_u;
        fit++;
    }
    return fit;
}

static void put_columns(Packing *packing, int steps)
{
    const Ruler *ruler = &packing->ruler;

    put(packing, PART_STAPPEN, TOPIC_COLUMNS);
    for (int i = 0; i < steps; i++) {
        if (is_shown(ruler, PART_STAPPEN, i)) {
            put(packing, PART_STAPPEN, i);
        }
    }
    for (int i = 0; i < ruler->topic->parts[PART_HELPT].count; i++) {
        if (is_shown(ruler, PART_HELPT, i)) {
            put(packing, PART_HELPT, i);
        }
    }
}

/* Steps beside helpers (mock-up 03), when letters are not large and there is room for two columns.
 * Steps that do not fit go on, in full width, on the next page. */
static bool pack_columns(Packing *packing)
{
    const Ruler *ruler = &packing->ruler;
    const View *view = ruler->view;
    int width_u = column_width(view) - LENGTH_TOPIC_COLUMNS_GAP;
    int steps_u = width_u * LENGTH_SHARE_STEPS / (LENGTH_SHARE_STEPS + GROW);
    int right_u = helpers_height(ruler, width_u - steps_u);
    int left_u = 0;
    int fit = steps_that_fit(ruler, steps_u, packing->left_u, &left_u);

    if (!view_is_tall(view) || view->theme->wish.text > TEXT_SIZE_120 ||
        ruler->topic->parts[PART_HELPT].count == 0 || fit < TOPIC_STEPS_BESIDE_MIN ||
        right_u > packing->left_u) {
        return false;
    }
    put_columns(packing, fit);
    packing->left_u -= left_u > right_u ? left_u : right_u;
    if (fit < ruler->topic->parts[PART_STAPPEN].count) {
        new_page(packing);
        pack_part(packing, PART_STAPPEN, fit);
    }
    return true;
}

static TopicPages pack(Ruler ruler, int first_u, int room_u)
{
    Packing packing = {.ruler = ruler, .room_u = room_u, .left_u = first_u};

    packing.pages.page_count = 1;
    pack_part(&packing, PART_KORT, 0);
    if (!pack_columns(&packing)) {
        pack_part(&packing, PART_STAPPEN, 0);
        pack_part(&packing, PART_HELPT, 0);
    }
    pack_part(&packing, PART_DOEN, 0);
    pack_part(&packing, PART_MEE, 0);
    return packing.pages;
}

/* The chips, the buttons and, in another language than Dutch, the way to the Dutch text. */
static int actions_height(const View *view)
{
    bool foreign = view->app->visitor.language != LANGUAGE_DUTCH;
    bool large = view->theme->wish.text > TEXT_SIZE_120;
    int link_u = large ? LENGTH_TOPIC_LINK_LARGE_H : U_LINK_H;

    return (large ? LENGTH_TOPIC_ACTIONS_LARGE_H : LENGTH_TOPIC_ACTIONS_H) +
           (foreign ? link_u + U_GAP : 0);
}

/* Height for pieces on a page: the canvas without bar, head and, in portrait, the actions. */
static int room(const Ruler *ruler)
{
    const View *view = ruler->view;
    int bar_u = view_is_tall(view) ? U_BAR_H : U_BAR_TOP_H;
    int title_u = text_height(ruler, TYPE_H1_TOPIC, view_str(ruler->topic->title),
                              column_width(view) - U_BLOB_TOPIC - LENGTH_TOPIC_HEAD_GAP);
    int head_u = title_u + LENGTH_TOPIC_TOP + LENGTH_TOPIC_LEAD_TOP;
    int actions_u = view_is_tall(view) ? actions_height(view) : U_L;

    if (head_u < U_READ_MIN_H) {
        head_u = U_READ_MIN_H;
    }
    if (head_u < topic_pages_head(view, ruler->topic)) {
        head_u = topic_pages_head(view, ruler->topic);
    }
    int room_u = view->theme->height_u - bar_u - head_u - actions_u;
    return room_u - room_u * view_tight(view) / ROOM_TIGHT;
}

TopicPages topic_pages(const View *view, const Topic *topic)
{
    Ruler ruler = {view, topic, topic_pages_lang(view, topic)};
    int room_u = room(&ruler) - LENGTH_TOPIC_LEAD_TOP;
    int answer_u =
        text_height(&ruler, TYPE_LEAD_TOPIC, view_str(topic->answer.text), column_width(view));

    return pack(ruler, room_u - answer_u, room_u);
}
