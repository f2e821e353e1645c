/* share_parts.c - see share_parts.h. */
#include "share_parts.h"

#include <string.h>

#include "check.h"
#include "keyboard.h"
#include "lengths.h"
#include "note.h"
#include "parts.h"

enum { STEPS = 4, WEEK_AT = 6, YEAR_BYTES = 5 };

/* ---- pieces ------------------------------------------------------------------------------ */

/* On a small panel the words need the room of the icon: else both stand on two lines. */
static void nameless(const View *view, int step)
{
    bool small = view->theme->layout == LAYOUT_SMALL;
    MessageArg args[] = {message_number("now", step), message_number("count", STEPS)};

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_HEAD_GAP});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TAG,
                              .hue = HUE_PLUM,
                              .icon = small ? NULL : "user-off",
                              .label = view_text(view, TEXT_SHARE_NAMELESS),
                              .min_h = LENGTH_OPEN_TAG_H});
    ui_spacer(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_MIN_BOLD,
                              .ink = INK_QUIET,
                              .nowrap = true,
                              .label = view_fill(view, TEXT_CALL_STEP, args, 2)});
    ui_close(view->ui);
}

void share_parts_head(const View *view, TextKey title, TextKey lead, int step)
{
    parts_read(view);
    share_parts_words(view, title, lead, step);
}

void share_parts_words(const View *view, TextKey title, TextKey lead, int step)
{
    nameless(view, step);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .label = view_text(view, title),
                              .margin = {.top = LENGTH_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .ink = INK_QUIET,
                              .label = view_text(view, lead),
                              .margin = {.top = LENGTH_LEAD_TOP}});
}

void share_parts_mark(const View *view, bool chosen, int size_u)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = chosen ? FACE_MARK_PLUM : FACE_RADIO,
                              .icon = chosen ? "check" : NULL,
                              .w = size_u,
                              .h = size_u,
                              .icon_size = size_u * LENGTH_ICON_OF_BLOB_PERCENT / GROW,
                              .state = STATE_SILENT});
}

void share_parts_next(const View *view, bool ready)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "next"),
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_SHARE,
                              .type = TYPE_BUTTON_FLOW,
                              .icon = "arrow-right",
                              .icon_place = ICON_END,
                              .label = view_text(view, TEXT_CALL_NEXT),
                              .action = {ACT_SHARE_NEXT, 0},
                              .min_h = U_FLOW_H,
                              .state = STATE_MIRROR | (ready ? 0U : (unsigned)STATE_DISABLED)});
}

void share_parts_send(const View *view, SharePartsSend send)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    parts_button(view, (PartsButton){.id = send.not_id,
                                     .face = FACE_BUTTON,
                                     .label = view_text(view, TEXT_CHECK_NOT),
                                     .action = send.not_action,
                                     .grow = LENGTH_SHARE_NOT,
                                     .height_u = U_FLOW_H});
    ui_leaf(view->ui,
            (UiBox){.id = send.send_id,
                    .role = ROLE_BUTTON,
                    .face = FACE_BUTTON_SHARE,
                    .icon = "send",
                    .icon_place = ICON_END,
                    .label = view_text(view, send.label),
                    .action = {ACT_SEND, 0},
                    .grow = LENGTH_SHARE_SEND,
                    .min_h = U_FLOW_H,
                    .state = STATE_MIRROR | (send.ready ? 0U : (unsigned)STATE_DISABLED)});
    ui_close(view->ui);
}

void share_parts_reads(const View *view, TextKey text)
{
    bool early = view->app->visitor.picked != 0;

    ui_leaf(view->ui, (UiBox){.id = view_id(view, early ? "first" : "reads"),
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .hue = early ? HUE_SUN : HUE_LEAF,
                              .icon = early ? "eye-check" : "lock",
                              .label = view_text(view, early ? TEXT_SHARE_FIRST : text),
                              .state = early ? STATE_LIVE : 0});
}

/* ---- own words --------------------------------------------------------------------------- */

static void field(const View *view, const SharePartsWrite *write)
{
    int more_u = note_is_tight(view, write->text) ? LENGTH_SHARE_FIELD_MORE : 0;

    note_field(view, (NoteField){.label = view_text(view, write->title),
                                 .text = write->text,
                                 .points_max = SIGNAL_TEXT_POINTS_MAX,
                                 .tall_h_u = U_NOTE_FIELD_H + more_u,
                                 .wide_h_u = LENGTH_NOTE_WIDE_H + more_u,
                                 .steps_down = true});
}

void share_parts_write(const View *view, SharePartsWrite write)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (view_is_tall(view)) {
        parts_read(view);
        parts_title(view, write.title, view_text(view, TEXT_SHARE_SKIP));
        ui_close(view->ui);
    }
    note_open(view);
    note_warning(view, write.warning, write.text);
    field(view, &write);
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}

/* ---- a line of a check screen ------------------------------------------------------------ */

static void row_image(const View *view, const SharePartsRow *row)
{
    if (row->picture == NULL) {
        parts_disc(view, row->icon, HUE_PLUM, LENGTH_DISC_PRIVACY);
        return;
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = row->picture,
                              .w = LENGTH_SHARED_FACE_W,
                              .h = LENGTH_DISC_PHONE_HELP,
                              .state = STATE_SILENT});
}

static void row_words(const View *view, const SharePartsRow *row)
{
    bool private = (row->state & STATE_PRIVATE) != 0;
    const char *caption = view_text(view, row->caption);
    ThemeType own = note_is_long(row->value) && !view_is_tall(view) ? TYPE_MIN : TYPE_LEAD;
    ThemeType type = private ? own : TYPE_CARD;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT, .type = TYPE_CAPTION, .ink = INK_QUIET, .label = caption});
    ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "%s.value.%s", view->prefix, row->id),
                              .role = ROLE_TEXT,
                              .type = type,
                              .label = private ? keyboard_shown(view, row->value) : row->value,
                              .state = row->state});
    ui_close(view->ui);
}

void share_parts_row(const View *view, SharePartsRow row)
{
    if ((row.state & STATE_PRIVATE) != 0) {
        keyboard_reveal(view);
    }
    ui_open(view->ui, (UiBox){.face = FACE_ROW,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = LENGTH_SHARED_ROW_H,
                              .pad = {.top = LENGTH_ROW_PAD, .bottom = LENGTH_ROW_PAD}});
    row_image(view, &row);
    row_words(view, &row);
    if (row.change.kind != ACT_NONE) {
        ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "%s.change.%s", view->prefix, row.id),
                                  .role = ROLE_BUTTON,
                                  .face = FACE_CHIP_CHANGE,
                                  .icon = "pencil",
                                  .label = view_text(view, TEXT_CHECK_CHANGE),
                                  .hint = view_text(view, row.caption),
                                  .action = row.change});
    }
    ui_close(view->ui);
}

/* ---- words of what is sealed ------------------------------------------------------------- */

const char *share_parts_mood(const View *view, int mood)
{
    static const TextKey words[] = {TEXT_SHARE_MOOD_1, TEXT_SHARE_MOOD_2, TEXT_SHARE_MOOD_3,
                                    TEXT_SHARE_MOOD_4, TEXT_SHARE_MOOD_5};

    check(mood >= 0 && mood <= SIGNAL_MOOD_MAX);
    return mood == 0 ? view_text(view, TEXT_SHARE_NONE) : view_text(view, words[mood - 1]);
}

const char *share_parts_face(int mood)
{
    static const char *const faces[] = {"schaal-heelslecht", "schaal-nietgoed", "schaal-gaatwel",
                                        "schaal-goed", "schaal-heelgoed"};

    check(mood >= 1 && mood <= SIGNAL_MOOD_MAX);
    return faces[mood - 1];
}

const char *share_parts_topic(const View *view, const SignalStory *story)
{
    Str list = story->who == REQUEST_WHO_CHILD ? STR("child-about") : STR("parent");

    if (story->topic_count == 0) {
        return view_text(view, TEXT_SHARE_NONE);
    }
    Str label = content_item_label(view->content, view->app->visitor.language, list,
                                   str_of(story->topics[0]), STR(""));
    return label.size > 0 ? view_str(label) : view_text(view, TEXT_SHARE_OTHER);
}

const char *share_parts_lines(const View *view, const SignalStory *story)
{
    Str list = story->who == REQUEST_WHO_CHILD ? STR("share-say-child") : STR("share-say");
    const char *words = NULL;

    for (int i = 0; i < story->line_count; i++) {
        const char *label = view_str(content_item_label(view->content, view->app->visitor.language,
                                                        list, str_of(story->lines[i]), STR("")));
        words = words == NULL ? label : ui_format(view->ui, "%s\n%s", words, label);
    }
    return words == NULL ? view_text(view, TEXT_SHARE_NONE) : words;
}

/* "2026-W48" as "48" and "2026": no grouping dots in a year. */
const char *share_parts_along(const View *view, const char *lang, const char *week)
{
    Language language = LANGUAGE_DUTCH;
    char year[YEAR_BYTES] = "";

    (void)content_language_find(view->content, str_of(lang), &language);
    MessageArg args[] = {
        message_text("language", content_language(view->content, language)->own_name),
        message_text("week", str_of(week[0] == '\0' ? "" : week + WEEK_AT)),
        message_text("year", str_of(year)),
    };
    if (week[0] == '\0') {
        return view_fill(view, TEXT_SHARE_ALONG_WEEKLESS, args, 1);
    }
    memcpy(year, week, sizeof year - 1);
    args[2] = message_text("year", str_of(year));
    return view_fill(view, TEXT_SHARE_ALONG, args, (int)(sizeof args / sizeof args[0]));
}
