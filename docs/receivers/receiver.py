"""A complete receiver of Shopbell's webhooks, without a package: WEBHOOK_SECRET=... PORT=9000 python3 receiver.py"""

import base64
import hashlib
import hmac
import json
import os
import queue
import re
import threading
import time
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_SECONDS = 300
MOST_BYTES = 1024 * 1024
MOST_REMEMBERED = 10_000

# While a rotation's grace runs both secrets, with a space between.
SECRETS = [secret.removeprefix("whsec_") for secret in os.environ.get("WEBHOOK_SECRET", "").split()]
if not SECRETS:
    raise SystemExit("WEBHOOK_SECRET is not set")


def is_genuine(headers, body):
    """Whether both signatures are genuine, each by one of the secrets, and it was signed in the last 5 minutes."""
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False

    # Standard Webhooks: base64 of the HMAC over id, time and body; the key is the secret decoded from base64.
    signed = f"{message_id}.{timestamp}.".encode("latin-1", "replace") + body
    standard = [
        b"v1," + base64.b64encode(hmac.new(base64.b64decode(secret), signed, hashlib.sha256).digest())
        for secret in SECRETS
    ]
    # Hexadecimal HMAC over the body alone; the key is the secret's characters.
    plain = [hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode() for secret in SECRETS]
    return is_one_of(headers.get("webhook-signature", "").split(" "), standard) and is_one_of(
        [headers.get("shopbell-signature", "")], plain
    )


def is_one_of(received, expected):
    return any(
        hmac.compare_digest(one.encode("latin-1", "replace"), other) for one in received for other in expected
    )


# The ids of events that were taken. A receiver that must not handle an event twice after a restart keeps them in its
# database, in the transaction that does the work.
taken = OrderedDict()
taken_lock = threading.Lock()


def is_new(message_id):
    with taken_lock:
        if message_id in taken:
            return False
        taken[message_id] = True
        if len(taken) > MOST_REMEMBERED:
            taken.popitem(last=False)
        return True


work = queue.Queue()


def handle_forever():
    while True:
        message_id, body = work.get()
        try:
            handle(message_id, body)
        except Exception as error:
            print(f"failed {message_id}: {error}", flush=True)


def handle(message_id, body):
    """Your work. It runs after the answer, so that the sender never waits for it."""
    event = json.loads(body)
    print(f"handled {event['type']} {message_id}", flush=True)


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not re.fullmatch(r"[0-9]{1,9}", length):
            return self.answer(411, "send a content-length", close=True)
        if int(length) > MOST_BYTES:
            return self.answer(413, "too large", close=True)
        # The bytes as they arrive: a JSON parser in between would sign something else.
        body = self.rfile.read(int(length))
        if not is_genuine(self.headers, body):
            return self.answer(401, "refused")
        message_id = self.headers["webhook-id"]
        # A 2xx too, or it would come again and again.
        if not is_new(message_id):
            return self.answer(200, "duplicate")
        work.put((message_id, body))
        self.answer(200, "ok")

    def refuse_method(self):
        self.answer(405, "use POST", close=True)

    do_GET = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse_method

    def answer(self, status, text, close=False):
        self.send_response(status)
        self.send_header("content-type", "text/plain")
        if status == 405:
            self.send_header("allow", "POST")
        self.send_header("content-length", str(len(text)))
        if close:
            self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


threading.Thread(target=handle_forever, daemon=True).start()
address = (os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "9000")))
server = ThreadingHTTPServer(address, Receiver)
print(f"listening on port {server.server_port}", flush=True)
server.serve_forever()
