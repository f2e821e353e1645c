/* ui_speech.c - a node as a list of pieces to say, and the order in which a screen is read.
 * Owns nothing. Never knows a language: words of its own are keys. */
#include "ui_speech.h"

#include <string.h>

#include "check.h"
#include "ui_work.h"

/* Leave out what is no word: marks of this folder, directional isolates and soft hyphens. */
static size_t silent_bytes(const char *text)
{
    const unsigned char *b = (const unsigned char *)text;
    if (b[0] == UI_BOLD_ON[0] || b[0] == UI_BOLD_OFF[0] || b[0] == UI_WORD_ON[0] ||
        b[0] == UI_WORD_OFF[0])
        return 1;
    if (b[0] == 0xc2 && b[1] == 0xad)
        return 2;
    if (b[0] == 0xe2 && b[1] == 0x81 && b[2] >= 0xa6 && b[2] <= 0xa9)
        return 3;
    return 0;
}

static const char *plain(UiSpeech *speech, const char *text)
{
    char *start = speech->text + speech->used;
    while (*text) {
        size_t skip = silent_bytes(text);
        if (skip > 0) {
            text += skip;
            continue;
        }
        if (speech->used + 2 > UI_SPEECH_BYTES_MAX) {
            speech->overflow = true;
            break;
        }
        speech->text[speech->used++] = *text == '\n' ? ' ' : *text;
        text++;
    }
    speech->text[speech->used++] = '\0';
    return start;
}

static UiSpeechPiece *add(UiSpeech *speech, int node)
{
    if (speech->count == UI_SPEECH_MAX || speech->used + 2 > UI_SPEECH_BYTES_MAX) {
        speech->overflow = true;
        return NULL;
    }
    UiSpeechPiece *piece = &speech->pieces[speech->count++];
    *piece = (UiSpeechPiece){.node = node};
    return piece;
}

static void say_text(const Ui *ui, UiSpeech *speech, int node, const char *text)
{
    UiSpeechPiece *piece = text && text[0] ? add(speech, node) : NULL;
    if (!piece)
        return;
    piece->text = plain(speech, text);
    piece->lang = ui->nodes[node].box.lang;
    piece->private = (ui->nodes[node].box.state & STATE_PRIVATE) != 0;
}

static void say_word(UiSpeech *speech, int node, UiWordKey word)
{
    UiSpeechPiece *piece = add(speech, node);
    if (piece)
        piece->word = word;
}

static bool is_mute(const UiNode *node)
{
    return (node->box.state & (STATE_GONE | STATE_SILENT)) != 0;
}

/* First node behind the subtree of `node`: the array is in reading order, depth first. */
static int behind(const Ui *ui, int node)
{
    int i = node + 1;
    while (i < ui->count && ui->nodes[i].depth > ui->nodes[node].depth)
        i++;
    return i;
}

/* The words inside a box without a label; targets in it are entries of their own. */
static void say_inside(const Ui *ui, UiSpeech *speech, int node)
{
    for (int i = node + 1; i < behind(ui, node);) {
        const UiNode *inner = &ui->nodes[i];
        if (is_mute(inner) || ui_is_target(inner)) {
            i = behind(ui, i);
            continue;
        }
        if (inner->box.role == ROLE_FIELD)
            say_text(ui, speech, i, inner->box.value);
        else
            say_text(ui, speech, i, inner->box.label);
        i = inner->box.label ? behind(ui, i) : i + 1;
    }
}

static UiWordKey role_word(UiRole role)
{
    switch (role) {
    case ROLE_BUTTON: return WORD_BUTTON;
    case ROLE_CHOICE: return WORD_CHOICE;
    case ROLE_FIELD: return WORD_FIELD;
    case ROLE_HEADING: return WORD_HEADING;
    case ROLE_IMAGE: return WORD_IMAGE;
    case ROLE_KEY: /* a key is its letter and nothing more */
    case ROLE_GROUP:
    case ROLE_TEXT:
    case ROLE_PROGRESS:
    case ROLE_COUNT: break;
    }
    return WORD_NONE;
}

/* "2 of 5": among the choices in the same box. */
static void say_position(const Ui *ui, UiSpeech *speech, int node)
{
    int number = 0, count = 0;
    for (int i = 0; i < ui->count; i++) {
        const UiNode *other = &ui->nodes[i];
        if (other->parent != ui->nodes[node].parent || other->box.role != ROLE_CHOICE ||
            is_mute(other))
            continue;
        count++;
        if (i == node)
            number = count;
    }
    UiSpeechPiece *piece = count > 1 ? add(speech, node) : NULL;
    if (!piece)
        return;
    piece->word = WORD_POSITION;
    piece->number = number;
    piece->count = count;
}

static void say_state(const Ui *ui, UiSpeech *speech, int node)
{
    const UiBox *box = &ui->nodes[node].box;
    if (box->role == ROLE_CHOICE)
        say_word(speech, node, box->state & STATE_SELECTED ? WORD_SELECTED : WORD_NOT_SELECTED);
    if (box->state & STATE_ON)
        say_word(speech, node, WORD_ON);
    if (box->state & STATE_DISABLED)
        say_word(speech, node, WORD_DISABLED);
    if (box->state & STATE_ERROR)
        say_word(speech, node, WORD_ERROR);
}

static void say_value(const Ui *ui, UiSpeech *speech, int node)
{
    const UiBox *box = &ui->nodes[node].box;
    if (box->role != ROLE_FIELD)
        return;
    if (box->value && box->value[0])
        say_text(ui, speech, node, box->value);
    else
        say_word(speech, node, WORD_EMPTY);
}

/* A field's label is no secret, its value is. */
static void say_label(const Ui *ui, UiSpeech *speech, int node)
{
    const UiBox *box = &ui->nodes[node].box;
    int first = speech->count;
    say_text(ui, speech, node, box->label);
    if (box->role == ROLE_FIELD && speech->count > first)
        speech->pieces[first].private = false;
    if (speech->count == first)
        say_inside(ui, speech, node);
}

void ui_speech(const Ui *ui, int index, UiSpeech *speech)
{
    const UiNode *node = ui_node(ui, index);
    *speech = (UiSpeech){0};
    if (is_mute(node))
        return;
    say_label(ui, speech, index);
    bool named = speech->count > 0;
    if (!named)
        say_text(ui, speech, index, node->box.hint);
    UiWordKey role = role_word(node->box.role);
    if (ui_is_target(node) && role != WORD_NONE)
        say_word(speech, index, role);
    if (node->box.role == ROLE_CHOICE)
        say_position(ui, speech, index);
    say_state(ui, speech, index);
    say_value(ui, speech, index);
    if (named)
        say_text(ui, speech, index, node->box.hint);
}

int ui_reading(const Ui *ui, int nodes[UI_NODES_MAX])
{
    int count = 0;
    for (int i = 0; i < ui->count;) {
        const UiNode *node = &ui->nodes[i];
        if (is_mute(node) || node->box.face == FACE_BAR) {
            i = behind(ui, i);
        } else if (ui_is_target(node) || (node->box.label && node->box.label[0])) {
            nodes[count++] = i;
            i = behind(ui, i);
        } else {
            i++;
        }
    }
    return count;
}
