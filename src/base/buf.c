/* buf.c - appending text to memory of the caller. Allocates nothing. */
#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

Buf buf_init(char *memory, size_t capacity)
{
    check(memory != NULL && capacity > 0);
    memory[0] = '\0';
    return (Buf){.data = memory, .capacity = capacity};
}

/* A piece goes in whole or not at all: half a piece could be half a character. Once one piece did
 * not fit nothing follows it, or the text would have a hole. */
void buf_add(Buf *buf, Str text)
{
    if (buf->overflow || text.size >= buf->capacity - buf->size) {
        buf->overflow = true;
        return;
    }
    if (text.size > 0) {
        memcpy(buf->data + buf->size, text.data, text.size);
    }
    buf->size += text.size;
    buf->data[buf->size] = '\0';
}

void buf_add_char(Buf *buf, char c)
{
    buf_add(buf, (Str){&c, 1});
}

void buf_format(Buf *buf, const char *format, ...)
{
    if (buf->overflow) {
        return;
    }
    size_t room = buf->capacity - buf->size;
    va_list arguments;
    va_start(arguments, format);
    int written = vsnprintf(buf->data + buf->size, room, format, arguments);
    va_end(arguments);
    if (written < 0 || (size_t)written >= room) {
        buf->data[buf->size] = '\0';
        buf->overflow = true;
        return;
    }
    buf->size += (size_t)written;
}

Str buf_str(const Buf *buf)
{
    return (Str){buf->data, buf->size};
}
