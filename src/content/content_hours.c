/* content_hours.c - opening hours as words: "maandag t/m vrijdag, 9.00 - 17.00 uur".
 * The words come from content (hours.*), weekday names from ICU. Owns nothing. */
#include "content.h"

enum { WEEK_DAYS = 7, TEXT_BYTES_MAX = 256, MONDAY_DAYS = 4 /* 1970-01-05 was a Monday */ };

/* In which language and how long. */
typedef struct Voice {
    const Content *content;
    Language language;
    bool brief;
} Voice;

static void weekday_name(const Voice *voice, int day, Buf *out)
{
    MessageArg arg = {.kind = voice->brief ? MESSAGE_WEEKDAY_SHORT : MESSAGE_WEEKDAY,
                      .date = when_date(MONDAY_DAYS + day)};
    message_value(content_locale(voice->content, voice->language), &arg, out);
}

/* Days `from` to `to`: one name, or "maandag t/m vrijdag". */
static void day_range(const Voice *voice, const int range[2], Buf *out)
{
    char names[2][TEXT_BYTES_MAX];
    Buf from = buf_init(names[0], TEXT_BYTES_MAX);
    Buf to = buf_init(names[1], TEXT_BYTES_MAX);
    weekday_name(voice, range[0], &from);
    weekday_name(voice, range[1], &to);
    if (range[0] == range[1]) {
        buf_add(out, buf_str(&from));
        return;
    }
    MessageArg args[] = {message_text("from", buf_str(&from)), message_text("to", buf_str(&to))};
    content_format(voice->content, voice->language, TEXT_HOURS_DAYS, (MessageArgs){args, 2}, out);
}

/* Runs of days as a list: "maandag t/m woensdag en vrijdag". */
static void days_text(const Voice *voice, unsigned weekdays, Buf *out)
{
    char memory[WEEK_DAYS][TEXT_BYTES_MAX];
    Str ranges[WEEK_DAYS];
    int count = 0;
    for (int day = 0; day < WEEK_DAYS; day++) {
        int range[2] = {day, day};
        if ((weekdays >> day & 1u) == 0) {
            continue;
        }
        while (range[1] + 1 < WEEK_DAYS && (weekdays >> (range[1] + 1) & 1u) != 0) {
            range[1]++;
        }
        Buf buf = buf_init(memory[count], TEXT_BYTES_MAX);
        day_range(voice, range, &buf);
        ranges[count++] = buf_str(&buf);
        day = range[1];
    }
    MessageArg list = message_list("days", ranges, count);
    message_value(content_locale(voice->content, voice->language), &list, out);
}

static void hours_row(const Voice *voice, const Hours *hours, Buf *out)
{
    char memory[TEXT_BYTES_MAX * 2];
    Buf days = buf_init(memory, sizeof memory);
    TextKey key = voice->brief ? TEXT_HOURS_SHORT : TEXT_HOURS_ROW;
    days_text(voice, hours->weekdays, &days);
    MessageArg from = voice->brief ? message_hour("from", hours->from_minutes)
                                   : message_time("from", hours->from_minutes);
    MessageArg to = voice->brief ? message_hour("to", hours->to_minutes)
                                 : message_time("to", hours->to_minutes);
    MessageArg args[] = {message_text("days", buf_str(&days)), from, to};
    content_format(voice->content, voice->language, key, (MessageArgs){args, 3}, out);
}

static void hours_text(Voice voice, const Hours *hours, int count, Buf *out)
{
    TextKey key = voice.brief ? TEXT_HOURS_SHORT : TEXT_HOURS_ROW;

    if (count == 0) {
        buf_add(out, content_text(voice.content, voice.language, TEXT_HOURS_ALWAYS));
    }
    /* All in one language: when this one lacks the words, all of it is Dutch. */
    if (content_text_is_dutch(voice.content, voice.language, key) ||
        content_text_is_dutch(voice.content, voice.language, TEXT_HOURS_DAYS)) {
        voice.language = LANGUAGE_DUTCH;
    }
    for (int i = 0; i < count; i++) {
        buf_add(out, i > 0 ? STR("; ") : STR(""));
        hours_row(&voice, &hours[i], out);
    }
}

void content_hours(const Content *content, Language language, const Hours *hours, int count,
                   Buf *out)
{
    hours_text((Voice){content, language, false}, hours, count, out);
}

void content_hours_short(const Content *content, Language language, const Hours *hours, int count,
                         Buf *out)
{
    hours_text((Voice){content, language, true}, hours, count, out);
}
