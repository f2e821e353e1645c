/* fields.c - strict reading of JSON bodies over jansson. */
#include "fields.h"

#include <sodium.h>
#include <string.h>

#include "buf.h"
#include "check.h"

/* jansson's own limit of depth is 2048 and fixed, so the nesting is counted before parsing. */
static bool is_shallow(Str body)
{
    int depth = 0;
    bool in_text = false;
    for (size_t i = 0; i < body.size; i++) {
        char c = body.data[i];
        if (in_text) {
            i += c == '\\' ? 1 : 0;
            in_text = c != '"';
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        }
        if (depth > FIELDS_DEPTH_MAX) {
            return false;
        }
    }
    return true;
}

json_t *fields_parse(Str body)
{
    json_error_t error;
    if (body.size == 0 || !is_shallow(body)) {
        return NULL;
    }
    json_t *object = json_loadb(body.data, body.size, JSON_REJECT_DUPLICATES, &error);
    if (object != NULL && !json_is_object(object)) {
        json_decref(object);
        return NULL;
    }
    return object;
}

Fields fields_begin(json_t *object)
{
    Fields fields = {.object = object, .faults = json_array()};
    check(fields.faults != NULL);
    return fields;
}

Fields fields_below(const Fields *parent, json_t *object, const char *member, int index)
{
    Fields below = {.object = object, .faults = parent->faults};
    Buf at = buf_init(below.at, sizeof below.at);
    buf_add(&at, str_of(parent->at));
    buf_format(&at, "/%s", member);
    if (index >= 0) {
        buf_format(&at, "/%d", index);
    }
    return below;
}

bool fields_end(Fields *fields, json_t **problem)
{
    bool good = json_array_size(fields->faults) == 0;
    *problem = NULL;
    if (!good) {
        *problem = json_pack("{s:O}", "errors", fields->faults);
    }
    json_decref(fields->faults);
    fields->faults = NULL;
    return good;
}

void fields_fault(Fields *fields, const char *member, const char *detail)
{
    char memory[FIELDS_POINTER_BYTES_MAX + 64];
    Buf at = buf_init(memory, sizeof memory);
    if (json_array_size(fields->faults) >= FIELDS_FAULTS_MAX) {
        return;
    }
    buf_add(&at, str_of(fields->at));
    if (member[0] != '\0') {
        buf_format(&at, "/%s", member);
    }
    json_array_append_new(fields->faults,
                          json_pack("{s:s, s:s}", "pointer", memory, "detail", detail));
}

bool fields_has(const Fields *fields, const char *member)
{
    return json_object_get(fields->object, member) != NULL;
}

/* The text of a member; a fault when it is missing or no text. */
static bool text_of(Fields *fields, const char *member, Str *out)
{
    json_t *value = json_object_get(fields->object, member);
    if (!json_is_string(value)) {
        fields_fault(fields, member, value ? "must be text" : "is missing");
        return false;
    }
    *out = (Str){json_string_value(value), json_string_length(value)};
    return true;
}

bool fields_is_hex(const char *text, size_t digits)
{
    return strlen(text) == digits && strspn(text, "0123456789abcdef") == digits;
}

bool fields_hex(Fields *fields, const char *member, uint8_t *out, size_t size)
{
    Str text;
    size_t read = 0;
    if (!text_of(fields, member, &text)) {
        return false;
    }
    if (!fields_is_hex(text.data, 2 * size) ||
        sodium_hex2bin(out, size, text.data, text.size, NULL, &read, NULL) != 0 || read != size) {
        fields_fault(fields, member, "must be lower-case hex of the right length");
        return false;
    }
    return true;
}

bool fields_b64(Fields *fields, const char *member, uint8_t *out, size_t size)
{
    Str text;
    size_t read = 0;
    const char *end = NULL;
    if (!text_of(fields, member, &text)) {
        return false;
    }
    if (sodium_base642bin(out, size, text.data, text.size, NULL, &read, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        read != size || end != text.data + text.size) {
        fields_fault(fields, member, "must be base64url without padding of the right length");
        return false;
    }
    return true;
}

bool fields_int(Fields *fields, const char *member, FieldsRange range, int64_t *out)
{
    json_t *value = json_object_get(fields->object, member);
    if (!json_is_integer(value)) {
        fields_fault(fields, member, value ? "must be a whole number" : "is missing");
        return false;
    }
    if (json_integer_value(value) < range.min || json_integer_value(value) > range.max) {
        fields_fault(fields, member, "is out of range");
        return false;
    }
    *out = json_integer_value(value);
    return true;
}

static bool has_control(Str text, bool lines)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if ((c < 0x20 && !(lines && c == '\n')) || c == 0x7f) {
            return true;
        }
    }
    return false;
}

const char *fields_text(Fields *fields, const char *member, FieldsText limit)
{
    Str text;
    if (!text_of(fields, member, &text)) {
        return NULL;
    }
    if (text.size < limit.bytes_min || text.size > limit.bytes_max) {
        fields_fault(fields, member, "has the wrong length");
        return NULL;
    }
    if (has_control(text, limit.lines)) {
        fields_fault(fields, member, "holds a control character");
        return NULL;
    }
    return text.data;
}

int fields_word(Fields *fields, const char *member, const char *const *words)
{
    Str text;
    if (!text_of(fields, member, &text)) {
        return -1;
    }
    for (int i = 0; words[i] != NULL; i++) {
        if (str_equal(text, str_of(words[i]))) {
            return i;
        }
    }
    fields_fault(fields, member, "is not one of the allowed words");
    return -1;
}

json_t *fields_array(Fields *fields, const char *member, size_t count_max)
{
    json_t *value = json_object_get(fields->object, member);
    if (!json_is_array(value)) {
        fields_fault(fields, member, value ? "must be a list" : "is missing");
        return NULL;
    }
    if (json_array_size(value) > count_max) {
        fields_fault(fields, member, "has too many elements");
        return NULL;
    }
    return value;
}

json_t *fields_object(Fields *fields, const char *member)
{
    json_t *value = json_object_get(fields->object, member);
    if (!json_is_object(value)) {
        fields_fault(fields, member, value ? "must be an object" : "is missing");
        return NULL;
    }
    return value;
}
