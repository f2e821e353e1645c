#!/usr/bin/env python3
"""After twenty requests and Stop en wis nothing that a visitor typed is left: not in any readable
mapping of the kiosk, not in a core of it, not in its files and logs, not in the hub's.

Looked for: every 8 consecutive characters of every name, number and note, in UTF-8, UTF-16 and
UTF-32, digits with and without spaces. The same scan must find a copy that is planted on purpose
(a process that holds the values), else it proves nothing."""
import glob
import os
import random
import subprocess
import sys
import tempfile
import time

import rig

VISITS = int(os.environ.get("OKSP_VISITS", "20"))
TRIES_MAX = VISITS + 10  # on a busy machine a tap now and then falls into the hold-over guard
WINDOW = 8   # characters
ALPHABET = "bcdfghjklmnpqrstvwxz"
MEMSCAN = os.environ.get("OKSP_MEMSCAN", os.path.join(rig.ROOT, "build/debug/bin/memscan"))


def windows(text):
    return {text[i:i + WINDOW] for i in range(len(text) - WINDOW + 1)}


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


def values_of(draw):
    """A number, a name and a note nobody else on this machine has in memory."""
    name = "".join(draw.choice(ALPHABET) for _ in range(10))
    note = "".join(draw.choice(ALPHABET) for _ in range(14))
    return "06" + "".join(draw.choice("0123456789") for _ in range(8)), name, note


def main():
    draw = random.Random(int(os.environ.get("OKSP_SEED", "7")))
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder) as demo:
        demo.open(flood_max=10000)
        demo.start_sync()
        everything, saved = [], 0
        every_key = rig.road_typed("0123456789", ALPHABET, ALPHABET)
        places = rig.Places(demo).learn(every_key)
        for visit in range(TRIES_MAX):
            if saved == VISITS:
                break
            number, name, note = values_of(draw)
            everything += [number, name, note]
            demo.touch(rig.road_typed(number, name, note), places)
            code = rig.wait_code(demo.screen)
            saved += code is not None
            print(f"visit {visit + 1}: {code}", flush=True)
            demo.screen.tap(*places["bar.stop"], settle_s=0.5)
        wanted = needles(everything)
        time.sleep(12)   # two cadences: the hub has them too
        wrong = judge(demo, wanted)
        if saved < VISITS:
            wrong.append(f"only {saved} of {VISITS} visits ended on the saved screen")
        if not planted(wanted, everything[1]):
            wrong.append("the scan does not find a planted copy")
        print("\n".join(wrong) or "nothing is left")
        return 1 if wrong else 0


def judge(demo, wanted):
    kiosk = demo.running["kiosk"].pid
    wrong = []
    if scan([kiosk], wanted):
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
