/* qr.h - a QR code of whole pixels per module.
 * Owns nothing; codes are made when drawn. Only public text ever goes in: an address, a card of the
 * support point with the questions the visitor chose. */
#ifndef OKSP_QR_H
#define OKSP_QR_H

#include "canvas.h"

enum {
    QR_QUIET_MODULES = 4, /* white round it, inside `rect` (ISO/IEC 18004 §5.3.8) */
    QR_TEXT_BYTES_MAX = 2048
};

/* Draw `text` at level M, black on white in every theme, as large as whole pixels per module allow
 * and centred in `rect`, which becomes white around it.
 * False when the text is too long for the place (a module under 2 px). */
bool qr_draw(Canvas *canvas, CanvasRect rect, const char *text);

#endif
