#!/usr/bin/env python3
"""Tesseract reads every Dutch screen: at least 97 of 100 words, all of 28 u and larger, and every
phone number exactly, also where the screen is Arabic.

Each screen of the table of screens is reached on oksp-kiosk-test by the visitor stories and a few
more ways (walks.py). The nodes say where words stand; which words, they say only after reading. A
word counts as read when it is among the words read in its own box, whatever the order, without
capitals and punctuation. Not counted: single signs on the keys of a keyboard, and words in another
language than the screen. OKSP_ALL=1 reads all topics, else a sample.

The gate holds for every screen of the table and for what may lie over one (the idle warning, a
word explained, "Even opslaan..."), all its states together; no single state may fall under
STATE_MIN. A screen no way leads to is a fault, and so are words under 28 u, a way that breaks off
or goes another way when it is photographed, and a screen whose phone number was read in Dutch and
not in Arabic. Prints the score of every screen."""
import collections
import concurrent.futures
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
# 06-16096360, 0900-111 3 111, 06 12 34 56 78, 112: how a phone number looks (and a code does not).
PHONE = re.compile(r"(?<![\d.,:])(?!\d{4} \d{4}\b)(?:0\d{1,3}[- ]?\d[\d ]{2,}\d|11[23])(?![-.,: ]?\d)")
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
    """The nodes of a state that draw words."""
    return [node for node in state.nodes if node.get("shown")]


def too_small(state):
    """Words that are smaller than the smallest letters there may be."""
    root = state.nodes[0]
    return [f"{state.screen}: {node['shown']!r} is smaller than {LARGE_U} u" for node in shown(state)
            if node["size"] * root["u"][2] < LARGE_U * root["rect"][2]]


def has_dutch(node):
    sign = node["role"] == "key" and all(len(part) == 1 for part in node["shown"].split())
    return not sign and node.get("lang", "nl") == "nl"


def has_phone(node):
    return PHONE.search(node["shown"]) is not None


def node_key(state, node):
    return (state.screen, node["shown"], node["size"], node.get("fg"), node.get("bg"))


class Roads:
    """Which states are worth a picture: those that show something new on their screen."""

    def __init__(self, player, language, wants):
        self.player, self.language, self.wants, self.seen = player, language, wants, set()

    def walk(self, lines, config=""):
        """The states, with pictures, of a road that show a wanted node not seen before."""
        new = {}
        for i, state in sorted(self.player.play(lines, config).items()):
            keys = {node_key(state, node) for node in shown(state)
                    if state.language == self.language and self.wants(node)}
            if keys - self.seen:
                new[i] = state
                self.seen |= keys
        return self.player.photograph(lines, config, new)


class Cuttings:
    """Pictures cut at the boxes of nodes; each picture is opened once."""

    def __init__(self, eyes):
        self.eyes, self.of_state = eyes, []

    def add(self, state, wants):
        picture = reader.Picture(state.shot)
        handles = [(node, self.eyes.add(picture.cut(node["rect"], node["size"])))
                   for node in shown(state) if wants(node)]
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


def phones_wrong(screen, pairs):
    """Phone numbers that do not stand, digit for digit, in what was read in their box."""
    return [f"{screen}: phone {number} read as {read!r}" for text, read in pairs
            for number in PHONE.findall(text) if not stands_in(number, read)]


def stands_in(number, read):
    return re.search(r"(?<!\d)" + "[- ]*".join(digits(number)) + r"(?!\d)", read)


def dutch_roads(player):
    roads = Roads(player, "nl", has_dutch)
    for lines in walks.stories().values():
        yield from roads.walk(lines)
    for config, lines in walks.MORE:
        yield from roads.walk(lines, config)
    topics = walks.Topics(player)
    ways = topics.all_pages(topics.first_pages()[::TOPICS_STEP])
    for some in (ways, topics.words(ways)):
        yield from roads.walk(walks.one_visit_after_the_other(some))


def judge_dutch(player):
    """What is wrong with the words, and the screens that show a phone number."""
    cuttings, wrong, phones = Cuttings(reader.Reader("nld")), [], set()
    for state in dutch_roads(player):
        cuttings.add(state, has_dutch)
        wrong += too_small(state)
        phones.update(state.screen for node in shown(state) if has_phone(node))
    count = cuttings.eyes.read()
    of_screen = collections.defaultdict(list)
    for state, handles in cuttings.of_state:
        pairs = [(node["shown"], cuttings.eyes.text(handle)) for node, handle in handles]
        of_screen[state.screen].append(pairs)
        wrong += phones_wrong(state.screen, pairs)
    for screen in walks.screens():
        wrong += judge_screen(screen, of_screen[screen])
    print(f"{len(cuttings.of_state)} Dutch states, {count} different boxes read", flush=True)
    return wrong, phones


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


def arabic_roads(player):
    roads = Roads(player, "ar", has_phone)
    for name, lines in walks.stories().items():
        if name not in walks.NOT_IN_ARABIC:
            yield from roads.walk(walks.in_arabic(lines))
    for config, lines in walks.MORE:
        yield from roads.walk(walks.in_arabic(lines), config)
    topics = walks.Topics(player)
    first = [walks.in_arabic(way) for way in topics.first_pages()[::TOPICS_STEP]]
    yield from roads.walk(walks.one_visit_after_the_other(topics.all_pages(first)))


def judge_arabic(player):
    """What is wrong with the phone numbers, and the screens that show one."""
    cuttings, wrong, numbers = Cuttings(reader.Reader("nld")), [], 0
    for state in arabic_roads(player):
        cuttings.add(state, has_phone)
    cuttings.eyes.read()
    for state, handles in cuttings.of_state:
        pairs = [(node["shown"], cuttings.eyes.text(handle)) for node, handle in handles]
        numbers += len(pairs)
        wrong += phones_wrong(f"{state.screen} in Arabic", pairs)
    seen = {state.screen for state, _ in cuttings.of_state}
    print(f"{numbers} phone numbers on {len(seen)} Arabic screens", flush=True)
    return wrong, seen


def main():
    """Both languages beside each other, each on a kiosk of its own."""
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor() as pool:
        players = [walks.Player(PROGRAM, ENROL, os.path.join(folder, name)) for name in ("nl", "ar")]
        dutch = pool.submit(judge_dutch, players[0])
        arabic = pool.submit(judge_arabic, players[1])
        (wrong, phones), (wrong_arabic, phones_arabic) = dutch.result(), arabic.result()
    wrong += wrong_arabic + [f"{screen}: its phone number was not read in Arabic"
                             for screen in sorted(phones - phones_arabic)]
    wrong += [what for player in players for what in player.broken]
    print("\n".join(wrong) or "everything can be read")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
