/* sizes.h - every length that screens and faces use, in u, by name.
 * Owns nothing. A screen writes no bare number: a length it needs stands here.
 * Unit: 1 u = 1 px on a 1080 px wide portrait panel; theme.h turns u into px. */
#ifndef OKSP_SIZES_H
#define OKSP_SIZES_H

enum {
    U_CANVAS_PORTRAIT_W = 1080,
    U_CANVAS_PORTRAIT_H = 1920,
    U_CANVAS_LANDSCAPE_W = 1920,
    U_CANVAS_LANDSCAPE_H = 1080,
    U_CANVAS_SMALL_W = 1730,
    U_CANVAS_SMALL_H = 1081,
    /* space */
    U_S = 8,
    U_M = 16,
    U_L = 24,
    U_XL = 32,
    U_XXL = 40,
    U_3XL = 56,
    U_4XL = 72,
    U_5XL = 96,
    U_GAP_TIGHT = 10,   /* between keys */
    U_GAP_BAR = 12,     /* between bar items */
    U_GAP_TILE = 14,    /* between tiles */
    U_GAP = 16,         /* between anything else */
    U_GAP_WIDE = 24,    /* children, headings */
    U_EDGE = 24,        /* margin of the action region */
    U_EDGE_READ = 40,   /* margin of the reading region */
    U_EDGE_BAR = 20,    /* what a body keeps free beside the bar, at least */
    U_EDGE_WIDE = 48,   /* margin of landscape and small */
    U_GUTTER_WIDE = 20, /* from a region of landscape to where the other begins */
    U_TOP_WIDE = 22,    /* from the bar at the top */
    U_FOOT_WIDE = 28,
    /* regions */
    U_BAR_H = 160,
    U_BAR_TOP_H = 138,
    U_READ_MIN_H = 216,
    U_STAGE_H = 811,
    /* bar items, portrait | landscape and small */
    U_BAR_ITEM_H = 116,
    U_BAR_ITEM_W = 116,
    U_BAR_ITEM_WIDE_W = 154,
    U_BAR_EXIT_W = 140,
    U_BAR_LEAST_W = 80, /* where longer words beside it need the room */
    U_BAR_PLAIN_W = 244,
    U_BAR_TOP_ITEM_H = 104,
    U_BAR_TOP_BACK_W = 150,
    U_BAR_TOP_ITEM_W = 170,
    U_BAR_TOP_ITEM_WIDE_W = 190,
    U_BAR_TOP_EXIT_W = 206,
    U_BAR_SMALL_ITEM_W = 180, /* small: the smallest letters are larger in u */
    U_BAR_SMALL_ITEM_WIDE_W = 220,
    U_BAR_SMALL_EXIT_W = 250,
    /* heights */
    U_LINK_H = 88,
    U_CHIP_H = 96,
    U_LANGUAGE_H = 104,
    U_SEARCH_H = 108,
    U_BUTTON_H = 112,
    U_TOPIC_BUTTON_H = 120,
    U_FLOW_H = 124,
    U_HERO_H = 148,
    U_CHILD_SEND_H = 170,
    U_CHILD_GO_H = 190,
    U_CHECK_ROW_H = 108,
    U_OPTION_ROW_H = 112,
    U_CHANGE_H = 84,
    U_CHOICE_H = 88,
    U_FIELD_H = 128,
    U_NOTE_FIELD_H = 470,
    U_KEY_W = 94,
    U_KEY_H = 112,
    U_KEY_BACKSPACE_W = 198,
    U_KEY_ACCENT_W = 150,
    U_KEY_SPACE_W = 372,
    U_KEY_DONE_W = 230,
    U_PIN_KEY_W = 250,
    U_PIN_KEY_H = 180,
    U_LETTER_W = 139,
    U_LETTER_H = 171,
    U_STEP_BAR_H = 16,
    U_TIMELINE_DOT = 60,
    U_TIMELINE_LINE_W = 6,
    /* pictures and icons */
    U_ICON_SMALL = 36,
    U_ICON_TAG = 30,
    U_ICON_LINK = 42,
    U_ICON_CHIP = 44,
    U_ICON_BAR = 52,
    U_ICON_BUTTON = 56,
    U_ICON_PAD = 76,
    U_ICON_GO = 130,
    U_BLOB_SMALL = 66,
    U_BLOB = 92,
    U_BLOB_TOPIC = 116,
    U_BLOB_BIG = 150,
    U_SAY = 96,
    U_SAY_CHILD = 112,
    U_RING = 104,
    U_RING_IDLE = 460,
    U_RADIO = 76,
    U_STIP_W = 176,
    U_STIP_H = 152,
    U_SITUATION_PICTURE_W = 214,
    U_PICTURE_MIN_H = 72, /* a picture that fills what is left; less is left out */
    U_DOOR_W = 460,
    U_DOOR_H = 576,
    U_QR_FULL = 820,
    U_QR_CARD = 270,
    U_DIALOG_W = 940,
    U_READ_MAX_W = 1000 /* no line of reading text is wider */
};

#endif
