/* face.c - the ground of a node. See face.h. */
#include "face.h"

#include <math.h>

#include "box.h"
#include "dial.h"
#include "tail.h"

/* Parts of a door, in u (the two doors of the welcome screen). */
enum {
    DOOR_FRAME_U = 26,      /* width of the frame round the opening */
    DOOR_SIGN_U = 150,      /* height of the sign under the opening */
    DOOR_GROUND_U = 20,     /* half the height of the shade it stands in */
    DOOR_GROUND_OUT_U = 28, /* how far that shade stands out at either side */
    DOOR_GROUND_ALPHA = 41, /* 0.16 */
    RING_GROUND_U = 2,      /* ground that shows outside a ring */
    FACE_MARGIN_U = 90      /* the widest shadow (dialog) with its offset */
};

int face_margin(const Theme *theme)
{
    return theme_px(theme, FACE_MARGIN_U);
}

const char *face_folder(ThemeLook look)
{
    static const char *const folders[LOOK_COUNT] = {"light", "calm", "hc"};
    return folders[look];
}

static uint32_t opaque(uint32_t rgb)
{
    return 0xFF000000u | rgb;
}

static CanvasRect canvas_rect(UiRect rect)
{
    return (CanvasRect){rect.x, rect.y, rect.w, rect.h};
}

/* The outline of a face: which corners are round depends on the shape. */
static Box outline(const FaceBrush *brush, const FacePlace *place, CanvasRect rect)
{
    int corner = theme_px(brush->theme, place->paint->corner_u);
    Box box = box_round(rect, corner);
    switch (place->paint->shape) {
    case SHAPE_ROUND: return box_round(rect, (rect.w < rect.h ? rect.w : rect.h) / 2);
    case SHAPE_BOX_TOP: return box_top(rect, corner);
    case SHAPE_DOOR: return box_top(rect, rect.w / 2);
    case SHAPE_BOX_BOTTOM: box.radius[BOX_TOP_LEFT] = box.radius[BOX_TOP_RIGHT] = 0; return box;
    case SHAPE_NONE:
    case SHAPE_BOX:
    case SHAPE_BUBBLE_START:
    case SHAPE_BUBBLE_END:
    case SHAPE_BUBBLE_SIDE:
    case SHAPE_RING:
    case SHAPE_SCENE:
    case SHAPE_VEIL: return box;
    }
    return box;
}

static void shade_draw(const FaceBrush *brush, const FacePlace *place, const Box *box)
{
    if (place->paint->shadow == SHADOW_NONE)
        return;
    ThemeShade shade = theme_shadow(brush->theme->wish.look, place->paint->shadow);
    ShadowLook look = {.offset_y = theme_px(brush->theme, shade.offset_y_u),
                       .blur = theme_px(brush->theme, shade.blur_u),
                       .radius = box->radius[BOX_TOP_LEFT],
                       .argb = (shade.color & 0xFFFFFFu) | (uint32_t)shade.alpha << 24,
                       .covered = !(place->paint->flags & PAINT_NO_FILL)};
    shadow_draw(brush->canvas, brush->shadows, box->rect, &look);
}

static void border_draw(const FaceBrush *brush, const ThemePaint *paint, const Box *box)
{
    int width = theme_px(brush->theme, paint->border_u);
    if (width <= 0)
        return;
    if (paint->flags & PAINT_DASHED)
        box_dashes(brush->canvas, box, width, opaque(paint->border));
    else
        box_ring(brush->canvas, box, width, opaque(paint->border));
}

/* The lip rule: the whole box in the lip's colour, then the face, that much shorter. */
static void box_draw(const FaceBrush *brush, const FacePlace *place)
{
    const ThemePaint *paint = place->paint;
    CanvasRect rect = canvas_rect(place->rect);
    Box box = outline(brush, place, rect);
    shade_draw(brush, place, &box);
    int lip = theme_px(brush->theme, paint->lip_u);
    bool fills = !(paint->flags & PAINT_NO_FILL);
    if (lip > 0 && fills)
        box_fill(brush->canvas, &box, opaque(paint->lip));
    if (fills) {
        Box front = outline(brush, place, (CanvasRect){rect.x, rect.y, rect.w, rect.h - lip});
        box_fill(brush->canvas, &front, opaque(paint->fill));
    }
    border_draw(brush, paint, &box);
}

static void bubble_draw(const FaceBrush *brush, const FacePlace *place)
{
    const ThemePaint *paint = place->paint;
    Box box = outline(brush, place, canvas_rect(place->rect));
    shade_draw(brush, place, &box);
    Tail tail = {.box = box.rect,
                 .side = paint->shape == SHAPE_BUBBLE_SIDE,
                 .at_right = (paint->shape == SHAPE_BUBBLE_END) != brush->rtl,
                 .k = (float)brush->theme->k,
                 .fill = opaque(paint->fill),
                 .border = opaque(paint->border),
                 .border_px = theme_px(brush->theme, paint->border_u)};
    tail_draw(brush->canvas, &tail);
    box_fill(brush->canvas, &box, opaque(paint->fill));
    border_draw(brush, paint, &box);
    tail_join(brush->canvas, &tail);
}

static ThemeInk door_inside(ThemeFace face)
{
    return face == FACE_DOOR_CHILD ? INK_DOOR_CHILD_INSIDE : INK_DOOR_PARENT_INSIDE;
}

static void door_ground(const FaceBrush *brush, CanvasRect door)
{
    int out = theme_px(brush->theme, DOOR_GROUND_OUT_U);
    int half = theme_px(brush->theme, DOOR_GROUND_U);
    uint32_t ink = theme_color(LOOK_LIGHT, INK_TEXT);
    CanvasRect rect = {door.x - out, door.y + door.h - half, door.w + 2 * out, 2 * half};
    box_ellipse(brush->canvas, rect, (uint32_t)DOOR_GROUND_ALPHA << 24 | ink);
}

static void door_draw(const FaceBrush *brush, const FacePlace *place)
{
    CanvasRect rect = canvas_rect(place->rect);
    door_ground(brush, rect);
    box_draw(brush, place);
    int frame = theme_px(brush->theme, DOOR_FRAME_U);
    int sign = theme_px(brush->theme, DOOR_SIGN_U);
    CanvasRect inside = {rect.x + frame, rect.y + frame, rect.w - 2 * frame, rect.h - frame - sign};
    Box opening = box_top(inside, inside.w / 2);
    uint32_t color = theme_color(brush->theme->wish.look, door_inside(place->face));
    box_fill(brush->canvas, &opening, opaque(color));
}

static void scene_draw(const FaceBrush *brush, const FacePlace *place)
{
    static const char *const names[] = {[LAYOUT_PORTRAIT] = "scene-welcome-portrait",
                                        [LAYOUT_LANDSCAPE] = "scene-welcome-landscape",
                                        [LAYOUT_SMALL] = "scene-welcome-small"};
    canvas_fill(brush->canvas, canvas_rect(place->rect), opaque(place->paint->fill));
    PictureKey key = {.name = names[brush->theme->layout],
                      .theme = face_folder(brush->theme->wish.look),
                      .width = place->rect.w,
                      .height = place->rect.h};
    BlitPicture scene;
    if (!picture_cover(brush->pictures, &key, &scene))
        return;
    BlitAt at = {.x = place->rect.x + (place->rect.w - scene.width) / 2, .y = place->rect.y};
    blit_picture(brush->canvas, &scene, at);
}

static void veil_draw(const FaceBrush *brush, const FacePlace *place)
{
    ThemeLook look = brush->theme->wish.look;
    uint32_t color = look == LOOK_HC ? 0 : theme_color(look, INK_TEXT);
    canvas_fill(brush->canvas, canvas_rect(place->rect),
                (uint32_t)theme_dim_alpha(look) << 24 | color);
}

static void dial_face(const FaceBrush *brush, const FacePlace *place)
{
    Dial dial = {.rect = canvas_rect(place->rect),
                 .width_px = theme_px(brush->theme, place->paint->border_u),
                 .amount = place->amount,
                 .track = opaque(theme_color(brush->theme->wish.look, INK_LIP)),
                 .argb = opaque(place->paint->border)};
    dial_draw(brush->canvas, &dial);
}

void face_draw(const FaceBrush *brush, const FacePlace *place)
{
    switch (place->paint->shape) {
    case SHAPE_NONE: return;
    case SHAPE_BOX:
    case SHAPE_BOX_TOP:
    case SHAPE_BOX_BOTTOM:
    case SHAPE_ROUND: box_draw(brush, place); return;
    case SHAPE_DOOR: door_draw(brush, place); return;
    case SHAPE_BUBBLE_START:
    case SHAPE_BUBBLE_END:
    case SHAPE_BUBBLE_SIDE: bubble_draw(brush, place); return;
    case SHAPE_RING: dial_face(brush, place); return;
    case SHAPE_SCENE: scene_draw(brush, place); return;
    case SHAPE_VEIL: veil_draw(brush, place); return;
    }
}

/* A ring that stands off its box needs a ground of its own: petrol on the green hills of the
 * welcome screen would be 2:1. On paper this cannot be seen. */
static void ring_ground(const FaceBrush *brush, const Box *box, const ThemeRing *ring)
{
    int width = theme_px(brush->theme, ring->out_u + ring->width_u + RING_GROUND_U);
    Box outer = box_grow(*box, width);
    ThemeLook look = brush->theme->wish.look;
    box_ring(brush->canvas, &outer, width, opaque(theme_color(look, INK_PAPER)));
}

void face_rings(const FaceBrush *brush, const FacePlace *place)
{
    Box box = outline(brush, place, canvas_rect(place->rect));
    for (int i = 0; i < place->paint->ring_count; i++) {
        const ThemeRing *ring = &place->paint->rings[i];
        int width = theme_px(brush->theme, ring->width_u);
        Box outer = box_grow(box, theme_px(brush->theme, ring->out_u) + width);
        if (ring->out_u > 0)
            ring_ground(brush, &box, ring);
        box_ring(brush->canvas, &outer, width, opaque(ring->color));
    }
}
