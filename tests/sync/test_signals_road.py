#!/usr/bin/env python3
"""test_signals_road.py BIN - what people tell without a name, from the kiosk to the hub, all for real.

A visitor shares an experience and says that a page is wrong; the store holds both back, sync sends
neither that day, and both four days of running later; the hub keeps them as signals, each once."""
import os
import sqlite3
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
from demo import Demo  # noqa: E402

STORIES = ("share-parent", "fix-page")
SIGNAL = 2
HOLD_MAX_S = 4 * 24 * 3600


def play(demo, story):
    subprocess.run([demo.program("oksp-kiosk-test"), "--headless", "1080x1920", "--config",
                    demo.path("kiosk.ini"), "--script",
                    os.path.join(ROOT, "tests/stories", f"{story}.txt")], check=True)


def sync(demo):
    demo.call(demo.program("oksp-sync"), "once", "--config", demo.path("sync.ini"))


def query(path, text, *values):
    with sqlite3.connect(path) as db:
        return db.execute(text, values).fetchall()


def days_go_by(demo):
    """As long as any signal is held back, by the clock of the store itself."""
    query(demo.path("kiosk", "kiosk.db"),
          "UPDATE kv SET v = CAST(CAST(v AS INTEGER) + ? AS TEXT) WHERE k = 'run_base'", HOLD_MAX_S)


def signals(demo):
    return query(demo.path("hub", "hub.db"), "SELECT count(*) FROM envelope WHERE kind = ?", SIGNAL)[0][0]


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as folder, Demo(folder, programs=sys.argv[1]) as demo:
        demo.prepare()
        for story in STORIES:
            play(demo, story)
        for what, wanted in (("today", 0), ("four days later", len(STORIES)), ("again", len(STORIES))):
            sync(demo)
            there = signals(demo)
            print(f"{what}: the hub has {there} signals of {wanted}", flush=True)
            failures += there != wanted
            days_go_by(demo)
        born = query(demo.path("kiosk", "kiosk.db"), "SELECT DISTINCT born_run FROM outbox")
        print(f"moments in the store: {born}", flush=True)
        failures += born != [(0,)]
    return failures


if __name__ == "__main__":
    sys.exit(main())
