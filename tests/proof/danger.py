#!/usr/bin/env python3
"""A child in danger leaves no byte behind: its way to help, played on the real kiosk, leaves the
data directory as a visit in which nobody came: the same files with the same sizes and contents,
row by row and byte by byte, and not even a count.

    danger.py PROGRAM ENROL PACK ASSETS"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

YOUNG = ["tap welcome.child", "tap child_entry.young", "tap child_entry.go"]
READING = ["tap welcome.child", "tap child_entry.reading", "tap child_entry.go"]
STOP = ["tap bar.stop", "expect welcome.parent"]

PATHS = {
    "nobody came": ["expect welcome.parent"],
    "help of a young child": [*YOUNG, "tap bar.help", "expect child_help.112", *STOP],
    "help of a teenager": [*READING, "tap bar.help", "expect child_help.112", *STOP],
    "help, and left alone": [*YOUNG, "tap bar.help", "wait 300", "wait 61",
                             "expect welcome.parent"],
    "a feeling, and then help": [*READING, "tap reading_home.feelings", "tap feelings.verdrietig",
                                 "tap feeling.help", "expect child_help.112", *STOP],
    "numbers to call": [*READING, "tap reading_home.more", "tap reading_more.hulplijnen",
                        "expect topic.title", *STOP],
    "a parent whose child is not safe": ["tap welcome.parent", "tap home.tile.zorgen",
                                         "tap questions.onveilig", "expect topic.title", *STOP],
}
# What a visit may write must be seen by the same eyes, or the comparison proves nothing.
CONTROL = ["tap welcome.parent", "tap home.tile.extra-hulp", "tap questions.opp", *STOP]


def files(folder):
    """Every file with its bytes; the database as its rows too, for a readable difference."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, folder)] = f.read()
    return found


def rows(folder):
    with sqlite3.connect(os.path.join(folder, "kiosk.db")) as db:
        tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {t: sorted(map(repr, db.execute(f"SELECT * FROM {t}"))) for t in tables}


def visit(programs, start, lines):
    """Play one visit on a copy of the same store; what its folder then holds."""
    program, pack, assets = programs
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "kiosk")
        shutil.copytree(start, store)
        config, script = os.path.join(folder, "kiosk.ini"), os.path.join(folder, "visit.txt")
        with open(config, "w", encoding="utf-8") as f:
            f.write(f"[kiosk]\ndata_dir = {store}\nasset_dir = {assets}\npack = {pack}\n"
                    "[panel]\npx_per_mm = 1.355\nmount_bottom_mm = 595\n[place]\nstaffed = yes\n")
        with open(script, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
        subprocess.run([program, "--headless", "540x960", "--config", config, "--script", script],
                       check=True)
        kept = files(store)
        return kept, rows(store)


def report(name, kept, nobody):
    same = kept == nobody
    sizes = sum(len(data) for data in kept[0].values())
    print(f"{'same' if same else 'DIFFERS'}: {name}: {len(kept[0])} files, {sizes} bytes")
    for file in sorted(set(kept[0]) | set(nobody[0])):
        if kept[0].get(file) != nobody[0].get(file):
            print(f"  {file}: {len(kept[0].get(file, b''))} and {len(nobody[0].get(file, b''))} bytes")
    for table in sorted(set(kept[1]) | set(nobody[1])):
        if kept[1].get(table) != nobody[1].get(table):
            print(f"  table {table}: {kept[1].get(table)} and {nobody[1].get(table)}")
    return same


def main():
    program, enrol, pack, assets = sys.argv[1:5]
    programs = (program, pack, assets)
    with tempfile.TemporaryDirectory() as folder:
        start = os.path.join(folder, "start")
        subprocess.run([enrol, start], check=True)
        nobody = visit(programs, start, PATHS["nobody came"])
        left = [report(name, visit(programs, start, lines), nobody)
                for name, lines in PATHS.items()]
        seen = not report("control: a parent reads, and is counted",
                          visit(programs, start, CONTROL), nobody)
    print(f"{sum(left)} of {len(left)} visits leave the folder as nobody would; "
          f"the control {'is' if seen else 'is NOT'} seen")
    return 0 if all(left) and seen else 1


if __name__ == "__main__":
    sys.exit(main())
