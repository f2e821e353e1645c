"""pictures.py - finds drawings on a screen, as somebody does who cannot read: what stands on a tile
is compared with the drawing's file. Nothing is asked of the program.

A drawing stands alone on a panel of one soft colour. The panels are found by colour; what stands on
one is cut out tightly, made small, and laid over the drawing made just as small.
"""
import os
import re
import subprocess

from screen import SHRINK, NotSeen, filled

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DRAWINGS = os.path.join(ROOT, "assets/illustrations/light")
# The soft colours of the light theme that drawings stand on.
PANELS = ("#DDEDEB", "#FDE5D8", "#EEE3F1", "#FCEFC9", "#DFECF6", "#E1EEDB", "#F1E6D3")
PANEL_PX_MIN = 80
INSET_PX = 12    # the corners of a panel are round
THUMB = 24       # cells of a thumbnail, each way
DRAWN_PX = 120   # height of a drawing before it is made small
FUZZ = 12        # of 255: what still counts as the colour of the panel
KEYS = ("#FFFFFF", "#FDE5D8")  # of keys; a child's vowels have the second
KEY_NEAR_PX = 12
FILL_DOTS, FILL_PART = 12, 0.6
NEAR = 27        # mean difference up to which two thumbnails show the same drawing


class Small:
    """A picture as rows of (red, green, blue)."""

    def __init__(self, columns, rows, pixels):
        dots = list(zip(pixels[::3], pixels[1::3], pixels[2::3]))
        self.rows = [dots[y * columns:(y + 1) * columns] for y in range(rows)]

    def thumb(self, ground, x0, y0, x1, y1):
        """What stands on the ground between these bounds, cut tightly, as THUMB x THUMB colours;
        None when nothing stands there."""
        ink = [(x, y) for y in range(y0, y1) for x in range(x0, x1)
               if max(abs(a - b) for a, b in zip(self.rows[y][x], ground)) > FUZZ]
        if not ink:
            return None
        left, right = min(x for x, _ in ink), max(x for x, _ in ink) + 1
        top, bottom = min(y for _, y in ink), max(y for _, y in ink) + 1
        return [self.mean(left + (right - left) * i // THUMB, left + (right - left) * (i + 1) // THUMB,
                          top + (bottom - top) * j // THUMB, top + (bottom - top) * (j + 1) // THUMB)
                for j in range(THUMB) for i in range(THUMB)]

    def mean(self, x0, x1, y0, y1):
        dots = [dot for y in range(y0, max(y1, y0 + 1)) for dot in self.rows[y][x0:max(x1, x0 + 1)]]
        return tuple(sum(dot[k] for dot in dots) / len(dots) for k in range(3))


def colour(text):
    return tuple(bytes.fromhex(text.lstrip("#")))


class Drawings:
    """The drawings' files as thumbnails, each made when it is first asked for."""

    def __init__(self):
        self.made = {}

    def get(self, name, ground):
        if (name, ground) not in self.made:
            drawn = subprocess.run(["rsvg-convert", "-h", str(DRAWN_PX), "-b", ground,
                                    os.path.join(DRAWINGS, f"{name}.svg")],
                                   capture_output=True, check=True).stdout
            raw = subprocess.run(["convert", "png:-", "-depth", "8", "ppm:-"], input=drawn,
                                 capture_output=True, check=True).stdout
            head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", raw)
            wide, high = int(head.group(1)), int(head.group(2))
            picture = Small(wide, high, raw[head.end():])
            self.made[name, ground] = picture.thumb(colour(ground), 0, 0, wide, high)
        return self.made[name, ground]


DRAWN = Drawings()


def difference(one, other):
    return sum(abs(a - b) for x, y in zip(one, other) for a, b in zip(x, y)) / (3 * len(one))


def panels(screen, path):
    """(bounds in pixels, colour, thumbnail) of every panel with something on it."""
    flat, soft, found = screen.small(path, "point"), Small(*screen.small(path, "box")), []
    for ground in PANELS:
        for x0, y0, x1, y1 in filled(ground, *flat):
            inside = [v // SHRINK for v in (x0 + INSET_PX, y0 + INSET_PX, x1 - INSET_PX, y1 - INSET_PX)]
            if min(x1 - x0, y1 - y0) >= PANEL_PX_MIN:
                shown = soft.thumb(colour(ground), *inside)
                found += [((x0, y0, x1, y1), ground, shown)] if shown else []
    return found


def find(screen, name, path=None):
    """The middle of the smallest panel with this drawing on it (the same drawing may also stand
    large at the top), or NotSeen."""
    places = [((x1 - x0) * (y1 - y0), (x0 + x1) // 2, (y0 + y1) // 2)
              for (x0, y0, x1, y1), ground, shown in panels(screen, path or screen.shot())
              if difference(shown, DRAWN.get(name, ground)) < NEAR]
    if not places:
        raise NotSeen(f"the drawing {name}")
    return min(places)[1:]


def button(screen, fill, path=None):
    """The middle of the largest box that is filled with this colour (an outline is none), or
    NotSeen."""
    columns, rows, pixels = screen.small(path or screen.shot(), "point")
    want, places = colour(fill), []
    for x0, y0, x1, y1 in filled(fill, columns, rows, pixels):
        dots = [(x0 + (x1 - x0) * i // FILL_DOTS, y0 + (y1 - y0) * j // FILL_DOTS)
                for i in range(1, FILL_DOTS) for j in range(1, FILL_DOTS)]
        same = 0
        for x, y in dots:
            at = 3 * (y // SHRINK * columns + x // SHRINK)
            same += max(abs(a - b) for a, b in zip(pixels[at:at + 3], want)) <= FUZZ
        if same > FILL_PART * len(dots):
            places.append(((x1 - x0) * (y1 - y0), (x0 + x1) // 2, (y0 + y1) // 2))
    if not places:
        raise NotSeen(f"a button filled with {fill}")
    return max(places)[1:]


def keys(screen, count, path=None):
    """The middles of the keys of a pad: `count` boxes of one size, line by line, or NotSeen."""
    flat = screen.small(path or screen.shot(), "point")
    boxes = [box for ground in KEYS for box in filled(ground, *flat)]
    for wide, high in {(x1 - x0, y1 - y0) for x0, y0, x1, y1 in boxes}:
        alike = [(x0, y0, x1, y1) for x0, y0, x1, y1 in boxes
                 if abs(x1 - x0 - wide) <= KEY_NEAR_PX and abs(y1 - y0 - high) <= KEY_NEAR_PX]
        if len(alike) == count and wide >= PANEL_PX_MIN:
            alike.sort(key=lambda box: (round(box[1] / high), box[0]))
            return [((x0 + x1) // 2, (y0 + y1) // 2) for x0, y0, x1, y1 in alike]
    raise NotSeen(f"{count} keys of one size")


def recognise(screen, names, path=None):
    """The drawings of `names` on the screen, from left to right."""
    found = []
    for bounds, ground, shown in panels(screen, path or screen.shot()):
        near, name = min((difference(shown, DRAWN.get(name, ground)), name) for name in names)
        if near < NEAR:
            found.append((bounds[0], name))
    return [name for _, name in sorted(found)]
