"""fields.py - every field in which a visitor types something of its own, each with the shortest road
to it, what is typed there, and how the visit goes on. PIN digits are not a visitor's."""
import os
import re

import rig

HOW = ["welcome.parent", "home.call", "call_about.thuis", "call_about.next", "call_sector.po",
       "call_sector.next"]
TALK = ["welcome.child", "child_entry.young", "child_entry.go", "child_home.ask", "child_home.go",
        "ask_about.gepest", "ask_about.go"]
VIA = [*TALK, "ask_how.via", "ask_how.go", "ask_via.teacher", "ask_via.go"]
CALL = [*TALK, "ask_how.call", "ask_how.go"]
OTHER = "0611223344"  # a number on the way to another field
NUMBER = [*(f"ask_number.key.{digit}" for digit in OTHER), "ask_number.whose.1", "ask_number.go"]
SHARE = ["welcome.parent", "home.share", "share_mood.mood.2", "share_mood.next",
         "share_topic.extra-hulp", "share_topic.next", "share_say.write"]
TELL = ["welcome.child", "child_entry.reading", "child_entry.go", "reading_home.more",
        "reading_more.tell", "tell_mood.mood.3", "tell_topic.vrienden", "tell_say.write"]
FIX = ["welcome.parent", "home.about", "about.wrong", "fix.unclear", "fix.write"]
PREP = ["welcome.parent", "home.tile.zorgen", "questions.zorgen-bespreken", "topic.prepare",
        "prep.ask", "prep_say.own"]
AGREE = ["welcome.parent", "home.tile.zorgen", "questions.zorgen-bespreken", "topic.prepare",
         "prep.after", "agree.school", "prep_say.own"]


def keys(screen, text):
    return [f"{screen}.key.{sign}" for sign in text]


class Field:
    """`kept_as`: its name in app_typing.h; `screen`: whose keyboard is typed on; `before`: the road
    to it; `after`: from the typed field to the end of the visit, which Stop en wis follows."""

    def __init__(self, kept_as, screen, before, after):
        self.kept_as, self.screen, self.before, self.after = kept_as, screen, before, after
        self.digits = kept_as.endswith("PHONE")

    def typing(self, value):
        return [*self.before, *keys(self.screen, value)]


FIELDS = [
    Field("SEARCH", "search", ["welcome.parent", "home.search"], []),
    Field("MAIL", "call_mail", [*HOW, "call_how.mail", "call_how.next"], []),
    Field("CHILD_PHONE", "ask_number", CALL,
          ["ask_number.whose.1", "ask_number.go", *keys("ask_name", "bcd"), "ask_name.go",
           "ask_check.send"]),
    Field("CHILD_NAME", "ask_name", [*CALL, *NUMBER], ["ask_name.go", "ask_check.send"]),
    Field("ADULT", "ask_person", VIA,
          ["ask_person.key.done", *keys("ask_number", OTHER), "ask_number.go",
           *keys("ask_name", "bcd"), "ask_name.go", "ask_check.send"]),
    Field("SHARE", "share_write", SHARE,
          ["share_write.key.done", "share_say.next", "share_check.send"]),
    Field("SHARE", "share_write", TELL,
          ["share_write.key.done", "tell_say.go", "tell_check.send"]),
    Field("FIX", "fix_write", FIX, ["fix_write.key.done", "fix.send"]),
    Field("PREP", "prep_type", PREP,
          ["prep_type.key.done", "prep_say.ready", "prep.make", "prep_card.take"]),
    Field("PREP", "prep_type", AGREE, ["prep_type.key.done", "bar.back", "agree.make"]),
]
CALLED_BACK = {"PHONE", "NAME", "NOTE"}  # typed on the main road


def forgotten():
    """Fields of the program that no road here types in."""
    with open(os.path.join(rig.ROOT, "src/kiosk/app_typing.h"), encoding="utf-8") as f:
        known = set(re.findall(r"\bAPP_FIELD_(\w+)", f.read())) - {"NONE", "COUNT"}
    return known - CALLED_BACK - {field.kept_as for field in FIELDS}
