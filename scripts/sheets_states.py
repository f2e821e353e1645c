"""sheets_states.py - how to reach every screen that scripts/sheets photographs.

Owns the stories. A state that has a drawing carries the drawing's name."""
from dataclasses import dataclass, field

SCHOOL = {"staffed": "yes", "at_school": "yes", "audio": "yes"}
PUBLIC = {"staffed": "yes", "audio": "yes"}
# Not settings: what scripts/sheets does to the store or to the content before the kiosk starts.
NOT_ENROLLED = {"store": "empty", "audio": "yes"}
FULL = {"store": "full", "audio": "yes"}
BUSY = {"store": "busy", "audio": "yes"}
NO_ROUTE = {"store": "empty", "region": "no visits", "audio": "yes"}
NO_PACK = {"store": "empty", "pack": "none"}


@dataclass
class State:
    """A screen: the story from welcome to it.

    look_first: colours and letters are chosen before the story (nothing can be chosen there).
    last:       what comes after them, right before the picture.
    stays:      there is no Stop en wis to end with.
    plain:      there is no Weergave either: always in the usual colours and letters."""
    name: str
    story: list
    place: dict = field(default_factory=lambda: PUBLIC)
    look_first: bool = False
    last: list = field(default_factory=list)
    stays: bool = False
    plain: bool = False


def taps(*ids):
    """Small panels and large letters put some of these on another page: it is turned to."""
    return [line for i in ids for line in (f"find {i}", f"tap {i}")]


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

TOPIC = PARENT + taps("home.tile.extra-hulp", "questions.opp")
TALK = PARENT + taps("home.tile.zorgen", "questions.gesprek-voorbereiden", "topic.prepare")


def part(name, *rows):
    """One part of the talk, with these ready sentences."""
    return taps(f"prep.{name}", *[f"prep_say.{row}" for row in rows], "prep_say.ready")


FILLED = TALK + part("good", "vrienden", "rekenen") + part("home", "moe") + part("ask", "hulp", "wie")
OWN = TALK + taps("prep.good", "prep_say.own") + ["type Hij lacht veel."]
TALKED = (TALK + taps("prep.after", "agree.school", "prep_say.hulp", "prep_say.next", "prep_say.twee",
                      "prep_say.ready", "agree.child", "prep_say.niets", "prep_say.next",
                      "prep_say.ready", "agree.again", "prep_say.vier", "prep_say.ready"))
MOOD = PARENT + taps("home.share", "share_mood.mood.2")
SAY = MOOD + taps("share_mood.next", "share_topic.extra-hulp", "share_topic.next",
                  "share_say.wachten", "share_say.wie-helpt")
WROTE = SAY + taps("share_say.write") + ["type Niemand belt ons terug."]
SHARE = WROTE + taps("share_write.key.done", "share_say.next")
SHARED = SHARE + ["find share_check.send", "wait 6", "tap share_check.send", "expect share_done.title"]
WRONG = TOPIC + taps("topic.wrong", "fix.missing")
PIN = (taps("bar.staff") + ['expect staff_pin.lead "Nog 5 pogingen. Daarna wacht u 5 minuten."', "type 246810"])
STAFF = PIN + taps("staff_pin.enter") + ["expect staff.banner"]

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
ASK_DONE = ASK_CHECK + ["find ask_check.send", "wait 6", "tap ask_check.send", "expect ask_done.title"]
ASK_CALL = ASK + taps("ask_about.go", "ask_how.call", "ask_how.go")
TELL = YOUNG + taps("child_home.niet-fijn", "child_home.go", "child_story.next", "child_story.next",
                    "child_story.next", "child_story.tell", "tell_mood.mood.1")
TELL_TOPIC = TELL + taps("tell_mood.go", "tell_topic.gepest")
TELL_SAY = TELL_TOPIC + taps("tell_topic.go", "tell_say.luisteren-niet")
TELL_CHECK = TELL_SAY + taps("tell_say.go")
TEEN = READING + taps("reading_home.more")
TEEN_TELL = TEEN + taps("reading_more.tell", "tell_mood.mood.3", "tell_topic.vrienden")

STATES = [
    State("01-welcome-portrait", [], stays=True),
    State("19a-language-sheet-portrait", PARENT, look_first=True, last=taps("bar.language")),
    State("19b-display-sheet-portrait", PARENT, look_first=True, last=taps("bar.display")),
    State("02-parent-home-portrait", PARENT),
    State("02b-situation-questions-portrait", PARENT + taps("home.tile.thuis")),
    State("03-topic-portrait", PARENT + taps("home.tile.extra-hulp", "questions.opp")),
    State("03b-hard-word-portrait", PARENT + taps("home.tile.extra-hulp", "questions.opp"),
          look_first=True, last=taps("topic.word.0.0")),
    State("04-prepare-talk-portrait", FILLED),
    State("04-prepare-say", TALK + taps("prep.good", "prep_say.rekenen")),
    State("04-prepare-type", OWN),
    State("04c-talk-card-bilingual-portrait", FILLED + taps("prep.make")),
    State("04d-talk-qr-portrait", FILLED + taps("prep.make", "prep_card.take")),
    State("04f-agree", TALKED),
    State("04f-agree-when", TALK + taps("prep.after", "agree.school", "prep_say.hulp", "prep_say.next")),
    State("04g-agree-card", TALKED + taps("agree.make")),
    State("04b-search-portrait", PARENT + taps("home.search") + ["type hoor"]),
    State("04b-search-nothing", PARENT + taps("home.search") + ["type qzx"]),
    State("04e-letter-words-portrait", PARENT + taps("home.search", "search.letter")),
    State("04e-letter", PARENT + taps("home.search", "search.letter", "letters.opp")),
    State("05a-callback-about-portrait", ABOUT),
    State("05b-callback-sector-portrait", SECTOR),
    State("05c-callback-how-portrait", HOW),
    State("05d-callback-number-portrait", NUMBER),
    State("05d-callback-mail", MAIL + ["type amina@voorbeeld.nl"]),
    State("05d-callback-come", COME),
    State("05e-callback-when-portrait", WHEN),
    State("05f-callback-name-language-portrait", CALLED),
    State("05f-callback-name", NAME),
    State("05g-callback-check-first", CALLED + taps("call_name.next")),
    State("05g-callback-check-portrait", CHECK),
    State("05h-callback-saved-portrait", SENT),
    State("05h-callback-saved-offline-portrait", ["offline"] + SENT),
    State("06a-keyboard-note-portrait",
          CHECK + taps("call_check.note") + ["type We wachten al drie maanden op extra hulp in de kl"]),
    State("06c-keyboard-accents-portrait", NAME + taps("call_name.name") + ["type Zo"]),
    State("07a-share-feeling-portrait", MOOD),
    State("07b-share-topic-portrait", MOOD + taps("share_mood.next", "share_topic.extra-hulp")),
    State("07c-share-sentence-portrait", SAY),
    State("07c-share-write", WROTE),
    State("07c-share-check", SHARE),
    State("07d-share-done-portrait", SHARED),
    State("H-parent-help-portrait", PARENT + taps("bar.help")),
    State("A-about-us-portrait", PARENT + taps("home.about")),
    State("A-about-more", PARENT + taps("home.about", "about.more")),
    State("P-privacy-parent-portrait", PARENT + taps("home.about", "about.privacy")),
    State("W-what-we-did-portrait", PARENT + taps("home.did")),
    State("X-fix", WRONG),
    State("X-fix-write", WRONG + taps("fix.write") + ["type Het nummer ontbreekt."]),
    State("X-fix-done", WRONG + ["find fix.send", "wait 6", "tap fix.send", "expect fix_done.title"]),
    State("13-idle-portrait", WHEN, look_first=True, last=["wait 200"]),
    State("08a-child-entry-portrait", CHILD),
    State("08-child-home-empty-portrait", YOUNG),
    State("08-child-home-portrait", YOUNG + taps("child_home.zeggen")),
    State("08r-reading-home-portrait", READING),
    State("08r-reading-more", TEEN),
    State("08r-reading-topic", TEEN + taps("reading_more.rechten-16")),
    State("09a-child-feelings-portrait", FEELING),
    State("09b-child-feeling-angry-portrait", FEELING + taps("feelings.go", "feeling.breathe")),
    State("09c-child-breathe-portrait", FEELING + taps("feelings.go", "feeling.breathe", "feeling.go")),
    State("10-child-story-portrait", YOUNG + taps("child_home.zeggen", "child_home.go",
                                                  "child_story.panel.1")),
    State("11a-child-talk-about-portrait", ASK),
    State("11x-child-no-route-portrait", ASK + taps("ask_about.go"), NO_ROUTE),
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
    State("P-privacy-child-portrait", YOUNG + taps("child_home.privacy", "child_home.go")),
    State("T1-tell-mood", TELL),
    State("T2-tell-topic", TELL_TOPIC),
    State("T3-tell-say", TELL_SAY),
    State("T3-tell-say-reading", TEEN_TELL),
    State("T4-tell-check", TELL_CHECK),
    State("T5-tell-done", TELL_CHECK + ["find tell_check.send", "wait 6", "tap tell_check.send", "expect tell_done.title"]),
    State("12-child-help-portrait", CHILD + taps("bar.help")),
    State("12-child-help-reading", READING + taps("bar.help")),
    State("17a-staff-pin-portrait", PIN),
    State("17b-staff-status-portrait", STAFF),
    State("17c-staff-touch", STAFF + taps("staff.touch", "staff_touch.cell.1")),
    State("17d-staff-sound", STAFF + taps("staff.sound")),
    State("17e-staff-colour", STAFF + taps("staff.colour")),
    State("17f-staff-ruler", STAFF + taps("staff.ruler")),
    State("17g-staff-letters", STAFF + taps("staff.letters")),
    State("17h-staff-reach", STAFF + taps("staff.reach")),
    State("N-not-enrolled-portrait", PARENT, NOT_ENROLLED, stays=True),
    State("F-cannot-save-portrait", CHECK + taps("call_check.send") + ["expect cannot_save.retry"], FULL),
    State("F-too-many", SENT + taps("bar.start", "home.call"), BUSY),
    State("F-no-pack", [], NO_PACK, stays=True, plain=True),
]
