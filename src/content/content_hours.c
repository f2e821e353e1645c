/* content_hours.c - opening hours as words: "maandag t/m vrijdag, 9.00 - 17.00 uur".
 * The words come from content (hours.*), weekday names from ICU. Owns nothing. */
#include "content.h"

enum { WEEK_DAYS = 7, TEXT_BYTES_MAX = 256, MONDAY_DAYS = 4 /* 1970-01-05 was a Monday */ };

static void weekday_name(MessageLocale *locale, int day, Buf *out)
{
    MessageArg arg = {.kind = MESSAGE_WEEKDAY, .date = when_date(MONDAY_DAYS + day)};
    message_value(locale, &arg, out);
}

/* Days `from` to `to`: one name, or "maandag t/m vrijdag". */
static void day_range(const Content *content, Language language, const int range[2], Buf *out)
{
    MessageLocale *locale = content_locale(content, language);
    char names[2][TEXT_BYTES_MAX];
    Buf from = buf_init(names[0], TEXT_BYTES_MAX);
    Buf to = buf_init(names[1], TEXT_BYTES_MAX);
    weekday_name(locale, range[0], &from);
    weekday_name(locale, range[1], &to);
    if (range[0] == range[1]) {
        buf_add(out, buf_str(&from));
        return;
    }
    MessageArg args[] = {message_text("from", buf_str(&from)), message_text("to", buf_str(&to))};
    content_format(content, language, TEXT_HOURS_DAYS, (MessageArgs){args, 2}, out);
}

/* Runs of days as a list: "maandag t/m woensdag en vrijdag". */
static void days_text(const Content *content, Language language, unsigned weekdays, Buf *out)
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
        day_range(content, language, range, &buf);
        ranges[count++] = buf_str(&buf);
        day = range[1];
    }
    MessageArg list = message_list("days", ranges, count);
    message_value(content_locale(content, language), &list, out);
}

void content_hours(const Content *content, Language language, const Hours *hours, int count,
                   Buf *out)
{
    /* All in one language: when this one lacks the words, all of it is Dutch. */
    Language said = content_text_is_dutch(content, language, TEXT_HOURS_ROW) ||
                            content_text_is_dutch(content, language, TEXT_HOURS_DAYS)
                        ? LANGUAGE_DUTCH
                        : language;
    if (count == 0) {
        buf_add(out, content_text(content, language, TEXT_HOURS_ALWAYS));
    }
    for (int i = 0; i < count; i++) {
        char memory[TEXT_BYTES_MAX * 2];
        Buf days = buf_init(memory, sizeof memory);
        days_text(content, said, hours[i].weekdays, &days);
        MessageArg args[] = {message_text("days", buf_str(&days)),
                             message_time("from", hours[i].from_minutes),
                             message_time("to", hours[i].to_minutes)};
        buf_add(out, i > 0 ? STR("; ") : STR(""));
        content_format(content, said, TEXT_HOURS_ROW, (MessageArgs){args, 3}, out);
    }
}
