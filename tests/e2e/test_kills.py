#!/usr/bin/env python3
"""Forty requests by X events while kiosk, sync and hub are each killed again and again at a random
system call: whatever the visitor was told is saved is in the inbox exactly once, everything else
at most once.

The kill is strace's: attached to the running program at the moment Verstuur is touched, it sends
SIGKILL at the n-th system call from there, n drawn at random (the seed is printed). The kiosk's
falls between sealing and the saved screen. Sync and hub stay under strace until theirs comes, a few
seconds later, while that request and the next ones travel. What dies is started again."""
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
VISITS_MAX = 140
SETTLE_S = 60
START_S = 1.5
# System calls that the draw covers: from Verstuur to the saved screen for the kiosk, one or two
# cycles for the others (counted with strace -c).
CALLS = {"kiosk": 90, "sync": 400, "hub": 60}
KIOSK_SHARE = 0.6  # of the visits, those in which the kiosk is a victim


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

    def died(self):
        return self.process.poll() is not None

    def finish(self):
        """Let go; True when the victim died."""
        died = self.died()
        self.strace.terminate()
        self.strace.wait()
        return died


class Murderer:
    """Keeps sync and hub under strace, counts who died, and starts again what did."""

    def __init__(self, demo, draw):
        self.demo, self.draw = demo, draw
        self.killers, self.kills = {}, collections.Counter()

    def attach(self, name):
        if name not in self.killers:
            self.killers[name] = Killer(self.demo, name, self.draw)

    def collect(self, wait_s=0.0):
        """After `wait_s`: count the dead and start them again; returns their names."""
        time.sleep(wait_s)
        dead = [name for name, killer in self.killers.items() if killer.died()]
        for name in dead:
            self.killers.pop(name).finish()
            self.kills[name] += 1
        self.demo.supervise_once()
        return dead

    def let_go(self, name):
        if name in self.killers:
            self.killers.pop(name).finish()


def one_visit(demo, places, murderer, kiosk_too):
    """A whole visit; returns the code the visitor saw, or None."""
    demo.touch(rig.ROAD_SHORT[:-1], places)
    time.sleep(rig.SCREEN_S)
    for name in ("sync", "hub") + (("kiosk",) if kiosk_too else ()):
        murderer.attach(name)
    demo.screen.tap(*places[rig.ROAD_SHORT[-1]], settle_s=0.2)
    if "kiosk" in murderer.collect(wait_s=0.5 if kiosk_too else 0):
        time.sleep(START_S)
        return None
    murderer.let_go("kiosk")
    code = rig.wait_code(demo.screen)
    demo.screen.tap(*places["bar.stop"], settle_s=rig.SCREEN_S)
    return code


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
        told, murderer = [], Murderer(demo, draw)
        for visit in range(VISITS_MAX):
            need_kiosk = murderer.kills["kiosk"] < KILLS_MIN
            code = one_visit(demo, places, murderer, need_kiosk and draw.random() < KIOSK_SHARE)
            told += [code] if code else []
            murderer.collect()
            print(f"visit {visit}: visitor saw {code or 'nothing'}, kills {dict(murderer.kills)}",
                  flush=True)
            if enough(told, murderer.kills):
                break
        for name in list(murderer.killers):
            murderer.let_go(name)
        return judge(demo, told, murderer.kills)


def enough(told, kills):
    return len(told) >= REQUESTS_MIN and min(kills[name] for name in CALLS) >= KILLS_MIN


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
    if not enough(told, kills):
        print("not enough requests or kills for a verdict")
    return 0 if enough(told, kills) and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
