"""tidy_tree - the files of a tree read once, and what C looks like to a rule. Never judges."""
import os
import re
import subprocess

FUNCTION_HEAD = re.compile(r"^[A-Za-z_][^;=]*?\b([a-z_][a-z0-9_]*)\s*\(")


class Tree:
    """The files of a tree, read once."""

    def __init__(self, root):
        self.root = root
        self.files = self._list()
        self._text = {}

    def _list(self):
        git = subprocess.run(["git", "-C", self.root, "ls-files", "-co", "--exclude-standard"],
                             capture_output=True, text=True, check=False)
        top = subprocess.run(["git", "-C", self.root, "rev-parse", "--show-toplevel"],
                             capture_output=True, text=True, check=False).stdout.strip()
        if git.returncode == 0 and os.path.realpath(top) == os.path.realpath(self.root):
            names = git.stdout.splitlines()
        else:
            names = [os.path.relpath(os.path.join(folder, name), self.root)
                     for folder, _, found in os.walk(self.root) for name in found]
        return sorted(n for n in set(names) if os.path.isfile(os.path.join(self.root, n)))

    def text(self, name):
        if name not in self._text:
            with open(os.path.join(self.root, name), encoding="utf-8", errors="replace") as f:
                self._text[name] = f.read()
        return self._text[name]

    def lines(self, name):
        return self.text(name).split("\n")

    def match(self, pattern):
        return [n for n in self.files if re.search(pattern, n)]

    def c(self):
        return self.match(r"^(src|tests)/.*\.[ch]$")

    def src(self):
        return self.match(r"^src/.*\.[ch]$")

    def has(self, name):
        return os.path.exists(os.path.join(self.root, name))


def folder_of(name):
    parts = name.split("/")
    if parts[1] == "kiosk" and len(parts) > 3:
        return parts[2]
    if parts[1] == "kiosk" and re.match(r"main", parts[2]):
        return "shell"
    return parts[1]


def code_only(text):
    """The same text with comments and the insides of strings blanked, line numbers kept."""
    def blank(match):
        found = match.group(0)
        if found[0] == '"':
            return '"' + " " * (len(found) - 2) + '"'
        if found[0] == "'":
            return "' '" + " " * (len(found) - 3)
        return re.sub(r"[^\n]", " ", found)
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', blank, text,
                  flags=re.S)


def no_comments(text):
    """Comments blanked, strings kept."""
    def blank(match):
        found = match.group(0)
        return found if found[0] == '"' else re.sub(r"[^\n]", " ", found)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', blank, text, flags=re.S)


def functions(text):
    """(name, first line, lines) of every function body: a head at column 0, braces at column 0."""
    lines = code_only(text).split("\n")
    head = None
    for i, line in enumerate(lines):
        if line.startswith("{") and head is not None:
            for j in range(i, len(lines)):
                if lines[j].startswith("}"):
                    yield head[0], head[1], j - head[1] + 2, head[2]
                    break
            head = None
        elif re.match(r"[A-Za-z_]", line) and not line.startswith(("typedef", "struct ", "enum ")):
            found = FUNCTION_HEAD.match(" ".join(lines[i:i + 4]).split("{")[0])
            if found:
                head = (found.group(1), i + 1, line)
        elif line.startswith("}") or line.endswith(";"):
            head = None if line.endswith(";") or line.startswith("}") else head
