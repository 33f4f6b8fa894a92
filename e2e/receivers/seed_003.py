import hmac
import hashlib
import sys


def verify_webhook_signature(payload, signature, secret):
    expected = hmac.new(
        secret.encode(),
        payload.encode(),
        hashlib.sha256
    ).hexdigest()
    return hmac.compare_digest(expected, signature)


payload = sys.stdin.buffer.read().decode('utf-8')
signature, secret = sys.argv[1:]
print('verified' if verify_webhook_signature(payload, signature, secret) else 'refused')
