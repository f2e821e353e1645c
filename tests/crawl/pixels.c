/* pixels.c - see pixels.h. */
#include "pixels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 1024, CHANNEL_MAX = 255 };

/* Luminance (0 to 1, linear) as a level; levels are even in lightness, so that dark ones differ. */
typedef struct Histogram {
    int at[LEVELS];
    int total;
} Histogram;

static double linear(int channel)
{
    double c = channel / (double)CHANNEL_MAX;

    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Tables, because there are millions of pixels: parts of a whole of LIGHT_MAX. */
enum { LIGHT_MAX = 4096 };

typedef struct Tables {
    int red[CHANNEL_MAX + 1], green[CHANNEL_MAX + 1], blue[CHANNEL_MAX + 1];
    int level[LIGHT_MAX + 4];
} Tables;

static const Tables *tables(void)
{
    static Tables made;

    if (made.green[CHANNEL_MAX] == 0) {
        for (int i = 0; i <= CHANNEL_MAX; i++) {
            made.red[i] = (int)lround(0.2126 * LIGHT_MAX * linear(i));
            made.green[i] = (int)lround(0.7152 * LIGHT_MAX * linear(i));
            made.blue[i] = (int)lround(0.0722 * LIGHT_MAX * linear(i));
        }
        for (int i = 0; i < LIGHT_MAX + 4; i++) {
            made.level[i] = (int)fmin(sqrt(i / (double)LIGHT_MAX) * (LEVELS - 1), LEVELS - 1);
        }
    }
    return &made;
}

static int level_of(const Tables *table, uint32_t argb)
{
    return table->level[table->red[argb >> 16 & 0xFF] + table->green[argb >> 8 & 0xFF] +
                        table->blue[argb & 0xFF]];
}

static double of_level(int level)
{
    double root = level / (double)(LEVELS - 1);

    return root * root;
}

static double ratio(double a, double b)
{
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static Histogram sample(const Canvas *canvas, UiRect rect)
{
    Histogram histogram = {.total = 0};
    const Tables *table = tables();
    CanvasRect whole = {0, 0, canvas->width, canvas->height};
    CanvasRect seen = canvas_meet((CanvasRect){rect.x, rect.y, rect.w, rect.h}, whole);

    for (int y = seen.y; y < seen.y + seen.h; y++) {
        for (int x = seen.x; x < seen.x + seen.w; x++) {
            uint32_t pixel = canvas->pixels[(size_t)y * (size_t)canvas->width + (size_t)x];
            histogram.at[level_of(table, pixel)]++;
            histogram.total++;
        }
    }
    return histogram;
}

static int ground_of(const Histogram *histogram)
{
    int best = 0;

    for (int i = 1; i < LEVELS; i++) {
        best = histogram->at[i] > histogram->at[best] ? i : best;
    }
    return best;
}

/* Contrast of the 95th percentile of what is no ground: the hearts of the strokes, not their soft
 * edges. 1 when nothing is drawn there. */
static double strokes(const Histogram *histogram, int ground)
{
    enum { PERCENT_OUTER = 5, PERCENT = 100, EDGE = 12 };
    int drawn = 0, seen = 0;

    for (int i = 0; i < LEVELS; i++) {
        drawn += abs(i - ground) > EDGE ? histogram->at[i] : 0;
    }
    for (int far = LEVELS - 1; far > EDGE; far--) {
        seen += ground + far < LEVELS ? histogram->at[ground + far] : 0;
        seen += ground - far >= 0 ? histogram->at[ground - far] : 0;
        if (seen > 0 && seen * PERCENT >= drawn * PERCENT_OUTER) {
            double up = ground + far < LEVELS ? ratio(of_level(ground + far), of_level(ground)) : 1;
            double down = ground - far >= 0 ? ratio(of_level(ground - far), of_level(ground)) : 1;
            return histogram->at[ground - far >= 0 ? ground - far : 0] > 0 && down > up ? down
                   : ground + far < LEVELS && histogram->at[ground + far] > 0           ? up
                                                                                        : down;
        }
    }
    return 1;
}

static void judge_node(const Canvas *canvas, Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    UiRect rect = node->words;

    rect.h = node->lines * node->font.line_px;
    Histogram histogram = sample(canvas, rect);
    double found = histogram.total > 0 ? strokes(&histogram, ground_of(&histogram)) : 1;
    double needed = 0.9 * rules_contrast_x10(rules->ui, index) / 10;
    rules_demand(rules, found >= needed, "contrast in pixels", index, "%.1f:1, %.1f needed", found,
                 needed);
}

/* Half way between the edge of the bar and Stop en wis stands the bar's own colour: no shadow of
 * what lies over the screen falls there. */
static void judge_bar(const Canvas *canvas, Rules *rules)
{
    const Ui *ui = rules->ui;
    int bar = ui_find(ui, "bar"), stop = ui_find(ui, "bar.stop");

    if (bar == UI_NONE || stop == UI_NONE) {
        return;
    }
    const UiRect *edge = &ui_node(ui, bar)->rect, *item = &ui_node(ui, stop)->rect;
    int x = item->x + item->w / 2, y = (edge->y + item->y) / 2;
    uint32_t found = canvas->pixels[y * canvas->width + x] & 0xFFFFFFU;
    uint32_t own = ui_ground(ui, bar);
    rules_demand(rules, found == own, "nothing falls on the bar", bar, "#%06x on #%06x", found,
                 own);
}

static void open_for(Pixels *pixels, const Panel *panel)
{
    Err err = {0};

    if (pixels->paint != NULL && pixels->width == panel->width_px &&
        pixels->height == panel->height_px) {
        return;
    }
    pixels_close(pixels);
    pixels->width = panel->width_px;
    pixels->height = panel->height_px;
    pixels->paint = paint_open(pixels->width, pixels->height, OKSP_SOURCE_DIR "/assets", &err);
    if (pixels->paint == NULL) {
        fprintf(stderr, "crawl: %s: %s\n", err.code, err.text);
        exit(EXIT_FAILURE);
    }
}

void pixels_judge(Pixels *pixels, Rules *rules)
{
    UiRect dirty[UI_DIRTY_MAX];

    open_for(pixels, &rules->ui->settings.theme.panel);
    paint_again(pixels->paint);
    (void)paint_screen(pixels->paint, rules->ui, dirty);
    for (int i = 0; i < rules->ui->count; i++) {
        const UiNode *node = &rules->ui->nodes[i];
        if (node->shown != NULL && node->shown[strspn(node->shown, " ")] != '\0' &&
            !rules->covered[i]) {
            judge_node(paint_canvas(pixels->paint), rules, i);
        }
    }
    judge_bar(paint_canvas(pixels->paint), rules);
}

void pixels_close(Pixels *pixels)
{
    paint_close(pixels->paint);
    memset(pixels, 0, sizeof *pixels);
}
