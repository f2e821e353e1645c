"""Plants one breach of every rule in a scratch tree and demands that this rule, and no tree without
the breach, is found guilty."""
import os

GOOD_C = '/* good.c - a file that breaks nothing. */\n#include "good.h"\n\nint good_answer(void)\n{\n    return 1;\n}\n'
CLEAN = {
    ".clang-format": "BasedOnStyle: LLVM\nIndentWidth: 4\nBreakBeforeBraces: Linux\n"
                     "AllowShortFunctionsOnASingleLine: None\nSortIncludes: Never\n",
    "README.md": "See `src/base/good.c`.\n",
    "ARCHITECTURE.md": "One.\n",
    "docs/errors.md": "| `disk.full` | `test_full` |\n",
    "tests/base/test_good.c": "/* test_good.c - a test. */\nvoid test_full(void)\n{\n    says(\"disk.full\");\n}\n\n"
                              "int main(void)\n{\n    test_full();\n}\n",
    "tests/base/CMakeLists.txt": "oksp_test(test_good SOURCES test_good.c)\n",
    "docs/accessibility.md": "| SEE-1 | letters | `tests/base/test_good.c` `test_full` | small ones |\n"
                             "| SEE-2 | speed | not yet | measured later |\n",
    "src/base/good.c": GOOD_C,
    "src/base/good.h": "/* good.h - a header. */\nint good_answer(void);\n",
    "src/base/CMakeLists.txt": "oksp_library(base SOURCES good.c bad.c home.c bad2.c)\n",
    "src/store/outbox.h": "/* outbox.h - the store. */\nint outbox_open(void);\n",
    "src/kiosk/screens/home.c": "/* home.c - a screen. */\nstatic int home_width(void);\n",
    "assets/MANIFEST.csv": "file,source,version,licence\nicons/a.svg,x,1,MIT\n",
    "assets/icons/a.svg": "<svg/>",
}
HEAD = "/* bad.c - planted. */\n"
PLANTED = {
    "include_table": {"src/kiosk/screens/home.c": '/* home.c */\n#include "outbox.h"\n'},
    "function_length": {"src/base/bad.c": HEAD + "static void bad_long(void)\n{\n" + "    ;\n" * 70 + "}\n"},
    "columns": {"src/base/bad.c": HEAD + "/* " + "x" * 100 + " */\n"},
    "opening_comment": {"src/base/bad.c": "static int bad_one;\n"},
    "banned_call": {"src/base/bad.c": HEAD + "static void bad_copy(char *a)\n{\n    strcpy(a, a);\n}\n"},
    "default_over_enum": {"src/base/bad.c": HEAD + "typedef enum Kind { KIND_ONE, KIND_TWO } Kind;\n"
                          "static void bad_pick(Kind a)\n{\n    switch (a) {\n"
                          "    case KIND_ONE: break;\n    default: break;\n    }\n}\n"},
    "sql_place": {"src/base/bad.c": HEAD + 'static const char *bad = "SELECT 1";\n'},
    "printf_place": {"src/base/bad.c": HEAD + 'static void bad_say(void)\n{\n    printf("x");\n}\n'},
    "declared_once": {"src/base/bad.c": HEAD + "int bad_lost(void)\n{\n    return 1;\n}\n"},
    "prefix": {"src/base/good.h": "/* good.h */\nint good_answer(void);\nint other_thing(void);\n"},
    "in_cmake": {"src/base/nowhere.c": "/* nowhere.c - in no list. */\n"},
    "visitor_text": {"src/kiosk/screens/home.c": '/* home.c */\nstatic const char *a = "Bel mij terug";\n'},
    "bare_number": {"src/kiosk/screens/home.c": "/* home.c */\nstatic int home_width(void)\n{\n    return 116;\n}\n"},
    "readme_paths": {"README.md": "See `src/base/lost.c`.\n"},
    "asset_licence": {"assets/icons/b.svg": "<svg/>"},
    "machine_path": {"src/base/bad.c": HEAD + "/* see /wor" + "k/main */\n"},
    "error_documented": [
        {"src/base/bad.c": HEAD + 'static void bad(void)\n{\n    err_set(err, "net.lost", "x");\n}\n'},
        {"docs/errors.md": "| `disk.full` | not provoked |\n"},
        {"docs/errors.md": "| `disk.full` | `test_nowhere` |\n"},
        {"docs/errors.md": "| `disk.full` `disk.slow` | `test_full` |\n"},
    ],
    "accessibility": [
        {"docs/accessibility.md": "| SEE-1 | letters | `tests/base/test_lost.c` `test_full` | small ones |\n"},
        {"docs/accessibility.md": "| SEE-1 | letters | `tests/base/test_good.c` `test_lost` | small ones |\n"},
        {"docs/accessibility.md": "| SEE-1 | letters | `tests/base/test_good.c` `test_full` | |\n"},
        {"docs/accessibility.md": "| SEE-1 | letters | nobody knows | small ones |\n"},
        {"docs/accessibility.md": "| SES-1 | wiping | not yet | no time |\n"},
        {"tests/base/CMakeLists.txt": "oksp_test(test_other SOURCES test_other.c)\n"},
        {"tests/base/test_good.c": "/* test_good.c */\nvoid test_full(void)\n{\n    says(\"disk.full\");\n}\n"},
    ],
    "content_map": {"docs/content-map.md": "| item | file | sentence |\n| a | content/a.md | Dit staat er niet. |\n",
                    "content/a.md": "Dit staat er wel.\n"},
    "unfinished": {"src/base/bad.c": HEAD + "/* TO" + "DO later */\n"},
    "format": {"src/base/bad.c": HEAD + "static int   bad_space ;\n"},
}


def write(root, files):
    for name, text in files.items():
        path = os.path.join(root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)


def guilty(tree_type, rules, tempfile, files):
    with tempfile.TemporaryDirectory() as root:
        write(root, files)
        tree = tree_type(root)
        return {name for name, rule in rules.items() if any(True for _ in rule(tree))}


def run(tree_type, rules, tempfile):
    failures = 0
    clean = guilty(tree_type, rules, tempfile, CLEAN)
    if clean:
        failures += 1
        print(f"FAIL: a clean tree is found guilty of {sorted(clean)}")
    planted = 0
    for name in rules:
        breaches = PLANTED.get(name, {})
        for breach in breaches if isinstance(breaches, list) else [breaches]:
            planted += 1
            if name not in guilty(tree_type, rules, tempfile, {**CLEAN, **breach}):
                failures += 1
                print(f"FAIL: the planted breach of {name} was not found: {sorted(breach)}")
    print(f"tidy self-test: {len(rules)} rules, {planted} breaches planted, {failures} not found")
    return 1 if failures else 0
