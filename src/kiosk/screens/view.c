/* view.c - see view.h. */
#include "view.h"

#include <string.h>

#include "check.h"
#include "vcard.h"

enum { VIEW_TEXT_BYTES_MAX = 2048 };

const char *view_str(Str text)
{
    return text.data == NULL ? "" : text.data;
}

/* Copy with every second "**" as the end of bold. */
static const char *with_bold(const View *view, const char *text)
{
    char memory[VIEW_TEXT_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);
    bool bold = false;

    if (strstr(text, "**") == NULL) {
        return ui_format(view->ui, "%s", text);
    }
    for (const char *at = text; *at != '\0'; at++) {
        if (at[0] == '*' && at[1] == '*') {
            buf_add_char(&buf, bold ? UI_BOLD_OFF[0] : UI_BOLD_ON[0]);
            bold = !bold;
            at++;
        } else {
            buf_add_char(&buf, *at);
        }
    }
    check(!buf.overflow);
    return ui_format(view->ui, "%s", memory);
}

const char *view_text(const View *view, TextKey key)
{
    const char *text = view_str(content_text(view->content, view->app->visitor.language, key));

    return strstr(text, "**") == NULL ? text : with_bold(view, text);
}

const char *view_fill(const View *view, TextKey key, const MessageArg *args, int count)
{
    char memory[VIEW_TEXT_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    (void)content_format(view->content, view->app->visitor.language, key,
                         (MessageArgs){args, count}, &buf);
    return with_bold(view, memory);
}

/* A label that is missing in a language is the very Dutch text. */
const char *view_label_lang(const View *view, Str list, Str id, Str part)
{
    Language language = view->app->visitor.language;
    Str shown = content_item_label(view->content, language, list, id, part);
    Str dutch = content_item_label(view->content, LANGUAGE_DUTCH, list, id, part);
    bool is_dutch = shown.size == 0 || shown.data == dutch.data;

    return view_str(content_language(view->content, is_dutch ? LANGUAGE_DUTCH : language)->code);
}

const char *view_id(const View *view, const char *thing)
{
    return ui_format(view->ui, "%s.%s", view->prefix, thing);
}

const char *view_id_of(const View *view, const char *thing, int which)
{
    return ui_format(view->ui, "%s.%s.%d", view->prefix, thing, which);
}

int view_tight(const View *view)
{
    return view->ui->settings.tight;
}

int view_room(const View *view, ViewRoom room)
{
    int count = room.all - room.step * view_tight(view);

    return count > room.least ? count : room.least;
}

bool view_is_tall(const View *view)
{
    return view->theme->layout == LAYOUT_PORTRAIT;
}

MessageArg view_phone(const View *view)
{
    return message_code("phone", content_region(view->content)->phone);
}

/* ---- dates and hours --------------------------------------------------------------------- */

static const char *value_of(const View *view, const MessageArg *arg)
{
    char memory[VIEW_TEXT_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    message_value(content_locale(view->content, view->app->visitor.language), arg, &buf);
    return ui_format(view->ui, "%s", memory);
}

const char *view_date(const View *view, Date date)
{
    MessageArg arg = message_date("date", date);

    return value_of(view, &arg);
}

const char *view_date_short(const View *view, Date date)
{
    MessageArg arg = {.name = "date", .kind = MESSAGE_DATE_SHORT, .date = date};

    return value_of(view, &arg);
}

const char *view_hours(const View *view)
{
    const Region *region = content_region(view->content);
    char memory[VIEW_TEXT_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    content_hours(view->content, view->app->visitor.language, region->hours, region->hours_count,
                  &buf);
    return ui_format(view->ui, "%s", memory);
}

const char *view_hours_short(const View *view)
{
    const Region *region = content_region(view->content);
    char memory[VIEW_TEXT_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    content_hours_short(view->content, view->app->visitor.language, region->hours,
                        region->hours_count, &buf);
    return ui_format(view->ui, "%s", memory);
}

/* ---- QR ---------------------------------------------------------------------------------- */

const char *view_vcard(const View *view)
{
    char memory[VCARD_BYTES_MAX + 1];
    Buf buf = buf_init(memory, sizeof memory);

    vcard_small(content_region(view->content), &buf);
    return ui_format(view->ui, "%s", memory);
}
