#!/usr/bin/env python3
"""Tesseract reads every Dutch screen: at least 97 of 100 words of 28 u and larger, and every phone
number exactly, also where the screen is Arabic.

Each screen of the table of screens is reached on oksp-kiosk-test by the visitor stories and a few
more ways (walks.py). The nodes say where words stand; which words, they say only after reading. A
word counts as read when it is among the words read in its own box, whatever the order, without
capitals and punctuation. Not counted: single signs on the keys of a keyboard, and words in another
language than the screen. OKSP_ALL=1 reads all topics, else a sample.

The gate holds for every screen of the table, all its states together; no single state may fall
under STATE_MIN. Prints the score of every screen."""
import collections
import os
import re
import sys
import tempfile
import unicodedata

import reader
import rig
import walks

SCREEN_MIN = 0.97
STATE_MIN = 0.95
LARGE_U = 28
TOPICS_STEP = 1 if os.environ.get("OKSP_ALL") else 8
PROGRAM = os.path.join(rig.RELEASE, "bin/oksp-kiosk-test")
ENROL = os.environ.get("OKSP_ENROL", os.path.join(rig.ROOT, "build/debug/bin/enrol_store"))
FOREIGN = re.compile(r"[^\W\d_a-zà-ÿ]")  # a letter that no Dutch word has
# 06-16096360, 0900-111 3 111, 06 12 34 56 78, 112: how a phone number looks.
PHONE = re.compile(r"(?<![\d.,:])(?:0\d{1,3}[- ]?\d[\d ]{4,}\d|11[23])(?![\d.,:]|[- ]\d)")
APART = re.compile(r"[–—/·]|(?<=\d)-(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": None, "\u2011": "-"})


def words(text):
    """The words of a text as two readers compare them: letters and digits apart, "9 - 12" two."""
    text = "".join(c for c in unicodedata.normalize("NFC", text) if c.isprintable() or c.isspace())
    parts = APART.sub(" ", text.translate(QUOTES).lower()).split()
    return [word for word in (re.sub(r"^\W+|\W+$", "", part) for part in parts) if word]


def words_read(text):
    """The same of what was read; a word that was broken at a hyphen also as one."""
    return words(text) + words(re.sub(r"-\s+", "", text)) + words(re.sub(r"-\s+", "-", text))


def digits(text):
    return "".join(c for c in text if c in "0123456789")


def shown(state):
    """The nodes of a state that draw words large enough."""
    root = state.nodes[0]
    for node in state.nodes:
        if node.get("shown") and node["size"] * root["u"][2] >= LARGE_U * root["rect"][2]:
            yield node


def is_word_node(node, language):
    sign = node["role"] == "key" and all(len(part) == 1 for part in node["shown"].split())
    return not sign and node.get("lang", language) == language


def node_key(state, node):
    return (state.screen, node["shown"], node["size"], node.get("fg"), node.get("bg"))


class Roads:
    """Which states are worth a picture: those that show something new on their screen."""

    def __init__(self, player, wants):
        self.player, self.wants, self.seen = player, wants, set()

    def walk(self, lines, config=""):
        """The states, with pictures, of a road that show a wanted node not seen before."""
        new = []
        for i, state in sorted(self.player.play(lines, config).items()):
            keys = {node_key(state, node) for node in shown(state) if self.wants(state, node)}
            if keys - self.seen:
                new.append(i)
                self.seen |= keys
        return list(self.player.play(lines, config, new).values()) if new else []


class Cuttings:
    """Pictures cut at the boxes of nodes; each picture is opened once."""

    def __init__(self, eyes):
        self.eyes, self.of_state = eyes, []

    def add(self, state, wants):
        picture = reader.Picture(state.shot)
        handles = [(node, self.eyes.add(picture.cut(node["rect"], node["size"])))
                   for node in shown(state) if wants(state, node)]
        self.of_state.append((state, handles))
        os.unlink(state.shot)


def score(pairs):
    """(words read, words shown, those not read) of (shown, read) pairs."""
    good, missed = 0, []
    for text, read in pairs:
        have = collections.Counter(words_read(read))
        for word in (w for w in words(text) if not FOREIGN.search(w)):
            if have[word] > 0:
                have[word] -= 1
                good += 1
            else:
                missed.append(f"{word!r} in {text!r} read as {read!r}")
    return good, good + len(missed), missed


def phones_wrong(pairs):
    """Phone numbers that do not stand, digit for digit, in what was read in their box."""
    return [f"{number} read as {read!r}" for text, read in pairs for number in PHONE.findall(text)
            if digits(number) not in digits(read)]


def dutch_roads(player):
    roads = Roads(player, lambda state, node: is_word_node(node, "nl"))
    for lines in walks.stories().values():
        yield from roads.walk(lines)
    for config, lines in walks.MORE:
        yield from roads.walk(lines, config)
    topics = walks.Topics(player)
    for way in topics.all_pages(topics.first_pages()[::TOPICS_STEP]):
        yield from roads.walk(way)


def judge_dutch(player):
    cuttings, wrong = Cuttings(reader.Reader("nld")), []
    for state in dutch_roads(player):
        if state.language == "nl":
            cuttings.add(state, lambda _, node: is_word_node(node, "nl"))
    count = cuttings.eyes.read()
    of_screen = collections.defaultdict(list)
    for state, handles in cuttings.of_state:
        pairs = [(node["shown"], cuttings.eyes.text(handle)) for node, handle in handles]
        of_screen[state.screen].append(pairs)
        wrong += [f"{state.screen}: phone {what}" for what in phones_wrong(pairs)]
    for screen in walks.screens():
        wrong += judge_screen(screen, of_screen[screen])
    print(f"{len(cuttings.of_state)} Dutch states, {count} different boxes read", flush=True)
    return wrong


def judge_screen(screen, states):
    if not states:
        return [f"{screen}: no way leads there"]
    good, total, missed = score([pair for pairs in states for pair in pairs])
    scores = [score(pairs) for pairs in states]
    worst = min(one[0] / max(1, one[1]) for one in scores)
    print(f"{screen:16} {len(states):3} states {good:5} of {total:5} words "
          f"{100 * good / max(1, total):6.2f} %, worst state {100 * worst:6.2f} %", flush=True)
    for what in sorted(set(missed)):
        print(f"    not read: {what}")
    if total == 0 or good < SCREEN_MIN * total or worst < STATE_MIN:
        return [f"{screen}: {good} of {total} words, worst state {100 * worst:.1f} %"]
    return []


def judge_arabic(player):
    def wants(_, node):
        return PHONE.search(node["shown"]) is not None

    roads, cuttings, wrong, numbers = Roads(player, wants), Cuttings(reader.Reader("nld")), [], 0
    for lines in [*walks.stories().values(), *(lines for config, lines in walks.MORE if not config)]:
        there = ["tap welcome.language.ar", *(line.split('"')[0].strip() for line in lines)]
        for state in roads.walk(there):
            if state.language == "ar":
                cuttings.add(state, wants)
    cuttings.eyes.read()
    for state, handles in cuttings.of_state:
        pairs = [(node["shown"], cuttings.eyes.text(handle)) for node, handle in handles]
        numbers += len(pairs)
        wrong += [f"{state.screen} in Arabic: phone {what}" for what in phones_wrong(pairs)]
    print(f"{numbers} phone numbers on {len(cuttings.of_state)} Arabic states", flush=True)
    return wrong if numbers else ["no phone number on any Arabic screen"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        player = walks.Player(PROGRAM, ENROL, folder)
        wrong = judge_dutch(player) + judge_arabic(player)
        for why in player.broken:
            print(f"broke off: {why}")
    print("\n".join(wrong) or "everything can be read")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
