#!/usr/bin/env python3
"""What keeps the kiosk from starting: each fault is made for real, and the program must end with 1,
its code in the log and a sentence that names the file and the line. What does not keep it from
starting must not."""
import os
import subprocess
import sys
import tempfile
import time

ENDS_WITHIN_S = 30


class Bench:
    def __init__(self, program, pack, assets, folder):
        self.program, self.pack, self.assets, self.folder = program, pack, assets, folder
        self.wrong = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def config(self, **changed):
        values = {"data_dir": self.path("kiosk"), "asset_dir": self.assets, "pack": self.pack}
        values.update(changed)
        return "[kiosk]\n" + "".join(f"{k} = {v}\n" for k, v in values.items())

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)
        return self.path(name)

    def run(self, *arguments, **env):
        full = {**os.environ, "SDL_VIDEODRIVER": "dummy", **env}
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True,
                              timeout=ENDS_WITHIN_S, env=full, check=False)
        return done.returncode, done.stderr

    def refuses(self, what, code, words, *arguments, **env):
        ended, said = self.run(*arguments, **env)
        good = ended == 1 and code in said and words in said and "Sanitizer" not in said
        print(f"{'ok ' if good else 'NO '} {what}: {code}")
        if not good:
            self.wrong.append(f"{what}: ended with {ended}, said {said[-600:]}")

    def starts(self, what, code, config):
        """It runs, says `code` in its log, and SIGTERM ends it with 0."""
        kiosk = subprocess.Popen([self.program, "--config", config], stderr=subprocess.PIPE, text=True,
                                 env={**os.environ, "SDL_VIDEODRIVER": "dummy"})
        time.sleep(3)
        kiosk.terminate()
        said = kiosk.communicate(timeout=ENDS_WITHIN_S)[1]
        good = kiosk.returncode == 0 and "kiosk.started" in said and code in said
        print(f"{'ok ' if good else 'NO '} {what}: {code}")
        if not good:
            self.wrong.append(f"{what}: ended with {kiosk.returncode}, said {said[-600:]}")


def refusals(bench):
    good = bench.write("good.ini", bench.config())
    bench.refuses("an unknown option", "options.bad", "--nonsense", "--nonsense", "x")
    bench.refuses("no settings file", "settings.missing", "no.ini", "--config", bench.path("no.ini"))
    line = bench.write("line.ini", bench.config() + "\nnonsense\n")
    bench.refuses("a line that is none", "settings.line", "line.ini:6", "--config", line)
    name = bench.write("name.ini", bench.config() + "colour = red\n")
    bench.refuses("an unknown setting", "settings.name", "name.ini:5", "--config", name)
    value = bench.write("value.ini", bench.config(flood_max="many"))
    bench.refuses("a wrong value", "settings.value", "value.ini:5", "--config", value)
    bench.refuses("no display", "window.none", "no display", "--config", good,
                  SDL_VIDEODRIVER="x11", DISPLAY=":987")
    pack = bench.write("pack.ini", bench.config(pack=bench.path("no.okp"), fallback=bench.path("no.okp")))
    bench.refuses("no content at all", "pack.missing", "no.okp", "--config", pack)
    assets = bench.write("assets.ini", bench.config(asset_dir=bench.path("nothing")))
    bench.refuses("no pictures", "asset.missing", "nothing", "--config", assets)
    os.makedirs(bench.path("empty"))
    fonts = bench.write("fonts.ini", bench.config(asset_dir=bench.path("empty")))
    bench.refuses("no fonts", "text.font-missing", "font", "--config", fonts)


def troubles(bench):
    damaged = bench.write("damaged.okp", "this is no pack")
    config = bench.write("damaged.ini", bench.config(pack=damaged, fallback=bench.pack))
    bench.starts("a damaged pack, and the small one", "kiosk.pack", config)
    bench.starts("not enrolled", "identity.none", bench.write("new.ini", bench.config()))
    in_the_way = bench.write("file-in-the-way", "")
    config = bench.write("folder.ini", bench.config(data_dir=in_the_way))
    bench.starts("no folder for the store", "store.folder", config)


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(*sys.argv[1:4], folder)
        refusals(bench)
        troubles(bench)
        print("\n".join(bench.wrong))
        return 1 if bench.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
