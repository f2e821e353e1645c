#!/usr/bin/env python3
"""Forty requests by X events while kiosk, sync and hub are each killed again and again at a random
system call: whatever the visitor was told is saved is in the inbox exactly once, everything else
at most once.

The kill is strace's: attached to the running program, it sends SIGKILL at the n-th system call
from there, n drawn at random (the seed is printed). For the kiosk it is attached just before
Verstuur, so that the call falls between sealing and the saved screen; sync and hub are attached
while requests wait. A round in which the victim lived on counts as no kill."""
import collections
import os
import random
import subprocess
import sys
import tempfile
import time

import rig

REQUESTS_MIN = 40
KILLS_MIN = 15
ROUNDS_MAX = 160
SETTLE_S = 60
START_S = 1.5
# System calls from attaching to the end of the work, measured with strace -c; the draw covers it.
CALLS = {"kiosk": 260, "sync": 400, "hub": 220}
class Killer:
    """One strace that ends a program at its n-th system call."""

    def __init__(self, demo, name, draw):
        self.demo, self.name = demo, name
        self.process = demo.running[name]
        calls = draw.randint(1, CALLS[name])
        self.strace = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-p", str(self.process.pid), "-e", "trace=all",
             "-e", f"inject=all:signal=SIGKILL:when={calls}"], stderr=subprocess.DEVNULL)
        time.sleep(0.15)  # attached

    def finish(self):
        """True when the victim died."""
        time.sleep(0.3)
        died = self.process.poll() is not None
        self.strace.terminate()
        self.strace.wait()
        return died


def one_visit(demo, places, victim, draw):
    """A whole visit; returns (code the visitor saw or None, the victim died)."""
    demo.touch(rig.ROAD_SHORT[:-1], places)
    time.sleep(rig.SCREEN_S)
    killer = Killer(demo, victim, draw)
    demo.screen.tap(*places[rig.ROAD_SHORT[-1]], settle_s=0.2)
    if victim == "kiosk":
        died = killer.finish()
        code = None if died else rig.wait_code(demo.screen)
    else:
        code = rig.wait_code(demo.screen)
        died = killer.finish()
    if "kiosk" in demo.supervise_once():
        time.sleep(START_S)
    else:
        demo.screen.tap(*places["bar.stop"], settle_s=rig.SCREEN_S)
    return code, died


def check(seen, told):
    """What is wrong with the hub's list, in words."""
    wrong = [f"{code} was shown as saved and is {seen[code]} times in the inbox"
             for code in told if seen[code] != 1]
    return wrong + [f"{code} is {n} times in the inbox" for code, n in seen.items() if n > 1]


def main():
    seed = int(os.environ.get("OKSP_SEED", random.SystemRandom().randrange(10**6)))
    draw = random.Random(seed)
    print(f"seed {seed} (repeat with OKSP_SEED={seed})", flush=True)
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder, cadence_s=5) as demo:
        demo.open(flood_max=10000)
        demo.start_sync()
        places = rig.Places(demo).learn(rig.ROAD_SHORT)
        told, kills = [], collections.Counter()
        for round_number in range(ROUNDS_MAX):
            victim = min(CALLS, key=lambda name: (kills[name], draw.random()))
            code, died = one_visit(demo, places, victim, draw)
            kills[victim] += died
            told += [code] if code else []
            print(f"round {round_number}: {victim} {'killed' if died else 'lived'}, "
                  f"visitor saw {code or 'nothing'}", flush=True)
            if len(told) >= REQUESTS_MIN and min(kills[name] for name in CALLS) >= KILLS_MIN:
                break
        return judge(demo, told, kills)


def judge(demo, told, kills):
    end = time.monotonic() + SETTLE_S
    while True:
        demo.supervise_once()
        seen = collections.Counter(demo.inbox_codes())
        wrong = check(seen, told)
        if not wrong or time.monotonic() > end:
            break
        time.sleep(1)
    print(f"visits told saved {len(told)}, in the inbox {sum(seen.values())}, kills {dict(kills)}, "
          f"wrong {len(wrong)}")
    print("\n".join(wrong))
    enough = len(told) >= REQUESTS_MIN and min(kills[name] for name in CALLS) >= KILLS_MIN
    if not enough:
        print("not enough requests or kills for a verdict")
    return 0 if enough and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
