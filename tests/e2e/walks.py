"""walks.py - ways to every screen, played on oksp-kiosk-test without a window: all visitor stories
of tests/stories, and here what no story shows.

A state is one screen as it stands after one line of a story: its nodes and, when asked, its
picture, which are of the same moment (script.h).
"""
import fnmatch
import glob
import itertools
import json
import os
import re
import subprocess
import sys

import rig

sys.path.insert(0, os.path.join(rig.ROOT, "tests/stories"))
from run import PIN_LINE  # noqa: E402

SIZE = "1080x1920"
LAYERS = "saving", "word"  # what may lie over a screen
PANEL = "[panel]\npx_per_mm = 2.71\nmount_bottom_mm = 595\n"


def stories():
    """{name: lines} of every visitor story."""
    found = {}
    for path in sorted(glob.glob(os.path.join(rig.ROOT, "tests/stories/*.txt"))):
        name = os.path.basename(path).removesuffix(".txt")
        if name != "CMakeLists":
            with open(path, encoding="utf-8") as f:
                lines = [line.strip() for line in f]
            found[name] = [line for line in lines if line and not line.startswith("#")]
    return found


def screens():
    """What there is to be seen: node prefixes of the table of screens and of what hides one."""
    with open(os.path.join(rig.ROOT, "src/kiosk/screens.def"), encoding="utf-8") as f:
        return [*re.findall(r"^SCREEN\(\w+, (\w+),", f.read(), re.M), "idle", *LAYERS]


class State:
    """The nodes of a screen, and its picture if one was taken. Of a screen with a layer over it only
    the layer and the way out, which nothing covers: what stands behind a veil is not for reading."""

    def __init__(self, dump, shot=None):
        with open(dump, encoding="utf-8") as f:
            rows = [json.loads(line) for line in f if line.strip()]
        self.nodes, self.shot, self.language = rows[1:], shot, rows[0].get("lang", "")
        self.screen = rows[0].get("screen", "?")
        for layer in LAYERS:
            if self.has(f"{layer}.title"):
                self.screen = layer
                ids = [node.get("id") for node in self.nodes]
                self.nodes = [self.nodes[0], *self.nodes[ids.index("bar.stop"):]]

    def ids(self, pattern):
        return fnmatch.filter([n["id"] for n in self.nodes if n.get("id") and n.get("action")], pattern)

    def has(self, identity):
        return any(n.get("id") == identity for n in self.nodes)


class Player:
    """Plays stories on a store of their own; keeps which broke off, and which went another way when
    they were photographed."""

    def __init__(self, program, enrol, folder):
        self.program, self.folder, self.count = program, folder, 0
        self.broken = []
        os.makedirs(folder, exist_ok=True)
        store, empty = os.path.join(folder, "kiosk"), os.path.join(folder, "empty")
        subprocess.run([enrol, store], check=True)
        os.makedirs(empty, mode=0o700)
        self.configs = {"": self._config("plain", store, "flood_max = 10000\n"),
                        "flooded": self._config("flooded", store, "flood_max = 1\n"),
                        "school": self._config("school", store, "flood_max = 10000\n",
                                               "at_school = yes\n"),
                        "new": self._config("new", empty, "")}

    def _config(self, name, store, extra, place="staffed = yes\n"):
        path = os.path.join(self.folder, f"{name}.ini")
        with open(path, "w", encoding="utf-8") as f:
            f.write(f"[kiosk]\ndata_dir = {store}\nasset_dir = {rig.ROOT}/assets\n"
                    f"pack = {rig.RELEASE}/share/oksp.okp\n{extra}{PANEL}[place]\n{place}[staff]\n{PIN_LINE}\n")
        return path

    def photograph(self, lines, config, seen):
        """The states of {number of lines done: State} once more, with pictures."""
        found = self.play(lines, config, list(seen)) if seen else {}
        self.broken += [f"a road to {lines[:i][-1:]} shows {state.screen}, and then another screen"
                        for i, state in seen.items()
                        if i in found and found[i].screen != state.screen]
        return list(found.values())

    def play(self, lines, config="", shots=()):
        """{number of lines done: State} of a story; with a picture where `shots` asks for one (and
        then only of those). A story that breaks off is a fault."""
        self.count += 1
        base = os.path.join(self.folder, f"{self.count}")
        wanted = shots or range(len(lines) + 1)
        script = []
        for i, line in enumerate([None, *lines]):
            script += [line] if line else []
            script += [f"dump {base}.{i}"] if i in wanted else []
            script += [f"shot {base}.{i}.ppm"] if i in shots else []
        with open(f"{base}.txt", "w", encoding="utf-8") as f:
            f.write("\n".join(script) + "\n")
        done = subprocess.run([self.program, "--headless", SIZE, "--config", self.configs[config],
                               "--script", f"{base}.txt"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            said = done.stderr.strip().splitlines()[-1:] or [f"ended with {done.returncode}"]
            self.broken.append(f"a road to {lines[-1:]} breaks off: {said[0]}")
        return {i: State(f"{base}.{i}", f"{base}.{i}.ppm" if shots else None) for i in wanted
                if os.path.exists(f"{base}.{i}.ppm" if shots else f"{base}.{i}")}


HOME = ["tap welcome.parent"]
YOUNG = ["tap welcome.child", "tap child_entry.young", "tap child_entry.go"]
READING = ["tap welcome.child", "tap child_entry.reading", "tap child_entry.go"]
ASK = [*YOUNG, "tap child_home.ask", "tap child_home.go", "tap ask_about.gepest", "tap ask_about.go"]
HOW = [*HOME, "tap home.call", "tap call_about.thuis", "tap call_about.next", "tap call_sector.po",
       "tap call_sector.next"]
CHECK = [*HOW, "tap call_how.call", "tap call_how.next", "type 0612345678", "tap call_number.next",
         "tap call_when.any", "tap call_when.next", "tap call_name.nameless", "tap call_name.next"]
SEND = [*CHECK, "tap call_check.send", "expect call_saved.done"]

# What no story shows: (settings, lines).
MORE = [
    ("", ["tap bar.language"]),
    ("", ["tap bar.display"]),
    ("", [*HOME, "tap bar.help", "tap bar.back", "tap home.about", "tap about.privacy"]),
    ("", [*HOME, "tap home.search", "tap search.letter", "tap letters.opp"]),
    ("", [*HOW, "tap call_how.mail", "tap call_how.next", "type noor@voorbeeld.nl"]),
    ("", [*HOW, "tap call_how.visit", "tap call_how.next"]),
    ("", [*CHECK, "tap call_check.note", "type Ik werk tot vier uur"]),
    ("", [*CHECK, "tap bar.back", "tap call_name.name", "type Noor"]),
    ("", ["online", *SEND]),
    ("", [*CHECK, "tap call_check.send", "wait 1"]),  # saving takes long
    ("flooded", [*HOME, "tap home.call"]),  # the visits above have sent enough
    ("new", HOME),
    ("", [*YOUNG, "tap bar.help"]),
    ("", [*ASK, "tap ask_how.call", "tap ask_how.go", "type 0612345678", "tap ask_number.whose.1",
          "tap ask_number.go", "type Noor", "tap ask_name.go", "wait 5", "tap ask_check.send",
          "expect ask_done.title"]),
    ("", [*ASK, "tap ask_how.here", "tap ask_how.go"]),
    ("", [*ASK, "tap ask_how.visit", "tap ask_how.go"]),
    ("", [*ASK, "tap ask_how.via", "tap ask_how.go", "tap ask_via.teacher", "tap ask_via.go",
          "type juf Anna", "tap ask_person.key.done"]),
    ("school", [*ASK, "tap ask_how.via", "tap ask_how.go", "tap ask_via.teacher", "tap ask_via.go",
                "type juf Anna", "tap ask_person.key.done"]),
]


STOP = ["tap bar.stop"]
PAGES_MAX = 8
ARABIC = "tap welcome.language.ar"
# Stories that do not go the same way in Arabic.
NOT_IN_ARABIC = {"keyboard-only": "the first tile of a mirrored screen is another one",
                 "parent-reads": "it searches with Dutch words"}


def in_arabic(lines):
    """A road that begins by choosing Arabic; what it expects in Dutch words is left out."""
    return [ARABIC, *(line.split('"')[0].strip() for line in lines)]


def one_visit_after_the_other(ways):
    return [line for way in ways for line in [*way, *STOP]]


class Topics:
    """The ways to every topic, each of its pages and the words it explains, found by looking: a way
    is a list of lines."""

    def __init__(self, player):
        self.player = player

    def _ends(self, ways):
        """The state at the end of each way, all in one visit after the other."""
        states = self.player.play(one_visit_after_the_other(ways))
        ends = itertools.accumulate(len(way) + len(STOP) for way in ways)
        return [states.get(end - len(STOP)) for end in ends]

    def _fan(self, ways, pattern):
        """Each way, and one tap further on every node whose id looks like `pattern`."""
        return [[*way, f"tap {identity}"] for way, state in zip(ways, self._ends(ways)) if state
                for identity in state.ids(pattern)]

    def first_pages(self):
        parent = [way for way in self._fan(self._fan([HOME], "home.tile.*"), "questions.*")
                  if way[-1] not in ("tap questions.call", "tap questions.more")]
        reading = self._fan([READING], "reading_home.*-*")
        reading += self._fan([[*READING, "tap reading_home.more"]], "reading_more.*")
        young = [[*way, "tap child_home.go"] for way in self._fan([YOUNG], "child_home.*-*")]
        return parent + reading + young

    def words(self, ways):
        return self._fan(ways, "topic.word.*")

    def all_pages(self, ways):
        found = []
        for _ in range(PAGES_MAX):
            found += ways
            further = [state is not None and state.has("topic.more") for state in self._ends(ways)]
            ways = [[*way, "tap topic.more"] for way, more in zip(ways, further) if more]
            if not ways:
                break
        return found
