#!/usr/bin/env python3
"""The kiosk at rest does nothing: five seconds on the welcome screen in a real window under Xvfb,
and no thread of it was woken even once (the X11 backend blocks; the dummy one would poll)."""
import glob
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

SETTLE_S = 4     # start, first picture
REST_S = 5
WAKES_MAX = 0
CPU_MS_MAX = 10


def wakes(pid):
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="utf-8") as f:
            total += sum(int(n) for n in re.findall(r"ctxt_switches:\s+(\d+)", f.read()))
    return total


def cpu_ms(pid):
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/schedstat"):
        with open(path, encoding="utf-8") as f:
            total += int(f.read().split()[0])
    return total / 1e6


def display():
    """A screen of our own; its number comes from the X server itself."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1080x1920x24",
                               "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as f:
        return server, ":" + f.readline().strip()


def rest(program, pack, assets):
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "kiosk.ini")
        with open(config, "w", encoding="utf-8") as f:
            f.write(f"[kiosk]\ndata_dir = {folder}/kiosk\nasset_dir = {assets}\npack = {pack}\n")
        server, name = display()
        kiosk = subprocess.Popen([program, "--window", "1080x1920", "--config", config],
                                 env={**os.environ, "DISPLAY": name})
        try:
            time.sleep(SETTLE_S)
            before, cpu = wakes(kiosk.pid), cpu_ms(kiosk.pid)
            time.sleep(REST_S)
            woken, used = wakes(kiosk.pid) - before, cpu_ms(kiosk.pid) - cpu
            kiosk.send_signal(signal.SIGTERM)
            return woken, used, kiosk.wait(timeout=10)
        finally:
            kiosk.kill()
            server.terminate()
            server.wait()


def main():
    woken, used, ended = rest(*sys.argv[1:4])
    print(f"{REST_S} s at rest: {woken} wake-ups, {used:.2f} ms of CPU; SIGTERM ends it with {ended}")
    return 0 if woken <= WAKES_MAX and used <= CPU_MS_MAX and ended == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
