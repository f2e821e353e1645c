#!/usr/bin/env python3
"""After twenty requests, and once through every field of every flow, and Stop en wis, nothing that a
visitor typed is left: not in any readable mapping of the kiosk, not in a core of it, not in its
files and logs, not in the hub's.

Looked for: every 8 consecutive signs of everything typed, in UTF-8, UTF-16 and UTF-32, digits
with and without spaces. While a visitor is typing, the same scan must find it in the kiosk; and it
must find a copy that is planted on purpose (a process that holds the values), else it proves
nothing. What a visitor only chooses (a subject, a class, a face) is a number in App and words of
the content, which are in memory for everybody: tests of App compare those bytes."""
import glob
import os
import random
import subprocess
import sys
import tempfile
import time

import fields
import rig

VISITS = int(os.environ.get("OKSP_VISITS", "20"))
TRIES_MAX = VISITS + 10  # on a busy machine a tap now and then falls into the hold-over guard
WINDOW = 8   # signs
FIELD_TRIES = 3
ALPHABET = "bcdfghjklmnpqrstvwxz"
DIGITS = "0123456789"
MEMSCAN = os.environ.get("OKSP_MEMSCAN", os.path.join(rig.ROOT, "build/debug/bin/memscan"))


def windows(text):
    """Every piece with WINDOW signs in it; spaces do not count: the pack holds rows of small numbers,
    and "2 60 18 " is no telephone number."""
    signs = [i for i, sign in enumerate(text) if sign != " "]
    return {text[start:end + 1] for start, end in zip(signs, signs[WINDOW - 1:])}


def spellings(value):
    """As typed, and a number also grouped as the screen shows it."""
    yield value
    yield value.capitalize()  # the keyboard begins a name and a sentence with a capital
    if value.isdigit():
        yield f"{value[:2]} {value[2:4]} {value[4:6]} {value[6:8]} {value[8:]}"
        yield " ".join(value)


def needles(values):
    found = set()
    for value in values:
        for spelled in spellings(value):
            for window in windows(spelled):
                for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
                    found.add(window.encode(encoding).hex())
    return "\n".join(sorted(found)) + "\n"


def scan(targets, wanted):
    done = subprocess.run([MEMSCAN, *map(str, targets)], input=wanted, capture_output=True, text=True,
                          check=False)
    print(done.stdout.strip()[-3000:], flush=True)
    return done.returncode


def planted(wanted, value):
    """The scan must find a value that a process holds on purpose."""
    holder = subprocess.Popen([sys.executable, "-c", "import sys,time; v=sys.stdin.read(); print(1,flush=True); time.sleep(60)"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    holder.stdin.write(value)
    holder.stdin.close()
    holder.stdout.readline()
    found = scan([holder.pid], wanted)
    holder.kill()
    holder.wait()
    return found == 1


def letters(draw, count):
    return "".join(draw.choice(ALPHABET) for _ in range(count))


def number(draw):
    return "06" + "".join(draw.choice(DIGITS) for _ in range(8))


def stop(demo, places):
    """Stop en wis; a second tap in case the first fell into the hold-over guard (the welcome screen
    has nothing there)."""
    for _ in range(2):
        demo.screen.tap(*places["bar.stop"], settle_s=rig.SCREEN_S)


def visit_callbacks(demo, draw):
    """Twenty requests with a number, a name and a note; what was typed, and how many were saved."""
    typed, saved = [], 0
    places = rig.Places(demo).learn(rig.road_typed(DIGITS, ALPHABET, ALPHABET))
    for visit in range(TRIES_MAX):
        if saved == VISITS:
            break
        # nobody else on this machine has these in memory
        values = number(draw), letters(draw, 10), letters(draw, 14)
        typed += values
        demo.touch(rig.road_typed(*values), places)
        code = rig.wait_code(demo.screen)
        saved += code is not None
        print(f"visit {visit + 1}: {code}", flush=True)
        stop(demo, places)
    return typed, saved


def visit_field(demo, draw, field):
    """Type in one field, see it in the kiosk's memory, go on to the end and stop; what was typed,
    and whether it was there."""
    typed, there = [], False
    every_key = DIGITS if field.digits else ALPHABET
    places = rig.Places(demo).learn([*field.typing(every_key), *field.after])
    for _ in range(FIELD_TRIES):
        typed.append(number(draw) if field.digits else letters(draw, 12))
        demo.touch(field.typing(typed[-1]), places)
        there = scan([demo.running["kiosk"].pid], needles(typed[-1:])) == 1
        if there and field.after:
            demo.touch(field.after, places)
        stop(demo, places)
        if there:
            break
    print(f"{field.kept_as} on {field.screen}: {'typed and there' if there else 'NOT THERE'}", flush=True)
    return typed, there


def main():
    draw = random.Random(int(os.environ.get("OKSP_SEED", "7")))
    wrong = [f"no road types in {name}" for name in sorted(fields.forgotten())]
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder) as demo:
        demo.open(flood_max=10000)
        demo.start_sync()
        everything, saved = visit_callbacks(demo, draw)
        if saved < VISITS:
            wrong.append(f"only {saved} of {VISITS} visits ended on the saved screen")
        for field in fields.FIELDS:
            typed, there = visit_field(demo, draw, field)
            everything += typed
            wrong += [] if there else [f"what was typed on {field.screen} was never in the kiosk"]
        wanted = needles(everything)
        time.sleep(12)   # two cadences: the hub has them too
        wrong += judge(demo, wanted)
        if not planted(wanted, everything[1]):
            wrong.append("the scan does not find a planted copy")
        print("\n".join(wrong) or "nothing is left")
        return 1 if wrong else 0


def judge(demo, wanted):
    kiosk = demo.running["kiosk"].pid
    wrong = []
    if scan([kiosk], wanted) != 0:
        wrong.append("the kiosk's memory holds what a visitor typed")
    core = demo.path("core")
    subprocess.run(["gcore", "-o", core, str(kiosk)], capture_output=True, check=False)
    if not os.path.exists(f"{core}.{kiosk}") or scan([f"{core}.{kiosk}"], wanted):
        wrong.append("a core of the kiosk holds what a visitor typed, or could not be made")
    if scan([demo.running["hub"].pid, demo.running["sync"].pid], wanted):
        wrong.append("the memory of hub or sync holds what a visitor typed")
    files = [f for place in ("kiosk", "hub", "log") for f in glob.glob(demo.path(place, "**"), recursive=True)
             if os.path.isfile(f)]
    if scan(files, wanted):
        wrong.append("a file or a log holds what a visitor typed")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
