#!/usr/bin/env python3
"""What a stranger's eyes and fingers can prove, on the release kiosk, by X events aimed at pictures
only: a child that cannot read asks for a talk and makes its card, a parent shares an experience,
prepares a talk and takes the questions home in a QR code, which a phone's reader decodes from the
screenshot. What arrives is what was tapped; what must not be kept is not."""
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

import rig
import pictures
import tour
from screen import NotSeen

LOOK_S = 60
ARRIVE_S = 90
TRIES_MAX = 2
PETROL = "#0E5A63"  # the button that goes on
PHONE = "0612345678"
NAME = "noor"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
RECEIPT = os.path.join(rig.ROOT, "src/request/pictures.def")


def wait(see, seconds=LOOK_S):
    """Look until something is seen."""
    end = time.monotonic() + seconds
    while True:
        try:
            return see()
        except NotSeen:
            if time.monotonic() > end:
                raise


def draw(screen, name):
    """Tap a tile by its drawing, then the large check, as a child does."""
    screen.tap(*wait(lambda: pictures.find(screen, name)))
    go(screen)


def go(screen):
    screen.tap(*wait(lambda: pictures.button(screen, PETROL)))


def dial(screen, digits):
    keys = wait(lambda: pictures.keys(screen, 10))  # 1 to 9, 0
    for digit in digits:
        screen.tap(*keys[(int(digit) - 1) % 10])


def spell(screen, name):
    keys = wait(lambda: pictures.keys(screen, 26))
    for letter in name:
        screen.tap(*keys[LETTERS.index(letter)])


def vcard(screen):
    """The QR code on the screen as a phone reads it: {field: value}."""
    shot = screen.shot()
    read = subprocess.run(["zbarimg", "-q", "--raw", shot], capture_output=True, text=True, check=False)
    lines = re.sub(r"\r?\n[ \t]", "", read.stdout).splitlines()
    if not lines or lines[0] != "BEGIN:VCARD":
        raise NotSeen("a QR code with a vCard")
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return {name: re.sub(r"\\([,;\\])", r"\1", value).replace("\\n", "\n").replace("\\N", "\n")
            for name, value in fields.items()}


def region():
    with open(os.path.join(rig.ROOT, "content/region.yaml"), encoding="utf-8") as f:
        text = f.read()
    return {key: re.search(rf"^{key}: *(.*?) *(?:#.*)?$", text, re.M).group(1) for key in ("name", "phone")}


def is_ours(card):
    """Does the card name the support point of this region, with its number?"""
    want = region()
    return card.get("FN") == want["name"] and card.get("TEL") == re.sub(r"\D", "", want["phone"])


def ids(path, table):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return {row[0] for row in db.execute(f"SELECT id FROM {table}")}


def kept(demo):
    """The ids of everything sealed that the kiosk or the hub holds."""
    return ids(demo.path("kiosk", "kiosk.db"), "outbox") | ids(demo.path("hub", "hub.db"), "envelope")


def new_request(demo, before):
    """The id of the request that came to the hub since `before`."""
    end = time.monotonic() + ARRIVE_S
    while time.monotonic() < end:
        found = [i for i in demo.request_ids() if i not in before]
        if found:
            return found[0]
        time.sleep(1)
    return None


def receipt_names():
    """The sixteen drawings of a receipt, by their nibble."""
    with open(RECEIPT, encoding="utf-8") as f:
        found = re.findall(r"^PICTURE\((\w+), (\w+)\)", f.read(), re.M)
    return {int(nibble, 0): f"bon-{name}" for nibble, name in found}


def receipt_of(identity):
    """The four drawings that belong to a request."""
    names = receipt_names()
    return [names[nibble] for byte in identity[8:10] for nibble in (byte >> 4, byte & 15)]


# ---- the visits: each returns what was wrong ---------------------------------------------------

def child_talks(demo, screen):
    before = demo.request_ids()
    screen.tap_text("Ik ben kind")
    for drawing in ("plaatjes", "ik-wil-praten", "w-gepest", "bel-mij"):
        draw(screen, drawing)
    dial(screen, PHONE)
    screen.tap_text("mijn telefoon")
    go(screen)
    spell(screen, NAME)
    go(screen)
    screen.tap_text("Verstuur")
    screen.wait("Het is bewaard")
    seen = pictures.recognise(screen, list(receipt_names().values()))
    identity = new_request(demo, before)
    if identity is None:
        return ["the child's request did not come to the hub"]
    request = demo.read_request(rig.code_of(identity), demo.path("shots", "child"))
    print(f"child: pictures {seen}, hub {receipt_of(identity)}, inbox {request}", flush=True)
    wrong = [] if seen == receipt_of(identity) else ["other pictures on the child's receipt than at the hub"]
    if re.sub(r"\D", "", request["phone"]) != PHONE or request["name"].lower() != NAME:
        wrong.append("the inbox shows another number or name than the child gave")
    return wrong


CARD = ["kaart-waar-plein", "kaart-wat-gepest", "kaart-wie-juf"]


def child_card(demo, screen):
    before = kept(demo)
    screen.tap_text("Ik ben kind")
    for drawing in ("plaatjes", "mijn-kaartje", *CARD):
        draw(screen, drawing)
    screen.wait("Ik wil dit vertellen")
    seen, words = pictures.recognise(screen, CARD), screen.read().lower()
    print(f"card: {seen}, reads {words!r}", flush=True)
    wrong = [f"the card does not say {word!r}" for word in ("plein", "pesten", "juf") if word not in words]
    wrong += [] if sorted(seen) == sorted(CARD) else [f"the card shows {seen}"]
    return wrong + ([] if kept(demo) == before else ["something of the child's card was kept"])


def parent_shares(demo, screen):
    before = kept(demo)
    for words in ("Ik ben ouder", "Deel uw ervaring", "Niet goed", "Verder", "Extra hulp op school",
                  "Verder", "We wachten al lang", "Bekijk en verstuur"):
        screen.tap_text(words)
    screen.wait("Verstuur zonder naam")
    seen = screen.read().lower()
    wrong = [f"the check screen of the experience does not say {words!r}"
             for words in ("niet goed", "extra hulp op school", "we wachten al lang")
             if words not in seen]
    screen.tap_text("Verstuur zonder naam")
    screen.wait("Uw ervaring telt mee")
    new = len(kept(demo) - before)
    print(f"experience: {new} envelope more", flush=True)
    return wrong + ([] if new == 1 else [f"an experience left {new} envelopes, not one"])


QUESTIONS = ("Wat ziet u in de klas?", "Krijg ik een verslag van dit gesprek?")


def parent_prepares(demo, screen):
    before = kept(demo)
    for words in ("Ik ben ouder", "Ik maak me zorgen", "Hoe praat ik met school over mijn zorgen?",
                  "Gesprek voorbereiden", "Wat wilt u vragen?", *QUESTIONS, "Klaar", "Maak mijn kaart"):
        screen.tap_text(words)
    screen.tap_text("Neem mee")
    card = wait(lambda: vcard(screen))
    print(f"preparation: {card}", flush=True)
    wrong = [] if is_ours(card) else ["the QR code of the preparation is not the region's"]
    wrong += [f"the note of the QR code does not hold {text!r}" for text in QUESTIONS
              if text not in card.get("NOTE", "")]
    return wrong + ([] if kept(demo) == before else ["something of the preparation was kept"])


def help_code(_, screen):
    screen.tap_text("Hulp")  # of the welcome screen: elsewhere other words say it too
    card = wait(lambda: vcard(screen))
    print(f"help: {card}", flush=True)
    return [] if is_ours(card) else ["the QR code of Hulp is not the region's"]


def saved_code(_, screen):
    tour.walk(screen, tour.ROAD_NL)
    card = wait(lambda: vcard(screen))
    print(f"saved: {card}", flush=True)
    return [] if is_ours(card) else ["the QR code of the saved screen is not the region's"]


WALKS = (child_talks, child_card, parent_shares, parent_prepares, help_code, saved_code)


def visit(demo, screen, walk):
    """Walk, and leave by Stop en wis; returns what was wrong. Eyes may fail once: then the kiosk
    starts again and the road is walked from the beginning."""
    for _ in range(TRIES_MAX):
        try:
            wrong = walk(demo, screen)
            screen.tap_text("Stop en wis")
            return wrong
        except NotSeen as why:
            last = why
            print(f"{walk.__name__}: not seen: {why}", flush=True)
        demo.restart_kiosk()
    return [f"{walk.__name__}: not seen {TRIES_MAX} times, at last {last}"]


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder) as demo:
        demo.open()
        demo.start_sync()
        for walk in WALKS if len(sys.argv) < 2 else [globals()[name] for name in sys.argv[1:]]:
            began = time.monotonic()
            wrong += visit(demo, demo.screen, walk)
            print(f"{walk.__name__}: {time.monotonic() - began:.0f} s", flush=True)
    print("\n".join(wrong) or "everything was seen and done by pictures only")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
