/* content_settings.c - the pack table: identity, languages and the region, one key at a time.
 * Owns nothing: texts go into the content's arena. */
#include <stddef.h>

#include "content_load.h"

/* Values of a row of the pack table are joined by tabs. */
enum { WEEKDAYS_ALL = 0x7f, DAY_MINUTES = 24 * 60, RETENTION_DAYS_MAX = 90, PROMISE_DAYS_MAX = 30 };

static Str keep(Content *content, Str text)
{
    return arena_str(&content->arena, text);
}

static bool is_yes(Str text)
{
    return str_equal(text, STR("1"));
}

/* ---- numbers ---------------------------------------------------------------------------- */

static bool take_int(Str text, int min, int max, int *out)
{
    int64_t value = 0;
    if (!str_to_int(text, min, max, &value)) {
        return false;
    }
    *out = (int)value;
    return true;
}

static bool one_row_of_hours(Str row, Hours *out)
{
    int weekdays = 0;
    bool ok = take_int(str_cut(&row, ' '), 1, WEEKDAYS_ALL, &weekdays) &&
              take_int(str_cut(&row, ' '), 0, DAY_MINUTES, &out->from_minutes) &&
              take_int(row, 0, DAY_MINUTES, &out->to_minutes);
    out->weekdays = (unsigned)weekdays;
    return ok && out->from_minutes < out->to_minutes;
}

int content_load_hours(Str text, Hours *hours, int max)
{
    int count = 0;
    while (text.size > 0) {
        if (count == max || !one_row_of_hours(str_cut(&text, ';'), &hours[count])) {
            return -1;
        }
        count++;
    }
    return count;
}

/* ---- languages -------------------------------------------------------------------------- */

static bool add_language(Content *content, Str row)
{
    if (content->language_count == CONTENT_LANGUAGES_MAX) {
        return false;
    }
    LanguageData *data = &content->languages[content->language_count++];
    LanguageInfo *info = &data->info;
    info->code = keep(content, str_cut(&row, '\t'));
    info->own_name = keep(content, str_cut(&row, '\t'));
    info->hello = keep(content, str_cut(&row, '\t'));
    info->font = keep(content, str_cut(&row, '\t'));
    info->voice = keep(content, str_cut(&row, '\t'));
    info->rtl = is_yes(str_cut(&row, '\t'));
    info->on_welcome = is_yes(str_cut(&row, '\t'));
    info->reviewed_by = keep(content, row);
    data->locale = message_open(info->code);
    return info->code.size > 0 && info->code.size <= CONTENT_NAME_BYTES_MAX && data->locale != NULL;
}

/* ---- the region ------------------------------------------------------------------------- */

/* Texts of the region by their key, and where they go. */
typedef struct TextSetting {
    const char *key;
    size_t offset;
} TextSetting;

static const TextSetting region_texts[] = {
    {"region.fg_mail", offsetof(Region, fg_mail)},
    {"region.fg_name", offsetof(Region, fg_name)},
    {"region.fg_phone", offsetof(Region, fg_phone)},
    {"region.mail", offsetof(Region, mail)},
    {"region.name", offsetof(Region, shown_name)},
    {"region.organisation", offsetof(Region, organisation)},
    {"region.phone", offsetof(Region, phone)},
    {"region.region", offsetof(Region, region)},
    {"region.site", offsetof(Region, site)},
};

typedef struct NumberSetting {
    const char *key;
    size_t offset;
    int min, max;
} NumberSetting;

static const NumberSetting region_numbers[] = {
    {"region.call_attempts", offsetof(Region, call_attempts), 0, 9},
    {"region.promise_workdays", offsetof(Region, promise_workdays), 1, PROMISE_DAYS_MAX},
    {"region.retention_days", offsetof(Region, retention_days), 1, RETENTION_DAYS_MAX},
};

typedef struct FlagSetting {
    const char *key;
    size_t offset;
} FlagSetting;

static const FlagSetting region_flags[] = {
    {"region.interpreter", offsetof(Region, interpreter)},
    {"region.sign_interpreter", offsetof(Region, sign_interpreter)},
    {"region.staffed", offsetof(Region, staffed)},
};

typedef struct BitsSetting {
    const char *key;
    size_t offset;
    int max;
} BitsSetting;

static const BitsSetting region_bits[] = {
    {"region.call_days", offsetof(Region, calendar.weekdays), WEEKDAYS_ALL},
    {"region.channels", offsetof(Region, channels), (1 << CHANNEL_COUNT) - 1},
    {"region.child_routes", offsetof(Region, child_routes), (1 << CHILD_ROUTE_COUNT) - 1},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

void content_load_defaults(Content *content)
{
    for (size_t i = 0; i < COUNT(region_texts); i++) {
        *(Str *)((char *)&content->region + region_texts[i].offset) = STR("");
    }
    content->info.name = STR("");
    content->info.org = STR("*");
    content->info.built = STR("");
}

static bool set_text(Content *content, Str key, Str value)
{
    for (size_t i = 0; i < COUNT(region_texts); i++) {
        if (str_equal(key, str_of(region_texts[i].key))) {
            Str *field = (Str *)((char *)&content->region + region_texts[i].offset);
            *field = keep(content, value);
            return true;
        }
    }
    return false;
}

/* 1 set, 0 another key, -1 a value out of range. */
static int set_number(Content *content, Str key, Str value)
{
    for (size_t i = 0; i < COUNT(region_numbers); i++) {
        const NumberSetting *row = &region_numbers[i];
        if (str_equal(key, str_of(row->key))) {
            int *field = (int *)((char *)&content->region + row->offset);
            return take_int(value, row->min, row->max, field) ? 1 : -1;
        }
    }
    for (size_t i = 0; i < COUNT(region_bits); i++) {
        int bits = 0;
        if (str_equal(key, str_of(region_bits[i].key))) {
            bool ok = take_int(value, 0, region_bits[i].max, &bits);
            *(unsigned *)((char *)&content->region + region_bits[i].offset) = (unsigned)bits;
            return ok ? 1 : -1;
        }
    }
    for (size_t i = 0; i < COUNT(region_flags); i++) {
        if (str_equal(key, str_of(region_flags[i].key))) {
            *(bool *)((char *)&content->region + region_flags[i].offset) = is_yes(value);
            return 1;
        }
    }
    return 0;
}

static bool add_closure(Content *content, Str row)
{
    WorkCalendar *calendar = &content->region.calendar;
    Closure closure;
    if (calendar->closure_count == WORKDAYS_CLOSURES_MAX ||
        !when_parse(str_cut(&row, ' '), &closure.from) || !when_parse(row, &closure.to)) {
        return false;
    }
    calendar->closures[calendar->closure_count++] = closure;
    return true;
}

static bool add_visit(Content *content, Str row)
{
    Region *region = &content->region;
    if (region->visit_count == REGION_VISITS_MAX) {
        return false;
    }
    Visit *visit = &region->visits[region->visit_count++];
    bool ok = content_load_hours(str_cut(&row, '\t'), &visit->hours, 1) == 1;
    visit->place = keep(content, row);
    return ok;
}

static bool add_sector(Content *content, Str row)
{
    Region *region = &content->region;
    if (region->sector_count == REGION_SECTORS_MAX) {
        return false;
    }
    Sector *sector = &region->sectors[region->sector_count++];
    sector->id = keep(content, str_cut(&row, '\t'));
    sector->phone = keep(content, row);
    return sector->id.size > 0;
}

static bool add_adviser(Content *content, Str row)
{
    Region *region = &content->region;
    if (region->adviser_count == REGION_ADVISERS_MAX) {
        return false;
    }
    Adviser *adviser = &region->advisers[region->adviser_count++];
    adviser->id = keep(content, str_cut(&row, '\t'));
    adviser->name = keep(content, str_cut(&row, '\t'));
    adviser->picture = keep(content, str_cut(&row, '\t'));
    adviser->for_child = is_yes(str_cut(&row, '\t'));
    while (row.size > 0 && adviser->language_count < REGION_WORDS_MAX) {
        adviser->languages[adviser->language_count++] = keep(content, str_cut(&row, ' '));
    }
    return adviser->name.size > 0;
}

static bool set_hours(Content *content, Str value)
{
    Region *region = &content->region;
    region->hours_count = content_load_hours(value, region->hours, REGION_HOURS_MAX);
    return region->hours_count >= 0;
}

/* Rows of which there are several: "region.visit.03". */
static bool set_row(Content *content, Str key, Str value)
{
    if (str_starts_with(key, STR("language."))) {
        return add_language(content, value);
    }
    if (str_starts_with(key, STR("region.closure."))) {
        return add_closure(content, value);
    }
    if (str_starts_with(key, STR("region.visit."))) {
        return add_visit(content, value);
    }
    if (str_starts_with(key, STR("region.sector."))) {
        return add_sector(content, value);
    }
    if (str_starts_with(key, STR("region.adviser."))) {
        return add_adviser(content, value);
    }
    return !str_equal(key, STR("region.hours")) || set_hours(content, value);
}

/* ---- the pack itself -------------------------------------------------------------------- */

static bool set_info(Content *content, Str key, Str value)
{
    ContentInfo *info = &content->info;
    if (str_equal(key, STR("seq"))) {
        return str_to_int(value, 1, INT64_MAX, &info->seq);
    }
    if (str_equal(key, STR("name"))) {
        info->name = keep(content, value);
    } else if (str_equal(key, STR("org"))) {
        info->org = keep(content, value);
    } else if (str_equal(key, STR("built"))) {
        info->built = keep(content, value);
    } else if (str_equal(key, STR("fallback"))) {
        info->fallback = is_yes(value);
    }
    return true;
}

bool content_load_setting(Content *content, Str key, Str value, Err *err)
{
    if (str_equal(key, STR("type")) && !str_equal(value, STR("oksp-pack"))) {
        return err_set(err, "pack.foreign", "this is not a content pack of oksp");
    }
    int number = set_number(content, key, value);
    bool ok = number > 0 ||
              (number == 0 && (set_text(content, key, value) ||
                               (set_row(content, key, value) && set_info(content, key, value))));
    return ok || err_set(err, "pack.damaged", "the setting %.*s of the pack has no valid value",
                         (int)key.size, key.data);
}
