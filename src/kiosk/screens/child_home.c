/* child_home.c - the young home: four questions, feelings, the card, talking (mock-up 08). */
#include "app_child.h"
#include "board.h"
#include "board_pages.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 3, EXTRAS = 4 };

/* On pages asking for a talk is the third tile: whoever sees only the first page can do it. */
enum { TALK_PLACE = 2 };

static const ThemeHue HUES[] = {HUE_SKY, HUE_SUN, HUE_PETROL, HUE_LEAF};

typedef struct Extra {
    const char *id;
    const char *picture;
    ThemeHue hue;
    TextKey text;
} Extra;

static const Extra ROWS[EXTRAS] = {
    {"feelings", "hoe-voel-je", HUE_PLUM, TEXT_CHILD_HOME_FEELINGS},
    {"card", "mijn-kaartje", HUE_SAND, TEXT_CHILD_HOME_CARD},
    {"ask", "ik-wil-praten", HUE_CORAL, TEXT_ASK_HOME},
    {"privacy", "recht-privacy", HUE_LEAF, TEXT_CHILD_HOME_PRIVACY},
};

static const char *question_label(const View *view, const Situation *situation)
{
    return view_str(content_item_label(view->content, view->app->visitor.language, STR("child"),
                                       situation->id, STR("")));
}

static void question(const View *view, int index)
{
    const Situation *situation = content_situation(view->content, AUDIENCE_CHILD, index);

    board_tile(view, (BoardTile){index, view_str(situation->id), view_str(situation->picture),
                                 view_str(situation->icon),
                                 HUES[index % (int)(sizeof HUES / sizeof HUES[0])],
                                 question_label(view, situation), TYPE_TILE});
}

static void extra(const View *view, int count, int row)
{
    board_tile(view, (BoardTile){count + row, ROWS[row].id, ROWS[row].picture, NULL, ROWS[row].hue,
                                 view_text(view, ROWS[row].text), TYPE_TILE});
}

/* Which tile stands at a place: `count` questions, then the extras. */
static int tile_at(int count, int place, bool turns)
{
    int talk = count + APP_CHILD_TALK;

    if (!turns || place < TALK_PLACE || place > talk) {
        return place;
    }
    return place == TALK_PLACE ? talk : place - 1;
}

/* Stip says hello; in calm nobody does, and what to do stands alone. */
static BoardStage welcome(const View *view)
{
    bool calm = view->theme->wish.look == LOOK_CALM;
    const char *lead = view_text(view, TEXT_CHILD_HOME_LEAD);

    return (BoardStage){.title = calm ? lead : view_text(view, TEXT_CHILD_HOME_TITLE),
                        .type = TYPE_CHILD_TITLE_BIG,
                        .picture = calm ? NULL : "stip-happy-wave",
                        .caption = calm ? NULL : lead,
                        .hue = HUE_SUN};
}

/* The stage shows what is outlined: the whole question, large. */
static BoardStage stage_of(const View *view, int count)
{
    int picked = view->app->visitor.picked;
    Language language = view->app->visitor.language;

    if (picked == 0) {
        return welcome(view);
    }
    if (picked <= count) {
        const Situation *situation = content_situation(view->content, AUDIENCE_CHILD, picked - 1);
        const Topic *topic = content_topic(view->content, language, situation->questions[0].topic);
        return (BoardStage){.title = view_str(topic->title),
                            .type = TYPE_CHILD_TITLE,
                            .picture = view_str(situation->picture),
                            .hue = HUES[(picked - 1) % (int)(sizeof HUES / sizeof HUES[0])]};
    }
    const Extra *extra = &ROWS[picked - count - 1 < EXTRAS ? picked - count - 1 : 0];
    return (BoardStage){.title = view_text(view, extra->text),
                        .type = TYPE_CHILD_TITLE,
                        .picture = extra->picture,
                        .hue = extra->hue};
}

void child_home_view(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_CHILD);
    int all = count + EXTRAS;
    BoardPage page = board_pages_tiles(view, all);

    board_open(view, stage_of(view, count), board_pages_columns(view, all, COLUMNS));
    for (int place = page.first; place < page.end; place++) {
        int tile = tile_at(count, place, page.turns);
        if (tile < count) {
            question(view, tile);
        } else {
            extra(view, count, tile - count);
        }
    }
    board_pages_turn(view, &page);
    board_rest(view, all, COLUMNS);
    board_close(view);
}
