"""reader.py - reads words in pictures with tesseract, as somebody who has never seen the product.

What it knows: the picture, and where on it words stand (a rectangle). What it never knows: which
words. Every rectangle is prepared alike: grey, the most common grey is the ground and becomes
white, what differs most from it becomes black, and what hangs together with the edge of the
cutting or of the box (outlines, shadows, corners of a disc) is taken away, and so are carets. What
is paler than weak eyes can read is not read. One tesseract reads all cuttings of a run; a cutting
with the same pixels is read once.
"""
import collections
import csv
import hashlib
import io
import os
import re
import subprocess
import tempfile

BRIGHTNESS = 0.2126, 0.7152, 0.0722  # of red, green, blue (Rec. 709)
AROUND_PX = 6    # cut a little wider than the box: letters may stand at its very edge,
AROUND_PART = 8  # and the tail of a large one hangs below it by up to an eighth of its size
LINE_SIZES = 1.6 # one line, also with an icon, is lower than this many sizes of its letters
STROKE_SIZES = 1.1 # no letter has an upright stroke this many sizes high; a caret has
OUTLINE_PX = 5   # an outline stands at most this far inside its box,
OUTLINE_PART = 0.8 # and goes this far across it at least
GROUND_NEAR = 10 # of 255: shades of one ground
CONTRAST_MIN = 4.5 # the law's least, of large letters
BORDER_PX = 12   # white around every cutting: tesseract wants air
ONE_LINE, BLOCK = "7", "6"  # tesseract's page modes
BATCH = 400      # cuttings per tesseract; it keeps their results until its end


class Picture:
    """A plain screenshot (PPM), in grey."""

    def __init__(self, path):
        with open(path, "rb") as f:
            raw = f.read()
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", raw)
        self.width, self.height = int(head.group(1)), int(head.group(2))
        self.pixels = grey_of(raw[head.end():])

    def cut(self, rect, size_px):
        """The rectangle and a little around it, as letters of `size_px` need it."""
        around = max(AROUND_PX, size_px // AROUND_PART)
        x0, y0 = max(0, rect[0] - around), max(0, rect[1] - around)
        x1 = min(self.width, rect[0] + rect[2] + around)
        y1 = min(self.height, rect[1] + rect[3] + around)
        box = self._area(rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3])
        return Cutting(self._area(x0, y0, x1, y1), x1 - x0, box, around, size_px)

    def _area(self, x0, y0, x1, y1):
        return bytearray().join(self.pixels[y * self.width + x0:y * self.width + x1]
                                for y in range(y0, y1))


def grey_of(pixels):
    """The brightness of each pixel; all at once, as three long numbers whose digits never carry."""
    shares = [bytes(int(part * value) for value in range(256)) for part in BRIGHTNESS]
    planes = [pixels[i::3].translate(share) for i, share in enumerate(shares)]
    whole = sum(int.from_bytes(plane, "big") for plane in planes)
    return whole.to_bytes(len(planes[0]), "big")


def most(area):
    """The commonest grey."""
    return collections.Counter(area).most_common(1)[0][0] if area else 255


def contrast(one, other):
    """Of two greys, about as WCAG counts it."""
    dark, light = sorted((grey / 255) ** 2.2 + 0.05 for grey in (one, other))
    return light / dark


class Cutting:
    """A piece of a picture, grey by grey, and what it takes to prepare it."""

    def __init__(self, area, width, box, around, size_px):
        self.area, self.width, self.box = area, width, box
        self.around, self.size_px = around, size_px
        self.key = hashlib.sha256(b"%d %d %d " % (width, around, size_px) + area).digest()

    def prepare(self):
        """A tesseract mode, and the bytes of a PGM file."""
        ground = most(self.box)
        clear(self.area, self.width, ground, self.around + OUTLINE_PX)
        clear_strokes(self.area, self.width, ground, int(STROKE_SIZES * self.size_px))
        rows = dark_on_white(self.area, self.width, ground)
        return (ONE_LINE if is_line(rows, self.size_px) else BLOCK), pgm(rows)


def dark_on_white(area, width, ground):
    """The rows of the area, without the white around the words; nothing when all is pale."""
    far = max(set(area), key=lambda grey: abs(grey - ground), default=ground)
    if contrast(far, ground) < CONTRAST_MIN:
        return [b"\xff"]
    span = abs(far - ground) or 1
    ink = bytes(255 if abs(grey - ground) <= GROUND_NEAR
                else max(0, 255 - abs(grey - ground) * 255 // span) for grey in range(256))
    return trimmed([bytes(area[at:at + width].translate(ink)) for at in range(0, len(area), width)])


def is_line(rows, size_px):
    """Ink in every row, and not higher than one line with an icon: words on one line."""
    return len(rows) < LINE_SIZES * size_px and all(row.strip(b"\xff") for row in rows)


def pgm(rows):
    """A picture with air around it."""
    side, width = b"\xff" * BORDER_PX, len(rows[0]) + 2 * BORDER_PX
    air = [b"\xff" * width] * BORDER_PX
    return (b"P5 %d %d 255\n" % (width, len(rows) + 2 * BORDER_PX)
            + b"".join(air + [side + row + side for row in rows] + air))


def trimmed(rows):
    """Without the white around the words; a single white pixel where there are none."""
    used = [row for row, line in enumerate(rows) if line.strip(b"\xff")]
    if not used:
        return [b"\xff"]
    rows = rows[used[0]:used[-1] + 1]
    left = min(len(row) - len(row.lstrip(b"\xff")) for row in rows)
    right = max(len(row.rstrip(b"\xff")) for row in rows)
    return [row[left:right] for row in rows]


def mask_of(area, ground):
    """1 for each pixel that is not the ground's, else 0."""
    return area.translate(bytes(abs(grey - ground) > GROUND_NEAR for grey in range(256)))


def edge(width, height, depth):
    """(from, to) of the pixels within `depth` of the edge."""
    for y in range(height):
        row = y * width
        if depth <= y < height - depth and width > 2 * depth:
            yield row, row + depth
            yield row + width - depth, row + width
        else:
            yield row, row + width


def painted(mask, start, end):
    """Places in a piece of the mask that are painted still when their turn comes."""
    at = mask.find(1, start, end)
    while at >= 0:
        yield at
        at = mask.find(1, at + 1, end)


def clear_strokes(area, width, ground, high):
    """Give the ground's grey to carets: what has an upright stroke higher than any letter."""
    mask = mask_of(area, ground)
    for x in range(width):
        y = mask[x::width].find(b"\1" * high)
        if y >= 0:
            erase(area, ground, take(mask, width, y * width + x))


def clear(area, width, ground, ring):
    """Give the ground's grey to what is no ground and hangs together with the edge, and to
    outlines: what begins within `ring` of the edge and goes nearly all the way across."""
    height = len(area) // width
    mask = mask_of(area, ground)
    for start, end in edge(width, height, 1):
        for at in painted(mask, start, end):
            erase(area, ground, take(mask, width, at))
    for start, end in edge(width, height, ring):
        for at in painted(mask, start, end):
            runs = take(mask, width, at)
            if columns(runs, width) > OUTLINE_PART * width:
                erase(area, ground, runs)


def columns(runs, width):
    """In how many columns pieces of rows stand."""
    return len({x for start, end in runs for x in range(start % width, start % width + end - start)})


def erase(area, ground, runs):
    for start, end in runs:
        area[start:end] = bytes([ground]) * (end - start)


def take(mask, width, at):
    """Clears what hangs together with a painted pixel of the mask, row by row; returns the pieces
    of rows, as (from, to)."""
    stack, runs = [at], []
    while stack:
        at = stack.pop()
        if not mask[at]:
            continue
        row = at - at % width
        start = mask.rfind(0, row, at) + 1 or row
        end = mask.find(0, at, row + width)
        end = end if end >= 0 else row + width
        mask[start:end] = bytes(end - start)
        runs.append((start, end))
        for beside in (-width, width):
            if 0 <= row + beside < len(mask):
                stack += heads(mask, start + beside, end + beside)
    return runs


def heads(mask, start, end):
    """The first place of each painted run in a piece of a row."""
    at = mask.find(1, start, end)
    while at >= 0:
        yield at
        gap = mask.find(0, at, end)
        at = mask.find(1, gap, end) if gap >= 0 else -1


class Reader:
    """Collects cuttings, reads them all at once; the same pixels are the same cutting."""

    def __init__(self, language, *options):
        self.language, self.options = language, options
        self.cuttings = {}  # key: tesseract mode, PGM bytes
        self.texts = {}     # key: what was read

    def add(self, cutting):
        """A handle by which text() tells later what stands there."""
        if cutting.key not in self.texts and cutting.key not in self.cuttings:
            self.cuttings[cutting.key] = cutting.prepare()
        return cutting.key

    def read(self):
        """Read what was added since the last time; returns how many cuttings that were."""
        count = len(self.cuttings)
        for mode in (ONE_LINE, BLOCK):
            keys = [key for key, cutting in self.cuttings.items() if cutting[0] == mode]
            for i in range(0, len(keys), BATCH):
                self._batch(keys[i:i + BATCH], mode)
        self.cuttings.clear()
        return count

    def _batch(self, keys, mode):
        with tempfile.TemporaryDirectory() as folder:
            names = [os.path.join(folder, f"{i}.pgm") for i in range(len(keys))]
            for name, key in zip(names, keys):
                with open(name, "wb") as f:
                    f.write(self.cuttings[key][1])
            paths = os.path.join(folder, "paths")
            with open(paths, "w", encoding="utf-8") as f:
                f.write("\n".join(names) + "\n")
            table = subprocess.run(
                ["tesseract", paths, "stdout", "-l", self.language, "--psm", mode, *self.options,
                 "tsv"], capture_output=True, check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout.decode(errors="replace")
        lines = collections.defaultdict(list)
        for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
            if (row.get("text") or "").strip():
                lines[int(row["page_num"]) - 1].append(row["text"])
        for i, key in enumerate(keys):
            self.texts[key] = " ".join(lines[i])

    def text(self, handle):
        return self.texts[handle]
