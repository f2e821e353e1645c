"""tour.py - one whole visit on the release kiosk, as a visitor and then as a colleague would see it.

A parent taps from welcome to "bewaard" by X events, aiming at what the pictures show; then the
staff page in headless Chromium shows that the request arrived and can be read. Prints where the
screenshots lie.
"""
import json
import os
import time

from screen import NotSeen, Screen

# Two visitors' numbers.
DIGITS_NL = "0612345678"
DIGITS_AR = "0687654321"


def keypad(screen, digits):
    """Type a number on the pad: twelve white keys, 1-9 in order, then the row with 0."""
    keys = screen.boxes("#FFFFFF", 295, 270)
    if len(keys) < 9:
        raise NotSeen(f"the number pad ({len(keys)} keys seen)")
    zero = (keys[7][0], keys[7][1] + (keys[7][1] - keys[4][1]))
    for digit in digits:
        screen.tap(*(zero if digit == "0" else keys[int(digit) - 1]))


def read_code(screen):
    """The eight digits of the receipt."""
    for _ in range(10):
        code = screen.code()
        if code:
            return code
        time.sleep(0.5)
    raise NotSeen("the code of the receipt")


def walk(screen, road):
    """Do each step of a road; a step is (name, action, argument)."""
    for name, action, argument in road:
        if action == "tap":
            place = screen.wait(argument)
            screen.shot(name)
            screen.tap(*place)
        elif action == "pad":
            keypad(screen, argument)
            screen.shot(name)
        elif action == "see":
            screen.wait(argument)
            screen.shot(name)


ROAD_NL = [
    ("welcome", "tap", "Ik ben ouder"),
    ("home", "tap", "Mijn kind zit thuis"),
    ("questions", "tap", "Mijn kind gaat niet meer naar school"),
    ("topic", "tap", "Bel mij terug"),
    ("about", "tap", "Verder"),
    ("sector", "tap", "Basisschool"),
    ("sector-chosen", "tap", "Verder"),
    ("how", "tap", "Bel mij"),
    ("how-chosen", "tap", "Verder"),
    ("number", "pad", DIGITS_NL),
    ("number-typed", "tap", "Verder"),
    ("when", "tap", "Maakt niet uit"),
    ("when-chosen", "tap", "Verder"),
    ("name", "tap", "Zonder naam"),
    ("name-chosen", "tap", "Verder"),
    ("check", "tap", "Verstuur"),
    ("saved", "see", "Bewaard op deze zuil"),
]
ROAD_AR = [
    ("welcome", "tap", "العربية"),
    ("welcome-arabic", "tap", "أنا والد أو والدة"),
    ("home", "tap", "مساعدة إضافية"),
    ("questions", "tap", "من حق طفلكم أن يشارك برأيه"),
    ("topic", "tap", "اتصلوا بي"),
    ("about", "tap", "التالي"),
    ("sector", "tap", "مدرسة ابتدائية"),
    ("sector-chosen", "tap", "التالي"),
    ("how", "tap", "اتصلوا بي"),
    ("how-chosen", "tap", "التالي"),
    ("number", "pad", DIGITS_AR),
    ("number-typed", "tap", "التالي"),
    ("when", "tap", "لا يهم"),
    ("when-chosen", "tap", "التالي"),
    ("name", "tap", "بدون اسم"),
    ("name-chosen", "tap", "التالي"),
    ("check", "tap", "إرسال"),
    ("saved", "see", "حُفظ على هذه الشاشة"),
]
STOP = {"nld": "Stop en wis", "ara": "إنهاء ومسح"}


def visit(demo, display, folder, road, language="nld"):
    """Walk one road on a fresh kiosk; returns the code that the visitor saw."""
    screen = Screen(display, folder, language)
    walk(screen, road)
    return read_code(screen)


def play(demo):
    shots = demo.path("screenshots")
    demo.prepare()
    demo.start_sync()
    display = demo.start_display()
    demo.start_kiosk(display, "--window", "1080x1920")
    print("walking the road as a parent ...", flush=True)
    try:
        code = visit(demo, display, shots, ROAD_NL)
    except NotSeen as why:
        print(f"failed: not on the screen: {why}\nlogs: {demo.path('log')}")
        return 1
    print(f"the kiosk says: bewaard, code {code}", flush=True)
    request = demo.read_request(code, shots, seconds=3 * demo.cadence_s + 30)
    print(f"the inbox shows: {json.dumps(request, ensure_ascii=False)}")
    same = request.get("ref", "").replace(" ", "") == code
    print(f"code on both: {'equal' if same else 'DIFFERENT'}\nscreenshots: {shots}")
    for name in sorted(os.listdir(shots)):
        if not name.startswith("."):
            print(f"  {name}")
    return 0 if same else 1
