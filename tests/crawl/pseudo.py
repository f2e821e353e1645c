#!/usr/bin/env python3
"""pseudo - a copy of the compiled pack with two languages that nobody speaks, for the crawl only.

nl-xa: every Dutch text about 40 % longer, with accents on its letters.
ar-xr: the same in Arabic letters, written from right to left.
Digits, arguments, marks, numbers inside isolates and web addresses stay as they are; hard words and
bold words keep their places. Never packaged: only tests/crawl reads the result.
"""
import math
import re
import shutil
import sqlite3
import sys

GROWTH = 0.4
LETTERS_MORE_MAX = 3  # of one word: a longer word than the longest real one is no fault of a screen
PADDING = "extra"

ACCENTS = str.maketrans("aceinouyszACEINOUYSZ", "áçéíñóúýšžÁÇÉÍÑÓÚÝŠŽ")
ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبقرستوفوخيز")
LINE, FIELD = "\x1e", "\x1f"
HEAD, TEXT, TERM, SPANS = 2, 3, 4, 7  # fields of a block (pack_read.h)

# What is no word: an isolate with what is in it, an address, a mark.
KEPT = re.compile("(\u2066.*?\u2069|\\S+@\\S+|\\S+\\.(?:nl|example)\\S*|\\*\\*|#)")
WORD = re.compile(r"[^\W\d_]+")


def longer(word):
    more = min(math.ceil(len(word) * GROWTH), LETTERS_MORE_MAX)
    vowels = [i for i, c in enumerate(word) if c.lower() in "aeiou"] or [len(word) - 1]
    at = vowels[len(vowels) // 2]
    return word[:at] + word[at] * more + word[at:]


def accented(word):
    return longer(word).translate(ACCENTS)


def arabic(word):
    return longer(word).lower().translate(ARABIC)


def plain(text, change):
    """Words changed one by one; everything that is no word stays."""
    pieces = KEPT.split(text)
    return "".join(piece if i % 2 else WORD.sub(lambda m: change(m.group(0)), piece)
                   for i, piece in enumerate(pieces))


def padded(text, change):
    """As `plain`, and what is still missing of the growth as words of their own at the end."""
    changed = plain(text, change)
    missing = len(text) * (1 + GROWTH) - len(changed)
    words = int(missing // (len(PADDING) + 1))
    return changed + (" " + change(PADDING)) * words if words > 0 else changed


def message(text, change):
    """A pattern: only what is said changes, never a name or a keyword of an argument."""
    out, depth, at, start = [], 0, 0, 0
    whole = padded if "{" not in text else plain
    while at < len(text):
        if text[at] == "{":
            out.append(whole(text[start:at], change))
            end = at
            while end < len(text) and (depth > 0 or end == at):
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
            inside = text[at:end]
            if ", plural," in inside or ", select," in inside:
                inside = re.sub(r"(\b(?:one|other|few|many|two|zero|\w+)\s*)\{([^{}]*)\}",
                                lambda m: f"{m.group(1)}{{{plain(m.group(2), change)}}}", inside)
            out.append(inside)
            at = start = end
        else:
            at += 1
    return "".join(out) + whole(text[start:], change)


def spanned(text, spans, change):
    """The text with its spans (byte offsets) where they were."""
    raw, moved, cuts = text.encode(), [], []
    for span in filter(None, spans.split(";")):
        kind, first, size, *rest = span.split(" ")
        cuts.append((int(first), int(first) + int(size), kind, rest))
    out, at = "", 0
    for first, end, kind, rest in sorted(cuts):
        if first < at:
            continue
        out += plain(raw[at:first].decode(), change)
        word = plain(raw[first:end].decode(), change)
        moved.append(" ".join([kind, str(len(out.encode())), str(len(word.encode()))] + rest))
        out += word
        at = end
    rest_of = plain(raw[at:].decode(), change)
    missing = int((len(text) * (1 + GROWTH) - len(out) - len(rest_of)) // (len(PADDING) + 1))
    return out + rest_of + (" " + change(PADDING)) * max(missing, 0), ";".join(moved)


def block(lines, change):
    rows = []
    for line in lines.split(LINE):
        fields = line.split(FIELD)
        fields[HEAD] = plain(fields[HEAD], change)
        fields[TEXT], fields[SPANS] = spanned(fields[TEXT], fields[SPANS], change)
        fields[TERM] = plain(fields[TERM], change)
        rows.append(FIELD.join(fields))
    return LINE.join(rows)


def add_language(db, number, row, change):
    code = row.split("\t")[0]
    db.execute("INSERT INTO pack VALUES(?, ?)", (f"language.{number:02d}", row))
    for kind, key, text in db.execute(
            "SELECT kind, key, text FROM text WHERE lang = 'nl' AND kind <> 'fact'").fetchall():
        db.execute("INSERT INTO text VALUES(?, ?, ?, ?)", (code, kind, key, message(text, change)))
    for topic, lines in db.execute("SELECT topic, lines FROM block WHERE lang = 'nl'").fetchall():
        db.execute("INSERT INTO block(lang, topic, lines) VALUES(?, ?, ?)",
                   (code, topic, block(lines, change)))
    for pos, name, *texts in db.execute(
            "SELECT pos, id, shown, say, full FROM glossary WHERE lang = 'nl'").fetchall():
        db.execute("INSERT INTO glossary VALUES(?, ?, ?, ?, ?, ?)",
                   [code, pos, name] + [padded(text, change) for text in texts])
    for topic, title, short, words, by in db.execute(
            "SELECT topic, title, short, words, reviewed_by FROM topic_text WHERE lang = 'nl'"
    ).fetchall():
        db.execute("INSERT INTO topic_text VALUES(?, ?, ?, ?, ?, ?)",
                   (code, topic, padded(title, change), plain(short, change), words, by))


def main():
    source, target = sys.argv[1:3]
    shutil.copyfile(source, target)
    db = sqlite3.connect(target)
    count = db.execute("SELECT count(*) FROM pack WHERE k LIKE 'language.%'").fetchone()[0]
    add_language(db, count, "nl-xa\tXâ\tHállo\tandika\tnl\t0\t0\t", accented)
    add_language(db, count + 1, "ar-xr\tخر\tهالو\tnoto-arabic\tar\t1\t0\t", arabic)
    db.commit()
    db.close()


if __name__ == "__main__":
    main()
