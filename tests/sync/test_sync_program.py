#!/usr/bin/env python3
"""test_sync_program.py OKSP_SYNC SYNC_ROWS - the real oksp-sync against a scripted hub.

Every test makes a store in a folder of its own, a hub that answers what the test says (over TLS with
a certificate authority made here, or plain on 127.0.0.1), and looks at the store afterwards.
"""
import base64
import contextlib
import http.server
import json
import os
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM, ROWS = sys.argv[1], sys.argv[2]
VECTORS = json.load(open("tests/vectors/vectors.json", encoding="utf-8"))["keyring"]
KIOSK = "00112233445566778899aabbccddeeff"
TOKEN = "A" * 43
STORE_A, STORE_B = "a" * 16, "b" * 16
BLOCK = 8192
FAKETIME = next((p for p in ("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
                             "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1")
                 if os.path.exists(p)), None)


def utc(seconds=None):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds or time.time()))


def ids_of(body):
    """The ids of a sync body: BLAKE2b-128 of each envelope."""
    import hashlib
    pad = lambda text: text + "=" * (-len(text) % 4)
    return [hashlib.blake2b(base64.urlsafe_b64decode(pad(i["e"])), digest_size=16).hexdigest()
            for i in body["items"]]


def good_reply(body, **members):
    reply = {"v": 1, "time": utc(), "store": STORE_A, "ack": ids_of(body), "refuse": [],
             "keyring": 14, "pack": None, "next_s": 600}
    reply.update(members)
    return reply


class Hub:
    """Answers with `script(request) -> (status, type, bytes, headers)`; remembers the requests."""

    def __init__(self, tls=None):
        self.requests = []
        self.script = None
        hub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                raw = self.rfile.read(length)
                request = {"path": self.path, "raw": raw, "headers": dict(self.headers.items()),
                           "at": time.monotonic()}
                request["body"] = json.loads(raw) if raw else None
                hub.requests.append(request)
                status, kind, data, headers = hub.script(request)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_POST = do_GET = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        if tls:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.show(tls)
            self.server.socket = self.context.wrap_socket(self.server.socket, server_side=True)
            self.url = f"https://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def show(self, certificate):
        """From the next connection on, show this certificate."""
        self.context.load_cert_chain(certificate + ".pem", certificate + ".key")

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def json(self, make, status=200, kind="application/json", **headers):
        """Answer every sync with the JSON that make(body) gives."""
        self.script = lambda request: (status, kind, json.dumps(make(request["body"])).encode(),
                                       headers)

    def text(self, status, kind, data, **headers):
        self.script = lambda request: (status, kind, data, headers)


class Authority:
    """A certificate authority and certificates of it, made with openssl."""

    def __init__(self, folder):
        self.folder = folder
        self.ca = os.path.join(folder, "ca.pem")
        self.run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                 "-keyout", "ca.key", "-out", "ca.pem", "-days", "3650", "-subj", "/CN=test ca",
                 "-addext", "keyUsage=keyCertSign")

    def run(self, *arguments, **env):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True,
                       env={**os.environ, **env})

    def make(self, name, address="IP:127.0.0.1", **env):
        with open(os.path.join(self.folder, name + ".cnf"), "w", encoding="utf-8") as f:
            f.write(f"subjectAltName={address}\n")
        self.run("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                 name + ".key", "-out", name + ".csr", "-subj", "/CN=hub")
        self.run("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key",
                 "-CAcreateserial", "-out", name + ".pem", "-days", "30", "-extfile", name + ".cnf",
                 **env)
        return os.path.join(self.folder, name)


class Kiosk:
    """A store, its settings, and the program on them."""

    def __init__(self, hub, cadence_s=1, ca=None):
        self.folder = tempfile.mkdtemp(prefix="oksp-sync-")
        self.data = os.path.join(self.folder, "kiosk")
        self.config = os.path.join(self.folder, "sync.ini")
        self.hub = hub
        self.processes = []
        with open(self.config, "w", encoding="utf-8") as f:
            f.write(f"[sync]\ndata_dir = {self.data}\ncadence_s = {cadence_s}\n")
            f.write(f"ca_file = {ca}\n" if ca else "")

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()
            process.stderr.close()
        shutil.rmtree(self.folder)

    def run(self, *arguments, env=None, **options):
        return subprocess.run([PROGRAM, *arguments, "--config", self.config], capture_output=True,
                              text=True, timeout=60, env={**os.environ, **(env or {})}, **options)

    def enrol_string(self, url=None):
        text = base64.urlsafe_b64encode((url or self.hub.url).encode()).decode().rstrip("=")
        return f"OKSP1.{text}.K7M4-4PXQ-9T2B-0RWZ-5HCD.{VECTORS['fingerprint']}"

    def enrol(self, **members):
        reply = {"v": 1, "kiosk": KIOSK, "token": TOKEN, "org": VECTORS["org"],
                 "keyring": VECTORS["doc"], "keyring_sig": VECTORS["sig"], "time": utc()}
        reply.update(members)
        self.hub.json(lambda body: reply, status=201)
        result = self.run("enrol", self.enrol_string())
        self.hub.requests.clear()
        return result

    def rows(self, first, count, *kind):
        done = subprocess.run([ROWS, self.data, str(first), str(count), *kind], check=True,
                              capture_output=True, text=True)
        return done.stdout.split()

    def sql(self, text, *values):
        with contextlib.closing(sqlite3.connect(os.path.join(self.data, "kiosk.db"))) as db, db:
            db.execute(text, values)

    def reach(self, port):
        """From now on the hub is at that port of this machine."""
        self.sql("UPDATE kv SET v = ? WHERE v = ?", f"http://127.0.0.1:{port}", self.hub.url)

    def fill(self, count):
        """So many rows that the hub has acknowledged."""
        self.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                 " INSERT INTO outbox (id, kind, envelope, state, born_run, done_run)"
                 " SELECT randomblob(16), 1, zeroblob(1088), 1, 0, 0 FROM n", count)

    def status(self):
        lines = self.run("status").stdout.splitlines()
        return {line[:13].strip(): line[13:].strip() for line in lines}

    def counts(self):
        status = self.status()
        return int(status["waiting"].split()[0]), int(status["acknowledged"]), int(status["refused"])

    def start(self, env=None):
        """The program as a service; ended with the kiosk at the latest."""
        process = subprocess.Popen([PROGRAM, "run", "--config", self.config],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                   env={**os.environ, **(env or {})})
        self.processes.append(process)
        return process


class SyncTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = tempfile.mkdtemp(prefix="oksp-ca-")
        cls.authority = Authority(cls.certificates)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.certificates)

    def hub(self, tls=None):
        hub = Hub(tls)
        self.addCleanup(hub.close)
        return hub

    def kiosk(self, hub, **options):
        kiosk = Kiosk(hub, **options)
        self.addCleanup(kiosk.close)
        return kiosk

    def enrolled(self, tls=None, **options):
        hub = self.hub(tls)
        kiosk = self.kiosk(hub, ca=self.authority.ca if tls else None, **options)
        done = kiosk.enrol()
        self.assertEqual(done.returncode, 0, done.stderr)
        return hub, kiosk

    def wait_for(self, what, seconds=15):
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, "waited too long")
            time.sleep(0.05)

    # ---- the road that works

    def test_waiting_rows_are_sent_acknowledged_and_kept(self):
        hub, kiosk = self.enrolled()
        ids = kiosk.rows(0, 3)
        hub.json(good_reply)
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(ids_of(hub.requests[0]["body"]), ids)
        self.assertEqual(kiosk.counts(), (0, 3, 0))
        self.assertEqual(kiosk.status()["last error"], "none")
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(hub.requests[1]["body"]["items"], [])

    def test_a_request_and_a_heartbeat_look_alike_on_the_wire(self):
        hub, kiosk = self.enrolled()
        hub.json(good_reply)
        kiosk.run("once")
        kiosk.rows(0, 1)
        kiosk.run("once")
        idle, busy = hub.requests
        self.assertEqual(len(idle["raw"]), len(busy["raw"]))
        self.assertEqual(len(idle["raw"]) % BLOCK, 0)
        self.assertEqual(idle["headers"], busy["headers"])
        self.assertEqual(busy["headers"]["Authorization"], "Bearer " + TOKEN)
        self.assertEqual(busy["headers"]["Content-Type"], "application/json")

    def test_signals_are_held_back_and_a_request_tells_how_long_it_waited(self):
        hub, kiosk = self.enrolled()
        hub.json(good_reply)
        kiosk.rows(0, 1)
        signal_id = kiosk.rows(0, 1, "signal")[0]
        kiosk.run("once")
        items = hub.requests[0]["body"]["items"]
        by_id = dict(zip(ids_of(hub.requests[0]["body"]), items))
        self.assertNotIn("w", by_id[signal_id])
        self.assertEqual(sum("w" in item for item in items), 1)

    def test_everything_is_sent_again_when_the_hub_was_restored(self):
        hub, kiosk = self.enrolled()
        ids = kiosk.rows(0, 2)
        hub.json(good_reply)
        kiosk.run("once")
        hub.json(lambda body: good_reply(body, store=STORE_B))
        kiosk.run("once")
        self.assertEqual(kiosk.counts(), (2, 0, 0))
        kiosk.run("once")
        self.assertEqual(ids_of(hub.requests[2]["body"]), ids)
        self.assertEqual(hub.requests[2]["body"]["store"], STORE_B)
        self.assertEqual(kiosk.counts(), (0, 2, 0))

    def test_more_than_a_batch_goes_in_a_row_without_resting(self):
        hub, kiosk = self.enrolled(cadence_s=5)
        kiosk.rows(0, 130)
        hub.json(good_reply)
        process = kiosk.start()
        self.wait_for(lambda: len(hub.requests) >= 2)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(10), 0)
        first, second = hub.requests[:2]
        self.assertEqual([len(r["body"]["items"]) for r in (first, second)], [50, 50])
        self.assertLess(second["at"] - first["at"], 2)

    def test_a_refused_row_is_kept_and_not_sent_again(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 2)
        hub.json(lambda body: good_reply(body, ack=ids_of(body)[:1], refuse=[
            {"id": ids_of(body)[1], "reason": "magic"}]))
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(kiosk.counts(), (0, 1, 1))
        hub.json(good_reply)
        kiosk.run("once")
        self.assertEqual(hub.requests[1]["body"]["items"], [])
        self.assertEqual(hub.requests[1]["body"]["refused"], 1)

    def test_a_batch_that_is_too_large_is_halved_until_it_passes(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 20)

        def script(request):
            body = request["body"]
            if len(body["items"]) > 7:
                return 413, "application/problem+json", b'{"status":413}', {}
            return 200, "application/json", json.dumps(good_reply(body)).encode(), {}
        hub.script = script
        process = kiosk.start()
        self.wait_for(lambda: sum(len(r["body"]["items"]) <= 7 for r in hub.requests) >= 1)
        process.terminate()
        self.assertEqual(process.wait(10), 0)
        self.assertEqual([len(r["body"]["items"]) for r in hub.requests[:4]], [20, 20, 12, 6])

    def test_the_program_runs_at_its_cadence_and_stops_at_once(self):
        hub, kiosk = self.enrolled(cadence_s=1)
        hub.json(good_reply)
        process = kiosk.start()
        self.wait_for(lambda: len(hub.requests) >= 4)
        process.terminate()
        before = time.monotonic()
        self.assertEqual(process.wait(10), 0)
        self.assertLess(time.monotonic() - before, 3)
        gaps = [b["at"] - a["at"] for a, b in zip(hub.requests, hub.requests[1:])]
        self.assertTrue(all(0.75 < gap < 3 for gap in gaps), gaps)

    # ---- what is not success

    def assert_kept(self, kiosk, result, code):
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(code, result.stderr)
        self.assertEqual(kiosk.counts(), (1, 0, 0))
        self.assertEqual(kiosk.status()["last error"], code)

    def not_success(self, hub, kiosk, code):
        self.assert_kept(kiosk, kiosk.run("once"), code)
        self.assertEqual(len(hub.requests), 1)

    def test_a_captive_portal_with_a_valid_certificate_is_not_success(self):
        hub, kiosk = self.enrolled(self.authority.make("portal"))
        kiosk.rows(0, 1)
        hub.text(200, "text/html", b"<html>Welkom op ons wifi-netwerk</html>")
        self.not_success(hub, kiosk, "sync.reply")

    def test_a_captive_portal_on_plain_http_is_not_success(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        hub.text(200, "text/html", b"<html>Welkom op ons wifi-netwerk</html>")
        self.not_success(hub, kiosk, "sync.reply")

    def test_replies_that_are_almost_right_are_not_success(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        whole = lambda body, **m: json.dumps(good_reply(body, **m)).encode()
        cases = [
            lambda r: (200, "text/html", whole(r["body"]), {}),
            lambda r: (200, "application/json", b'{"ok":true}', {}),
            lambda r: (200, "application/json", whole(r["body"], v=2), {}),
            lambda r: (200, "application/json", whole(r["body"], ack=["f" * 32]), {}),
            lambda r: (200, "application/json", whole(r["body"])[:-1], {}),
            lambda r: (200, "application/json", b"", {}),
            lambda r: (201, "application/json", whole(r["body"]), {}),
            lambda r: (302, "text/html", b"", {"Location": hub.url + "/v1/sync"}),
            lambda r: (200, "application/json", b" " * 1100000 + whole(r["body"]), {}),
            lambda r: (500, "application/problem+json", b"{}", {}),
            lambda r: (404, "text/html", b"not here", {}),
        ]
        for i, script in enumerate(cases):
            with self.subTest(case=i):
                hub.script = script
                hub.requests.clear()
                self.not_success(hub, kiosk, "sync.reply")
        hub.json(good_reply)
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(kiosk.counts(), (0, 1, 0))

    def test_what_the_hub_says_with_a_status_has_its_own_code(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        for status, code in ((401, "sync.denied"), (403, "sync.denied"), (413, "sync.too-large"),
                             (426, "sync.too-old"), (429, "sync.busy"), (503, "sync.busy")):
            with self.subTest(status=status):
                hub.text(status, "application/problem+json", b"{}", **{"Retry-After": "1"})
                hub.requests.clear()
                self.not_success(hub, kiosk, code)

    def test_a_hub_that_is_gone_is_not_success(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        hub.server.shutdown()
        hub.server.server_close()
        self.assert_kept(kiosk, kiosk.run("once"), "sync.offline")

    def listener(self, answer):
        """A port that reads what comes and then answers raw bytes, and nothing more."""
        server = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(server.close)
        held = []

        def serve():
            while True:
                try:
                    there, _ = server.accept()
                except OSError:
                    return
                there.recv(65536)
                there.sendall(answer)
                held.append(there)  # stays open: nothing more comes, not even an end
        threading.Thread(target=serve, daemon=True).start()
        return server.getsockname()[1]

    def test_a_hub_that_never_answers_is_given_up(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        kiosk.reach(self.listener(b""))
        self.assert_kept(kiosk, kiosk.run("once"), "sync.timeout")

    def test_what_does_not_speak_http_is_not_the_hub(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        kiosk.reach(self.listener(b"220 mail.example ESMTP\r\n"))
        self.assert_kept(kiosk, kiosk.run("once"), "sync.reply")

    def test_a_proxy_that_refuses_is_told_apart_from_the_hub(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        refusing = self.listener(b"\x05\xff")  # SOCKS: none of these ways to say who you are
        with open(kiosk.config, "a", encoding="utf-8") as f:
            f.write(f"proxy = socks5://127.0.0.1:{refusing}\n")
        self.assert_kept(kiosk, kiosk.run("once"), "sync.http")
        self.assertEqual(hub.requests, [])

    def test_a_store_that_fills_up_tells_the_hub(self):
        hub, kiosk = self.enrolled()
        hub.json(good_reply)
        kiosk.fill(3999)
        kiosk.run("once")
        kiosk.fill(1)
        kiosk.run("once")
        self.assertEqual([alarm for r in hub.requests for alarm in r["body"]["err"]],
                         ["store.filling"])

    def test_a_lost_reply_sends_the_same_row_again(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)

        def cut(request):
            raise ConnectionError
        hub.script = cut
        self.assert_kept(kiosk, kiosk.run("once"), "sync.offline")
        hub.json(good_reply)
        kiosk.run("once")
        self.assertEqual(ids_of(hub.requests[0]["body"]), ids_of(hub.requests[1]["body"]))

    # ---- TLS and clocks

    def test_a_certificate_of_another_authority_gets_nothing(self):
        hub, kiosk = self.enrolled(self.authority.make("known"))
        kiosk.rows(0, 1)
        other = tempfile.mkdtemp(prefix="oksp-ca-")
        self.addCleanup(shutil.rmtree, other)
        stranger = Hub(Authority(other).make("stranger"))
        self.addCleanup(stranger.close)
        stranger.json(good_reply)
        kiosk.hub = stranger
        result = kiosk.run("enrol", kiosk.enrol_string())
        self.assertIn("sync.tls", result.stderr)
        self.assertEqual(stranger.requests, [])

    def test_a_certificate_for_another_name_gets_nothing(self):
        hub = self.hub(self.authority.make("name", "DNS:other.example.nl"))
        kiosk = self.kiosk(hub, ca=self.authority.ca)
        result = kiosk.enrol()
        self.assertEqual(result.returncode, 1)
        self.assertIn("sync.tls", result.stderr)
        self.assertEqual(kiosk.status()["enrolled"], "no")

    def expired(self):
        """An enrolled kiosk whose hub has a certificate that is over."""
        hub, kiosk = self.enrolled(self.authority.make("good"))
        kiosk.rows(0, 1)
        self.assertIsNotNone(FAKETIME, "faketime is not installed")
        hub.show(self.authority.make("old", LD_PRELOAD=FAKETIME, FAKETIME="@2025-01-01 00:00:00"))
        hub.json(good_reply)
        return hub, kiosk

    def test_an_expired_certificate_gets_nothing_while_the_clock_is_right(self):
        hub, kiosk = self.expired()
        self.assert_kept(kiosk, kiosk.run("once"), "sync.tls")
        self.assertEqual(hub.requests, [])

    def faked(self, when):
        self.assertIsNotNone(FAKETIME, "faketime is not installed")
        return {"LD_PRELOAD": FAKETIME, "FAKETIME": "@" + when, "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                "DONT_FAKE_MONOTONIC": "1", "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def test_a_clock_of_1970_or_2099_still_reaches_the_hub_and_learns_the_time(self):
        for when in ("1970-01-02 00:00:00", "2099-06-01 00:00:00"):
            with self.subTest(when=when):
                hub, kiosk = self.enrolled(self.authority.make("clock"))
                kiosk.rows(0, 1)
                hub.json(good_reply)
                result = kiosk.run("once", env=self.faked(when))
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual(hub.requests[0]["body"]["cq"], "est")
                self.assertEqual(hub.requests[0]["body"]["clock"][:4], when[:4])
                self.assertEqual(kiosk.counts(), (0, 1, 0))
                self.assertEqual(kiosk.status()["clock"], "est")
                self.assertEqual(kiosk.status()["last contact"][:4], utc()[:4])

    def test_dates_are_forgiven_once_and_then_judged_by_the_hubs_time(self):
        hub, kiosk = self.expired()
        process = kiosk.start(env=self.faked("1970-01-02 00:00:00"))
        self.wait_for(lambda: len(hub.requests) >= 1)
        time.sleep(4)
        process.terminate()
        _, log = process.communicate(timeout=10)
        self.assertEqual(len(hub.requests), 1, log)
        self.assertIn("sync.tls", log)

    def test_a_wrong_clock_does_not_forgive_a_wrong_name_or_authority(self):
        hub, kiosk = self.enrolled(self.authority.make("right"))
        kiosk.rows(0, 1)
        hub.show(self.authority.make("wrong", "DNS:other.example.nl"))
        hub.json(good_reply)
        self.assert_kept(kiosk, kiosk.run("once", env=self.faked("1970-01-02 00:00:00")), "sync.tls")
        self.assertEqual(hub.requests, [])

    # ---- enrolment and keyrings

    def test_enrolment_stores_nothing_unless_the_keyring_is_of_the_pinned_root(self):
        for members, code in (({"keyring_sig": VECTORS["foreign_sig"]}, "keyring.signature"),
                              ({"org": "f" * 16}, "keyring.org"),
                              ({"keyring": "{}"}, "keyring.bad"),
                              ({"token": "short"}, "sync.reply"),
                              ({"kiosk": "x"}, "sync.reply")):
            with self.subTest(code=code):
                kiosk = self.kiosk(self.hub())
                result = kiosk.enrol(**members)
                self.assertEqual(result.returncode, 1)
                self.assertIn(code, result.stderr)
                self.assertEqual(kiosk.status()["enrolled"], "no")

    def test_another_fingerprint_in_the_string_believes_nothing(self):
        kiosk = self.kiosk(self.hub())
        reply = {"v": 1, "kiosk": KIOSK, "token": TOKEN, "org": VECTORS["org"],
                 "keyring": VECTORS["doc"], "keyring_sig": VECTORS["sig"], "time": utc()}
        kiosk.hub.json(lambda body: reply, status=201)
        forged = kiosk.enrol_string()[:-32] + "0" * 32
        result = kiosk.run("enrol", forged)
        self.assertIn("keyring.root", result.stderr)
        self.assertEqual(kiosk.status()["enrolled"], "no")

    def test_a_used_code_and_a_string_of_something_else_are_told_apart(self):
        kiosk = self.kiosk(self.hub())
        kiosk.hub.text(401, "application/problem+json", b"{}")
        self.assertIn("enrol.code", kiosk.run("enrol", kiosk.enrol_string()).stderr)
        self.assertIn("enrol.string", kiosk.run("enrol", "hello").stderr)

    def test_plain_http_to_another_machine_is_refused(self):
        kiosk = self.kiosk(self.hub())
        result = kiosk.run("enrol", kiosk.enrol_string("http://192.0.2.1:8080"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("sync.url", result.stderr)

    def test_rows_of_one_organisation_are_never_taken_to_another(self):
        hub, kiosk = self.enrolled()
        kiosk.rows(0, 1)
        subprocess.run(["sqlite3", os.path.join(kiosk.data, "kiosk.db"),
                        "UPDATE kv SET v = '1111111111111111' WHERE k = 'org'"], check=True)
        result = kiosk.enrol()
        self.assertEqual(result.returncode, 1)
        self.assertIn("enrol.other-org", result.stderr)

    def test_without_enrolment_nothing_is_sent(self):
        hub = self.hub()
        kiosk = self.kiosk(hub)
        kiosk.rows(0, 1)
        self.assert_kept(kiosk, kiosk.run("once"), "sync.not-enrolled")
        self.assertEqual(hub.requests, [])

    def keyring_hub(self, hub, document, signature):
        def script(request):
            if request["path"] == "/v1/keyring":
                return 200, "application/json", document.encode(), {}
            if request["path"] == "/v1/keyring.minisig":
                return 200, "application/octet-stream", signature.encode(), {}
            reply = good_reply(request["body"], keyring=15)
            return 200, "application/json", json.dumps(reply).encode(), {}
        hub.script = script

    def test_a_newer_keyring_is_fetched_and_used_from_then_on(self):
        hub, kiosk = self.enrolled()
        self.keyring_hub(hub, VECTORS["next_doc"], VECTORS["next_sig"])
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(kiosk.status()["keyring"], "15")
        hub.requests.clear()
        kiosk.run("once")
        self.assertEqual([r["path"] for r in hub.requests], ["/v1/sync"])
        self.assertEqual(hub.requests[0]["body"]["keyring"], 15)

    def test_a_forged_or_old_keyring_is_not_taken_and_the_rows_still_arrive(self):
        for document, signature, code in (
                (VECTORS["next_doc"], VECTORS["next_foreign_sig"], "keyring.signature"),
                (VECTORS["doc"], VECTORS["sig"], "keyring.old"),
                (VECTORS["next_doc"].replace("true", "tru"), VECTORS["next_sig"], "keyring.bad")):
            with self.subTest(code=code):
                hub, kiosk = self.enrolled()
                kiosk.rows(0, 1)
                self.keyring_hub(hub, document, signature)
                self.assertEqual(kiosk.run("once").returncode, 0)
                self.assertEqual(kiosk.counts(), (0, 1, 0))
                self.assertEqual(kiosk.status()["keyring"], "14")
                self.assertEqual(kiosk.status()["last error"], code)

    def test_a_keyring_that_cannot_be_fetched_is_tried_again(self):
        hub, kiosk = self.enrolled()

        def script(request):
            if request["path"] != "/v1/sync":
                return 404, "application/problem+json", b"{}", {}
            reply = good_reply(request["body"], keyring=15)
            return 200, "application/json", json.dumps(reply).encode(), {}
        hub.script = script
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(kiosk.status()["last error"], "keyring.fetch")
        self.assertEqual(kiosk.status()["keyring"], "14")
        self.keyring_hub(hub, VECTORS["next_doc"], VECTORS["next_sig"])
        self.assertEqual(kiosk.run("once").returncode, 0)
        self.assertEqual(kiosk.status()["keyring"], "15")

    def test_requests_of_a_damaged_store_arrive_all_the_same(self):
        hub, kiosk = self.enrolled()
        ids = kiosk.rows(0, 5)
        with open(os.path.join(kiosk.data, "kiosk.db"), "r+b") as f:
            f.seek(4096)   # the root page of the outbox; the settings stay readable
            f.write(os.urandom(100))
        hub.json(good_reply)
        done = kiosk.run("once")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(set(ids_of(hub.requests[0]["body"])), set(ids))
        self.assertEqual(hub.requests[0]["body"]["err"], ["store.quarantined"])
        kiosk.run("once")
        self.assertEqual(hub.requests[1]["body"]["err"], [])
        self.assertEqual(kiosk.counts(), (0, 5, 0))

    # ---- killed, and without network

    def test_killed_at_any_moment_every_row_arrives_and_none_is_lost(self):
        hub, kiosk = self.enrolled()
        arrived = set()

        def script(request):
            arrived.update(ids_of(request["body"]))
            return 200, "application/json", json.dumps(good_reply(request["body"])).encode(), {}
        hub.script = script
        ids = []
        for i in range(12):
            ids += kiosk.rows(i * 3, 3)
            process = subprocess.Popen([PROGRAM, "once", "--config", kiosk.config],
                                       stderr=subprocess.DEVNULL)
            time.sleep(0.01 + i * 0.02)
            process.kill()
            process.wait()
        kiosk.run("once")
        self.assertEqual(arrived, set(ids))
        self.assertEqual(kiosk.counts(), (0, len(ids), 0))

    def test_a_stick_carries_the_same_body_and_brings_the_reply_back(self):
        hub, kiosk = self.enrolled()
        ids = kiosk.rows(0, 3)
        stick = os.path.join(kiosk.folder, "stick.json")
        self.assertIn("3 of 3", kiosk.run("export", stick).stdout)
        with open(stick, encoding="utf-8") as f:
            text = f.read()
        self.assertEqual(len(text) % BLOCK, 0)
        self.assertNotIn(TOKEN, text)
        body = json.loads(text)
        self.assertEqual(ids_of(body), ids)
        with open(stick, "w", encoding="utf-8") as f:
            json.dump(good_reply(body), f)
        self.assertIn("3 requests", kiosk.run("import-acks", stick).stdout)
        self.assertEqual(kiosk.counts(), (0, 3, 0))
        with open(stick, "w", encoding="utf-8") as f:
            f.write("<html>")
        self.assertIn("sync.reply", kiosk.run("import-acks", stick).stderr)

    def test_arguments_that_are_not_understood_say_how(self):
        kiosk = self.kiosk(self.hub())
        for arguments in ((), ("fly",), ("enrol",), ("run", "now"), ("status", "--loud")):
            result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
            self.assertEqual(result.returncode, 2)
            self.assertIn("usage:", result.stderr)
        self.assertEqual(kiosk.run("status", env={}).returncode, 0)


if __name__ == "__main__":
    done = unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2, exit=False).result
    print(f"# pass {done.testsRun - len(done.failures) - len(done.errors)}")
    sys.exit(0 if done.wasSuccessful() else 1)
