/* paint.c - a laid out screen into pixels. See paint.h. */
#include "paint.h"

#include <linux/limits.h>
#include <sodium.h>
#include <string.h>

#include "buf.h"
#include "check.h"
#include "face.h"
#include "picture.h"
#include "qr.h"
#include "shadow.h"
#include "text.h"
#include "words.h"

struct Paint {
    Canvas canvas;
    bool locked;
    TextEngine *text;
    Picture *pictures;
    ShadowCache shadows;
    Words *words;
    UiFrame shown; /* what is on the glass */
};

/* One pass over the nodes. */
typedef struct PaintPass {
    Paint *paint;
    const Ui *ui;
    FaceBrush brush;
} PaintPass;

static bool paint_parts(Paint *paint, int width, int height, const char *asset_dir, Err *err)
{
    char fonts[PATH_MAX];
    Buf path = buf_init(fonts, sizeof fonts);
    buf_format(&path, "%s/fonts", asset_dir);
    paint->pictures = picture_open(asset_dir, err);
    if (paint->pictures == NULL)
        return false;
    paint->text = text_open(fonts, err);
    if (paint->text == NULL)
        return false;
    paint->words = words_open(paint->text, width, height);
    bool ready = paint->words != NULL && canvas_init(&paint->canvas, width, height, &paint->locked);
    return ready || err_set(err, "memory.full", "no memory for a screen of %d x %d", width, height);
}

Paint *paint_open(int width, int height, const char *asset_dir, Err *err)
{
    Paint *paint = sodium_init() < 0 ? NULL : sodium_malloc(sizeof *paint);
    if (paint == NULL) {
        err_set(err, "memory.full", "no locked memory for the painter");
        return NULL;
    }
    memset(paint, 0, sizeof *paint);
    if (!paint_parts(paint, width, height, asset_dir, err)) {
        paint_close(paint);
        return NULL;
    }
    return paint;
}

void paint_close(Paint *paint)
{
    if (paint == NULL)
        return;
    canvas_free(&paint->canvas);
    words_close(paint->words);
    picture_close(paint->pictures);
    shadow_free(&paint->shadows);
    if (paint->text != NULL)
        text_close(paint->text);
    sodium_free(paint);
}

void paint_again(Paint *paint)
{
    sodium_memzero(&paint->shown, sizeof paint->shown);
}

void paint_wipe(Paint *paint)
{
    canvas_wipe(&paint->canvas);
    words_wipe(paint->words);
    text_forget(paint->text);
    paint_again(paint);
}

const Canvas *paint_canvas(const Paint *paint)
{
    return &paint->canvas;
}

TextEngine *paint_text(Paint *paint)
{
    return paint->text;
}

unsigned paint_drawn(const Paint *paint)
{
    return picture_drawn(paint->pictures);
}

bool paint_is_locked(const Paint *paint)
{
    return paint->locked;
}

/* ---- one node ------------------------------------------------------------------------------ */

static bool is_near_clip(const PaintPass *pass, UiRect rect)
{
    int margin = face_margin(pass->brush.theme);
    CanvasRect near = {rect.x - margin, rect.y - margin, rect.w + 2 * margin, rect.h + 2 * margin};
    CanvasRect seen = canvas_meet(near, pass->paint->canvas.clip);
    return seen.w > 0 && seen.h > 0;
}

static bool is_flipped(const PaintPass *pass, const UiBox *box)
{
    return pass->ui->settings.rtl && (box->state & STATE_MIRROR) != 0;
}

static void icon_draw(const PaintPass *pass, int index, int down)
{
    const UiNode *node = ui_node(pass->ui, index);
    PictureKey key = {.name = node->box.icon, .width = node->icon.w, .height = node->icon.h};
    BlitMask mask;
    if (!picture_icon(pass->paint->pictures, &key, &mask))
        return;
    BlitAt at = {.x = node->icon.x + (node->icon.w - mask.width) / 2,
                 .y = node->icon.y + (node->icon.h - mask.height) / 2 + down,
                 .flip = is_flipped(pass, &node->box)};
    uint32_t ink = ui_icon_ink(pass->ui, index);
    blit_mask(&pass->paint->canvas, &mask, at, 0xFF000000u | ink);
}

/* The node's rectangle without its padding: where a picture goes. */
static CanvasRect inside(const PaintPass *pass, const UiNode *node)
{
    const UiEdges *pad = &node->box.pad;
    const Theme *theme = pass->brush.theme;
    int start = pad->start == UI_ZERO ? 0 : theme_px(theme, pad->start);
    int end = pad->end == UI_ZERO ? 0 : theme_px(theme, pad->end);
    int top = pad->top == UI_ZERO ? 0 : theme_px(theme, pad->top);
    int bottom = pad->bottom == UI_ZERO ? 0 : theme_px(theme, pad->bottom);
    int left = pass->ui->settings.rtl ? end : start;
    return (CanvasRect){node->rect.x + left, node->rect.y + top, node->rect.w - start - end,
                        node->rect.h - top - bottom};
}

/* In Arabic script some drawings have a second file, in which only the question mark is turned. */
static bool drawing_find(const PaintPass *pass, PictureKey key, BlitPicture *picture)
{
    char turned[PICTURE_NAME_BYTES_MAX];
    Buf name = buf_init(turned, sizeof turned);
    buf_format(&name, "%s-rtl", key.name);
    PictureKey other = key;
    other.name = turned;
    if (pass->ui->settings.rtl && !name.overflow && picture_has(pass->paint->pictures, &other))
        return picture_drawing(pass->paint->pictures, &other, picture);
    return picture_drawing(pass->paint->pictures, &key, picture);
}

static PictureKey drawing_key(const PaintPass *pass, const UiNode *node)
{
    CanvasRect rect = inside(pass, node);
    return (PictureKey){.name = node->box.picture,
                        .theme = face_folder(pass->brush.theme->wish.look),
                        .width = rect.w,
                        .height = rect.h};
}

static void picture_draw(const PaintPass *pass, const UiNode *node, int down)
{
    const UiBox *box = &node->box;
    CanvasRect rect = inside(pass, node);
    rect.y += down;
    if (strcmp(box->picture, "qr") == 0) {
        CanvasRect whole = {node->rect.x, node->rect.y + down, node->rect.w, node->rect.h};
        if (box->value != NULL)
            (void)qr_draw(&pass->paint->canvas, whole, box->value);
        return;
    }
    BlitPicture picture;
    if (!drawing_find(pass, drawing_key(pass, node), &picture))
        return;
    BlitAt at = {.x = rect.x + (rect.w - picture.width) / 2,
                 .y = rect.y + (rect.h - picture.height) / 2,
                 .flip = is_flipped(pass, box)};
    blit_picture(&pass->paint->canvas, &picture, at);
}

/* The focus ring shows only after a key was used. */
static ThemePaint paint_of(const PaintPass *pass, const UiNode *node)
{
    unsigned state = node->box.state;
    if (!pass->ui->settings.show_focus)
        state &= ~(unsigned)STATE_FOCUSED;
    return theme_paint(pass->brush.theme, node->box.face, node->box.hue, state);
}

static void node_rings(const PaintPass *pass, const UiNode *node, UiRect rect)
{
    ThemePaint paint = paint_of(pass, node);
    FacePlace place = {.rect = rect, .paint = &paint, .face = node->box.face};
    face_rings(&pass->brush, &place);
}

static void node_ground(const PaintPass *pass, const UiNode *node, UiRect rect)
{
    ThemePaint paint = paint_of(pass, node);
    FacePlace place = {
        .rect = rect, .paint = &paint, .face = node->box.face, .amount = node->box.amount};
    face_draw(&pass->brush, &place);
}

static void node_content(const PaintPass *pass, int index, int down)
{
    const UiNode *node = ui_node(pass->ui, index);
    if (node->box.picture != NULL)
        picture_draw(pass, node, down);
    if (node->box.icon != NULL)
        icon_draw(pass, index, down);
    words_draw(pass->paint->words, &pass->paint->canvas, pass->ui, index, down,
               0xFF000000u | ui_ink(pass->ui, index));
}

static void node_draw(const PaintPass *pass, int index, int down);

/* What stands on a veil stays on it, its shadow too: the bar beside it is not dimmed. */
static void children_draw(const PaintPass *pass, const UiNode *node, int down)
{
    Canvas *canvas = &pass->paint->canvas;
    CanvasRect outer = canvas->clip;
    CanvasRect veil = {node->rect.x, node->rect.y, node->rect.w, node->rect.h};
    if (node->box.face == FACE_VEIL)
        canvas_clip(canvas, canvas_meet(outer, veil));
    for (int child = node->first_child; child != UI_NONE; child = ui_node(pass->ui, child)->next)
        node_draw(pass, child, down);
    canvas_clip(canvas, outer);
}

/* `down`: px that something around this node is pressed. */
static void node_draw(const PaintPass *pass, int index, int down)
{
    const UiNode *node = ui_node(pass->ui, index);
    if (node->box.state & STATE_GONE)
        return;
    if (node->box.state & STATE_PRESSED)
        down += theme_px(pass->brush.theme, paint_of(pass, node).drop_u);
    UiRect rect = node->rect;
    rect.y += down;
    bool near = is_near_clip(pass, rect);
    if (near) {
        node_ground(pass, node, rect);
        node_content(pass, index, down);
    }
    children_draw(pass, node, down);
    if (near)
        node_rings(pass, node, rect);
}

/* ---- the screen ------------------------------------------------------------------------------ */

static void rect_draw(const PaintPass *pass, UiRect rect)
{
    Canvas *canvas = &pass->paint->canvas;
    ThemeLook look = pass->brush.theme->wish.look;
    canvas_clip(canvas, (CanvasRect){rect.x, rect.y, rect.w, rect.h});
    canvas_fill(canvas, canvas->clip, 0xFF000000u | theme_color(look, INK_PAPER));
    node_draw(pass, 0, 0);
}

static PaintPass pass_of(Paint *paint, const Ui *ui)
{
    return (PaintPass){.paint = paint,
                       .ui = ui,
                       .brush = {.canvas = &paint->canvas,
                                 .shadows = &paint->shadows,
                                 .pictures = paint->pictures,
                                 .theme = &ui->settings.theme,
                                 .rtl = ui->settings.rtl}};
}

int paint_screen(Paint *paint, const Ui *ui, UiRect dirty[UI_DIRTY_MAX])
{
    check(ui->count > 0);
    int count = ui_diff(ui, &paint->shown, dirty);
    PaintPass pass = pass_of(paint, ui);
    for (int i = 0; i < count; i++)
        rect_draw(&pass, dirty[i]);
    ui_frame(ui, &paint->shown);
    return count;
}

void paint_ahead(Paint *paint, const Ui *ui)
{
    PaintPass pass = pass_of(paint, ui);
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = ui_node(ui, i);
        BlitPicture picture;
        BlitMask mask;
        if (node->box.state & STATE_GONE)
            continue;
        if (node->box.icon != NULL)
            (void)picture_icon(paint->pictures,
                               &(PictureKey){.name = node->box.icon,
                                             .width = node->icon.w,
                                             .height = node->icon.h},
                               &mask);
        if (node->box.picture != NULL && strcmp(node->box.picture, "qr") != 0)
            (void)drawing_find(&pass, drawing_key(&pass, node), &picture);
    }
}
