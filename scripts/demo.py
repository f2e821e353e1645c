"""demo.py - a whole organisation on this machine: hub, inbox, sync, kiosk, all for real.

Owns build/demo (or the folder it is given) and every process it starts: it restarts what dies and
stops everything when it ends. Used by scripts/run and by the end-to-end tests.
"""
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CADENCE_S = 5        # the demo's; a real kiosk says hello every ten minutes
READY_S = 30
RESTART_S = 1
EMAIL = "noor@voorbeeld.example"
PASSPHRASE = "fiets wolk beker tuin lamp"   # a demo organisation on loopback holds no secrets
PIN = "246810"                              # of colleagues at the demo kiosk


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Failed(Exception):
    """Something did not start; the text says what to look at."""


class Demo:
    """Folders, settings and processes of one demo organisation with one kiosk."""

    def __init__(self, folder, programs=None, port=None, cadence_s=CADENCE_S):
        self.folder = os.path.abspath(folder)
        self.programs = programs or os.path.join(ROOT, "build/release")
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.cadence_s = cadence_s
        self.running = {}
        self.restart = set()

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def program(self, name):
        return os.path.join(self.programs, "bin", name)

    # ---- settings

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def configure(self, width=1080, height=1920, **kiosk):
        """The three settings files. Panel: a 32-inch portrait screen, hung for a wheelchair."""
        for name in ("hub", "kiosk", "log"):
            os.makedirs(self.path(name), mode=0o700, exist_ok=True)
        extra = "".join(f"{key} = {value}\n" for key, value in kiosk.items())
        self.write("hub.ini", f"[hub]\nlisten = 127.0.0.1:{self.port}\n"
                   f"data_dir = {self.path('hub')}\ncadence_s = {self.cadence_s}\n"
                   f"inbox_dir = {ROOT}/src/inbox\n")
        self.write("sync.ini", f"[sync]\ndata_dir = {self.path('kiosk')}\ncadence_s = {self.cadence_s}\n")
        self.write("kiosk.ini", f"[kiosk]\ndata_dir = {self.path('kiosk')}\n"
                   f"asset_dir = {ROOT}/assets\npack = {self.programs}/share/oksp.okp\n"
                   f"fallback = {self.programs}/share/fallback.okp\n{extra}"
                   f"[panel]\nwidth_px = {width}\nheight_px = {height}\ndiagonal_inch = 32\n"
                   f"mount_bottom_mm = 595\n[staff]\n{self.pin_line()}\n")

    def pin_line(self):
        """As on a real kiosk: the program hashes the PIN, the settings never see it."""
        return self.call(self.program("oksp-kiosk"), "--pin", input=PIN + "\n")

    # ---- one-off steps

    def call(self, *command, **options):
        done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
        if done.returncode != 0:
            raise Failed(f"{' '.join(command)}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}")
        return done.stdout.strip()

    def prepare(self, **panel):
        """An empty folder becomes an organisation with a hub, a colleague and an enrolled kiosk."""
        self.configure(**panel)
        if os.path.exists(self.path("demo.json")):
            self.start_hub()
            return self.login()
        token = self.call(self.program("oksp-hub"), "init", "--config", self.path("hub.ini"))
        self.start_hub()
        self.call("node", f"{ROOT}/src/inbox/demo-setup.mjs", "--hub", self.url, "--url", self.url,
                  "--token", token.split()[-1], "--org", "OKSP voorbeeldregio", "--email", EMAIL,
                  "--passphrase", PASSPHRASE, "--out", self.folder)
        self.call(self.program("oksp-sync"), "enrol", self.login()["enrol"],
                  "--config", self.path("sync.ini"))
        # a first hello, so that the kiosk knows the time and its hub before the first visitor
        self.call(self.program("oksp-sync"), "once", "--config", self.path("sync.ini"))
        return self.login()

    def login(self):
        with open(self.path("demo.json"), encoding="utf-8") as f:
            return json.load(f)

    # ---- processes

    def start(self, name, *command, keep=True, pass_fds=(), **env):
        log = open(self.path("log", f"{name}.log"), "ab")
        # A process group of its own: what it starts goes with it.
        self.running[name] = subprocess.Popen(
            command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, pass_fds=pass_fds,
            start_new_session=True, env={**os.environ, **env})
        self.running[name].again = (name, command, env)
        (self.restart.add if keep else self.restart.discard)(name)
        return self.running[name]

    def start_hub(self):
        self.start("hub", self.program("oksp-hub"), "serve", "--dev", "--config", self.path("hub.ini"))
        self.wait_ready()

    def wait_ready(self):
        end = time.monotonic() + READY_S
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise Failed(f"the hub does not answer; see {self.path('log', 'hub.log')}")

    def start_sync(self):
        self.start("sync", self.program("oksp-sync"), "run", "--config", self.path("sync.ini"))

    def start_kiosk(self, display, *arguments, **env):
        self.start("kiosk", self.program("oksp-kiosk"), "--config", self.path("kiosk.ini"), *arguments,
                   DISPLAY=display, **env)

    def start_display(self, width=1080, height=1920):
        """A screen of its own for the kiosk; the server itself picks a free number."""
        ours, theirs = os.pipe()
        self.start("display", "Xvfb", "-displayfd", str(theirs), "-screen", "0",
                   f"{width}x{height}x24", "-nolisten", "tcp", keep=False, pass_fds=(theirs,))
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failed(f"Xvfb does not start; see {self.path('log', 'display.log')}")
        return f":{number}"

    def stop(self, name, how=signal.SIGTERM):
        process = self.running.pop(name, None)
        self.restart.discard(name)
        if process and process.poll() is None:
            try:
                os.killpg(process.pid, how)
                process.wait(10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                process.kill()
                process.wait()

    def supervise_once(self):
        """Start again what died; returns the names. The window that a visitor closed stays closed."""
        died = [name for name, process in self.running.items() if process.poll() is not None]
        for name in died:
            if name in self.restart:
                again = self.running[name].again
                self.start(again[0], *again[1], **again[2])
        return died

    def close(self):
        for name in ("kiosk", "sync", "hub", "display"):
            self.stop(name)

    def __enter__(self):
        # a test runner that ends us must not leave a kiosk behind
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        return self

    def __exit__(self, *_):
        self.close()

    # ---- what staff see

    def read_request(self, code, folder, seconds=60):
        """The request with this code, decrypted and claimed in the inbox page in headless Chromium."""
        made = self.login()
        out = self.call("node", f"{ROOT}/tests/inbox/read-request.mjs", "--url", self.url,
                        "--email", made["email"], "--passphrase", made["passphrase"],
                        "--ref", code, "--shots", folder, "--seconds", str(seconds), "--claim")
        return json.loads(out.splitlines()[-1])


def print_login(demo):
    made = demo.login()
    print(f"\nThe inbox:   {demo.url}/\ne-mail:      {made['email']}\npassphrase:  {made['passphrase']}\n"
          f"recovery:    {made['recovery_code']}\nkiosk PIN:   {PIN} (Medewerker on the welcome screen)\n"
          f"logs:        {demo.path('log')}", flush=True)


def window_size(display):
    """The largest portrait window that fits the visitor's own screen."""
    out = subprocess.run(["xdpyinfo", "-display", display], capture_output=True, text=True, check=False)
    for line in out.stdout.splitlines():
        if "dimensions:" in line:
            height = min(1920, int(line.split()[1].split("x")[1]) * 9 // 10)
            return height * 1080 // 1920, height
    return 540, 960


def run_window(demo, fullscreen):
    """Everything, until the kiosk is closed or this is interrupted."""
    display = os.environ["DISPLAY"]
    width, height = window_size(display)
    arguments = ["--fullscreen"] if fullscreen else ["--window", f"{width}x{height}"]
    demo.prepare(**({} if fullscreen else {"width": width, "height": height}))
    demo.start_sync()
    demo.start_kiosk(display, *arguments)
    print_login(demo)
    print("\nClose the kiosk's window, or press Ctrl-C here, to stop everything.", flush=True)
    while True:
        time.sleep(RESTART_S)
        kiosk = demo.running["kiosk"]
        if kiosk.poll() == 0:
            return
        for name in demo.supervise_once():
            print(f"{name} ended and was started again; see {demo.path('log', name + '.log')}", flush=True)


def main():
    arguments = sys.argv[1:]
    try:
        if "--tour" in arguments:
            import tour
            folder = os.path.join(ROOT, "build", "tour", secrets.token_hex(4))
            with Demo(folder) as demo:
                return tour.play(demo)
        with Demo(os.path.join(ROOT, "build", "demo")) as demo:
            run_window(demo, "--fullscreen" in arguments)
    except KeyboardInterrupt:
        print("\nstopped")
    except Failed as why:
        print(f"\nfailed: {why}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.path.insert(0, os.path.join(ROOT, "scripts"))
    sys.exit(main())
