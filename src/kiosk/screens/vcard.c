/* vcard.c - see vcard.h. */
#include "vcard.h"

#include "check.h"

#define LINE_END "\r\n"
#define ISOLATE "\xe2\x81" /* how those four code points begin */

enum { ISOLATE_BYTES = 3, ISOLATE_FIRST = 0xa6, ISOLATE_LAST = 0xa9 };

/* U+2066 to U+2069, which numbers of our own texts stand in: a phone draws them as boxes, or not
 * at all, and each takes three bytes. */
static bool is_isolate(Str text, size_t at)
{
    return at + ISOLATE_BYTES <= text.size && text.data[at] == ISOLATE[0] &&
           text.data[at + 1] == ISOLATE[1] && (unsigned char)text.data[at + 2] >= ISOLATE_FIRST &&
           (unsigned char)text.data[at + 2] <= ISOLATE_LAST;
}

/* Backslash, comma and semicolon mean something, and a line end would end the property. */
static void add_escaped(Buf *out, Str text)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (is_isolate(text, i)) {
            i += ISOLATE_BYTES - 1;
            continue;
        }
        if (c == '\n') {
            buf_add(out, STR("\\n"));
            continue;
        }
        if (c == '\\' || c == ',' || c == ';') {
            buf_add_char(out, '\\');
        }
        if (c != '\r') {
            buf_add_char(out, c);
        }
    }
}

static void property(Buf *out, const char *name, Str value)
{
    if (value.size > 0) {
        buf_add(out, str_of(name));
        add_escaped(out, value);
        buf_add(out, STR(LINE_END));
    }
}

/* A number for a machine: its digits and a leading plus. */
static void phone(Buf *out, Str shown)
{
    buf_add(out, STR("TEL:"));
    for (size_t i = 0; i < shown.size; i++) {
        char c = shown.data[i];
        if ((c >= '0' && c <= '9') || c == '+') {
            buf_add_char(out, c);
        }
    }
    buf_add(out, STR(LINE_END));
}

/* N has five parts; an organisation has a name in one of them only. */
static void begin(Buf *out, const Region *region)
{
    buf_add(out, STR("BEGIN:VCARD" LINE_END "VERSION:3.0" LINE_END "N:;"));
    add_escaped(out, region->shown_name);
    buf_add(out, STR(";;;" LINE_END));
    property(out, "FN:", region->shown_name);
    phone(out, region->phone);
}

static void end(Buf *out)
{
    buf_add(out, STR("END:VCARD" LINE_END));
}

void vcard_small(const Region *region, Buf *out)
{
    begin(out, region);
    end(out);
}

/* ---- the note ---------------------------------------------------------------------------- */

static void note_line(Buf *out, const VcardNote *note, int number)
{
    buf_format(out, "\\n%d. ", number);
    add_escaped(out, note->own);
    if (note->dutch.size > 0 && !str_equal(note->dutch, note->own)) {
        buf_add(out, STR("\\n"));
        add_escaped(out, note->dutch);
    }
}

static void note(Buf *out, const VcardMore *more, int count, Str last)
{
    if (count == 0 && last.size == 0) {
        return;
    }
    buf_add(out, STR("NOTE:"));
    if (count > 0) {
        add_escaped(out, more->title);
    }
    for (int i = 0; i < count; i++) {
        note_line(out, &more->notes[i], i + 1);
    }
    if (last.size > 0) {
        buf_add(out, str_of(count > 0 ? "\\n" : ""));
        add_escaped(out, last);
    }
    buf_add(out, STR(LINE_END));
}

static bool write_card(Buf *out, const Region *region, const VcardMore *more, int count, Str last)
{
    Buf fresh = buf_init(out->data, VCARD_BYTES_MAX + 1);

    *out = fresh;
    begin(out, region);
    property(out, "ORG:", region->region);
    property(out, "EMAIL:", region->mail);
    if (region->site.size > 0) {
        buf_add(out, STR("URL:https://"));
        buf_add(out, region->site);
        buf_add(out, STR(LINE_END));
    }
    note(out, more, count, last);
    end(out);
    return !out->overflow;
}

/* First the hours give way, then the last lines; the phone number never does. */
int vcard_full(const Region *region, const VcardMore *more, Buf *out)
{
    check(more->count <= VCARD_NOTES_MAX);
    if (write_card(out, region, more, more->count, more->last)) {
        return more->count;
    }
    for (int count = more->count; count > 0; count--) {
        if (write_card(out, region, more, count, STR(""))) {
            return count;
        }
    }
    (void)write_card(out, region, more, 0, STR(""));
    return 0;
}
