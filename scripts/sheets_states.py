"""sheets_states.py - how to reach every screen that scripts/sheets photographs.

Owns the stories. A state that has a drawing carries the drawing's name."""
from dataclasses import dataclass, field

SCHOOL = {"staffed": "yes", "at_school": "yes", "audio": "yes"}
PUBLIC = {"staffed": "yes", "audio": "yes"}


@dataclass
class State:
    """A screen: the story from welcome to it.

    look_first: colours and letters are chosen before the story (nothing can be chosen there).
    last:       what comes after them, right before the picture.
    stays:      there is no Stop en wis to end with."""
    name: str
    story: list
    place: dict = field(default_factory=lambda: PUBLIC)
    look_first: bool = False
    last: list = field(default_factory=list)
    stays: bool = False


def taps(*ids):
    return [f"tap {i}" for i in ids]


ARABIC = taps("welcome.language.ar")
PARENT = taps("welcome.parent")
ABOUT = PARENT + taps("home.call", "call_about.thuis")
SECTOR = ABOUT + taps("call_about.next", "call_sector.po")
HOW = SECTOR + taps("call_sector.next", "call_how.call")
DIAL = HOW + taps("call_how.next")
NUMBER = DIAL + ["type 06 12 34 56 7"]
WHEN = DIAL + ["type 06 12 34 56 78"] + taps("call_number.next", "call_when.am", "call_when.day.1")
NAME = WHEN + taps("call_when.next")
CALLED = (NAME + taps("call_name.name") + ["type Amina"] + taps("call_type_name.key.done")
          + taps("call_name.talk.ar", "call_name.interpreter.yes"))
CHECK = CALLED + taps("call_name.next", "call_check.voicemail.first", "call_check.answer.first")
SENT = CHECK + taps("call_check.send") + ["expect call_saved.done"]
MAIL = SECTOR + taps("call_sector.next", "call_how.mail", "call_how.next")
COME = SECTOR + taps("call_sector.next", "call_how.visit", "call_how.next")

CHILD = taps("welcome.child")
YOUNG = CHILD + taps("child_entry.young", "child_entry.go")
READING = CHILD + taps("child_entry.reading", "child_entry.go")
FEELING = YOUNG + taps("child_home.feelings", "child_home.go", "feelings.boos")
WHERE = YOUNG + taps("child_home.card", "child_home.go", "card_where.plein")
WHAT = WHERE + taps("card_where.go", "card_what.gepest")
WHO = WHAT + taps("card_what.go", "card_who.juf")
ASK = YOUNG + taps("child_home.ask", "child_home.go", "ask_about.gepest")
ASK_HOW = ASK + taps("ask_about.go", "ask_how.via")
ASK_VIA = ASK_HOW + taps("ask_how.go", "ask_via.teacher")
ASK_GROUP = ASK_VIA + taps("ask_via.go") + ["type juf Els"] + taps("ask_person.key.done",
                                                                   "ask_group.group.6")
ASK_NAME = ASK_GROUP + taps("ask_group.go") + ["type Noor"]
ASK_CHECK = ASK_NAME + taps("ask_name.go")
ASK_DONE = ASK_CHECK + ["wait 3"] + taps("ask_check.send") + ["expect ask_done.title"]
ASK_CALL = ASK + taps("ask_about.go", "ask_how.call", "ask_how.go")

STATES = [
    State("01-welcome-portrait", [], stays=True),
    State("19a-language-sheet-portrait", PARENT, look_first=True, last=taps("bar.language")),
    State("19b-display-sheet-portrait", PARENT, look_first=True, last=taps("bar.display")),
    State("02-parent-home-portrait", PARENT),
    State("02b-situation-questions-portrait", PARENT + taps("home.tile.thuis")),
    State("03-topic-portrait", PARENT + taps("home.tile.extra-hulp", "questions.opp")),
    State("03b-hard-word-portrait", PARENT + taps("home.tile.extra-hulp", "questions.opp"),
          look_first=True, last=taps("topic.word.0.0")),
    State("04b-search-portrait", PARENT + taps("home.search") + ["type hoor"]),
    State("04b-search-nothing", PARENT + taps("home.search") + ["type qzx"]),
    State("04e-letter-words-portrait", PARENT + taps("home.search", "search.letter")),
    State("05a-callback-about-portrait", ABOUT),
    State("05b-callback-sector-portrait", SECTOR),
    State("05c-callback-how-portrait", HOW),
    State("05d-callback-number-portrait", NUMBER),
    State("05d-callback-mail", MAIL + ["type amina@voorbeeld.nl"]),
    State("05d-callback-come", COME),
    State("05e-callback-when-portrait", WHEN),
    State("05f-callback-name-language-portrait", CALLED),
    State("05g-callback-check-portrait", CHECK),
    State("05h-callback-saved-portrait", SENT),
    State("05h-callback-saved-offline-portrait", ["offline"] + SENT),
    State("06a-keyboard-note-portrait",
          CHECK + taps("call_check.note") + ["type We wachten al drie maanden op extra hulp in de kl"]),
    State("06c-keyboard-accents-portrait", NAME + taps("call_name.name") + ["type Zo"]),
    State("H-parent-help-portrait", PARENT + taps("bar.help")),
    State("A-about-us-portrait", PARENT + taps("home.about")),
    State("A-about-more", PARENT + taps("home.about", "about.more")),
    State("P-privacy-parent-portrait", PARENT + taps("home.about", "about.privacy")),
    State("W-what-we-did-portrait", PARENT + taps("home.did")),
    State("13-idle-portrait", WHEN, look_first=True, last=["wait 200"]),
    State("08a-child-entry-portrait", CHILD),
    State("08-child-home-empty-portrait", YOUNG),
    State("08-child-home-portrait", YOUNG + taps("child_home.zeggen")),
    State("08r-reading-home-portrait", READING),
    State("09a-child-feelings-portrait", FEELING),
    State("09b-child-feeling-angry-portrait", FEELING + taps("feelings.go", "feeling.breathe")),
    State("09c-child-breathe-portrait", FEELING + taps("feelings.go", "feeling.breathe", "feeling.go")),
    State("10-child-story-portrait", YOUNG + taps("child_home.zeggen", "child_home.go",
                                                  "child_story.panel.1")),
    State("11a-child-talk-about-portrait", ASK),
    State("11b-child-talk-how-portrait", ASK_HOW, SCHOOL),
    State("11c-child-talk-who", ASK_VIA, SCHOOL),
    State("11c-child-talk-person", ASK_VIA + taps("ask_via.go") + ["type juf Els"], SCHOOL),
    State("11c-child-talk-via-portrait", ASK_GROUP, SCHOOL),
    State("11c-child-talk-call-portrait",
          ASK_CALL + taps("ask_number.whose.1") + ["type 06 12 34 56 78"]),
    State("11c-child-talk-here", ASK + taps("ask_about.go", "ask_how.here", "ask_how.go")),
    State("11d-child-talk-name-portrait", ASK_NAME, SCHOOL),
    State("11e-child-talk-check-portrait", ASK_CHECK, SCHOOL),
    State("11f-child-talk-done-portrait", ASK_DONE, SCHOOL),
    State("K1-words-where-portrait", WHERE),
    State("K2-words-what-portrait", WHAT),
    State("K3-words-who-portrait", WHO),
    State("K4-my-card-portrait", WHO + taps("card_who.go")),
    State("12-child-help-portrait", CHILD + taps("bar.help")),
    State("N-not-enrolled-portrait", PARENT, {"enrolled": "", "audio": "yes"}, stays=True),
]
