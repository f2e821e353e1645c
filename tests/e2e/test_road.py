#!/usr/bin/env python3
"""The main road on the release kiosk, in Dutch and in Arabic, by X events aimed at pictures only:
from welcome to "bewaard"; then a colleague reads the request in the inbox, with the same code,
within two cadences of sync."""
import sys
import tempfile

import rig
import tour


def arrived(demo, code, shots):
    request = demo.read_request(code, shots, seconds=2 * demo.cadence_s + 20)
    print(f"inbox: {request}", flush=True)
    return request


def digits(text):
    return "".join(c for c in text if c.isdigit())


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as folder, rig.Rig(folder) as demo:
        demo.open()
        demo.start_sync()
        for language, road, phone in (("nld", tour.ROAD_NL, tour.DIGITS_NL),
                                      ("ara", tour.ROAD_AR, tour.DIGITS_AR)):
            shots = demo.path("shots", language)
            code = tour.visit(demo, demo.screen.display, shots, road, language)
            request = arrived(demo, code, shots)
            same = request["ref"].replace(" ", "") == code and digits(request["phone"]) == phone
            print(f"{language}: kiosk {code}, inbox {request['ref']}: {'equal' if same else 'DIFFERENT'}")
            failures += not same
            screen = demo.screen
            screen.language = language
            screen.tap_text(tour.STOP[language])
    return failures


if __name__ == "__main__":
    sys.exit(main())
