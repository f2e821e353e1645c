/* topic_scene.h - what the parts of a topic's screen share, and its lower part: related topics, the
 * other page, the way to people.
 * Owns nothing. */
#ifndef OKSP_TOPIC_SCENE_H
#define OKSP_TOPIC_SCENE_H

#include "topic_pages.h"

typedef struct TopicScene {
    const View *view;
    const Topic *topic;
    const TopicPages *pages;
    const char *lang; /* of the topic's words */
    int page;
    bool covered; /* a pop-up lies over it: nothing here can be pressed */
} TopicScene;

/* The action of a node, or none while the topic is covered. */
UiAction topic_scene_act(const TopicScene *scene, int kind, int arg);

/* Is it read by a child or a teenager? */
bool topic_scene_is_child(const TopicScene *scene);

/* Chips and buttons under the topic, or beside it in landscape. */
void topic_scene_foot(const TopicScene *scene);

#endif
