/* vcard.h - the support point as a visiting card that a phone reads from a QR code: vCard 3.0
 * (RFC 2426, the version every phone reads), with the escapes of RFC 6350 §3.4.
 * Owns nothing. Works without internet: everything stands in the code itself, nothing is looked up
 * and no address leads anywhere. Lines are not folded: a fold costs modules and phones need none.
 */
#ifndef OKSP_VCARD_H
#define OKSP_VCARD_H

#include "buf.h"
#include "region.h"
#include "str.h"

enum {
    VCARD_NOTES_MAX = 16,
    /* What a QR code of version 25 at level M holds (ISO/IEC 18004 table 7): 117 modules, each at
     * least 5 px on the panels we support. A longer card would be hard to scan. */
    VCARD_BYTES_MAX = 997
};

/* One line of the note: in the visitor's language, and in Dutch (empty = the same). */
typedef struct VcardNote {
    Str own, dutch;
} VcardNote;

/* What stands in the note of a full card. */
typedef struct VcardMore {
    Str title; /* above the lines */
    VcardNote notes[VCARD_NOTES_MAX];
    int count;
    Str last; /* opening hours; left out when there is no room */
} VcardMore;

/* Name and phone: as few modules as there can be, for a small code. */
void vcard_small(const Region *region, Buf *out);

/* Everything: also organisation, mail, site and the note. Lines that do not fit in
 * VCARD_BYTES_MAX are left out whole, the last ones first. Returns how many stand in it. `out` has
 * room for VCARD_BYTES_MAX and a terminator. */
int vcard_full(const Region *region, const VcardMore *more, Buf *out);

#endif
