#!/usr/bin/env python3
"""tidy - the house rules of ARCHITECTURE.md as a test.

Every rule is one function in RULES: it yields (file, line, what). Run without arguments it reads
the repository it stands in, prints what it finds and the lengths of all functions, and fails when
anything was found. `--self-test` plants one breach of every rule in a scratch tree and demands
that exactly that rule finds it: a rule that cannot fail is no rule.
"""
import csv
import os
import re
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from tidy_docs import (rule_accessibility, rule_content_map, rule_error_documented,  # noqa: E402
                       rule_readme_paths)
from tidy_tree import Tree, code_only, folder_of, functions, no_comments  # noqa: E402

FUNCTION_LINES_MAX = 70
COLUMNS_MAX = 100

# Who may include whom (an entry is the set of folders whose headers a folder may name).
KIOSK_BELOW = {"base", "request", "content", "ui", "text", "store"}
MAY_INCLUDE = {
    "base": {"base"},
    "request": {"base", "request"},
    "content": {"base", "content"},
    "store": {"base", "request", "store"},
    "ui": {"base", "ui"},
    "text": {"base", "text"},
    "kiosk": {"base", "request", "content", "ui", "kiosk", "screens"},
    "screens": {"base", "request", "content", "ui", "kiosk", "screens"},
    "shell": KIOSK_BELOW | {"kiosk", "screens", "shell"},
    "speak": {"base", "speak"},
    "sync": {"base", "request", "store", "sync"},
    "hub": {"base", "request", "hub"},
    # minisign lives in request; the compiler of words signs with it.
    "pack": {"base", "request", "content", "text", "ui", "kiosk", "screens", "pack"},
}
SYSTEM_ONLY_IN = {
    "SDL": {"text", "shell", "speak"},
    "sqlite3.h": {"store", "content", "pack", "hub", "sync"},
    "microhttpd.h": {"hub"},
    "curl/": {"sync", "hub"},
    "sys/socket.h": {"hub", "sync"},
    "pthread.h": {"shell", "hub"},
    "unicode/": {"content", "text", "pack", "request"},
}
BANNED = re.compile(
    r"(?<![\w.>])(strcpy|strcat|sprintf|vsprintf|strncpy|strtok|gets|atoi|atol|scanf|sscanf|system"
    r"|popen|rand|srand|time|localtime|gmtime|setjmp|longjmp|alloca|assert)\s*\(")
SQL_PLACES = re.compile(r"^src/(store/|content/pack_read\.c|hub/store_|pack/)")
SQL = re.compile(r'"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|VACUUM)\b[ ;]')
# The kiosk's heap that overwrites what is freed stands in for these.
LIBC_REPLACED = {"malloc", "calloc", "realloc", "free", "memalign", "aligned_alloc"}
LEAK = re.compile(r"(?<![\w.])/(wor[k]|home|Users)/\w|[.][.]/shared")


def headers_by_folder(tree):
    owners = {}
    for name in tree.match(r"^src/.*\.h$"):
        owners.setdefault(os.path.basename(name), set()).add(folder_of(name))
    return owners


def rule_include_table(tree):
    owner = headers_by_folder(tree)
    for name in tree.src():
        allowed = MAY_INCLUDE.get(folder_of(name), set())
        for i, line in enumerate(tree.lines(name), 1):
            found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if found and owner.get(found.group(1), allowed).isdisjoint(allowed):
                folders = "/".join(owner[found.group(1)])
                yield name, i, f"{folder_of(name)} may not include {found.group(1)} of {folders}"
            found = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
            for key, places in SYSTEM_ONLY_IN.items():
                if found and found.group(1).startswith(key) and folder_of(name) not in places:
                    yield name, i, f"<{found.group(1)}> is not for {folder_of(name)}"


def rule_function_length(tree):
    for name in tree.c():
        for function, line, length, _ in functions(tree.text(name)):
            if length > FUNCTION_LINES_MAX:
                yield name, line, f"{function} has {length} lines (most {FUNCTION_LINES_MAX})"


def rule_columns(tree):
    for name in tree.c():
        for i, line in enumerate(tree.lines(name), 1):
            if len(line) > COLUMNS_MAX:
                yield name, i, f"{len(line)} columns (most {COLUMNS_MAX})"


def rule_opening_comment(tree):
    for name in tree.c() + tree.match(r"^src/inbox/[^/]*\.m?js$"):
        if not tree.text(name).startswith(("/*", "//")):
            yield name, 1, "opens without a comment that says what it is"


def rule_banned_call(tree):
    for name in tree.src():
        for i, line in enumerate(code_only(tree.text(name)).split("\n"), 1):
            for found in BANNED.finditer(line):
                yield name, i, f"{found.group(1)}() is banned"


def rule_default_over_enum(tree):
    named = set()  # the constants of enums that are types; an anonymous enum only names numbers
    for name in tree.c():
        for body in re.findall(r"typedef enum\s*\w*\s*\{(.*?)\}", code_only(tree.text(name)), re.S):
            named |= set(re.findall(r"\b([A-Z][A-Z0-9_]+)\b", body))
    for name in tree.src():
        text = code_only(tree.text(name))
        for found in re.finditer(r"switch\s*\(", text):
            body = text[found.start():text.find("\n}", found.start())]
            cases = set(re.findall(r"case\s+([A-Z][A-Z0-9_]+)", body))
            if cases & named and re.search(r"\bdefault\s*:", body):
                line = text.count("\n", 0, found.start()) + 1
                yield name, line, "default: in a switch over an enum hides a missing case"


def rule_sql_place(tree):
    for name in tree.src():
        if SQL_PLACES.match(name):
            continue
        for i, line in enumerate(no_comments(tree.text(name)).split("\n"), 1):
            if SQL.search(line):
                yield name, i, "SQL outside store/, content/pack_read.c, hub/store_*, pack/"


def rule_printf_place(tree):
    for name in tree.src():
        if re.search(r"/(main\w*|\w*_main|check|log|script\w*)\.c$", name) or folder_of(name) == "pack":
            continue
        for i, line in enumerate(code_only(tree.text(name)).split("\n"), 1):
            if re.search(r"(?<!\w)(printf|puts|perror)\s*\(", line):
                yield name, i, "printing belongs to main and to log.c"


def rule_declared_once(tree):
    headers = "\n".join(code_only(tree.text(n)) for n in tree.match(r"^src/.*\.(h|def)$"))
    declared = set(re.findall(r"\b([a-z_][a-z0-9_]*)\s*\(", headers))
    for table in tree.match(r"^src/kiosk/screens\.def$"):  # screens.h declares one view a row
        declared |= {f"{row}_view" for row in re.findall(r"SCREEN\(\w+, (\w+)", tree.text(table))}
    for name in tree.match(r"^src/.*\.c$"):
        for function, line, _, head in functions(tree.text(name)):
            if not head.startswith("static") and function not in declared | LIBC_REPLACED | {"main"}:
                yield name, line, f"{function} is neither static nor in a header"


def rule_prefix(tree):
    for name in tree.match(r"^src/.*\.h$"):
        stem = os.path.basename(name)[:-2]
        text = code_only(tree.text(name))
        for i, line in enumerate(text.split("\n"), 1):
            found = re.match(r"[A-Za-z_].*?\b\*?([a-z_][a-z0-9_]*)\s*\(", line)
            if found and not line.startswith(("#", "static", "typedef")):
                # screens.h declares the view of every screen file: that is all it is for
                if not found.group(1).startswith((stem.split("_")[0], "check_")) and stem != "screens":
                    yield name, i, f"{found.group(1)} does not carry the prefix of {stem}.h"


def rule_in_cmake(tree):
    cmake = "\n".join(tree.text(n) for n in tree.match(r"CMakeLists\.txt$"))
    for name in tree.match(r"^src/.*\.c$"):
        if not re.search(r"(?<!\w)" + re.escape(os.path.basename(name)), cmake):
            yield name, 1, "stands in no CMakeLists.txt"


def rule_visitor_text(tree):
    quiet = re.compile(r"\b(check|log_\w+|err_set|err_at|_Static_assert)\s*\(")
    for name in tree.match(r"^src/kiosk/(app|form|screens/|msg)[^/]*\.c$|^src/kiosk/screens/.*\.c$"):
        for i, line in enumerate(no_comments(tree.text(name)).split("\n"), 1):
            if quiet.search(line) or line.startswith("#"):
                continue
            for found in re.finditer(r'"((?:\\.|[^"\\])*)"', line):
                if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}|[^\x00-\x7f]", found.group(1)):
                    yield name, i, f"visitor text in C: {found.group(0)}"


def rule_bare_number(tree):
    for name in tree.match(r"^src/kiosk/screens/.*\.c$"):
        for i, line in enumerate(code_only(tree.text(name)).split("\n"), 1):
            if line.lstrip().startswith("#") or re.match(r"\s*(enum|static const|_Static_assert)", line):
                continue
            found = re.search(r"(?<![\w.])(?![012][uUlLfF]*\b)\d+(\.\d+)?[uUlLfF]*\b", line)
            if found:
                yield name, i, f"bare number {found.group(0)} in a screen"


def rule_asset_licence(tree):
    rows = set()
    for manifest in tree.match(r"^assets/(.*/)?MANIFEST\.csv$"):
        base = os.path.dirname(manifest)
        for row in csv.DictReader(tree.lines(manifest)):
            if row.get("licence"):
                rows |= {row["file"], os.path.join(base, row["file"])}
    for name in tree.match(r"^assets/.*\.(svg|ttf|png|wav|opus|mjs)$"):
        if name not in rows and name[len("assets/"):] not in rows:
            yield name, 1, "has no licence row in a MANIFEST.csv"


def rule_machine_path(tree):
    for name in tree.files:
        if name.endswith((".svg", ".ttf", ".png", "tidy.py")) or "/vendor/" in name:
            continue
        for i, line in enumerate(tree.lines(name), 1):
            if LEAK.search(line):
                yield name, i, "names a path of one machine"


def rule_unfinished(tree):
    for name in tree.match(r"^(src|tests|scripts|content|deploy|docs)/.*"):
        if name.endswith((".svg", ".ttf", ".png", "tidy.py")) or "/vendor/" in name:
            continue
        for i, line in enumerate(tree.lines(name), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b|lorem ipsum", line):
                yield name, i, "reads like something unfinished"


def rule_format(tree):
    names = [os.path.join(tree.root, n) for n in tree.c()]
    for start in range(0, len(names), 60):
        run = subprocess.run(["clang-format", "--dry-run", "--Werror"] + names[start:start + 60],
                             capture_output=True, text=True, check=False)
        seen = set()
        for found in re.finditer(r"^(.+?):(\d+):\d+: error", run.stderr, re.M):
            if found.group(1) not in seen:
                seen.add(found.group(1))
                yield os.path.relpath(found.group(1), tree.root), int(found.group(2)), "clang-format differs"


RULES = {name[5:]: rule for name, rule in list(globals().items()) if name.startswith("rule_")}


def print_lengths(tree):
    lengths = sorted((length, function, name) for name in tree.match(r"^src/.*\.c$")
                     for function, _, length, _ in functions(tree.text(name)))
    if lengths:
        only = [row[0] for row in lengths]
        print(f"functions {len(only)}: median {statistics.median(only):g}, "
              f"p90 {only[int(len(only) * 0.9)]}, longest {only[-1]} ({lengths[-1][1]})")


def main():
    if "--self-test" in sys.argv:
        import tidy_selftest
        return tidy_selftest.run(Tree, RULES, tempfile)
    tree = Tree(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
    wanted = [a for a in sys.argv[1:] if not a.startswith("-")] or RULES
    found = [(rule, *row) for rule in wanted for row in RULES[rule](tree)]
    for rule, name, line, what in found:
        print(f"{name}:{line}: {rule}: {what}")
    print_lengths(tree)
    print(f"tidy: {len(tree.files)} files, {len(list(wanted))} rules, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
