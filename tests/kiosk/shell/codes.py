#!/usr/bin/env python3
"""Every QR code on the glass is read back from the pixels by zbarimg: the take-home card of a talk
must hold our phone number and, line by line, the questions that were chosen; the small codes of the
other screens the number alone.

    codes.py PROGRAM ENROL PACK ASSETS CONTENT"""
import os
import re
import subprocess
import sys
import tempfile

PORTRAIT = ("1080x1920", 2.71, 595)
LANDSCAPE = ("1920x1080", 2.71, 700)
SMALL = ("1366x768", 3.97, 800)
PAGE, PAGE_SMALL, PAGE_LARGEST = 10, 6, 3
OWN = "Wie belt ons, en wanneer; a\\b?"


def labels(content, language, name):
    """The rows of a list, in order."""
    found = {}
    with open(os.path.join(content, language, "tree.yaml"), encoding="utf-8") as f:
        for line in f:
            match = re.match(rf'{re.escape(name)}\.([a-z-]+): (.*)$', line)
            if match:
                found[match.group(1)] = match.group(2).strip().strip('"')
    return found


def unescaped(value):
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) == "n" else m.group(1), value)


def card_of(text):
    lines = text.rstrip("\n").replace("\r", "").split("\n")
    assert lines[0] == "BEGIN:VCARD" and lines[1] == "VERSION:3.0", lines[:2]
    assert lines[-1] == "END:VCARD", lines[-1]
    return dict(line.split(":", 1) for line in lines[1:-1])


class Bench:
    def __init__(self, program, enrol, pack, assets, content):
        self.program, self.enrol, self.pack = program, enrol, pack
        self.assets, self.content = assets, content
        self.wrong = 0

    def play(self, panel, story):
        """The card that the picture at the end of a story holds."""
        size, per_mm, mount = panel
        with tempfile.TemporaryDirectory() as folder:
            store, shot = os.path.join(folder, "kiosk"), os.path.join(folder, "code.png")
            subprocess.run([self.enrol, store], check=True)
            config, script = os.path.join(folder, "kiosk.ini"), os.path.join(folder, "story.txt")
            with open(config, "w", encoding="utf-8") as f:
                f.write(f"[kiosk]\ndata_dir = {store}\nasset_dir = {self.assets}\n"
                        f"pack = {self.pack}\n[panel]\npx_per_mm = {per_mm}\n"
                        f"mount_bottom_mm = {mount}\n")
            with open(script, "w", encoding="utf-8") as f:
                f.write("\n".join(story + [f"shot {shot}"]) + "\n")
            subprocess.run([self.program, "--headless", size, "--config", config, "--script",
                            script], check=True)
            read = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", shot],
                                  capture_output=True, check=False)
        return card_of(read.stdout.decode("utf-8")) if read.returncode == 0 else {}

    def judge(self, what, got, wanted):
        good = got == wanted
        print(f"{'ok ' if good else 'NO '} {what}")
        if not good:
            print(f"    got    {got!r}\n    wanted {wanted!r}")
            self.wrong += 1

    def note(self, rows, language):
        """What the note must say of these rows, from the sources of the content."""
        dutch, own = labels(self.content, "nl", "prep-ask"), labels(self.content, language,
                                                                   "prep-ask")
        lines = []
        for number, row in enumerate([r for r in dutch if r in rows], 1):
            lines.append(f"{number}. {own[row]}")
            lines += [dutch[row]] if language != "nl" else []
        return lines


def asked(bench, rows, on_page=PAGE, own=None, language=None, look=()):
    """From the welcome screen to the code, with these questions; `on_page` of them stand on a page."""
    story = [f"tap welcome.language.{language}"] if language else []
    story += ["tap welcome.parent", "tap home.tile.zorgen", "tap questions.gesprek-voorbereiden",
              "tap topic.prepare", *look, "tap prep.ask"]
    page = 0
    for place, row in enumerate(labels(bench.content, "nl", "prep-ask")):
        if row in rows:
            story += ["tap prep_say.more"] * (place // on_page - page) + [f"tap prep_say.{row}"]
            page = place // on_page
    if own:
        story += ["tap prep_say.own", f"type {own}", "tap prep_type.key.done"]
    return story + ["tap prep_say.ready", "tap prep.make", "tap prep_card.take"]


def take_home(bench):
    four = ["wie", "begin", "werkt-niet", "wanneer"]
    every = list(labels(bench.content, "nl", "prep-ask"))
    dark = ["tap bar.display", "tap display.theme.2", "tap bar.display"]
    large = ["tap bar.display", "tap display.size.3", "tap bar.display"]
    for what, panel, page, look in (("portrait", PORTRAIT, PAGE, ()),
                                    ("landscape", LANDSCAPE, PAGE, ()),
                                    ("small", SMALL, PAGE_SMALL, ()),
                                    ("high contrast", PORTRAIT, PAGE, dark),
                                    ("largest letters", PORTRAIT, PAGE_LARGEST, large)):
        card = bench.play(panel, asked(bench, four, page, look=look))
        bench.judge(f"four questions, {what}: the phone", card.get("TEL"), "0616096360")
        note = unescaped(card.get("NOTE", "")).split("\n")
        bench.judge(f"four questions, {what}: the note", note[1:-1], bench.note(four, "nl"))
        bench.judge(f"four questions, {what}: the hours last", note[-1].startswith("Telefoon: ma"),
                    True)
    for panel, page in ((PORTRAIT, PAGE), (SMALL, PAGE_SMALL)):
        card = bench.play(panel, asked(bench, every, page, own=OWN))
        note = unescaped(card.get("NOTE", "")).split("\n")
        wanted = bench.note(every, "nl") + [f"{len(every) + 1}. {OWN}"]
        bench.judge(f"every question and one typed, {panel[0]}", note[1:1 + len(wanted)], wanted)
    for panel, page in ((PORTRAIT, PAGE), (SMALL, PAGE_SMALL)):
        card = bench.play(panel, asked(bench, four, page, language="ar"))
        note = unescaped(card.get("NOTE", "")).split("\n")
        wanted = bench.note(four, "ar")
        bench.judge(f"two languages, {panel[0]}", note[1:1 + len(wanted)], wanted)


def too_long(bench):
    """More than a code can hold: whole questions from the first on, and the screen says how many."""
    every = list(labels(bench.content, "nl", "prep-ask"))
    for panel, page in ((PORTRAIT, PAGE), (SMALL, PAGE_SMALL)):
        card = bench.play(panel, asked(bench, every, page, language="ar"))
        note = unescaped(card.get("NOTE", "")).split("\n")[1:]
        wanted = bench.note(every, "ar")
        bench.judge(f"too long, {panel[0]}: a whole beginning", note, wanted[:len(note)])
        bench.judge(f"too long, {panel[0]}: it is not all",
                    0 < len(note) < len(wanted) and len(note) % 2 == 0, True)


def small_codes(bench):
    help_ = ["tap welcome.parent", "tap bar.help"]
    saved = ["tap welcome.parent", "tap home.call", "tap call_about.zorgen", "tap call_about.next",
             "tap call_sector.po", "tap call_sector.next", "tap call_how.call",
             "tap call_how.next", "type 0612345678", "tap call_number.next", "tap call_when.any",
             "tap call_when.next", "tap call_name.nameless", "tap call_name.next",
             "tap call_check.send", "expect call_saved.qr"]
    two_pages = saved[:-2] + ["tap call_check.next"] + saved[-2:]  # the check of a small panel
    wanted = {"VERSION": "3.0", "TEL": "0616096360", "N": ";Ouder- en kindsteunpunt;;;",
              "FN": "Ouder- en kindsteunpunt"}
    for what, story in (("help", help_), ("saved", saved)):
        for panel in (PORTRAIT, LANDSCAPE, SMALL):
            steps = two_pages if story is saved and panel is SMALL else story
            bench.judge(f"{what}, {panel[0]}", bench.play(panel, steps), wanted)


def main():
    bench = Bench(*sys.argv[1:6])
    take_home(bench)
    too_long(bench)
    small_codes(bench)
    print(f"codes: {bench.wrong} wrong")
    return 1 if bench.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
