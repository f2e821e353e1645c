#!/usr/bin/env python3
"""ran.py LOG - every test that docs/accessibility.md and docs/errors.md name passed in this run.

LOG is ctest's LastTest.log of the whole suite. A test can exist, be listed, and still not have run:
a filter, a skipped group, a program that ended early. Names of tests stand in it as cmocka, unittest
and our own end-to-end tests write them."""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PASSED = re.compile(r"^\[ +OK \] (test_\w+)|^(test_\w+) \(.*\.\.\. ok$|^passed (test_\w+)", re.M)


def named():
    for doc in ("docs/accessibility.md", "docs/errors.md"):
        with open(os.path.join(ROOT, doc), encoding="utf-8") as f:
            for row in re.findall(r"^\|.*", f.read(), re.M):
                yield from ((test, doc) for test in re.findall(r"`(test_\w+)`", row))


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as f:
        passed = {name for found in PASSED.findall(f.read()) for name in found if name}
    wanted = dict(named())
    lost = sorted(name for name in wanted if name not in passed)
    for name in lost:
        print(f"{wanted[name]} names {name}, which did not pass in this run")
    print(f"{len(wanted)} tests are named in the documents, {len(wanted) - len(lost)} passed")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
