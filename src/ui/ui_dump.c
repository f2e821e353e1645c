/* ui_dump.c - a screen as lines of JSON for tests and goldens.
 * Owns nothing. Private words become dots here, before any writer sees them. */
#include "ui_dump.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "ui_speech.h"
#include "ui_work.h"

static const char VEIL[] = "\u2022\u2022\u2022";

static const char *role_name(UiRole role)
{
    static const char *const NAMES[ROLE_COUNT] = {"group", "heading", "text",  "button",  "choice",
                                                  "field", "key",     "image", "progress"};
    return NAMES[role];
}

static const char *look_name(ThemeLook look)
{
    static const char *const NAMES[LOOK_COUNT] = {"light", "calm", "hc"};
    return NAMES[look];
}

static void set_text(json_t *line, const char *key, const char *text)
{
    if (text && text[0])
        json_object_set_new(line, key, json_string_nocheck(text));
}

static void set_color(json_t *line, const char *key, uint32_t color)
{
    char text[8];
    snprintf(text, sizeof text, "#%06x", (unsigned)(color & 0xffffff));
    json_object_set_new(line, key, json_string(text));
}

static json_t *rect_json(int x, int y, int w, int h)
{
    return json_pack("[i,i,i,i]", x, y, w, h);
}

static void set_rects(const Ui *ui, json_t *line, const UiNode *node)
{
    const Theme *theme = &ui->settings.theme;
    UiRect r = node->rect;
    json_object_set_new(line, "rect", rect_json(r.x, r.y, r.w, r.h));
    json_object_set_new(line, "u",
                        rect_json(theme_u(theme, r.x), theme_u(theme, r.y), theme_u(theme, r.w),
                                  theme_u(theme, r.h)));
    if (ui_is_target(node))
        json_object_set_new(line, "hit",
                            rect_json(node->hit.x, node->hit.y, node->hit.w, node->hit.h));
}

static void set_state(json_t *line, unsigned state)
{
    static const struct {
        unsigned bit;
        const char *name;
    } NAMES[] = {
        {STATE_DISABLED, "disabled"}, {STATE_SELECTED, "selected"},
        {STATE_FOCUSED, "focused"},   {STATE_PRESSED, "pressed"},
        {STATE_SPEAKING, "speaking"}, {STATE_LIVE, "live"},
        {STATE_LTR, "ltr"},           {STATE_MIRROR, "mirror"},
        {STATE_PRIVATE, "private"},   {STATE_ON, "on"},
        {STATE_GONE, "gone"},         {STATE_ERROR, "error"},
    };
    json_t *list = json_array();
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        if (state & NAMES[i].bit)
            json_array_append_new(list, json_string(NAMES[i].name));
    if (json_array_size(list) > 0)
        json_object_set(line, "state", list);
    json_decref(list);
}

static const char *word_name(UiWordKey word)
{
    static const char *const NAMES[WORD_COUNT] = {
        [WORD_NONE] = "",
        [WORD_BUTTON] = "button",
        [WORD_CHOICE] = "choice",
        [WORD_FIELD] = "field",
        [WORD_KEY] = "key",
        [WORD_HEADING] = "heading",
        [WORD_IMAGE] = "image",
        [WORD_SELECTED] = "selected",
        [WORD_NOT_SELECTED] = "not-selected",
        [WORD_DISABLED] = "disabled",
        [WORD_EMPTY] = "empty",
        [WORD_ERROR] = "error",
        [WORD_ON] = "on",
        [WORD_POSITION] = "position",
    };
    return NAMES[word];
}

static json_t *piece_json(const UiSpeechPiece *piece, bool private)
{
    if (piece->word == WORD_POSITION)
        return json_pack("{s:s,s:i,s:i}", "word", "position", "number", piece->number, "count",
                         piece->count);
    if (piece->word != WORD_NONE)
        return json_pack("{s:s}", "word", word_name(piece->word));
    return json_string_nocheck(piece->private && !private ? VEIL : piece->text);
}

static void set_spoken(const Ui *ui, json_t *line, int node, bool private)
{
    UiSpeech speech;
    if (!ui_is_target(&ui->nodes[node]) && !ui->nodes[node].box.label)
        return;
    ui_speech(ui, node, &speech);
    json_t *list = json_array();
    for (int i = 0; i < speech.count; i++)
        json_array_append_new(list, piece_json(&speech.pieces[i], private));
    json_object_set_new(line, "spoken", list);
}

static void set_words(const Ui *ui, json_t *line, int index, bool private)
{
    const UiNode *node = &ui->nodes[index];
    bool veiled = (node->box.state & STATE_PRIVATE) && !private;
    if (!node->shown)
        return;
    set_text(line, "shown", veiled ? VEIL : node->shown);
    json_object_set_new(line, "size", json_integer(node->font.size_px));
    json_object_set_new(line, "line", json_integer(node->font.line_px));
    json_object_set_new(line, "lines", json_integer(node->lines));
    if (node->font.bold)
        json_object_set_new(line, "bold", json_true());
    set_color(line, "fg", ui_ink(ui, index));
    set_color(line, "bg", ui_ground(ui, index));
}

static json_t *node_json(const Ui *ui, int index, int focus, bool private)
{
    const UiNode *node = &ui->nodes[index];
    bool veiled = (node->box.state & STATE_PRIVATE) && !private;
    bool field = node->box.role == ROLE_FIELD;
    json_t *line = json_object();
    set_text(line, "id", node->box.id);
    json_object_set_new(line, "role", json_string(role_name(node->box.role)));
    set_rects(ui, line, node);
    set_text(line, "label", veiled && !field && node->box.label ? VEIL : node->box.label);
    set_text(line, "value", veiled && node->box.value ? VEIL : node->box.value);
    set_text(line, "hint", node->box.hint);
    set_text(line, "icon", node->box.icon);
    set_text(line, "picture", node->box.picture);
    set_text(line, "lang", node->box.lang);
    set_spoken(ui, line, index, private);
    if (focus >= 0)
        json_object_set_new(line, "focus", json_integer(focus));
    if (ui_is_target(node))
        json_object_set_new(line, "action",
                            json_pack("[i,i]", node->box.action.kind, node->box.action.arg));
    set_state(line, node->box.state);
    set_words(ui, line, index, private);
    if (node->truncated)
        json_object_set_new(line, "truncated", json_true());
    if (node->outside)
        json_object_set_new(line, "outside", json_true());
    return line;
}

static json_t *screen_json(const Ui *ui)
{
    const Theme *theme = &ui->settings.theme;
    json_t *line = json_object();
    set_text(line, "screen", ui->settings.screen);
    set_text(line, "lang", ui->settings.lang);
    json_object_set_new(line, "dir", json_string(ui->settings.rtl ? "rtl" : "ltr"));
    json_object_set_new(line, "look", json_string(look_name(theme->wish.look)));
    json_object_set_new(line, "mode", json_string(theme->wish.child ? "child" : "parent"));
    json_object_set_new(line, "text", json_integer(theme_text_percent(theme->wish.text)));
    if (theme->text_percent != theme_text_percent(theme->wish.text))
        json_object_set_new(line, "fit", json_integer(theme->text_percent));
    json_object_set_new(line, "panel",
                        json_pack("[i,i]", theme->panel.width_px, theme->panel.height_px));
    json_object_set_new(line, "reach", json_integer(theme->reach_u));
    return line;
}

typedef struct Sink {
    UiSink write;
    void *context;
} Sink;

static int write_part(const char *text, size_t size, void *data)
{
    const Sink *sink = data;
    return sink->write(sink->context, text, size) ? 0 : -1;
}

static bool write_line(const Sink *sink, json_t *line)
{
    bool good = line &&
                json_dump_callback(line, write_part, (void *)(uintptr_t)sink, JSON_COMPACT) == 0 &&
                sink->write(sink->context, "\n", 1);
    json_decref(line);
    return good;
}

bool ui_dump(const Ui *ui, bool private, UiSink write, void *context)
{
    Sink sink = {write, context};
    bool good = write_line(&sink, screen_json(ui));
    int focus = 0;
    for (int i = 0; i < ui->count && good; i++) {
        bool target = ui_is_target(&ui->nodes[i]);
        good = write_line(&sink, node_json(ui, i, target ? focus : -1, private));
        focus += target ? 1 : 0;
    }
    return good;
}
