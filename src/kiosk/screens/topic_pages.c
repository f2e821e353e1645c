/* topic_pages.c - see topic_pages.h. */
#include "topic_pages.h"

#include "check.h"
#include "lengths.h"
#include "parts.h"

enum { WORDS_BYTES_MAX = 2048 };

const char *topic_pages_lang(const View *view, const Topic *topic)
{
    return view_str(content_language(view->content, topic->language)->code);
}

/* ---- words ------------------------------------------------------------------------------- */

static void mark(Buf *buf, const Block *block, int at, bool end)
{
    for (int i = 0; i < block->span_count; i++) {
        const Span *span = &block->spans[i];
        int edge = end ? span->from_bytes + span->size_bytes : span->from_bytes;
        if (edge != at) {
            continue;
        }
        if (span->kind == SPAN_WORD) {
            buf_add_char(buf, end ? UI_WORD_OFF[0] : UI_WORD_ON[0]);
        } else {
            buf_add_char(buf, end ? UI_BOLD_OFF[0] : UI_BOLD_ON[0]);
        }
    }
}

const char *topic_pages_words(const View *view, const Block *block)
{
    char memory[WORDS_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    if (block->span_count == 0) {
        return view_str(block->text);
    }
    for (int i = 0; i <= (int)block->text.size; i++) {
        mark(&buf, block, i, true);
        mark(&buf, block, i, false);
        if (i < (int)block->text.size) {
            buf_add_char(&buf, block->text.data[i]);
        }
    }
    return ui_format(view->ui, "%s", memory);
}

int topic_pages_word(const Block *block)
{
    for (int i = 0; i < block->span_count; i++) {
        if (block->spans[i].kind == SPAN_WORD) {
            return block->spans[i].word;
        }
    }
    return -1;
}

/* ---- heights ----------------------------------------------------------------------------- */

static int text_height(const View *view, ThemeType type, Str text, int width_u)
{
    const UiSettings *settings = &view->ui->settings;
    ThemeFont font = theme_font(view->theme, type, settings->lang);
    UiWords words = {.text = view_str(text),
                     .lang = settings->lang,
                     .size_px = font.size_px,
                     .line_px = font.line_px,
                     .spacing_x10_px = font.spacing_x10_px,
                     .bold = font.bold,
                     .direction = DIRECTION_AUTO,
                     .width_px = theme_px(view->theme, width_u)};

    if (text.size == 0) {
        return 0;
    }
    return theme_u(view->theme, settings->measure(settings->measure_context, &words).height_px);
}

static int title_height(const View *view)
{
    return theme_u(view->theme, theme_font(view->theme, TYPE_H2, NULL).line_px);
}

/* Width of the reading column: all of it in portrait, beside the actions in landscape. */
static int column_width(const View *view)
{
    int side_u = view_is_tall(view) ? 0 : LENGTH_HOME_SIDE_W;

    return view->theme->width_u - 2 * U_EDGE_READ - side_u;
}

static int point_height(const View *view, const Block *block, int width_u)
{
    int inner_u = width_u - LENGTH_TOPIC_PANEL_SIDES - LENGTH_ICON_CHECK_LIST - U_M;

    return LENGTH_TOPIC_POINT_TOP + text_height(view, TYPE_BODY_LIST, block->text, inner_u);
}

static int step_height(const View *view, const Block *block, int width_u)
{
    int inner_u = width_u - U_TIMELINE_DOT - LENGTH_TOPIC_STEP_GAP;
    int words_u = text_height(view, TYPE_STEP, block->text, inner_u) + LENGTH_TOPIC_STEP_TEXT_TOP +
                  LENGTH_TOPIC_STEP_BOTTOM;

    if (block->term.size > 0) {
        words_u +=
            LENGTH_TOPIC_TERM_TOP + LENGTH_TOPIC_TERM_PAD +
            text_height(view, TYPE_SMALL_BOLD, block->term, inner_u - LENGTH_TOPIC_TERM_SIDES);
    }
    return words_u > LENGTH_TOPIC_STEP_MIN_H ? words_u : LENGTH_TOPIC_STEP_MIN_H;
}

static int helper_height(const View *view, const Block *block, int width_u)
{
    int inner_u = width_u - U_XXL - U_S - LENGTH_DISC_HELPER - LENGTH_TOPIC_HELPER_GAP;
    int words_u = text_height(view, TYPE_SUB, block->text, inner_u);

    return LENGTH_TOPIC_HELPER_TOP + (words_u > LENGTH_DISC_HELPER ? words_u : LENGTH_DISC_HELPER);
}

static int block_height(const View *view, Part part, const Block *block, int width_u)
{
    switch (part) {
    case PART_STAPPEN: return step_height(view, block, width_u);
    case PART_HELPT: return helper_height(view, block, width_u);
    case PART_KORT:
    case PART_DOEN:
    case PART_MEE:
    case PART_VERHAAL:
    case PART_COUNT: break;
    }
    return point_height(view, block, width_u);
}

/* What a section needs besides its blocks: its title, its padding, its distance. */
static int section_height(const View *view)
{
    return title_height(view) + LENGTH_TOPIC_SECTION_PAD;
}

static bool is_shown(const View *view, const Block *block)
{
    Date today;

    (void)app_today(view->app, &today);
    return content_block_is_shown(block, today);
}

static int part_height(const View *view, const Topic *topic, Part part, int width_u)
{
    int height_u = section_height(view);

    for (int i = 0; i < topic->parts[part].count; i++) {
        if (is_shown(view, &topic->parts[part].blocks[i])) {
            height_u += block_height(view, part, &topic->parts[part].blocks[i], width_u);
        }
    }
    return height_u;
}

/* Steps beside helpers, when letters are not large and there is room for two columns. */
static int columns_height(const View *view, const Topic *topic)
{
    int width_u = column_width(view) - LENGTH_TOPIC_COLUMNS_GAP;
    int steps_u = width_u * LENGTH_SHARE_STEPS / (LENGTH_SHARE_STEPS + GROW);
    int left_u = part_height(view, topic, PART_STAPPEN, steps_u);
    int right_u = part_height(view, topic, PART_HELPT, width_u - steps_u);

    return left_u > right_u ? left_u : right_u;
}

/* ---- pages ------------------------------------------------------------------------------- */

typedef struct Packing {
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

static void pack_part(const View *view, const Topic *topic, Part part, Packing *packing)
{
    int head_u = section_height(view);
    int width_u = column_width(view);
    bool begun = false;

    for (int i = 0; i < topic->parts[part].count; i++) {
        const Block *block = &topic->parts[part].blocks[i];
        int need_u = block_height(view, part, block, width_u);
        if (!is_shown(view, block)) {
            continue;
        }
        if (need_u + (begun ? 0 : head_u) > packing->left_u && packing->left_u < packing->room_u) {
            new_page(packing);
            begun = false;
        }
        packing->left_u -= need_u + (begun ? 0 : head_u);
        begun = true;
        put(packing, part, i);
    }
}

static bool pack_columns(const View *view, const Topic *topic, Packing *packing)
{
    bool both = topic->parts[PART_STAPPEN].count > 0 && topic->parts[PART_HELPT].count > 0;
    int need_u = both ? columns_height(view, topic) : 0;

    if (!both || !view_is_tall(view) || view->theme->wish.text > TEXT_SIZE_120 ||
        need_u > packing->left_u) {
        return false;
    }
    packing->left_u -= need_u;
    put(packing, PART_STAPPEN, TOPIC_COLUMNS);
    return true;
}

static TopicPages pack(const View *view, const Topic *topic, int first_u, int room_u)
{
    Packing packing = {.room_u = room_u, .left_u = first_u};

    packing.pages.page_count = 1;
    pack_part(view, topic, PART_KORT, &packing);
    if (!pack_columns(view, topic, &packing)) {
        pack_part(view, topic, PART_STAPPEN, &packing);
        pack_part(view, topic, PART_HELPT, &packing);
    }
    pack_part(view, topic, PART_DOEN, &packing);
    pack_part(view, topic, PART_MEE, &packing);
    return packing.pages;
}

/* Height for pieces on a page: the canvas without bar, head and, in portrait, the actions. */
static int room(const View *view, const Topic *topic, bool paged)
{
    int bar_u = view_is_tall(view) ? U_BAR_H : U_BAR_TOP_H;
    int title_u = text_height(view, TYPE_H1_TOPIC, topic->title,
                              column_width(view) - U_BLOB_TOPIC - LENGTH_TOPIC_HEAD_GAP);
    int head_u = title_u + LENGTH_TOPIC_TOP + LENGTH_TOPIC_LEAD_TOP;
    int actions_u = view_is_tall(view) ? LENGTH_TOPIC_ACTIONS_H : U_L;

    if (head_u < U_READ_MIN_H) {
        head_u = U_READ_MIN_H;
    }
    if (head_u < parts_read_height(view)) {
        head_u = parts_read_height(view);
    }
    if (paged && view_is_tall(view)) {
        actions_u += U_FLOW_H + U_GAP;
    }
    return view->theme->height_u - bar_u - head_u - actions_u;
}

TopicPages topic_pages(const View *view, const Topic *topic)
{
    int answer_u = text_height(view, TYPE_LEAD_TOPIC, topic->answer.text, column_width(view)) +
                   LENGTH_TOPIC_LEAD_TOP;
    int room_u = room(view, topic, false);
    TopicPages pages = pack(view, topic, room_u - answer_u, room_u);

    if (pages.page_count > 1) {
        room_u = room(view, topic, true);
        pages = pack(view, topic, room_u - answer_u, room_u);
    }
    return pages;
}
