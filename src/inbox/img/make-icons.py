#!/usr/bin/env python3
"""make-icons.py - joins the icons the page uses into one sprite, img/icons.svg.

Run it after adding a name: it reads assets/icons (Tabler, MIT) and writes the file that is
committed, so that the page itself needs no build.
"""
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
ICONS = HERE.parents[2] / "assets" / "icons"
NAMES = """alarm-filled alert-circle-filled alert-triangle-filled arrow-left arrow-right building-bank
building-community calendar-event camera-off chart-bar check chevron-down circle-check-filled clock copy
device-desktop eye eye-off headset help-circle history info-circle key lifebuoy lock lock-open logout
mail message-circle-heart mood-kid pencil phone-call phone-off plus printer refresh search send shield-check
sort-ascending trash user user-check users x""".split()


def symbol(name):
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    body = re.search(r"<svg[^>]*>(.*)</svg>", text, re.S).group(1)
    body = re.sub(r'\s*<path stroke="none" d="M0 0h24v24H0z" fill="none" ?/>', "", body)
    filled = 'stroke="none" fill="currentColor"' if name.endswith("-filled") else (
        'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" '
        'stroke-linejoin="round"')
    body = re.sub(r"\s+", " ", body).strip()
    return f'<symbol id="{name}" viewBox="0 0 24 24" {filled}>{body}</symbol>'


SPRITE = '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(map(symbol, NAMES)) + "\n</svg>\n"
(HERE / "icons.svg").write_text(SPRITE, encoding="utf-8")
