/* app_talk.c - see app_talk.h. */
#include "app_talk.h"

#include "check.h"

static const ListItem *item(const Content *content, int row)
{
    const List *list = content_list(content, STR("talk"));

    check(list != NULL && row >= 0 && row < list->count);
    return &list->items[row];
}

int app_talk_count(const Content *content)
{
    const List *list = content_list(content, STR("talk"));

    return list == NULL ? 0 : list->count;
}

Str app_talk_code(const Content *content, int row)
{
    return item(content, row)->id;
}

Str app_talk_name(const App *app, const Content *content, int row)
{
    return content_item_label(content, app->visitor.language, STR("talk"),
                              app_talk_code(content, row), STR(""));
}

static int row_of(const Content *content, Str code)
{
    for (int i = 0; i < app_talk_count(content); i++) {
        if (str_equal(app_talk_code(content, i), code)) {
            return i;
        }
    }
    return -1;
}

int app_talk_row(const App *app, const Content *content)
{
    int row = app->visitor.draft.talk - 1;

    if (row >= 0) {
        return row;
    }
    row = row_of(content, content_language(content, app->visitor.language)->code);
    return row >= 0 ? row : 0;
}

bool app_talk_is_sign(const Content *content, int row)
{
    return str_equal(item(content, row)->value, STR("sign"));
}

bool app_talk_asks_interpreter(const Content *content, int row)
{
    const Region *region = content_region(content);

    if (app_talk_is_sign(content, row)) {
        return region->sign_interpreter;
    }
    return region->interpreter && row != 0;
}
