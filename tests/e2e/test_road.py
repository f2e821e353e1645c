#!/usr/bin/env python3
"""The main road on the release kiosk, in Dutch and in Arabic, by X events aimed at pictures only:
from welcome to "bewaard"; then a colleague reads the request in the inbox, with the same code,
within two cadences of sync."""
import sys
import tempfile
import time

import rig
import tour
from screen import NotSeen


def arrived(demo, code, shots):
    request = demo.read_request(code, shots, seconds=2 * demo.cadence_s + 20)
    print(f"inbox: {request}", flush=True)
    return request


def digits(text):
    return "".join(c for c in text if c.isdigit())


def walk(demo, language, road, shots):
    """The code that the visitor saw. Eyes may fail once (tesseract is no visitor): then the kiosk
    starts again and the road is walked from the beginning; a second failure counts."""
    display = demo.screen.display
    try:
        return tour.visit(demo, display, shots, road, language)
    except NotSeen as why:
        print(f"{language}: not seen, once more from the start: {why}", flush=True)
    demo.stop("kiosk")
    demo.start_kiosk(display, "--window", rig.SIZE)
    time.sleep(2)
    return tour.visit(demo, display, shots, road, language)


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder) as demo:
        demo.open()
        demo.start_sync()
        for language, road, phone in (("nld", tour.ROAD_NL, tour.DIGITS_NL),
                                      ("ara", tour.ROAD_AR, tour.DIGITS_AR)):
            shots = demo.path("shots", language)
            code = walk(demo, language, road, shots)
            request = arrived(demo, code, shots)
            same = request["ref"].replace(" ", "") == code and digits(request["phone"]) == phone
            print(f"{language}: kiosk {code}, inbox {request['ref']}: "
                  f"{'equal' if same else 'DIFFERENT'}", flush=True)
            failures += not same
            demo.screen.language = language
            demo.screen.tap_text(tour.STOP[language])
    return failures


if __name__ == "__main__":
    sys.exit(main())
