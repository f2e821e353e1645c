/* head.c - checks on the request line and the headers. Pure. */
#include "head.h"

#include <string.h>
#include <strings.h>

#include "call.h"

enum { LENGTH_DIGITS_MAX = 9 };

static size_t count_header(const HubRequest *request, const char *name)
{
    size_t count = 0, size = strlen(name);
    for (size_t i = 0; i < request->header_count; i++) {
        Str have = request->headers[i].name;
        count += have.size == size && strncasecmp(have.data, name, size) == 0;
    }
    return count;
}

/* Origin form only, printable, and nothing that would need decoding. */
static bool target_is_plain(Str target)
{
    if (target.size == 0 || target.size > HUB_TARGET_BYTES_MAX || target.data[0] != '/') {
        return false;
    }
    for (size_t i = 0; i < target.size; i++) {
        unsigned char c = (unsigned char)target.data[i];
        if (c <= ' ' || c >= 0x7f || strchr("%\\\"<>#", c) != NULL) {
            return false;
        }
    }
    return true;
}

static bool headers_are_plain(const HubRequest *request)
{
    for (size_t i = 0; i < request->header_count; i++) {
        Str value = request->headers[i].value;
        for (size_t at = 0; at < value.size; at++) {
            unsigned char c = (unsigned char)value.data[at];
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return false;
            }
        }
    }
    return request->header_count <= HUB_HEADERS_MAX;
}

static bool is_known_method(Str method)
{
    return str_equal(method, STR("GET")) || str_equal(method, STR("POST")) ||
           str_equal(method, STR("DELETE")) || str_equal(method, STR("PATCH"));
}

static bool length_is_fine(const HubRequest *request, RefusalKind *kind)
{
    Str text = call_header(request, "Content-Length");
    int64_t length = 0;
    bool present = count_header(request, "Content-Length") == 1;
    if (!present && str_equal(request->method, STR("GET"))) {
        return true;
    }
    if (!present) {
        *kind = REFUSAL_LENGTH_REQUIRED;
        return false;
    }
    if (text.size > LENGTH_DIGITS_MAX || !str_to_int(text, 0, INT64_MAX, &length)) {
        *kind = text.size > LENGTH_DIGITS_MAX ? REFUSAL_TOO_LARGE : REFUSAL_BAD_REQUEST;
        return false;
    }
    *kind = REFUSAL_TOO_LARGE;
    return length <= HUB_BODY_BYTES_MAX;
}

bool head_is_fine(const HubRequest *request, RefusalKind *kind)
{
    *kind = REFUSAL_BAD_REQUEST;
    if (!target_is_plain(request->target) || !headers_are_plain(request) ||
        count_header(request, "Host") != 1 || count_header(request, "Content-Length") > 1 ||
        count_header(request, "Authorization") > 1 || count_header(request, "Cookie") > 1 ||
        count_header(request, "Transfer-Encoding") > 0) {
        return false;
    }
    if (!is_known_method(request->method)) {
        *kind = REFUSAL_METHOD_NOT_ALLOWED;
        return false;
    }
    return length_is_fine(request, kind);
}

bool head_is_json(const HubRequest *request)
{
    static const char want[] = "application/json";
    Str type = call_header(request, "Content-Type");
    Str media = str_trim(str_cut(&type, ';'));
    return media.size == sizeof want - 1 && strncasecmp(media.data, want, media.size) == 0;
}

bool head_query(Str query, const char *name, Str *out)
{
    while (query.size > 0) {
        Str value = str_cut(&query, '&');
        Str key = str_cut(&value, '=');
        if (str_equal(key, str_of(name))) {
            *out = value;
            return true;
        }
    }
    return false;
}

bool head_cookie(const HubRequest *request, const char *name, Str *out)
{
    Str rest = call_header(request, "Cookie");
    while (rest.size > 0) {
        Str value = str_trim(str_cut(&rest, ';'));
        Str key = str_cut(&value, '=');
        if (str_equal(key, str_of(name))) {
            *out = value;
            return true;
        }
    }
    return false;
}
