/* child_home.c - the young home: four questions, feelings, the card, talking (mock-up 08). */
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 3, EXTRAS = 4 };

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

static void questions(const View *view, int count)
{
    for (int i = 0; i < count; i++) {
        const Situation *situation = content_situation(view->content, AUDIENCE_CHILD, i);
        board_tile(view, (BoardTile){i, view_str(situation->id), view_str(situation->picture),
                                     view_str(situation->icon),
                                     HUES[i % (int)(sizeof HUES / sizeof HUES[0])],
                                     question_label(view, situation), TYPE_TILE});
    }
}

/* The stage shows what is outlined: the whole question, large. */
static BoardStage stage_of(const View *view, int count)
{
    int picked = view->app->visitor.picked;
    Language language = view->app->visitor.language;

    if (picked == 0) {
        return (BoardStage){.title = view_text(view, TEXT_CHILD_HOME_TITLE),
                            .type = TYPE_CHILD_TITLE_BIG,
                            .picture =
                                view->theme->wish.look == LOOK_CALM ? NULL : "stip-happy-wave",
                            .caption = view_text(view, TEXT_CHILD_HOME_LEAD),
                            .hue = HUE_SUN};
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

    board_open(view, stage_of(view, count), COLUMNS);
    questions(view, count);
    for (int i = 0; i < EXTRAS; i++) {
        board_tile(view, (BoardTile){count + i, ROWS[i].id, ROWS[i].picture, NULL, ROWS[i].hue,
                                     view_text(view, ROWS[i].text), TYPE_TILE});
    }
    board_go(view, 1, 0);
    board_close(view);
}
