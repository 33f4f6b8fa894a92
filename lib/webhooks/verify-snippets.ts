/** The languages of `verifySnippet`, in the order in which a screen offers them. */
export const snippetLanguages = [
  { id: 'node', label: 'Node.js' },
  { id: 'python', label: 'Python' },
  { id: 'php', label: 'PHP' },
  { id: 'ruby', label: 'Ruby' },
  { id: 'go', label: 'Go' },
] as const

type Language = (typeof snippetLanguages)[number]['id']

type Headers = { id: string; timestamp: string; signature: string }

/**
 * Code for a receiver, without a dependency: whether a request was signed with the secret in WEBHOOK_SECRET within the
 * last 5 minutes. `headers` are the names of the three headers of Standard Webhooks 1.0.0.
 */
export function verifySnippet(language: Language, headers: Headers): string {
  return snippets[language](headers)
}

const snippets: Record<Language, (headers: Headers) => string> = {
  node: ({ id, timestamp, signature }) => `import { createHmac, timingSafeEqual } from 'node:crypto'

const key = Buffer.from(process.env.WEBHOOK_SECRET ?? '', 'base64')
if (key.length === 0) throw new Error('WEBHOOK_SECRET is not set')

// headers: request.headers; rawBody: a Buffer of the bytes as they arrived, before any JSON parser
export function isGenuine(headers, rawBody) {
  const id = headers['${id}']
  const timestamp = headers['${timestamp}']
  const isRecent = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300

  const hmac = createHmac('sha256', key).update(\`\${id}.\${timestamp}.\`).update(rawBody)
  const expected = Buffer.from('v1,' + hmac.digest('base64'))
  const received = String(headers['${signature}']).split(' ').map((one) => Buffer.from(one))
  return isRecent && received.some((one) => one.length === expected.length && timingSafeEqual(one, expected))
}
`,
  python: ({ id, timestamp, signature }) => `import base64
import hashlib
import hmac
import os
import time

KEY = base64.b64decode(os.environ["WEBHOOK_SECRET"])
if not KEY:
    raise RuntimeError("WEBHOOK_SECRET is empty")


# headers: request.headers; raw_body: the bytes as they arrived, before any JSON parser
def is_genuine(headers, raw_body):
    message_id = headers.get("${id}", "")
    timestamp = headers.get("${timestamp}", "")
    try:
        is_recent = abs(time.time() - float(timestamp)) <= 300
    except ValueError:
        return False

    signed = f"{message_id}.{timestamp}.".encode() + raw_body
    expected = b"v1," + base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest())
    received = headers.get("${signature}", "").encode().split(b" ")
    return is_recent and any(hmac.compare_digest(one, expected) for one in received)
`,
  php: ({ id, timestamp, signature }) => `<?php

// $server: $_SERVER; $rawBody: file_get_contents('php://input'), before any JSON parser
function is_genuine(array $server, string $rawBody): bool
{
    $key = base64_decode((string) getenv('WEBHOOK_SECRET'));
    if ($key === '') {
        throw new RuntimeException('WEBHOOK_SECRET is not set');
    }
    $id = $server['${serverName(id)}'] ?? '';
    $timestamp = $server['${serverName(timestamp)}'] ?? '';
    if (abs(time() - (int) $timestamp) > 300) {
        return false;
    }

    $hmac = hash_hmac('sha256', $id . '.' . $timestamp . '.' . $rawBody, $key, true);
    $expected = 'v1,' . base64_encode($hmac);
    foreach (explode(' ', $server['${serverName(signature)}'] ?? '') as $received) {
        if (hash_equals($expected, $received)) {
            return true;
        }
    }
    return false;
}
`,
  ruby: ({ id, timestamp, signature }) => `require 'openssl'

KEY = ENV.fetch('WEBHOOK_SECRET').unpack1('m')
raise 'WEBHOOK_SECRET is empty' if KEY.empty?

# env: request.env; raw_body: request.body.read, before any JSON parser
def genuine?(env, raw_body)
  id = env['${serverName(id)}'].to_s
  timestamp = env['${serverName(timestamp)}'].to_s
  return false if (Time.now.to_i - timestamp.to_i).abs > 300

  hmac = OpenSSL::HMAC.digest('SHA256', KEY, "#{id}.#{timestamp}.".b + raw_body.b)
  expected = "v1,#{[hmac].pack('m0')}"
  env['${serverName(signature)}'].to_s.split(' ').any? { |received| OpenSSL.secure_compare(received, expected) }
end
`,
  go: ({ id, timestamp, signature }) => `package webhooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// IsGenuine wants the body as it arrived: io.ReadAll(request.Body), before any JSON decoder.
func IsGenuine(header http.Header, rawBody []byte) bool {
	key, err := base64.StdEncoding.DecodeString(os.Getenv("WEBHOOK_SECRET"))
	if err != nil || len(key) == 0 {
		panic("WEBHOOK_SECRET is not set")
	}
	id, timestamp := header.Get("${id}"), header.Get("${timestamp}")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > 5*time.Minute {
		return false
	}

	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(rawBody)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	for _, received := range strings.Fields(header.Get("${signature}")) {
		if hmac.Equal([]byte(received), expected) {
			return true
		}
	}
	return false
}
`,
}

/** A header as CGI and Rack name it. */
function serverName(header: string): string {
  return `HTTP_${header.toUpperCase().replaceAll('-', '_')}`
}
