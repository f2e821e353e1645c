/* request_text.c - ids and clean texts. Pure. */
#include "request_text.h"

#include <string.h>

#include "utf8.h"

bool request_text_is_id(const char *text)
{
    size_t size = strlen(text);
    return size > 0 && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == size;
}

bool request_text_is_clean(const char *text, size_t points_max)
{
    Str str = str_of(text);
    if (!utf8_is_valid(str) || utf8_count(str) > points_max) {
        return false;
    }
    for (size_t at = 0; at < str.size;) {
        uint32_t point = utf8_next(str, &at);
        bool control = (point < 0x20 && point != '\n') || (point >= 0x7F && point < 0xA0);
        if (control) {
            return false;
        }
    }
    return true;
}
