/* message.c - filling values into a sentence, and walking its pattern.
 * A walker of our own because ICU offers named arguments to C++ only, and because ICU would keep
 * copies of what a visitor typed in memory we do not control. The language's rules are ICU's
 * (message_locale.c). Owns nothing. */
#include "message.h"

#include <string.h>

#include "message_locale.h"

#define ISOLATE_LTR "\xE2\x81\xA6"   /* U+2066 */
#define ISOLATE_FIRST "\xE2\x81\xA8" /* U+2068 */
#define ISOLATE_END "\xE2\x81\xA9"   /* U+2069 */
enum { ISOLATE_BYTES = 3 };

/* Where we are in a pattern. With `out` NULL nothing is written: the pattern is only walked. */
typedef struct Walk {
    Str pattern;
    size_t at;
    MessageLocale *locale;
    MessageArgs args;
    Buf *out;
    const MessageArg *plural; /* what # stands for; NULL outside a plural */
    bool in_plural;
    int depth;
    MessageNameFn *found;
    void *context;
} Walk;

static bool walk_message(Walk *walk);

static char peek(const Walk *walk)
{
    return walk->at < walk->pattern.size ? walk->pattern.data[walk->at] : '\0';
}

static bool take(Walk *walk, char c)
{
    if (walk->at >= walk->pattern.size || walk->pattern.data[walk->at] != c) {
        return false;
    }
    walk->at++;
    return true;
}

static void skip_space(Walk *walk)
{
    while (walk->at < walk->pattern.size && strchr(" \t\n", walk->pattern.data[walk->at])) {
        walk->at++;
    }
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

static Str take_name(Walk *walk)
{
    size_t from = walk->at;
    while (is_name_char(peek(walk))) {
        walk->at++;
    }
    return (Str){walk->pattern.data + from, walk->at - from};
}

static void put(Walk *walk, Str text)
{
    if (walk->out != NULL) {
        buf_add(walk->out, text);
    }
}

static const MessageArg *find(const Walk *walk, Str name)
{
    for (int i = 0; i < walk->args.count; i++) {
        if (str_equal(str_of(walk->args.at[i].name), name)) {
            return &walk->args.at[i];
        }
    }
    return NULL;
}

static void isolated(Buf *out, Str open, Str text)
{
    buf_add(out, open);
    buf_add(out, text);
    buf_add(out, STR(ISOLATE_END));
}

static void clock_value(MessageLocale *locale, const MessageArg *arg, Buf *out)
{
    buf_add(out, STR(ISOLATE_LTR));
    if (arg->kind == MESSAGE_HOUR) {
        message_locale_hour(locale, (int)arg->number, out);
    } else {
        message_locale_time(locale, (int)arg->number, out);
    }
    buf_add(out, STR(ISOLATE_END));
}

void message_value(MessageLocale *locale, const MessageArg *arg, Buf *out)
{
    switch (arg->kind) {
    case MESSAGE_TEXT: buf_add(out, arg->text); break;
    case MESSAGE_TYPED: isolated(out, STR(ISOLATE_FIRST), arg->text); break;
    case MESSAGE_CODE: isolated(out, STR(ISOLATE_LTR), arg->text); break;
    case MESSAGE_NUMBER: message_locale_number(locale, arg->number, out); break;
    case MESSAGE_DATE: message_locale_date(locale, MESSAGE_LOCALE_DAY, arg->date, out); break;
    case MESSAGE_DATE_SHORT:
        message_locale_date(locale, MESSAGE_LOCALE_DAY_SHORT, arg->date, out);
        break;
    case MESSAGE_DATE_YEAR: message_locale_date(locale, MESSAGE_LOCALE_YEAR, arg->date, out); break;
    case MESSAGE_WEEKDAY:
        message_locale_date(locale, MESSAGE_LOCALE_WEEKDAY, arg->date, out);
        break;
    case MESSAGE_WEEKDAY_SHORT:
        message_locale_date(locale, MESSAGE_LOCALE_WEEKDAY_SHORT, arg->date, out);
        break;
    case MESSAGE_TIME:
    case MESSAGE_HOUR: clock_value(locale, arg, out); break;
    case MESSAGE_LIST: message_locale_list(locale, arg->list, arg->list_count, out); break;
    }
}

/* How well a case of a plural or select fits: 0 not at all, 1 "other", 2 keyword, 3 exact. */
static int case_rank(const Walk *walk, Str selector, const MessageArg *arg)
{
    enum { RANK_NONE, RANK_OTHER, RANK_WORD, RANK_EXACT };
    int64_t exact = 0;
    if (arg == NULL) {
        return str_equal(selector, STR("other")) ? RANK_OTHER : RANK_NONE;
    }
    if (arg->kind == MESSAGE_NUMBER && selector.size > 1 && selector.data[0] == '=') {
        Str digits = {selector.data + 1, selector.size - 1};
        bool same = str_to_int(digits, 0, INT32_MAX, &exact) && exact == arg->number;
        return same ? RANK_EXACT : RANK_NONE;
    }
    Str word =
        arg->kind == MESSAGE_NUMBER ? message_locale_plural(walk->locale, arg->number) : arg->text;
    if (str_equal(selector, word)) {
        return RANK_WORD;
    }
    return str_equal(selector, STR("other")) ? RANK_OTHER : RANK_NONE;
}

/* One `selector {message}`; remembers the start of the best message so far. */
static bool walk_case(Walk *walk, const MessageArg *arg, int *best_rank, size_t *best_at)
{
    size_t from = walk->at;
    take(walk, '=');
    take_name(walk);
    Str selector = {walk->pattern.data + from, walk->at - from};
    skip_space(walk);
    if (selector.size == 0 || !take(walk, '{')) {
        return false;
    }
    int rank = case_rank(walk, selector, arg);
    if (rank > *best_rank) {
        *best_rank = rank;
        *best_at = walk->at;
    }
    return walk_message(walk) && take(walk, '}');
}

/* All cases once without writing, then the one that fits. A pattern without "other" is refused. */
static bool walk_cases(Walk *walk, const MessageArg *arg, bool plural)
{
    Walk dry = *walk;
    dry.out = NULL;
    dry.in_plural = plural || walk->in_plural;
    dry.depth++;
    int rank = 0;
    size_t best_at = 0;
    for (skip_space(&dry); peek(&dry) != '}'; skip_space(&dry)) {
        if (dry.depth > MESSAGE_DEPTH_MAX || !walk_case(&dry, arg, &rank, &best_at)) {
            return false;
        }
    }
    if (rank == 0) {
        return false;
    }
    size_t end = dry.at;
    if (walk->out != NULL) {
        dry.out = walk->out;
        dry.at = best_at;
        dry.plural = plural ? arg : walk->plural;
        walk_message(&dry);
    }
    walk->at = end;
    return true;
}

static bool walk_typed(Walk *walk, const MessageArg *arg)
{
    skip_space(walk);
    Str type = take_name(walk);
    skip_space(walk);
    bool plural = str_equal(type, STR("plural"));
    if (!take(walk, ',') || (!plural && !str_equal(type, STR("select")))) {
        return false;
    }
    if (plural && arg != NULL && arg->kind != MESSAGE_NUMBER) {
        return false;
    }
    return walk_cases(walk, arg, plural) && take(walk, '}');
}

/* What stands between braces; the opening one is already taken. */
static bool walk_argument(Walk *walk)
{
    skip_space(walk);
    Str name = take_name(walk);
    skip_space(walk);
    if (name.size == 0 || name.size > MESSAGE_NAME_BYTES_MAX) {
        return false;
    }
    if (walk->found != NULL) {
        walk->found(walk->context, name);
    }
    const MessageArg *arg = find(walk, name);
    if (arg == NULL && walk->out != NULL) {
        return false;
    }
    if (take(walk, ',')) {
        return walk_typed(walk, arg);
    }
    if (!take(walk, '}')) {
        return false;
    }
    if (walk->out != NULL) {
        message_value(walk->locale, arg, walk->out);
    }
    return true;
}

/* After an apostrophe: '' is one, '{...' quotes until the next one, any other stands for itself. */
static bool walk_quote(Walk *walk)
{
    if (take(walk, '\'')) {
        put(walk, STR("'"));
        return true;
    }
    char next = peek(walk);
    if (next != '{' && next != '}' && !(next == '#' && walk->in_plural)) {
        put(walk, STR("'"));
        return true;
    }
    while (walk->at < walk->pattern.size && !take(walk, '\'')) {
        put(walk, (Str){walk->pattern.data + walk->at, 1});
        walk->at++;
    }
    return true;
}

static bool is_special(const Walk *walk, char c)
{
    return c == '{' || c == '}' || c == '\'' || (c == '#' && walk->in_plural);
}

static void walk_plain(Walk *walk)
{
    size_t from = walk->at;
    while (walk->at < walk->pattern.size && !is_special(walk, walk->pattern.data[walk->at])) {
        walk->at++;
    }
    put(walk, (Str){walk->pattern.data + from, walk->at - from});
}

static bool walk_piece(Walk *walk)
{
    if (take(walk, '{')) {
        return walk_argument(walk);
    }
    if (take(walk, '\'')) {
        return walk_quote(walk);
    }
    if (take(walk, '#')) {
        if (walk->out != NULL && walk->plural != NULL) {
            message_locale_number(walk->locale, walk->plural->number, walk->out);
        }
        return true;
    }
    walk_plain(walk);
    return true;
}

/* Until the end, or until the brace that closes this message. */
static bool walk_message(Walk *walk)
{
    while (walk->at < walk->pattern.size && peek(walk) != '}') {
        bool plain_hash = peek(walk) == '#' && !walk->in_plural;
        if (plain_hash) {
            walk_plain(walk);
        } else if (!walk_piece(walk)) {
            return false;
        }
    }
    return true;
}

bool message_format(MessageLocale *locale, Str pattern, MessageArgs args, Buf *out)
{
    if (pattern.size > MESSAGE_BYTES_MAX || args.count > MESSAGE_ARGS_MAX) {
        return false;
    }
    Walk walk = {.pattern = pattern, .locale = locale, .args = args, .out = out};
    return walk_message(&walk) && walk.at == pattern.size && !out->overflow;
}

bool message_is_valid(Str pattern, MessageNameFn *found, void *context)
{
    Walk walk = {.pattern = pattern, .found = found, .context = context};
    return pattern.size <= MESSAGE_BYTES_MAX && walk_message(&walk) && walk.at == pattern.size;
}

void message_plain(Str text, Buf *out)
{
    size_t from = 0;
    for (size_t at = 0; at + ISOLATE_BYTES <= text.size; at++) {
        if (memcmp(text.data + at, "\xE2\x81", 2) == 0 &&
            (unsigned char)text.data[at + 2] >= 0xA6 && (unsigned char)text.data[at + 2] <= 0xA9) {
            buf_add(out, (Str){text.data + from, at - from});
            from = at + ISOLATE_BYTES;
        }
    }
    buf_add(out, (Str){text.data + from, text.size - from});
}

MessageArg message_text(const char *name, Str text)
{
    return (MessageArg){.name = name, .kind = MESSAGE_TEXT, .text = text};
}

MessageArg message_typed(const char *name, Str text)
{
    return (MessageArg){.name = name, .kind = MESSAGE_TYPED, .text = text};
}

MessageArg message_code(const char *name, Str text)
{
    return (MessageArg){.name = name, .kind = MESSAGE_CODE, .text = text};
}

MessageArg message_number(const char *name, int64_t number)
{
    return (MessageArg){.name = name, .kind = MESSAGE_NUMBER, .number = number};
}

MessageArg message_date(const char *name, Date date)
{
    return (MessageArg){.name = name, .kind = MESSAGE_DATE, .date = date};
}

MessageArg message_time(const char *name, int minutes)
{
    return (MessageArg){.name = name, .kind = MESSAGE_TIME, .number = minutes};
}

MessageArg message_hour(const char *name, int minutes)
{
    return (MessageArg){.name = name, .kind = MESSAGE_HOUR, .number = minutes};
}

MessageArg message_list(const char *name, const Str *list, int count)
{
    return (MessageArg){.name = name, .kind = MESSAGE_LIST, .list = list, .list_count = count};
}
