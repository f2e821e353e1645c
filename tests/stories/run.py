#!/usr/bin/env python3
"""Play one visitor story on the kiosk, on an enrolled store of its own, and count what was kept.

    run.py PROGRAM ENROL PACK ASSETS STORY

A line "# rows N" in the story says how many sealed requests the store must hold at the end."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

# The PIN of the stories is 246810; made by: oksp-kiosk --pin
PIN_LINE = "pin_hash = $argon2id$v=19$m=65536,t=2,p=1$NqjdyqIw1Xn3Rf390jm3/g$If/O2uTdjMUPeGrVkIRsRNpfIyLz0UEH/ge9M5xmbv8"


def rows(store):
    with sqlite3.connect(f"file:{store}/kiosk.db?mode=ro", uri=True) as db:
        return db.execute("SELECT count(*) FROM outbox").fetchone()[0]


def main():
    program, enrol, pack, assets, story = sys.argv[1:6]
    with open(story, encoding="utf-8") as f:
        wanted = int(re.search(r"^# rows (\d+)$", f.read(), re.M).group(1))
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "kiosk")
        subprocess.run([enrol, store], check=True)
        config = os.path.join(folder, "kiosk.ini")
        with open(config, "w", encoding="utf-8") as f:
            f.write(f"[kiosk]\ndata_dir = {store}\nasset_dir = {assets}\npack = {pack}\n"
                    "[panel]\npx_per_mm = 2.71\nmount_bottom_mm = 595\n[place]\nstaffed = yes\n"
                    f"[staff]\n{PIN_LINE}\n")
        played = subprocess.run([program, "--headless", "1080x1920", "--config", config,
                                 "--script", story], check=False)
        kept = rows(store)
    print(f"{os.path.basename(story)}: ended with {played.returncode}, {kept} kept of {wanted}")
    return 0 if played.returncode == 0 and kept == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
