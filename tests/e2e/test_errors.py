#!/usr/bin/env python3
"""Faults that only a whole program can show: each one is made to happen to the real program, built
with the address and undefined behaviour sanitizers, and must end in its code of docs/errors.md (and
in nothing a sanitizer would say). Faults inside a library are tested beside that library."""
import os
import shutil
import socket
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAMS = os.environ.get("OKSP_DEBUG", os.path.join(ROOT, "build/debug"))
SHARE = os.path.join(PROGRAMS, "share")
SIZE = "1080x1920"


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

    def run(self, program, *arguments, **environment):
        """(exit code, everything it said). A hub or kiosk that goes on is ended after a while."""
        env = {**os.environ, "LSAN_OPTIONS": f"suppressions={ROOT}/tests/lsan.supp", **environment}
        try:
            done = subprocess.run([os.path.join(PROGRAMS, "bin", program), *arguments], text=True,
                                  capture_output=True, timeout=60, env=env, check=False)
            return done.returncode, done.stdout + done.stderr
        except subprocess.TimeoutExpired as late:
            return None, (late.stdout or b"").decode() + (late.stderr or b"").decode()

    def dump(self, *arguments):
        """The first screen of the kiosk, without a window."""
        return self.run("oksp-kiosk-test", "--headless", SIZE, "--config", self.path("kiosk.ini"),
                        *arguments, "--dump")


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
    story = place.write("story.txt", "expect no.such.node\n")
    return place.run("oksp-kiosk-test", "--headless", SIZE, "--config", place.path("kiosk.ini"),
                     "--script", story), "script.failed", 1


def test_a_dump_that_cannot_be_written_is_said(place):
    story = place.write("story.txt", f"dump {place.path('nowhere', 'x')}\n")
    return place.run("oksp-kiosk-test", "--headless", SIZE, "--config", place.path("kiosk.ini"),
                     "--script", story), "cannot be written", 1


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
