/* source_markdown.c - md4c's calls into parts and lines. Owns nothing after source_markdown_read.
 * What the kiosk has no form for (links, tables, code, headings of another level) is refused. */
#include "source_markdown.h"

#include <md4c.h>
#include <string.h>

#include "source_topic.h"

enum { HEADING_BYTES_MAX = 64 };

typedef struct Body {
    Source *source;
    DocInput input;
    SourceText *text;
    SourcePart *part; /* being filled; NULL before the first heading */
    int last_part;
    bool in_heading, in_item, in_line;
    BlockKind list;
    Place line_at;
    char memory[CONTENT_TEXT_BYTES_MAX];
    Buf line;
} Body;

/* md4c gives pointers into what we gave it: count the lines before. */
static Place place_of(const Body *body, const char *text)
{
    Place at = {body->input.file, body->input.first_line};
    const char *from = body->input.text.data;
    if (text < from || text > from + body->input.text.size) {
        return at;
    }
    for (const char *c = from; c < text; c++) {
        at.line += *c == '\n';
    }
    return at;
}

static Place here(const Body *body)
{
    return body->line_at.line > 0 ? body->line_at
                                  : (Place){body->input.file, body->input.first_line};
}

static void refuse(Body *body, const char *what)
{
    problem_add(body->source->problems, RULE_MD_MARKUP, here(body), "%s", what);
}

/* ---- headings --------------------------------------------------------------------------- */

static void open_part(Body *body, Str name)
{
    for (int i = 0; i < PART_COUNT; i++) {
        if (!str_equal(name, str_of(source_topic_part((Part)i)))) {
            continue;
        }
        if (i < body->last_part && i != PART_VERHAAL) {
            problem_add(body->source->problems, RULE_MD_PART, here(body),
                        "## %.*s stands twice or in the wrong order", (int)name.size, name.data);
        }
        body->last_part = i + 1;
        body->part = &body->text->parts[i];
        if (body->part->lines == NULL) {
            body->part->at = here(body);
            body->part->lines =
                arena_alloc(&body->source->arena, CONTENT_BLOCKS_MAX, sizeof(SourceLine));
        }
        return;
    }
    problem_add(body->source->problems, RULE_MD_PART, here(body),
                "## %.*s: kort, stappen, helpt, doen, mee or verhaal", (int)name.size, name.data);
    body->part = NULL;
}

/* ---- lines ------------------------------------------------------------------------------ */

/* Where the brace opens that the last byte closes; SIZE_MAX when it does not. */
static size_t open_brace(Str text)
{
    int depth = 0;
    for (size_t i = text.size; i-- > 0;) {
        depth += text.data[i] == '}';
        depth -= text.data[i] == '{';
        if (depth == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* Cut one {name: value} from the end of `text`; false when there is none. */
static bool cut_attribute(Str *text, Str *name, Str *value)
{
    *text = str_trim(*text);
    size_t open =
        text->size > 0 && text->data[text->size - 1] == '}' ? open_brace(*text) : SIZE_MAX;
    if (open == SIZE_MAX) {
        return false;
    }
    Str inside = {text->data + open + 1, text->size - open - 2};
    *name = str_trim(str_cut(&inside, ':'));
    *value = str_trim(inside);
    if (str_equal(*name, STR("fact")) || str_equal(*name, STR("region"))) {
        return false;
    }
    text->size = open;
    return true;
}

static void set_attribute(Body *body, SourceLine *line, Str name, Str value)
{
    Said said = {arena_str(&body->source->arena, value), here(body)};
    if (str_equal(name, STR("term"))) {
        line->term = said;
    } else if (str_equal(name, STR("icon"))) {
        line->icon = said;
    } else if (str_equal(name, STR("picture"))) {
        line->picture = said;
    } else {
        problem_add(body->source->problems, RULE_MARK, here(body), "{%.*s}: term, icon or picture",
                    (int)name.size, name.data);
    }
}

static void add_line(Body *body, Str text, BlockKind kind)
{
    SourcePart *part = body->part;
    if (part == NULL || part->lines == NULL) {
        refuse(body, "text before the first ## part");
        return;
    }
    if (part->count == CONTENT_BLOCKS_MAX) {
        problem_add(body->source->problems, RULE_LIMIT, here(body), "at most %d lines in a part",
                    CONTENT_BLOCKS_MAX);
        return;
    }
    SourceLine *line = &part->lines[part->count++];
    Said empty = {STR(""), here(body)};
    *line = (SourceLine){kind, empty, empty, empty, empty};
    Str name;
    Str value;
    while (cut_attribute(&text, &name, &value)) {
        set_attribute(body, line, name, value);
    }
    line->text.text = arena_str(&body->source->arena, str_trim(text));
}

static void start_line(Body *body)
{
    body->line = buf_init(body->memory, sizeof body->memory);
    body->line_at = (Place){0};
    body->in_line = true;
}

static void finish_line(Body *body, BlockKind kind)
{
    if (body->line.overflow) {
        problem_add(body->source->problems, RULE_LIMIT, here(body), "the line is too long");
    }
    Str text = str_trim(buf_str(&body->line));
    body->in_line = false;
    if (text.size > 0) {
        add_line(body, text, kind);
    }
}

/* ---- md4c ------------------------------------------------------------------------------- */

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    Body *body = context;
    switch (type) {
    case MD_BLOCK_DOC: break;
    case MD_BLOCK_H:
        start_line(body);
        body->in_heading = true;
        if (((const MD_BLOCK_H_DETAIL *)detail)->level != 2) {
            refuse(body, "headings are ##");
        }
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (body->in_item) {
            refuse(body, "no list in a list");
        }
        body->list = type == MD_BLOCK_UL ? BLOCK_POINT : BLOCK_STEP;
        break;
    case MD_BLOCK_LI:
        start_line(body);
        body->in_item = true;
        break;
    case MD_BLOCK_P:
        if (!body->in_item) {
            start_line(body);
        } else if (body->line.size > 0) {
            refuse(body, "one paragraph per point");
        }
        break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_HR:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: refuse(body, "only lists and paragraphs"); break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    Body *body = context;
    (void)detail;
    if (type == MD_BLOCK_H) {
        body->in_heading = false;
        open_part(body, str_trim(buf_str(&body->line)));
    } else if (type == MD_BLOCK_LI) {
        finish_line(body, body->list);
        body->in_item = false;
    } else if (type == MD_BLOCK_P && !body->in_item) {
        finish_line(body, BLOCK_TEXT);
    }
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    Body *body = context;
    (void)detail;
    if (type == MD_SPAN_STRONG) {
        buf_add_char(&body->line, SOURCE_BOLD_ON);
    } else {
        refuse(body, "**bold** is the only emphasis; no links, pictures or code");
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    Body *body = context;
    (void)detail;
    if (type == MD_SPAN_STRONG) {
        buf_add_char(&body->line, SOURCE_BOLD_OFF);
    }
    return 0;
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
    Body *body = context;
    if (body->line_at.line == 0 && type == MD_TEXT_NORMAL) {
        body->line_at = place_of(body, text);
    }
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
        buf_add_char(&body->line, ' ');
    } else if (type == MD_TEXT_NORMAL) {
        buf_add(&body->line, (Str){text, size});
    } else {
        refuse(body, "plain text only: no code, no HTML, no &entities;");
    }
    return 0;
}

void source_markdown_read(Source *source, DocInput input, SourceText *text)
{
    Body body = {.source = source, .input = input, .text = text};
    body.line = buf_init(body.memory, sizeof body.memory);
    MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    if (md_parse(input.text.data, (MD_SIZE)input.text.size, &parser, &body) != 0) {
        refuse(&body, "the text cannot be read as Markdown");
    }
}
