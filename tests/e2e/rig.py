"""rig.py - what the end-to-end tests share: an organisation, a window, and a fast finger.

The tour (scripts/tour.py) finds everything in pictures. A test that needs forty visits cannot wait
for that: here the places of one road are asked once of oksp-kiosk-test, which is the same code,
and the release kiosk is then touched at those places by real X events. What the visitor is told is
always read from the picture of the release kiosk.
"""
import json
import os
import re
import sqlite3
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
from demo import Demo  # noqa: E402
from screen import Screen, damm  # noqa: E402

KEY_S = 0.08     # between two keys of one screen
AGAIN_S = 0.3    # the same key again: longer than a bounce
SCREEN_S = 0.55  # a new screen: longer than the guard against a held-over finger
RELEASE = os.environ.get("OKSP_RELEASE", os.path.join(ROOT, "build/release"))
SIZE = "1080x1920"


class Places:
    """Where the nodes of a road stand, per step."""

    def __init__(self, demo):
        self.demo = demo

    def learn(self, taps):
        """Play the taps on oksp-kiosk-test without a window; returns {node id: its middle} for
        every node that could be touched on the way (an id says on which screen it stands)."""
        with tempfile.TemporaryDirectory() as scratch:
            story = "".join(f"dump {scratch}/{i}\ntap {node}\n" for i, node in enumerate(taps))
            path = os.path.join(scratch, "road.txt")
            with open(path, "w", encoding="utf-8") as f:
                f.write(story + f"dump {scratch}/{len(taps)}\n")
            config = self._config(scratch)
            self.demo.call(self.demo.program("oksp-kiosk-test"), "--headless", SIZE, "--config", config,
                           "--script", path)
            places = {}
            for i in range(len(taps) + 1):
                places.update(targets(f"{scratch}/{i}"))
            return places

    def _config(self, scratch):
        """The demo's settings on a copy of its store: learning must not leave a request behind."""
        folder = os.path.join(scratch, "kiosk")
        os.makedirs(folder, mode=0o700)
        source = self.demo.path("kiosk")
        for name in os.listdir(source):
            if os.path.isfile(os.path.join(source, name)):
                with open(os.path.join(source, name), "rb") as f, open(os.path.join(folder, name), "wb") as out:
                    out.write(f.read())
        with open(self.demo.path("kiosk.ini"), encoding="utf-8") as f:
            text = re.sub(r"data_dir = .*", f"data_dir = {folder}", f.read())
        config = os.path.join(scratch, "kiosk.ini")
        with open(config, "w", encoding="utf-8") as f:
            f.write(text)
        return config


def targets(path):
    with open(path, encoding="utf-8") as f:
        rows = [json.loads(line) for line in f if line.strip()]
    return {row["id"]: (row["hit"][0] + row["hit"][2] // 2, row["hit"][1] + row["hit"][3] // 2)
            for row in rows if row.get("id") and row.get("hit")}


def wait_code(screen, seconds=8):
    """The eight digits of the saved screen, or None when it did not come."""
    end = time.monotonic() + seconds
    while True:
        code = screen.code()
        if code or time.monotonic() > end:
            return code


def pad(number):
    return [f"call_number.key.{digit}" for digit in number]


# A parent's shortest road to the saved screen; the last tap is Verstuur.
ROAD_SHORT = ["welcome.parent", "home.call", "call_about.thuis", "call_about.next", "call_sector.po",
              "call_sector.next", "call_how.call", "call_how.next", *pad("0612345678"),
              "call_number.next", "call_when.any", "call_when.next", "call_name.nameless",
              "call_name.next", "call_check.send"]


def road_typed(number, name, note):
    """The same road with a name and a note typed on the keyboard of the screen."""
    return ["welcome.parent", "home.call", "call_about.thuis", "call_about.next", "call_sector.po",
            "call_sector.next", "call_how.call", "call_how.next", *pad(number), "call_number.next",
            "call_when.any", "call_when.next", "call_name.name",
            *(f"call_type_name.key.{c}" for c in name), "call_type_name.key.done", "call_name.next",
            "call_check.note", *(f"call_note.key.{c}" for c in note), "call_note.key.done",
            "call_check.send"]


class Rig(Demo):
    """A demo organisation that a test can watch, with a kiosk on a screen of its own."""

    def __init__(self, folder, **options):
        super().__init__(folder, programs=RELEASE, **options)
        self.screen = None

    def open(self, **kiosk):
        self.prepare(**kiosk)
        display = self.start_display()
        self.screen = Screen(display, self.path("shots"))
        self.start_kiosk(display, "--window", SIZE)
        time.sleep(1.5)

    def touch(self, road, places):
        """Walk a road at the learned places, as fast as a quick visitor."""
        taps = []
        for node, after in zip(road, road[1:] + [""]):
            same_screen = node.split(".")[0] == after.split(".")[0]
            wait_s = AGAIN_S if node == after else KEY_S if same_screen else SCREEN_S
            taps.append((*places[node], wait_s))
        self.screen.tap_all(taps)

    def restart_kiosk(self):
        self.stop("kiosk")
        self.start_kiosk(self.screen.display, "--window", SIZE)
        time.sleep(2)

    def request_ids(self):
        """The ids of every request the hub holds, straight from its store."""
        with sqlite3.connect(f"file:{self.path('hub', 'hub.db')}?mode=ro", uri=True) as db:
            return [row[0] for row in db.execute("SELECT id FROM request")]

    def inbox_codes(self):
        """Their codes."""
        return [code_of(i) for i in self.request_ids()]


def code_of(identity):
    """Eight digits from a request id (data: seven from the first eight bytes, then the check)."""
    seven = f"{int.from_bytes(identity[:8], 'big') % 10**7:07d}"
    return next(seven + str(d) for d in range(10) if damm(seven + str(d)) == 0)
