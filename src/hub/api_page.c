/* api_page.c - the inbox page, for development on loopback only. In production nginx serves it from
 * files that root owns, so that a hub under foreign control cannot give the browser a script. */
#include "api.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "file.h"

enum { PAGE_BYTES_MAX = 4 * 1024 * 1024, PATH_BYTES_MAX = 512 };

static const struct {
    const char *ending, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ttf", "font/ttf"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
    {".ico", "image/vnd.microsoft.icon"},
};

/* The headers nginx gives the page too; the tests compare the two. */
static const struct {
    const char *name, *value;
} page_headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
     "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
     "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()"},
    {"Cache-Control", "no-cache"},
};

static const char *type_of(Str path)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (str_ends_with(path, str_of(types[i].ending))) {
            return types[i].type;
        }
    }
    return NULL;
}

/* Letters, digits, dots between them, slashes: nothing that climbs or hides. */
static bool path_is_tame(Str path)
{
    for (size_t i = 0; i < path.size; i++) {
        char c = path.data[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '-' || c == '_';
        bool between =
            i > 0 && (c == '.' || c == '/') && path.data[i - 1] != '.' && path.data[i - 1] != '/';
        if (!word && !between && !(i == 0 && c == '/')) {
            return false;
        }
    }
    return true;
}

void api_page(Call *call)
{
    char memory[PATH_BYTES_MAX];
    Buf path = buf_init(memory, sizeof memory);
    Str name = str_equal(call->path, STR("/")) ? STR("/index.html") : call->path;
    const char *type = type_of(name);
    size_t size = 0;
    buf_add(&path, str_of(call->hub->options.inbox_dir));
    buf_add(&path, name);
    char *body = type && path_is_tame(name) && !path.overflow
                     ? file_read(path.data, PAGE_BYTES_MAX, &size, NULL)
                     : NULL;
    if (body == NULL) {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
        return;
    }
    call->reply.status = 200;
    call->reply.content_type = type;
    call->reply.body = body;
    call->reply.body_size = size;
    for (size_t i = 0; i < sizeof page_headers / sizeof page_headers[0]; i++) {
        call_reply_header(&call->reply, page_headers[i].name, "%s", page_headers[i].value);
    }
}
