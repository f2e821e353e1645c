/* shadow.c - soft shadows. See shadow.h. */
#include "shadow.h"

#include <math.h>
#include <stdlib.h>

/* Two sigma: beyond it the darkest shadow of the theme is less than one step of a colour, and the
 * dirty rectangles of ui_diff reach just as far. */
static int margin_of(const ShadowLook *look)
{
    return look->blur;
}

unsigned shadow_coverage(CanvasRect size, const ShadowLook *look, int x, int y)
{
    float hw = (float)size.w / 2, hh = (float)size.h / 2, r = (float)look->radius;
    r = fminf(r, fminf(hw, hh));
    float qx = fabsf((float)x + 0.5f - hw) - hw + r, qy = fabsf((float)y + 0.5f - hh) - hh + r;
    float outside = hypotf(fmaxf(qx, 0), fmaxf(qy, 0));
    float distance = fminf(fmaxf(qx, qy), 0) + outside - r;
    float sigma = (float)look->blur / 2;
    return (unsigned)(255.0f * 0.5f * erfcf(distance / (sigma * 1.41421356f)) + 0.5f);
}

/* The smallest box that shows the whole corner: larger ones only repeat its middle. */
static int slice_side(int side, const ShadowLook *look)
{
    int corner = 2 * (look->radius + margin_of(look)) + 1;
    return side < corner ? side : corner;
}

static bool mask_bake(ShadowMask *mask, CanvasRect size, const ShadowLook *look)
{
    int margin = margin_of(look);
    mask->width = size.w + 2 * margin;
    mask->height = size.h + 2 * margin;
    mask->radius = look->radius;
    mask->blur = look->blur;
    mask->coverage = malloc((size_t)mask->width * (size_t)mask->height);
    if (mask->coverage == NULL)
        return false;
    for (int y = 0; y < mask->height; y++)
        for (int x = 0; x < mask->width; x++)
            mask->coverage[y * mask->width + x] =
                (uint8_t)shadow_coverage(size, look, x - margin, y - margin);
    return true;
}

static bool mask_fits(const ShadowMask *mask, CanvasRect size, const ShadowLook *look)
{
    int margin = 2 * margin_of(look);
    return mask->coverage != NULL && mask->width == size.w + margin &&
           mask->height == size.h + margin && mask->radius == look->radius &&
           mask->blur == look->blur;
}

static ShadowMask *mask_get(ShadowCache *cache, CanvasRect size, const ShadowLook *look)
{
    ShadowMask *oldest = &cache->masks[0];
    for (int i = 0; i < SHADOW_CACHE_MAX; i++) {
        ShadowMask *mask = &cache->masks[i];
        if (mask_fits(mask, size, look)) {
            mask->used = ++cache->count;
            return mask;
        }
        if (mask->used < oldest->used)
            oldest = mask;
    }
    free(oldest->coverage);
    *oldest = (ShadowMask){.used = ++cache->count};
    return mask_bake(oldest, size, look) ? oldest : NULL;
}

/* Which mask column (or row) stands for `at` of a `full` px long side: ends as they are, the middle
 * repeats the one in the middle. */
static int slice_at(int at, int full, int baked)
{
    int half = baked / 2;
    if (at < half)
        return at;
    return at >= full - (baked - half) ? at - (full - baked) : half;
}

/* One shadow on its way to the canvas. */
typedef struct ShadowCast {
    const ShadowMask *mask;
    CanvasRect all, cut; /* the whole shadow, and the part inside the clip */
    uint32_t argb;
} ShadowCast;

/* The part of one row that lies inside the clip. */
static void cast_span(Canvas *canvas, const ShadowCast *cast, CanvasRect span)
{
    const ShadowMask *mask = cast->mask;
    const CanvasRect *all = &cast->all;
    int row = slice_at(span.y - all->y, all->h, mask->height);
    const uint8_t *from = mask->coverage + (size_t)row * (size_t)mask->width;
    uint32_t *to = canvas->pixels + (size_t)span.y * (size_t)canvas->width;
    CanvasRect seen = canvas_meet(span, cast->cut);
    for (int x = seen.x; x < seen.x + seen.w; x++) {
        unsigned covered = from[slice_at(x - all->x, all->w, mask->width)];
        if (covered != 0)
            to[x] = canvas_blend(to[x], cast->argb, covered * (cast->argb >> 24) / 255);
    }
}

/* The part of row `y` that an opaque box will cover: all of it between its corners. */
static CanvasRect hidden_of(CanvasRect box, const ShadowLook *look, int y)
{
    if (!look->covered || y < box.y || y >= box.y + box.h)
        return (CanvasRect){box.x, y, 0, 1};
    bool corner = y < box.y + look->radius || y >= box.y + box.h - look->radius;
    int in = corner ? look->radius : 0;
    return (CanvasRect){box.x + in, y, box.w > 2 * in ? box.w - 2 * in : 0, 1};
}

static void cast_row(Canvas *canvas, const ShadowCast *cast, CanvasRect hidden)
{
    const CanvasRect *all = &cast->all;
    int right = hidden.x + hidden.w;
    cast_span(canvas, cast, (CanvasRect){all->x, hidden.y, hidden.x - all->x, 1});
    cast_span(canvas, cast, (CanvasRect){right, hidden.y, all->x + all->w - right, 1});
}

void shadow_draw(Canvas *canvas, ShadowCache *cache, CanvasRect rect, const ShadowLook *look)
{
    if (look->blur <= 0 || rect.w <= 0 || rect.h <= 0)
        return;
    CanvasRect size = {.w = slice_side(rect.w, look), .h = slice_side(rect.h, look)};
    ShadowCast cast = {.mask = mask_get(cache, size, look), .argb = look->argb};
    if (cast.mask == NULL)
        return;
    int margin = margin_of(look);
    cast.all = (CanvasRect){rect.x - margin, rect.y - margin + look->offset_y, rect.w + 2 * margin,
                            rect.h + 2 * margin};
    cast.cut = canvas_meet(cast.all, canvas->clip);
    for (int y = cast.cut.y; y < cast.cut.y + cast.cut.h; y++)
        cast_row(canvas, &cast, hidden_of(rect, look, y));
}

void shadow_free(ShadowCache *cache)
{
    for (int i = 0; i < SHADOW_CACHE_MAX; i++)
        free(cache->masks[i].coverage);
    *cache = (ShadowCache){0};
}
