/* face.h - the ground of a node: shadow, lip, fill, border, tail, arch, ring, veil.
 * Owns nothing. Reads the paint that the theme gives; knows no text and no picture file except the
 * scene behind the welcome screen. */
#ifndef OKSP_FACE_H
#define OKSP_FACE_H

#include "canvas.h"
#include "picture.h"
#include "shadow.h"
#include "ui.h"

/* What faces are drawn with. */
typedef struct FaceBrush {
    Canvas *canvas;
    ShadowCache *shadows;
    Picture *pictures;
    const Theme *theme;
    bool rtl;
} FaceBrush;

/* One ground: where it is on the glass, how it is painted, and which face and amount it has. */
typedef struct FacePlace {
    UiRect rect; /* px, already moved down when pressed */
    const ThemePaint *paint;
    ThemeFace face;
    int amount; /* SHAPE_RING: what is left, 0 to 1000 */
} FacePlace;

void face_draw(const FaceBrush *brush, const FacePlace *place);

/* The rings of something selected, spoken or focused. */
void face_rings(const FaceBrush *brush, const FacePlace *place);

/* How far (px) face_draw and face_rings may reach outside the rectangle of any node. */
int face_margin(const Theme *theme);

/* "light", "calm" or "hc": the folder of pictures of a look. */
const char *face_folder(ThemeLook look);

#endif
