/* qr.c - QR codes through libqrencode. See qr.h. */
#include "qr.h"

#include <qrencode.h>
#include <stddef.h>
#include <string.h>

enum { QR_MODULE_PX_MIN = 2 };

static const uint32_t QR_DARK = 0xFF1F2D33u, QR_LIGHT = 0xFFFFFFFFu;

static void modules_draw(Canvas *canvas, const QRcode *code, CanvasRect at)
{
    for (int y = 0; y < code->width; y++) {
        for (int x = 0; x < code->width; x++) {
            CanvasRect module = {at.x + x * at.w, at.y + y * at.w, at.w, at.w};
            if (code->data[y * code->width + x] & 1)
                canvas_fill(canvas, module, QR_DARK);
        }
    }
}

bool qr_draw(Canvas *canvas, CanvasRect rect, const char *text)
{
    if (strlen(text) > QR_TEXT_BYTES_MAX)
        return false;
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (code == NULL)
        return false;
    int side = rect.w < rect.h ? rect.w : rect.h;
    int module = side / (code->width + 2 * QR_QUIET_MODULES);
    bool fits = module >= QR_MODULE_PX_MIN;
    if (fits) {
        int drawn = module * code->width;
        CanvasRect at = {rect.x + (rect.w - drawn) / 2, rect.y + (rect.h - drawn) / 2, module, 0};
        int quiet = drawn + 2 * QR_QUIET_MODULES * module;
        CanvasRect white = {rect.x + (rect.w - quiet) / 2, rect.y + (rect.h - quiet) / 2, quiet,
                            quiet};
        canvas_fill(canvas, white, QR_LIGHT);
        modules_draw(canvas, code, at);
    }
    QRcode_free(code);
    return fits;
}
