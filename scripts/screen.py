"""screen.py - sees a screen and touches it, like a visitor: pictures in, X events out.

Positions come from the picture only (words by tesseract, boxes by colour), never from what the
program says of itself; taps are real X events (XTEST through xdotool). Used by the tour and by
the end-to-end tests.
"""
import csv
import difflib
import io
import os
import re
import subprocess
import time
import unicodedata

SHRINK = 4          # boxes are looked for in a picture this many times smaller
WORD_GAP_PX = 60    # words further apart than this are not one phrase
COLOUR_NEAR = 6     # per channel
PHRASE_WORDS_MAX = 12
LIKENESS_MIN = 0.86 # tesseract misreads a letter now and then
# In red, ink and petrol are dark, paper and coral are light. (+channel: what comes after is done to
# the whole picture, not to its red only.)
RED = ["-channel", "R", "-separate", "+channel"]
# Ways to look: as it is; the red channel cut in two, both ways round; an adaptive threshold for
# everything between.
LOOKS = ([], [*RED, "-threshold", "50%", "-negate"], [*RED, "-threshold", "50%"],
         ["-colorspace", "Gray", "-lat", "60x60-8%"])

# Filled buttons of the light theme, and how their red channel becomes dark words on light.
BUTTON_COLOURS = {"#0E5A63": ["-negate"], "#F8A47F": [], "#6B3F78": ["-negate"],
                  "#97390F": ["-negate"], "#1F2D33": ["-negate"], "#FFFFFF": []}
BUTTON_PX_MIN = 100
BUTTON_AIR_PX = 20
LOOKS_MIN = 3       # before something is not there
DIGITS_LANGUAGE = "nld"

DAMM = ("0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790")


def plain(text):
    """Lower case without accents, marks and punctuation: what two readers agree on."""
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in text if c.isalnum())


def alike(text, wanted):
    """1 for the same letters, 0 for none in common."""
    return difflib.SequenceMatcher(None, text, wanted).ratio()


def damm(digits):
    """0 for digits whose last one checks the others (Damm 2004, as the product's receipts)."""
    at = 0
    for digit in digits:
        at = int(DAMM[at][int(digit)])
    return at


def follows(run, word):
    """May `word` go on where `run` ends: beside its last word, or on the next line below it?"""
    _, left, top, width, height = run[-1]
    gap = max(word[1] - (left + width), left - (word[1] + word[3]))
    if top - height < word[2] < top + height and -WORD_GAP_PX < gap < WORD_GAP_PX:
        return True
    bounds = min(w[1] for w in run), max(w[1] + w[3] for w in run)
    below = word[2] - max(w[2] + w[4] for w in run)
    return -height < below < WORD_GAP_PX and word[1] < bounds[1] and word[1] + word[3] > bounds[0]


class NotSeen(Exception):
    """What was looked for is not on the screen."""


class Screen:
    """One X display with one program on it."""

    def __init__(self, display, folder, language="nld"):
        self.display = display
        self.folder = folder
        self.language = language
        self.count = 0
        os.makedirs(folder, exist_ok=True)

    def _run(self, *command, data=None):
        env = {**os.environ, "DISPLAY": self.display, "OMP_THREAD_LIMIT": "1"}
        done = subprocess.run(command, input=data, capture_output=True, env=env, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-300:]}")
        return done.stdout

    def shot(self, name=None):
        """A picture of the screen; with a name numbered, so that a folder of them reads as the
        visit, and else only to look at, for which it is not packed: that takes longest."""
        if name:
            self.count += 1
            path = os.path.join(self.folder, f"{self.count:02d}-{name}.png")
        else:
            path = os.path.join(self.folder, ".look.ppm")
        self._run("import", "-window", "root", "-depth", "8", path)
        return path

    def words(self, path, psm="11"):
        """(text, x, y, w, h) of every word tesseract reads in a picture."""
        return self.words_of([path], psm)[0]

    def words_of(self, paths, psm):
        """The same for several pictures by one tesseract: a list for each."""
        names = os.path.join(self.folder, ".pictures")
        with open(names, "w", encoding="utf-8") as f:
            f.write("\n".join(paths) + "\n")
        args = ["tesseract", names, "stdout", "-l", self.language, "--psm", psm, "tsv"]
        table = self._run(*args).decode(errors="replace")
        found = [[] for _ in paths]
        for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("text", "").strip() and float(row["conf"]) >= 0:
                box = [int(row[k]) for k in ("left", "top", "width", "height")]
                found[int(row["page_num"]) - 1].append((row["text"], *box))
        return found

    def _phrase(self, words, wanted):
        """(likeness, x, y) of the run of neighbouring words that reads most like `wanted`."""
        best = (0, 0, 0)
        for i, first in enumerate(words):
            run = [first]
            for word in words[i + 1:i + PHRASE_WORDS_MAX]:
                longer = plain("".join(w[0] for w in run + [word]))
                fits = (plain(word[0]) and len(longer) <= len(wanted) + 1
                        and alike(longer, wanted[:len(longer)]) >= LIKENESS_MIN)
                if fits and follows(run, word):
                    run.append(word)
            text = plain("".join(w[0] for w in run))
            like = alike(text, wanted)
            if like > best[0]:
                best = (like, (min(w[1] for w in run) + max(w[1] + w[3] for w in run)) // 2,
                        (min(w[2] for w in run) + max(w[2] + w[4] for w in run)) // 2)
        return best

    def find(self, text, path=None):
        """Where `text` stands, or NotSeen. Without a picture every look is a new one: the screen
        may change while we look."""
        for words in self._glances(path):
            like, x, y = self._phrase(words, plain(text))
            if like >= LIKENESS_MIN:
                return x, y
        raise NotSeen(text)

    def _glances(self, path):
        """The words of one look after the other: as it is, button by button, the other ways."""
        yield self.words(self._look(path or self.shot(), LOOKS[0]))
        yield from self.button_words(path or self.shot())
        for look in LOOKS[1:]:
            yield self.words(self._look(path or self.shot(), look))

    def _look(self, path, look):
        if not look:
            return path
        other = os.path.join(self.folder, ".threshold.pgm")
        self._run("convert", path, *look, other)
        return other

    def read(self, path=None):
        """Every word on the screen, all ways of looking together."""
        path = path or self.shot()
        return " ".join(w[0] for look in LOOKS for w in self.words(self._look(path, look)))

    def code(self):
        """The eight digits of a receipt on the screen, or None: two groups of four that check.
        Digits are Western in every language, so they are read with Dutch eyes."""
        path, language = self.shot(), self.language
        self.language = DIGITS_LANGUAGE
        try:
            for look in LOOKS:
                text = " ".join(w[0] for w in self.words(self._look(path, look)))
                for found in re.finditer(r"(?<![-\d])(\d{4})\s?(\d{4})\b", text):
                    if damm(found.group(1) + found.group(2)) == 0:
                        return found.group(1) + found.group(2)
        finally:
            self.language = language
        return None

    def wait(self, text, seconds=60):
        """Look until `text` is on the screen, on a slow machine at least LOOKS_MIN times; returns
        its place."""
        end, looks = time.monotonic() + seconds, 0
        while True:
            try:
                return self.find(text)
            except NotSeen:
                looks += 1
                if time.monotonic() > end and looks >= LOOKS_MIN:
                    last = self.shot("not-seen")
                    raise NotSeen(f"{text!r} in {seconds} s; last picture {last}") from None

    def small(self, path, filter):
        """(columns, rows, RGB bytes) of a picture, SHRINK times smaller."""
        raw = self._run("convert", path, "-filter", filter, "-resize", f"{100 / SHRINK}%",
                        "-depth", "8", "ppm:-")
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", raw)
        return int(head.group(1)), int(head.group(2)), raw[head.end():]

    def regions(self, colour, path):
        """Bounds (x0, y0, x1, y1) in pixels of every region filled with `colour`."""
        return filled(colour, *self.small(path, "point"))

    def boxes(self, colour, width, height, path=None):
        """Middles of the boxes filled with `colour` of about this size, rows first."""
        path = path or self.shot()
        middles = [((x0 + x1) // 2, (y0 + y1) // 2) for x0, y0, x1, y1 in self.regions(colour, path)
                   if abs(x1 - x0 - width) < width * 0.15 and abs(y1 - y0 - height) < height * 0.15]
        return sorted(middles, key=lambda m: (round(m[1] / (height / 2)), m[0]))

    def button_words(self, path):
        """The words on every filled button, each read by itself: tesseract takes a large filled
        box for a picture and skips what stands in it."""
        crops, corners, flat = [], [], self.small(path, "point")
        for colour, dark in BUTTON_COLOURS.items():
            for x0, y0, x1, y1 in filled(colour, *flat):
                if x1 - x0 < BUTTON_PX_MIN or y1 - y0 < BUTTON_PX_MIN // 2:
                    continue
                crops.append(os.path.join(self.folder, f".button{len(crops)}.pgm"))
                corners.append((x0 - BUTTON_AIR_PX, y0 - BUTTON_AIR_PX))
                self._run("convert", path, "-crop", f"{x1 - x0}x{y1 - y0}+{x0}+{y0}", "+repage",
                          *RED, *dark, "-normalize", *without_corners(x1 - x0, y1 - y0),
                          "-level", "0,75%", "-bordercolor", "white", "-border",
                          str(BUTTON_AIR_PX), crops[-1])
        for mode in ("7", "6", "11") if crops else ():
            for (x, y), words in zip(corners, self.words_of(crops, mode)):
                yield [(w[0], w[1] + x, w[2] + y, w[3], w[4]) for w in words]

    def tap(self, x, y, hold_s=0.06, settle_s=0.35):
        """A finger: move, press, release, as X events; then a moment to look."""
        self._run("xdotool", "mousemove", str(x), str(y), "mousedown", "1",
                  "sleep", str(hold_s), "mouseup", "1")
        time.sleep(settle_s)

    def tap_all(self, taps):
        """Several taps in one go; each is (x, y, seconds to wait after it)."""
        command = []
        for x, y, settle_s in taps:
            command += ["mousemove", str(x), str(y), "mousedown", "1", "sleep", "0.02",
                        "mouseup", "1", "sleep", f"{settle_s:g}"]
        self._run("xdotool", *command)

    def tap_text(self, text, seconds=60):
        self.tap(*self.wait(text, seconds))


def without_corners(width, height):
    """How convert makes white what stands outside a button's round corners."""
    corners = [(x, y) for x in (0, width - 1) for y in (0, height - 1)]
    fill = [word for x, y in corners for word in ("-draw", f"color {x},{y} floodfill")]
    return ["-fuzz", "20%", "-fill", "white", *fill]


def filled(colour, columns, rows, pixels):
    """Bounds in full-size pixels of the regions of a small picture filled with `colour`."""
    want = bytes.fromhex(colour.lstrip("#"))
    same = [abs(r - want[0]) < COLOUR_NEAR and abs(g - want[1]) < COLOUR_NEAR
            and abs(b - want[2]) < COLOUR_NEAR
            for r, g, b in zip(pixels[::3], pixels[1::3], pixels[2::3])]
    found = [flood(same, start, columns, rows) for start in range(len(same)) if same[start]]
    return [(x0 * SHRINK, y0 * SHRINK, (x1 + 1) * SHRINK, (y1 + 1) * SHRINK)
            for x0, y0, x1, y1 in found]


def flood(same, start, columns, rows):
    """Clears one connected region of `same` and returns its bounds."""
    stack, bounds = [start], [columns, rows, 0, 0]
    same[start] = False
    while stack:
        at = stack.pop()
        x, y = at % columns, at // columns
        bounds = [min(bounds[0], x), min(bounds[1], y), max(bounds[2], x), max(bounds[3], y)]
        for nx, ny in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
            if 0 <= nx < columns and 0 <= ny < rows and same[ny * columns + nx]:
                same[ny * columns + nx] = False
                stack.append(ny * columns + nx)
    return bounds
