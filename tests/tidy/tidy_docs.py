"""tidy_docs - what documents promise: paths that exist, errors that are made to happen, rows of
accessibility with tests that run, sentences that stand in the content."""
import os
import re

from tidy_tree import folder_of, functions


def rule_readme_paths(tree):
    for doc in ("README.md", "ARCHITECTURE.md"):
        if not tree.has(doc):
            yield doc, 1, "is missing"
            continue
        for i, line in enumerate(tree.lines(doc), 1):
            for path in re.findall(r"`((?:src|assets|content|tests|docs|deploy|scripts|\.ci|cmake)/[\w./-]*)`", line):
                if not tree.has(path):
                    yield doc, i, f"names {path}, which does not exist"


def error_codes(tree):
    for name in tree.src():
        if folder_of(name) == "pack":  # its errors are the editor's: docs/content.md
            continue
        for found in re.finditer(r'err_(?:set|at)\([^"]*?"([a-z][a-z0-9_.-]+)"', tree.text(name), re.S):
            yield found.group(1), name, tree.text(name).count("\n", 0, found.start()) + 1


def test_bodies(tree, name):
    """{test: its lines} of one file of tests, and the lines that are in none of them."""
    lines, bodies, inside = tree.lines(name), {}, set()
    if name.endswith(".c"):
        spans = [(f, start - 1, start - 1 + length) for f, start, length, _ in functions(tree.text(name))]
    else:
        heads = [(i, re.match(r"( *)(?:async )?def (\w+)|^()(?:await )?test\('([^']+)'", line))
                 for i, line in enumerate(lines)]
        spans = []
        for i, head in [(i, head) for i, head in heads if head]:
            indent = len(head.group(1) or "")
            end = next((j for j in range(i + 1, len(lines)) if lines[j].strip() and
                        len(lines[j]) - len(lines[j].lstrip()) <= indent), len(lines))
            spans.append((head.group(2) or head.group(4), i, end))
    for test, start, end in spans:
        if test.startswith("test_") or name.endswith(".mjs"):
            bodies[test] = "\n".join(lines[start:end])
            inside |= set(range(start, end))
    return bodies, "\n".join(line for i, line in enumerate(lines) if i not in inside)


def tests_by_name(tree):
    """{test: what it says, with the tables and helpers of its file} of every test of the tree."""
    found = {}
    for name in tree.match(r"^tests/.*\.(c|py|mjs)$"):
        if "/node_modules/" not in name:
            bodies, rest = test_bodies(tree, name)
            found |= {test: body + rest for test, body in bodies.items()}
    return found


def rule_error_documented(tree):
    """Every code stands in docs/errors.md, where each row names tests that really make it happen: a
    test that never says the code cannot have looked for it."""
    doc = tree.text("docs/errors.md") if tree.has("docs/errors.md") else ""
    for code, name, line in error_codes(tree):
        if f"`{code}`" not in doc:
            yield name, line, f"error {code} is not in docs/errors.md"
    tests = tests_by_name(tree)
    for i, line in enumerate(doc.split("\n"), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or cells[0] in ("fault", "code") or set(cells[0]) <= {"-"}:
            continue
        named = re.findall(r"`(test_\w+)`", cells[-1])
        if not named:
            yield "docs/errors.md", i, "a row that no test makes happen"
        for test in named:
            if test not in tests:
                yield "docs/errors.md", i, f"names {test}, which no test defines"
        said = "".join(tests.get(test, "") for test in named)
        for code in re.findall(r"`(?:urn:oksp:)?([a-z]+[.-][a-z0-9.-]+|invalid)`", cells[0] + cells[1]):
            if not code.endswith((".ini", ".md")) and code not in said:
                yield "docs/errors.md", i, f"no test of this row looks for {code}"


def is_run(tree, name):
    """Does ctest run that file of tests? Its folder's CMakeLists names it, or a pattern of it with
    the word that the pattern stands for: test_${name}.py, and e2e_test(errors ...)."""
    folder, base = os.path.split(name)
    lists = os.path.join(folder, "CMakeLists.txt")
    text = tree.text(lists) if tree.has(lists) else ""
    if not re.search(r"(oksp_test|add_test)\(", text) and not re.search(r"\bproof\(", text):
        return False
    for file in re.findall(r"[\w${}*.-]+\.(?:c|py|mjs|txt)\b", text):
        pattern = re.escape(re.sub(r"\$\{CMAKE_\w+\}", "", file))
        pattern = pattern.replace(r"\$\{name\}", r"(\w+)").replace(r"\*", ".*")
        found = re.fullmatch(pattern, base)
        if found and all(re.search(rf"\b{word}\b", text) for word in found.groups()):
            return True
    return False


def is_test_of(tree, name, test):
    """Is `test` defined in that file and, where a list calls them (C), also listed?"""
    text = tree.text(name)
    if name.endswith(".c"):
        return f"void {test}(" in text and len(re.findall(rf"\b{test}\b", text)) > 1
    return f"def {test}(" in text


def rule_accessibility(tree):
    """Every row of docs/accessibility.md names tests that exist and are run; what concerns time,
    leaving, children or a request is never "not yet"."""
    doc = "docs/accessibility.md"
    for i, line in enumerate(tree.lines(doc) if tree.has(doc) else [], 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or cells[0] == "id" or set(cells[0]) <= {"-"}:
            continue
        if len(cells) != 4 or not all(cells):
            yield doc, i, "a row has an id, what must hold, its tests and the fault planted for them"
            continue
        if cells[2].startswith("not yet"):
            if cells[0].startswith(("SES-", "EXT-", "KID-", "FRM-")):
                yield doc, i, f"{cells[0]} is about safety or privacy: it cannot be 'not yet'"
            continue
        named = re.findall(r"`([^`]+)`", cells[2])
        files = [name for name in named if "/" in name]
        if not files:
            yield doc, i, f"{cells[0]} names no test"
        there = [name for name in files if tree.has(name) and is_run(tree, name)]
        for name in sorted(set(files) - set(there)):
            yield doc, i, f"{name} does not exist, or ctest does not run it"
        for test in [name for name in named if "/" not in name]:
            if not any(is_test_of(tree, name, test) for name in there):
                yield doc, i, f"{test} is no test of {', '.join(there)}"


def rule_content_map(tree):
    """Every row of docs/content-map.md quotes a sentence that really stands in the file it names."""
    for doc in tree.match(r"^docs/content-map\.md$"):
        for i, line in enumerate(tree.lines(doc), 1):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not line.startswith("|") or cells[0] in ("item", "block") or set(cells[0]) <= {"-"}:
                continue
            name, sentence = cells[-2], cells[-1]
            if len(cells) < 3 or not sentence:
                yield doc, i, "a row without a sentence"
            elif not tree.has(name) or sentence not in tree.text(name):
                yield doc, i, f"{name} does not say: {sentence[:60]}"
