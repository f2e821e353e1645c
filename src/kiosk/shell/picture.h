/* picture.h - icons and illustrations, drawn from SVG files at exactly the size they are shown.
 * Owns a bounded cache. Reads files from the asset folder only; a file that is missing or blank is
 * reported once and shown as nothing. Holds nothing of a visitor. */
#ifndef OKSP_PICTURE_H
#define OKSP_PICTURE_H

#include "blit.h"
#include "err.h"

enum {
    PICTURE_CACHE_MAX = 192,
    PICTURE_CACHE_BYTES_MAX = 96 * 1024 * 1024,
    PICTURE_NAME_BYTES_MAX = 64,
    PICTURE_FILE_BYTES_MAX = 256 * 1024
};

typedef struct Picture Picture;

/* Use the folder `asset_dir` (copied), which holds icons/ and illustrations/light, calm and hc.
 * NULL with `err` set (asset.missing) when the folder is not there. */
Picture *picture_open(const char *asset_dir, Err *err);
void picture_close(Picture *picture);

/* What is wanted: an icon is a mask to tint, an illustration has colours and belongs to a theme. */
typedef struct PictureKey {
    const char *name;  /* file name without .svg; lower case letters, digits and - */
    const char *theme; /* "light", "calm", "hc"; NULL for an icon */
    int width, height; /* px: the drawing is the largest that fits */
} PictureKey;

/* An icon's mask, valid until the next call. False when there is no such icon. */
bool picture_icon(Picture *picture, const PictureKey *key, BlitMask *mask);

/* An illustration, valid until the next call; it may be smaller than asked in one direction. */
bool picture_drawing(Picture *picture, const PictureKey *key, BlitPicture *out);

/* The same drawing, but the smallest that covers width x height (a background). */
bool picture_cover(Picture *picture, const PictureKey *key, BlitPicture *out);

/* Is there such a file? */
bool picture_has(Picture *picture, const PictureKey *key);

/* Pictures drawn since the start (for measuring; a steady screen draws none). */
unsigned picture_drawn(const Picture *picture);

#endif
