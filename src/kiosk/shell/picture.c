/* picture.c - icons and illustrations from SVG files. See picture.h. */
#include "picture.h"

#include <SDL.h>
#include <SDL_image.h>
#include <linux/limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "check.h"
#include "file.h"
#include "log.h"

typedef enum PictureFit { FIT_ICON, FIT_INSIDE, FIT_COVER } PictureFit;

typedef struct PictureEntry {
    char name[PICTURE_NAME_BYTES_MAX];
    char theme[8];
    PictureFit fit;
    int wanted_width, wanted_height;
    int width, height; /* px of what was drawn; 0 = there is nothing to draw */
    void *data;        /* bytes of a mask, or pixels */
    size_t bytes;
    uint64_t used; /* 0 = this place is free */
} PictureEntry;

struct Picture {
    char folder[PATH_MAX];
    PictureEntry entries[PICTURE_CACHE_MAX];
    size_t bytes;
    uint64_t count;
    unsigned drawn;
};

Picture *picture_open(const char *asset_dir, Err *err)
{
    struct stat info;
    if (stat(asset_dir, &info) != 0 || !S_ISDIR(info.st_mode)) {
        err_set(err, "asset.missing", "there is no folder %s", asset_dir);
        return NULL;
    }
    Picture *picture = calloc(1, sizeof *picture);
    if (picture == NULL || !str_copy(str_of(asset_dir), picture->folder, sizeof picture->folder)) {
        free(picture);
        err_set(err, "memory.full", "no memory for pictures");
        return NULL;
    }
    return picture;
}

static void entry_drop(Picture *picture, PictureEntry *entry)
{
    picture->bytes -= entry->bytes;
    free(entry->data);
    *entry = (PictureEntry){0};
}

void picture_close(Picture *picture)
{
    if (picture == NULL)
        return;
    for (int i = 0; i < PICTURE_CACHE_MAX; i++)
        entry_drop(picture, &picture->entries[i]);
    free(picture);
}

unsigned picture_drawn(const Picture *picture)
{
    return picture->drawn;
}

/* Names come from content files: only what cannot leave the asset folder is a name. */
static bool name_is_safe(const char *name)
{
    size_t size = strlen(name);
    return size > 0 && size < PICTURE_NAME_BYTES_MAX &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == size;
}

static bool entry_is(const PictureEntry *entry, const PictureKey *key, PictureFit fit)
{
    return entry->used != 0 && entry->fit == fit && entry->wanted_width == key->width &&
           entry->wanted_height == key->height && strcmp(entry->name, key->name) == 0 &&
           strcmp(entry->theme, key->theme == NULL ? "" : key->theme) == 0;
}

static PictureEntry *entry_find(Picture *picture, const PictureKey *key, PictureFit fit)
{
    for (int i = 0; i < PICTURE_CACHE_MAX; i++) {
        if (entry_is(&picture->entries[i], key, fit))
            return &picture->entries[i];
    }
    return NULL;
}

static PictureEntry *entry_oldest(Picture *picture)
{
    PictureEntry *oldest = &picture->entries[0];
    for (int i = 1; i < PICTURE_CACHE_MAX; i++) {
        if (picture->entries[i].used < oldest->used)
            oldest = &picture->entries[i];
    }
    return oldest;
}

/* Make room for one more entry of `bytes`: a free place, and no more bytes than the limit. */
static PictureEntry *entry_room(Picture *picture, size_t bytes)
{
    for (int i = 0; i < PICTURE_CACHE_MAX && picture->bytes + bytes > PICTURE_CACHE_BYTES_MAX;
         i++) {
        PictureEntry *oldest = NULL;
        for (int j = 0; j < PICTURE_CACHE_MAX; j++) {
            PictureEntry *entry = &picture->entries[j];
            if (entry->bytes > 0 && (oldest == NULL || entry->used < oldest->used))
                oldest = entry;
        }
        if (oldest == NULL)
            break;
        entry_drop(picture, oldest);
    }
    PictureEntry *entry = entry_oldest(picture);
    entry_drop(picture, entry);
    return entry;
}

static bool svg_path(const Picture *picture, const PictureKey *key, Buf *path)
{
    if (key->theme == NULL)
        buf_format(path, "%s/icons/%s.svg", picture->folder, key->name);
    else
        buf_format(path, "%s/illustrations/%s/%s.svg", picture->folder, key->theme, key->name);
    return !path->overflow;
}

bool picture_has(Picture *picture, const PictureKey *key)
{
    char path[PATH_MAX];
    Buf buf = buf_init(path, sizeof path);
    return name_is_safe(key->name) && svg_path(picture, key, &buf) && access(path, R_OK) == 0;
}

static char *svg_read(const Picture *picture, const PictureKey *key, size_t *size)
{
    char path[PATH_MAX];
    Buf buf = buf_init(path, sizeof path);
    Err err = {0};
    char *text = NULL;
    if (svg_path(picture, key, &buf))
        text = file_read(path, PICTURE_FILE_BYTES_MAX, size, &err);
    if (text == NULL)
        log_error("picture.missing", &err);
    return text;
}

/* Draw the file so that it is `width` wide or `height` high (0 = whatever follows). */
static SDL_Surface *svg_draw(const char *text, size_t size, int width, int height)
{
    SDL_RWops *file = SDL_RWFromConstMem(text, (int)size);
    SDL_Surface *surface = file == NULL ? NULL : IMG_LoadSizedSVG_RW(file, width, height);
    if (file != NULL)
        (void)SDL_RWclose(file);
    if (surface == NULL)
        return NULL;
    SDL_Surface *argb = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(surface);
    return argb;
}

/* SDL_image keeps the proportions, but rounds: ask for the side that decides. */
static SDL_Surface *svg_fit(const char *text, size_t size, const PictureKey *key, PictureFit fit)
{
    SDL_Surface *surface = svg_draw(text, size, key->width, 0);
    if (surface == NULL)
        return NULL;
    bool redo = fit == FIT_COVER ? surface->h < key->height : surface->h > key->height;
    if (!redo)
        return surface;
    SDL_FreeSurface(surface);
    return svg_draw(text, size, 0, key->height);
}

static uint32_t premultiply(uint32_t argb)
{
    uint32_t alpha = argb >> 24;
    uint32_t r = ((argb >> 16 & 0xFF) * alpha + 127) / 255;
    uint32_t g = ((argb >> 8 & 0xFF) * alpha + 127) / 255;
    uint32_t b = ((argb & 0xFF) * alpha + 127) / 255;
    return alpha << 24 | r << 16 | g << 8 | b;
}

/* Copy the surface into an entry: its alpha for an icon, premultiplied colours otherwise. */
static void entry_fill(PictureEntry *entry, const SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *from =
            (const uint32_t *)(const void *)((const uint8_t *)surface->pixels + y * surface->pitch);
        size_t row = (size_t)y * (size_t)surface->w;
        for (int x = 0; x < surface->w; x++) {
            if (entry->fit == FIT_ICON)
                ((uint8_t *)entry->data)[row + (size_t)x] = (uint8_t)(from[x] >> 24);
            else
                ((uint32_t *)entry->data)[row + (size_t)x] = premultiply(from[x]);
        }
    }
}

static SDL_Surface *svg_surface(Picture *picture, const PictureKey *key, PictureFit fit)
{
    size_t size = 0;
    char *text = svg_read(picture, key, &size);
    if (text == NULL)
        return NULL;
    SDL_Surface *surface = svg_fit(text, size, key, fit);
    free(text);
    if (surface == NULL)
        log_event("picture.unreadable");
    return surface;
}

/* A missing picture gets an entry too: it is read and reported once, not at every repaint. */
static PictureEntry *entry_make(Picture *picture, const PictureKey *key, PictureFit fit)
{
    SDL_Surface *surface = svg_surface(picture, key, fit);
    size_t each = fit == FIT_ICON ? 1 : sizeof(uint32_t);
    size_t bytes = surface == NULL ? 0 : (size_t)surface->w * (size_t)surface->h * each;
    PictureEntry *entry = entry_room(picture, bytes);
    (void)str_copy(str_of(key->name), entry->name, sizeof entry->name);
    (void)str_copy(str_of(key->theme), entry->theme, sizeof entry->theme);
    entry->fit = fit;
    entry->wanted_width = key->width;
    entry->wanted_height = key->height;
    entry->data = bytes == 0 ? NULL : malloc(bytes);
    if (entry->data != NULL) {
        entry->bytes = bytes;
        entry->width = surface->w;
        entry->height = surface->h;
        entry_fill(entry, surface);
        picture->bytes += bytes;
        picture->drawn++;
    }
    SDL_FreeSurface(surface);
    return entry;
}

static const PictureEntry *entry_get(Picture *picture, const PictureKey *key, PictureFit fit)
{
    if (key->name == NULL || !name_is_safe(key->name) || key->width <= 0 || key->height <= 0)
        return NULL;
    if (key->width > CANVAS_SIDE_PX_MAX || key->height > CANVAS_SIDE_PX_MAX)
        return NULL;
    PictureEntry *entry = entry_find(picture, key, fit);
    if (entry == NULL)
        entry = entry_make(picture, key, fit);
    entry->used = ++picture->count;
    return entry->data == NULL ? NULL : entry;
}

bool picture_icon(Picture *picture, const PictureKey *key, BlitMask *mask)
{
    PictureKey icon = *key;
    icon.theme = NULL;
    const PictureEntry *entry = entry_get(picture, &icon, FIT_ICON);
    if (entry == NULL)
        return false;
    *mask = (BlitMask){entry->data, entry->width, entry->height};
    return true;
}

static bool drawing(Picture *picture, const PictureKey *key, PictureFit fit, BlitPicture *out)
{
    check(key->theme != NULL);
    const PictureEntry *entry = entry_get(picture, key, fit);
    if (entry == NULL)
        return false;
    *out = (BlitPicture){entry->data, entry->width, entry->height};
    return true;
}

bool picture_drawing(Picture *picture, const PictureKey *key, BlitPicture *out)
{
    return drawing(picture, key, FIT_INSIDE, out);
}

bool picture_cover(Picture *picture, const PictureKey *key, BlitPicture *out)
{
    return drawing(picture, key, FIT_COVER, out);
}
