#!/usr/bin/env python3
"""Faults that only a whole program can show: each one is made to happen to the real program, built
with the address and undefined behaviour sanitizers, and must end in its code of docs/errors.md (and
in nothing a sanitizer would say). Faults inside a library are tested beside that library."""
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAMS = os.environ.get("OKSP_DEBUG", os.path.join(ROOT, "build/debug"))
SHARE = os.path.join(PROGRAMS, "share")
SIZE = "1080x1920"
GOES_ON_S = 30
BOOT_ID = "/proc/sys/kernel/random/boot_id"
GUARD = "4096, PROT_NONE)"  # libsodium closes a page before and behind every locked block


class Place:
    """A scratch folder with the settings of a kiosk and a hub in it."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(self.path("kiosk"), mode=0o700)
        os.makedirs(self.path("hub"), mode=0o700)
        self.kiosk()
        self.hub()

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)
        return self.path(name)

    def kiosk(self, **settings):
        rows = {"data_dir": self.path("kiosk"), "asset_dir": f"{ROOT}/assets",
                "pack": f"{SHARE}/oksp.okp", "fallback": f"{SHARE}/fallback.okp", **settings}
        text = "[kiosk]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items())
        return self.write("kiosk.ini", text + "[panel]\ndiagonal_inch = 32\n")

    def hub(self, listen="127.0.0.1:0", data_dir=None):
        folder = data_dir or self.path("hub")
        return self.write("hub.ini", f"[hub]\nlisten = {listen}\ndata_dir = {folder}\n")

    def enrol(self):
        """The kiosk's store as enrolment leaves it, and settings for oksp-sync on it."""
        self.run("enrol_store", self.path("kiosk"))
        return self.write("sync.ini", f"[sync]\ndata_dir = {self.path('kiosk')}\n")

    def run(self, program, *arguments, strace=(), **environment):
        """(exit code, everything it said). A hub or kiosk that goes on is ended after a while. With
        `strace`, the system calls that it names fail (leaks cannot be looked for then)."""
        env = {**os.environ, "LSAN_OPTIONS": f"suppressions={ROOT}/tests/lsan.supp", **environment}
        command = [os.path.join(PROGRAMS, "bin", program), *arguments]
        if strace:
            command = ["strace", "-f", "-qq", "-o", self.path("trace"), *strace, *command]
            env["ASAN_OPTIONS"] = "detect_leaks=0:allocator_may_return_null=1"
        try:
            done = subprocess.run(command, text=True, capture_output=True, timeout=60, env=env,
                                  check=False)
            return done.returncode, done.stdout + done.stderr
        except subprocess.TimeoutExpired as late:
            return None, (late.stdout or b"").decode() + (late.stderr or b"").decode()

    def serve(self, until, while_it_runs=lambda: ""):
        """A hub that serves until it says `until`, then what is done meanwhile, then SIGTERM: (exit
        code, everything that both said)."""
        with open(self.path("hub.log"), "w+", encoding="utf-8") as log:
            hub = subprocess.Popen([os.path.join(PROGRAMS, "bin", "oksp-hub"), "serve", "--config",
                                    self.path("hub.ini")], stderr=log)
            said, end = "", time.monotonic() + GOES_ON_S
            while until not in said and hub.poll() is None and time.monotonic() < end:
                time.sleep(0.05)
                said = self.read("hub.log")
            more = while_it_runs()
            hub.send_signal(signal.SIGTERM)
            return hub.wait(GOES_ON_S), self.read("hub.log") + more

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as f:
            return f.read()

    def maps(self):
        """(which, bytes) of the mmaps of the last traced program before its first other thread, and
        which of them became locked blocks between two guards. With one thread they come in the same
        order every time."""
        count, found, locked, first, last = 0, [], [], None, ""
        for line in self.read("trace").splitlines():
            thread, call = line.split(None, 1)
            first = first or thread
            if thread != first or call.startswith("clone"):
                break
            if call.startswith("mmap("):
                count += 1
                found.append((count, int(re.search(r"mmap\(\w+, (\d+)", call).group(1))))
            elif GUARD in call and last.startswith("mmap("):
                locked.append(found[-1])
            last = call
        return found, locked

    def dump(self, *arguments, **options):
        """The first screen of the kiosk, without a window."""
        return self.run("oksp-kiosk-test", "--headless", SIZE, "--config", self.path("kiosk.ini"),
                        *arguments, "--dump", **options)

    def story(self, text, **options):
        return self.run("oksp-kiosk-test", "--headless", SIZE, "--config", self.path("kiosk.ini"),
                        "--script", self.write("story.txt", text), **options)


def test_an_unknown_option_is_named(place):
    return place.run("oksp-kiosk", "--nonsense"), "options.bad", 1


def test_no_display_ends_the_kiosk_with_a_reason(place):
    return place.run("oksp-kiosk", "--config", place.path("kiosk.ini"), DISPLAY=":4711",
                     SDL_VIDEODRIVER="x11"), "window.none", 1


def test_missing_assets_are_said(place):
    place.kiosk(asset_dir=place.path("nowhere"))
    return place.dump(), "asset.missing", 1


def says_so(said):
    """The screen of the fallback pack: a title with words, the phone, no door."""
    title = [line for line in said.splitlines() if '"fail.title"' in line and '"label"' in line]
    return bool(title) and "06-16096360" in said and "welcome.parent" not in said


def test_a_missing_pack_leaves_the_small_one(place):
    place.kiosk(pack=place.path("nowhere.okp"))
    code, said = place.dump()
    return (code, said if says_so(said) else "no words"), "pack.missing", 0


def test_a_damaged_pack_leaves_the_small_one(place):
    damaged = shutil.copy(f"{SHARE}/oksp.okp", place.path("damaged.okp"))
    with open(damaged, "r+b") as f:
        f.seek(40000)
        f.write(os.urandom(8192))
        f.truncate(120000)
    place.kiosk(pack=damaged)
    code, said = place.dump()
    return (code, said if says_so(said) else "no words"), "pack.damaged", 0


def test_without_any_pack_the_kiosk_says_so(place):
    place.kiosk(pack=place.path("nowhere.okp"), fallback=place.path("nowhere.okp"))
    return place.dump(), "pack.missing", 1


def test_a_kiosk_that_is_not_enrolled_offers_no_call(place):
    code, said = place.dump()
    return (code, said), "identity.none", 0


def test_a_damaged_store_is_put_aside_and_the_kiosk_goes_on(place):
    place.dump()
    database = place.path("kiosk", "kiosk.db")
    with open(database, "r+b") as f:
        f.write(b"this is no database any more" * 200)
    code, said = place.dump()
    aside = os.path.isdir(place.path("kiosk", "quarantine"))
    return (code, said if aside else "nothing was put aside"), "store.quarantined", 0


def test_without_sound_the_slot_stays_empty(place):
    code, said = place.dump()
    rows = [line for line in said.splitlines() if '"bar.read"' in line]
    empty = all('"gone"' in row and '"hit"' not in row for row in rows)
    return (code, said if empty else "Voorlezen is offered without sound"), "identity.none", 0


def test_a_story_that_fails_names_its_line(place):
    return place.story("expect no.such.node\n"), "script.failed", 1


def test_a_dump_that_cannot_be_written_is_said(place):
    code, said = place.story(f"dump {place.path('nowhere', 'x')}\n")
    full = place.story("dump /dev/full\n")
    return (code, said if full[0] == 1 else f"a full disk: {full}"), "script.failed", 1


def test_a_hub_whose_port_is_taken_says_so(place):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        place.hub(listen=f"127.0.0.1:{taken.getsockname()[1]}")
        place.run("oksp-hub", "init", "--config", place.path("hub.ini"))
        return place.run("oksp-hub", "serve", "--config", place.path("hub.ini")), "server.listen", 1


def test_a_hub_without_a_folder_says_so(place):
    place.hub(data_dir="/proc/nowhere/hub")
    return place.run("oksp-hub", "init", "--config", place.path("hub.ini")), "hub.folder", 1


def test_a_hub_with_a_damaged_key_says_so(place):
    place.run("oksp-hub", "init", "--config", place.path("hub.ini"))
    place.write("hub/hub.key", "not a key\n")
    return place.run("oksp-hub", "serve", "--config", place.path("hub.ini")), "hub.key", 1


def test_two_hubs_on_one_database_is_one_too_many(place):
    place.run("oksp-hub", "init", "--config", place.path("hub.ini"))
    code, said = place.serve("hub.listening", lambda: place.run(
        "oksp-hub", "serve", "--config", place.path("hub.ini"))[1])
    return (code, said), "hub.locked", 0


def test_a_hub_for_developers_serves_this_machine_only(place):
    place.hub(listen=f"unix:{place.path('hub.sock')}")
    return place.run("oksp-hub", "serve", "--dev", "--config", place.path("hub.ini")), "hub.dev", 1


def test_a_backup_that_cannot_be_written_is_said_and_the_hub_goes_on(place):
    place.run("oksp-hub", "init", "--config", place.path("hub.ini"))
    place.write("hub/backup", "a file where the folder must be")
    return place.serve("store.backup"), "store.backup", 0


def test_a_hub_without_descriptors_says_that_it_does_not_start(place):
    place.run("oksp-hub", "init", "--config", place.path("hub.ini"))
    return place.run("oksp-hub", "serve", "--config", place.path("hub.ini"), strace=(
        "-e", "trace=epoll_create1", "-e", "inject=epoll_create1:error=EMFILE")), "server.start", 1


def test_no_thread_for_the_disk_ends_the_kiosk(place):
    return place.dump(strace=("-e", "trace=clone,clone3", "-e",
                              "inject=clone,clone3:error=EAGAIN")), "worker.thread", 1


def test_no_memory_for_what_must_be_locked_ends_the_kiosk(place):
    """Every block between guards in turn: the pool of jansson, the kiosk, App, nodes, JSON."""
    place.dump(strace=("-e", "trace=mmap,mprotect,clone,clone3"))
    locked = place.maps()[1]
    said = f"only {len(locked)} locked blocks" if len(locked) < 5 else ""
    for which, size in locked:
        code, more = place.dump(strace=("-e", "trace=mmap", "-e",
                                        f"inject=mmap:error=ENOMEM:when={which}"))
        if said or code != 1 or "memory.full" not in more:
            return (code, f"{said} block of {size} bytes: {more}"), "memory.full everywhere", 1
    return (code, more), "memory.full", 1


def test_no_memory_for_an_exchange_ends_sync(place):
    config = place.enrol()
    place.run("oksp-sync", "once", "--config", config, strace=("-e", "trace=mmap"))
    exchange = [which for which, size in place.maps()[0] if 420000 < size < 440000][-1]
    return place.run("oksp-sync", "once", "--config", config, strace=(
        "-e", "trace=mmap", "-e", f"inject=mmap:error=ENOMEM:when={exchange}")), "memory.full", 1


def no_boot_id():
    return ("-P", BOOT_ID, "-e", "trace=openat", "-e", "inject=openat:error=EIO")


def test_a_kernel_without_a_boot_stops_sync_and_the_call_buttons(place):
    config = place.enrol()
    good = place.story("tap welcome.parent\nexpect home.call\n")
    kiosk = place.story("tap welcome.parent\nexpect-not home.call\n", strace=no_boot_id())
    code, said = place.run("oksp-sync", "status", "--config", config, strace=no_boot_id())
    if good[0] != 0 or kiosk[0] != 0 or "clock.boot" not in kiosk[1]:
        said = f"the kiosk: {good} {kiosk}"
    return (code, said), "clock.boot", 1


TESTS = [found for name, found in sorted(globals().items()) if name.startswith("test_")]
SANITIZER = ("AddressSanitizer", "runtime error:", "LeakSanitizer")


def passes(test):
    with tempfile.TemporaryDirectory() as folder:
        (code, said), wanted, ends = test(Place(folder))
    wrong = [word for word in SANITIZER if word in said]
    if wanted not in said or code != ends or wrong:
        print(f"FAILED {test.__name__}: wanted {wanted} and {ends}, got {code}:\n{said[-1500:]}")
        return False
    print(f"passed {test.__name__}: {wanted}")
    return True


def main():
    wanted = [t for t in TESTS if len(sys.argv) < 2 or sys.argv[1] in t.__name__]
    good = sum(passes(test) for test in wanted)
    print(f"# pass {good}\n# fail {len(wanted) - good}")
    return 0 if good == len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
