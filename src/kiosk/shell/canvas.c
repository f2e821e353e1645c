/* canvas.c - the back buffer. See canvas.h. */
#include "canvas.h"

#include <string.h>
#include <sys/mman.h>

#include "check.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

CanvasRect canvas_meet(CanvasRect a, CanvasRect b)
{
    CanvasRect meet = {.x = most(a.x, b.x), .y = most(a.y, b.y)};
    meet.w = most(0, least(a.x + a.w, b.x + b.w) - meet.x);
    meet.h = most(0, least(a.y + a.h, b.y + b.h) - meet.y);
    return meet;
}

CanvasRect canvas_join(CanvasRect a, CanvasRect b)
{
    if (a.w <= 0 || a.h <= 0)
        return b;
    if (b.w <= 0 || b.h <= 0)
        return a;
    CanvasRect join = {.x = least(a.x, b.x), .y = least(a.y, b.y)};
    join.w = most(a.x + a.w, b.x + b.w) - join.x;
    join.h = most(a.y + a.h, b.y + b.h) - join.y;
    return join;
}

static size_t canvas_bytes(const Canvas *canvas)
{
    return (size_t)canvas->width * (size_t)canvas->height * sizeof(uint32_t);
}

bool canvas_init(Canvas *canvas, int width, int height, bool *locked)
{
    check(width > 0 && width <= CANVAS_SIDE_PX_MAX && height > 0 && height <= CANVAS_SIDE_PX_MAX);
    *canvas = (Canvas){.width = width, .height = height, .clip = {0, 0, width, height}};
    size_t bytes = canvas_bytes(canvas);
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        *canvas = (Canvas){0};
        return false;
    }
    bool kept = mlock(memory, bytes) == 0;
    (void)madvise(memory, bytes, MADV_DONTDUMP);
    if (locked != NULL)
        *locked = kept;
    canvas->pixels = memory;
    canvas_wipe(canvas);
    return true;
}

void canvas_free(Canvas *canvas)
{
    if (canvas->pixels != NULL) {
        explicit_bzero(canvas->pixels, canvas_bytes(canvas));
        (void)munmap(canvas->pixels, canvas_bytes(canvas));
    }
    *canvas = (Canvas){0};
}

void canvas_wipe(Canvas *canvas)
{
    size_t count = (size_t)canvas->width * (size_t)canvas->height;
    for (size_t i = 0; i < count; i++)
        canvas->pixels[i] = 0xFF000000u;
}

void canvas_clip(Canvas *canvas, CanvasRect rect)
{
    canvas->clip = canvas_meet(rect, (CanvasRect){0, 0, canvas->width, canvas->height});
}

static void canvas_row(uint32_t *at, int count, uint32_t argb)
{
    unsigned alpha = argb >> 24;
    if (alpha == 255) {
        for (int i = 0; i < count; i++)
            at[i] = argb;
    } else {
        for (int i = 0; i < count; i++)
            at[i] = canvas_blend(at[i], argb, alpha);
    }
}

void canvas_span(Canvas *canvas, CanvasRect row, uint32_t argb)
{
    row.h = 1;
    CanvasRect cut = canvas_meet(row, canvas->clip);
    if (cut.w > 0 && cut.h > 0)
        canvas_row(canvas->pixels + (size_t)cut.y * (size_t)canvas->width + cut.x, cut.w, argb);
}

void canvas_fill(Canvas *canvas, CanvasRect rect, uint32_t argb)
{
    CanvasRect cut = canvas_meet(rect, canvas->clip);
    uint32_t *at = canvas->pixels + (size_t)cut.y * (size_t)canvas->width + cut.x;
    for (int y = 0; y < cut.h && cut.w > 0; y++, at += canvas->width)
        canvas_row(at, cut.w, argb);
}

void canvas_dot(Canvas *canvas, int x, int y, uint32_t argb, unsigned coverage)
{
    const CanvasRect *clip = &canvas->clip;
    if (x < clip->x || y < clip->y || x >= clip->x + clip->w || y >= clip->y + clip->h)
        return;
    uint32_t *at = canvas->pixels + (size_t)y * (size_t)canvas->width + x;
    *at = canvas_blend(*at, argb, ((argb >> 24) * coverage + 127) / 255);
}

uint32_t canvas_fade(uint32_t argb, unsigned alpha)
{
    uint32_t faded = ((argb >> 24) * alpha + 127) / 255;
    return (argb & 0x00FFFFFFu) | faded << 24;
}
