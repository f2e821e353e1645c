/* topic_words.c - see topic_words.h. */
#include "topic_words.h"

#include "check.h"

static void mark(Buf *buf, const Block *block, int at, bool end)
{
    for (int i = 0; i < block->span_count; i++) {
        const Span *span = &block->spans[i];
        int edge = end ? span->from_bytes + span->size_bytes : span->from_bytes;
        if (edge != at) {
            continue;
        }
        if (span->kind == SPAN_WORD) {
            buf_add_char(buf, end ? UI_WORD_OFF[0] : UI_WORD_ON[0]);
        } else {
            buf_add_char(buf, end ? UI_BOLD_OFF[0] : UI_BOLD_ON[0]);
        }
    }
}

/* "Ouderadviseur. Denkt mee.": where the bold name ends, so that it gets a line of its own; 0 =
 * there is no name in front. */
static int name_end(const Block *block)
{
    const Span *first = block->spans;

    if (block->span_count == 0 || first->kind != SPAN_STRONG || first->from_bytes != 0 ||
        first->size_bytes >= (int)block->text.size) {
        return 0;
    }
    return first->size_bytes;
}

/* The stop of a name and the space after it give way to a line break. */
static bool is_joint(const Block *block, int name, int at)
{
    char c = block->text.data[at];

    return (at == name - 1 && c == '.') || (at == name && c == ' ');
}

static void write_words(const Block *block, int name, Buf *buf)
{
    for (int i = 0; i <= (int)block->text.size; i++) {
        mark(buf, block, i, true);
        if (name > 0 && i == name) {
            buf_add_char(buf, '\n');
        }
        mark(buf, block, i, false);
        if (i < (int)block->text.size && (name == 0 || !is_joint(block, name, i))) {
            buf_add_char(buf, block->text.data[i]);
        }
    }
}

void topic_words_write(Part part, const Block *block, Buf *buf)
{
    write_words(block, part == PART_HELPT ? name_end(block) : 0, buf);
    check(!buf->overflow);
}

const char *topic_words(const View *view, Part part, const Block *block)
{
    char memory[TOPIC_WORDS_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);

    if (block->span_count == 0) {
        return view_str(block->text);
    }
    topic_words_write(part, block, &buf);
    return ui_format(view->ui, "%s", memory);
}

int topic_words_hard(const Block *block)
{
    for (int i = 0; i < block->span_count; i++) {
        if (block->spans[i].kind == SPAN_WORD) {
            return block->spans[i].word;
        }
    }
    return -1;
}
