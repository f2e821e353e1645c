/* app_typing.c - see app_typing.h. One field is typed in at a time; its bytes stand in the draft.
 */
#include "app_typing.h"

#include <string.h>

#include "app.h"
#include "check.h"
#include "utf8.h"

enum {
    BSN_DIGITS = 9,
    BSN_MODULUS = 11,
    POINT_SPACE = 0x20,
    POINT_DELETE = 0x7f,
    POINT_LATIN1 = 0xa0,          /* first printable above ASCII */
    POINT_ISOLATE_FIRST = 0x2066, /* direction controls are never typed */
    POINT_ISOLATE_LAST = 0x2069,
    POINT_MARKS_FIRST = 0x200b,
    POINT_MARKS_LAST = 0x202e,
    POINT_JOINER_NOT = 0x200c, /* Persian needs the zero-width non-joiner */
    POINT_PRIVATE_FIRST = 0xe000,
    POINT_PRIVATE_LAST = 0xf8ff,
    CASE_STEP = 0x20,
    LATIN1_SMALL_FIRST = 0xe0,
    LATIN1_SMALL_LAST = 0xfe,
    LATIN1_DIVISION = 0xf7
};

typedef struct Room {
    char *text;
    size_t bytes_max;  /* terminator included */
    size_t points_max; /* code points */
} Room;

static Room room_of(App *app, AppField field)
{
    AppDraft *draft = &app->visitor.draft;
    AppChild *child = &app->visitor.child;

    switch (field) {
    case APP_FIELD_PHONE:
        return (Room){draft->phone, sizeof draft->phone, APP_DRAFT_PHONE_POINTS_MAX};
    case APP_FIELD_MAIL: return (Room){draft->mail, sizeof draft->mail, sizeof draft->mail - 1};
    case APP_FIELD_NAME: return (Room){draft->name, sizeof draft->name, REQUEST_NAME_POINTS_MAX};
    case APP_FIELD_NOTE: return (Room){draft->note, sizeof draft->note, REQUEST_NOTE_POINTS_MAX};
    case APP_FIELD_SEARCH:
        return (Room){app->visitor.query, sizeof app->visitor.query, APP_QUERY_POINTS_MAX};
    case APP_FIELD_ADULT:
        return (Room){child->adult, sizeof child->adult, APP_CHILD_ADULT_POINTS_MAX};
    case APP_FIELD_CHILD_PHONE:
        return (Room){child->phone, sizeof child->phone, APP_DRAFT_PHONE_POINTS_MAX};
    case APP_FIELD_CHILD_NAME:
        return (Room){child->name, sizeof child->name, REQUEST_NAME_POINTS_MAX};
    case APP_FIELD_PREP:
        return (Room){app->visitor.prep.parts[app_prep_typed(app)].own, APP_PREP_OWN_BYTES_MAX,
                      APP_PREP_OWN_POINTS_MAX};
    case APP_FIELD_SHARE:
        return (Room){app->visitor.share.text, SIGNAL_TEXT_BYTES_MAX, SIGNAL_TEXT_POINTS_MAX};
    case APP_FIELD_FIX:
        return (Room){app->visitor.fix.text, SIGNAL_TEXT_BYTES_MAX, SIGNAL_TEXT_POINTS_MAX};
    case APP_FIELD_NONE: break;
    }
    return (Room){NULL, 0, 0};
}

static Str field_text(const App *app)
{
    const AppDraft *draft = &app->visitor.draft;

    switch (app->visitor.typing.field) {
    case APP_FIELD_PHONE: return str_of(draft->phone);
    case APP_FIELD_MAIL: return str_of(draft->mail);
    case APP_FIELD_NAME: return str_of(draft->name);
    case APP_FIELD_NOTE: return str_of(draft->note);
    case APP_FIELD_SEARCH: return str_of(app->visitor.query);
    case APP_FIELD_ADULT: return str_of(app->visitor.child.adult);
    case APP_FIELD_CHILD_PHONE: return str_of(app->visitor.child.phone);
    case APP_FIELD_CHILD_NAME: return str_of(app->visitor.child.name);
    case APP_FIELD_SHARE: return str_of(app->visitor.share.text);
    case APP_FIELD_FIX: return str_of(app->visitor.fix.text);
    case APP_FIELD_PREP: return str_of(app->visitor.prep.parts[app_prep_typed(app)].own);
    case APP_FIELD_NONE: break;
    }
    return str_of("");
}

/* Capitals: the first letter of a name and of a sentence. */
static bool wants_shift(const App *app)
{
    AppField field = app->visitor.typing.field;
    Str text = field_text(app);

    if (field == APP_FIELD_NAME || field == APP_FIELD_CHILD_NAME || field == APP_FIELD_ADULT) {
        return text.size == 0 || text.data[text.size - 1] == ' ';
    }
    return (field == APP_FIELD_NOTE || field == APP_FIELD_PREP || field == APP_FIELD_SHARE ||
            field == APP_FIELD_FIX) &&
           (text.size == 0 || str_ends_with(text, STR(". ")) || str_ends_with(text, STR("? ")));
}

void app_typing_begin(App *app, AppField field)
{
    AppTyping *typing = &app->visitor.typing;
    bool hidden = typing->hidden;

    *typing = (AppTyping){.field = field, .hidden = hidden};
    if (field == APP_FIELD_NAME) {
        typing->layer = APP_LAYER_ACCENTS;
    }
    typing->shift = wants_shift(app);
}

static bool is_printable(uint32_t point)
{
    if (point < POINT_SPACE || (point >= POINT_DELETE && point < POINT_LATIN1)) {
        return false;
    }
    if (point == POINT_JOINER_NOT) {
        return true;
    }
    return !(point >= POINT_MARKS_FIRST && point <= POINT_MARKS_LAST) &&
           !(point >= POINT_ISOLATE_FIRST && point <= POINT_ISOLATE_LAST) &&
           !(point >= POINT_PRIVATE_FIRST && point <= POINT_PRIVATE_LAST);
}

/* phone_read knows the digits of every script and the usual separators; a plus only leads. */
static bool is_of_number(const App *app, uint32_t point)
{
    char typed[UTF8_BYTES_MAX];
    char stored[PHONE_BYTES_MAX];
    size_t size = utf8_encode(point, typed);

    if (point == '+') {
        return field_text(app).size == 0;
    }
    return phone_read((Str){typed, size}, stored) != PHONE_UNREADABLE;
}

static bool belongs(const App *app, uint32_t point)
{
    switch (app->visitor.typing.field) {
    case APP_FIELD_PHONE:
    case APP_FIELD_CHILD_PHONE: return is_of_number(app, point);
    case APP_FIELD_MAIL: return is_printable(point) && point != POINT_SPACE;
    case APP_FIELD_NAME:
    case APP_FIELD_NOTE:
    case APP_FIELD_SHARE:
    case APP_FIELD_FIX:
    case APP_FIELD_SEARCH:
    case APP_FIELD_ADULT:
    case APP_FIELD_PREP:
    case APP_FIELD_CHILD_NAME: return is_printable(point);
    case APP_FIELD_NONE: break;
    }
    return false;
}

static bool append(const Room *room, uint32_t point)
{
    Str text = str_of(room->text);
    char bytes[UTF8_BYTES_MAX];
    size_t size = utf8_encode(point, bytes);

    if (utf8_count(text) >= room->points_max || text.size + size >= room->bytes_max) {
        return false;
    }
    memcpy(room->text + text.size, bytes, size);
    room->text[text.size + size] = '\0';
    return true;
}

/* A warning about the note stays until the digits are gone; every other one goes with a key. */
static void refresh(App *app, bool full)
{
    AppTyping *typing = &app->visitor.typing;
    bool warned = typing->notice == APP_NOTICE_BSN;

    typing->shift = wants_shift(app);
    typing->notice = full ? APP_NOTICE_FULL : APP_NOTICE_NONE;
    if (!full && warned && app_typing_has_bsn(field_text(app))) {
        typing->notice = APP_NOTICE_BSN;
    }
}

void app_typing_add(App *app, uint32_t point)
{
    Room room = room_of(app, app->visitor.typing.field);

    if (room.text == NULL || !belongs(app, point)) {
        return;
    }
    refresh(app, !append(&room, point));
}

void app_typing_backspace(App *app)
{
    Room room = room_of(app, app->visitor.typing.field);
    size_t size;

    if (room.text == NULL) {
        return;
    }
    size = utf8_before_last(str_of(room.text));
    memset(room.text + size, 0, room.bytes_max - size);
    refresh(app, false);
}

void app_typing_clear(App *app)
{
    Room room = room_of(app, app->visitor.typing.field);

    if (room.text != NULL) {
        memset(room.text, 0, room.bytes_max);
        refresh(app, false);
    }
}

uint32_t app_typing_case(const AppTyping *typing, uint32_t point)
{
    bool ascii = point >= 'a' && point <= 'z';
    bool latin1 =
        point >= LATIN1_SMALL_FIRST && point <= LATIN1_SMALL_LAST && point != LATIN1_DIVISION;

    return typing->shift && (ascii || latin1) ? point - CASE_STEP : point;
}

/* The number that is asked for in this flow. */
static Str number_of(const App *app)
{
    bool child = app->visitor.typing.field == APP_FIELD_CHILD_PHONE;

    return str_of(child ? app->visitor.child.phone : app->visitor.draft.phone);
}

PhoneResult app_typing_phone(const App *app)
{
    char stored[PHONE_BYTES_MAX];
    PhoneResult result = phone_read(number_of(app), stored);

    explicit_bzero(stored, sizeof stored);
    return result;
}

/* A code point that phone_read takes as a digit: alone it makes a number that is too short. */
static bool is_digit(uint32_t point)
{
    char typed[UTF8_BYTES_MAX];
    char stored[PHONE_BYTES_MAX];
    size_t size = utf8_encode(point, typed);

    return point != '+' && phone_read((Str){typed, size}, stored) == PHONE_SHORT;
}

int app_typing_digits(const App *app)
{
    Str text = number_of(app);
    int count = 0;

    for (size_t at = 0; at < text.size;) {
        count += is_digit(utf8_next(text, &at)) ? 1 : 0;
    }
    return count;
}

static AppNotice notice_of_phone(PhoneResult result)
{
    switch (result) {
    case PHONE_OK: return APP_NOTICE_NONE;
    case PHONE_EMPTY: return APP_NOTICE_EMPTY;
    case PHONE_SHORT: return APP_NOTICE_SHORT;
    case PHONE_LONG: return APP_NOTICE_LONG;
    case PHONE_UNREADABLE: return APP_NOTICE_STRANGE;
    case PHONE_SERVICE: return APP_NOTICE_SERVICE;
    case PHONE_EMERGENCY: return APP_NOTICE_EMERGENCY;
    }
    return APP_NOTICE_STRANGE;
}

static AppNotice notice_of_mail(const App *app)
{
    char address[MAIL_BYTES_MAX];
    MailResult result = mail_read(str_of(app->visitor.draft.mail), address);

    explicit_bzero(address, sizeof address);
    if (result == MAIL_OK) {
        return APP_NOTICE_NONE;
    }
    return result == MAIL_EMPTY ? APP_NOTICE_EMPTY : APP_NOTICE_MAIL;
}

/* Warned once about a number that looks like a BSN, the visitor decides. */
static AppNotice notice_of_note(const App *app)
{
    bool warned = app->visitor.typing.notice == APP_NOTICE_BSN;

    return !warned && app_typing_has_bsn(field_text(app)) ? APP_NOTICE_BSN : APP_NOTICE_NONE;
}

bool app_typing_accept(App *app)
{
    AppTyping *typing = &app->visitor.typing;

    switch (typing->field) {
    case APP_FIELD_PHONE: typing->notice = notice_of_phone(app_typing_phone(app)); break;
    case APP_FIELD_MAIL: typing->notice = notice_of_mail(app); break;
    case APP_FIELD_NOTE:
    case APP_FIELD_SHARE:
    case APP_FIELD_FIX: typing->notice = notice_of_note(app); break;
    case APP_FIELD_NAME:
    case APP_FIELD_SEARCH:
    case APP_FIELD_ADULT:
    case APP_FIELD_CHILD_PHONE:
    case APP_FIELD_CHILD_NAME:
    case APP_FIELD_PREP:
    case APP_FIELD_NONE: typing->notice = APP_NOTICE_NONE; break;
    }
    return typing->notice == APP_NOTICE_NONE;
}

/* The 11-test: 9a+8b+7c+6d+5e+4f+3g+2h-i is divisible by 11, and not all digits are 0. */
static bool is_bsn(const int digits[BSN_DIGITS])
{
    int sum = -digits[BSN_DIGITS - 1];
    int any = 0;

    for (int i = 0; i < BSN_DIGITS - 1; i++) {
        sum += (BSN_DIGITS - i) * digits[i];
        any |= digits[i];
    }
    return any != 0 && sum % BSN_MODULUS == 0;
}

static bool is_joint(char c)
{
    return c == ' ' || c == '.' || c == '-';
}

static bool has_bsn(Str text, bool joined)
{
    int digits[BSN_DIGITS] = {0};
    int count = 0;

    for (size_t i = 0; i <= text.size; i++) {
        char c = i < text.size ? text.data[i] : 'x';
        if (c >= '0' && c <= '9') {
            if (count < BSN_DIGITS) {
                digits[count] = c - '0';
            }
            count++;
        } else if (!joined || !is_joint(c)) {
            if (count == BSN_DIGITS && is_bsn(digits)) {
                return true;
            }
            count = 0;
        }
    }
    return false;
}

bool app_typing_has_bsn(Str text)
{
    return has_bsn(text, true) || has_bsn(text, false);
}
