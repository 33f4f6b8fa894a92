import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSecret } from './secret'
import { signatureHeaders } from './signature'
import { snippetLanguages, verifySnippet } from './verify-snippets'

type Language = (typeof snippetLanguages)[number]['id']
type Request = { headers: Record<string, string>; body: string }

const names = { id: 'webhook-id', timestamp: 'webhook-timestamp', signature: 'webhook-signature' }
const text = '{"id":"evt_1","text":"Grüße 日本 🎉 </script> \\u2028 \\"quoted\\""}'

// Each reads a request from its input, its body as base64, and writes the snippet's answer.
const programs: Record<Language, { files: Record<string, string>; build?: string[]; run: string[] }> = {
  node: {
    files: {
      'verify.mjs': verifySnippet('node', names),
      'main.mjs': `import { readFileSync } from 'node:fs'
import { isGenuine } from './verify.mjs'
const { headers, body } = JSON.parse(readFileSync(0, 'utf8'))
console.log(isGenuine(headers, Buffer.from(body, 'base64')))`,
    },
    run: ['node', 'main.mjs'],
  },
  python: {
    files: {
      'verify.py': verifySnippet('python', names),
      'main.py': `import base64, json, sys
from verify import is_genuine
request = json.load(sys.stdin)
print(json.dumps(is_genuine(request["headers"], base64.b64decode(request["body"]))))`,
    },
    run: ['python3', 'main.py'],
  },
  php: {
    files: {
      'verify.php': verifySnippet('php', names),
      'main.php': `<?php
require 'verify.php';
$request = json_decode(file_get_contents('php://stdin'), true);
$server = [];
foreach ($request['headers'] as $name => $value) {
    $server['HTTP_' . strtoupper(str_replace('-', '_', $name))] = $value;
}
echo json_encode(is_genuine($server, base64_decode($request['body'])));`,
    },
    run: ['php', 'main.php'],
  },
  ruby: {
    files: {
      'verify.rb': verifySnippet('ruby', names),
      'main.rb': `require 'json'
require_relative 'verify'
request = JSON.parse($stdin.read)
env = request['headers'].transform_keys { |name| 'HTTP_' + name.upcase.tr('-', '_') }
puts genuine?(env, request['body'].unpack1('m'))`,
    },
    run: ['ruby', 'main.rb'],
  },
  go: {
    files: {
      'go.mod': 'module receiver\n\ngo 1.21\n',
      'webhooks/verify.go': verifySnippet('go', names),
      'main.go': `package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"receiver/webhooks"
)

func main() {
	var request struct {
		Headers map[string]string
		Body    []byte
	}
	if err := json.NewDecoder(os.Stdin).Decode(&request); err != nil {
		panic(err)
	}
	header := http.Header{}
	for name, value := range request.Headers {
		header.Set(name, value)
	}
	fmt.Println(webhooks.IsGenuine(header, request.Body))
}`,
    },
    build: ['go', 'build', '-o', 'receiver', '.'],
    run: ['./receiver'],
  },
}

// Where each snippet asks for the time, and what answers with that of the published vector instead.
const clockOf: Record<Language, [string, string]> = {
  node: ['Date.now() / 1000', '1614265330'],
  python: ['time.time()', '1614265330'],
  php: ['abs(time() -', 'abs(1614265330 -'],
  ruby: ['Time.now.to_i', '1614265330'],
  go: ['time.Since(time.Unix(seconds, 0))', 'time.Unix(1614265330, 0).Sub(time.Unix(seconds, 0))'],
}

// Standard Webhooks 1.0.0, the vector that its libraries are tested with.
const published = {
  secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  body: '{"test": 2432232314}',
}

const versionOf: Record<Language, string[]> = {
  node: ['node', '--version'],
  python: ['python3', '--version'],
  php: ['php', '--version'],
  ruby: ['ruby', '--version'],
  go: ['go', 'version'],
}

for (const { id: language, label } of snippetLanguages) {
  describe.skipIf(!isInstalled(language))(`the ${label} snippet`, () => {
    const { files, build, run } = programs[language]
    const secret = createSecret()
    let folder: string
    let folderOfThen: string

    beforeAll(() => {
      folder = prepare((content) => content)
      const [now, then] = clockOf[language]
      folderOfThen = prepare((content) => content.replace(now, then))
    }, 180_000)

    afterAll(() => {
      for (const each of [folder, folderOfThen]) rmSync(each, { recursive: true, force: true })
    })

    function prepare(change: (content: string) => string): string {
      const made = mkdtempSync(join(tmpdir(), `shopbell-snippet-${language}-`))
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(join(made, path, '..'), { recursive: true })
        writeFileSync(join(made, path), change(content))
      }
      if (build) expect(execute(build, { folder: made }).stderr).toBe('')
      return made
    }

    function answerTo(request: Request, configured = secret, at = folder): boolean {
      const body = Buffer.from(request.body).toString('base64')
      const input = JSON.stringify({ headers: request.headers, body })
      const { status, stdout, stderr } = execute(run, { folder: at, input, secret: configured })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      const answer: unknown = JSON.parse(stdout)
      if (typeof answer !== 'boolean') throw new Error(`No answer: ${stdout}`)
      return answer
    }

    it('accepts the published vector at its time, and not a changed one', () => {
      const { secret: known, headers, body } = published
      expect(answerTo({ headers, body }, known, folderOfThen)).toBe(true)
      expect(answerTo({ headers, body: `${body} ` }, known, folderOfThen)).toBe(false)
      // By now it is too old.
      expect(answerTo({ headers, body }, known)).toBe(false)
    })

    it('accepts what we sign, up to 5 minutes away', () => {
      expect(answerTo(signed([secret]))).toBe(true)
      expect(answerTo(signed([secret], { agedSeconds: 280 }))).toBe(true)
      expect(answerTo(signed([secret], { agedSeconds: -280 }))).toBe(true)
      expect(answerTo({ ...signed([secret], { body: '' }), body: '' })).toBe(true)
    })

    it('accepts either secret while a rotation has two signatures', () => {
      const rotated = signed([createSecret(), secret])
      expect(rotated.headers['webhook-signature']?.split(' ').length).toBe(2)
      expect(answerTo(rotated)).toBe(true)
      expect(answerTo(signed([secret, createSecret()]))).toBe(true)
    })

    it('refuses a changed body, another id and another secret', () => {
      const request = signed([secret])
      expect(answerTo({ ...request, body: `${text} ` })).toBe(false)
      expect(answerTo({ ...request, headers: { ...request.headers, 'webhook-id': 'evt_2' } })).toBe(false)
      expect(answerTo(request, createSecret())).toBe(false)
    })

    it('refuses an old time and one of the future', () => {
      expect(answerTo(signed([secret], { agedSeconds: 330 }))).toBe(false)
      expect(answerTo(signed([secret], { agedSeconds: -330 }))).toBe(false)
    })

    it('refuses what is missing or malformed without failing', () => {
      const { headers, body } = signed([secret])
      expect(answerTo({ headers: {}, body })).toBe(false)
      expect(answerTo({ headers: { ...headers, 'webhook-signature': '' }, body })).toBe(false)
      expect(answerTo({ headers: { ...headers, 'webhook-signature': 'v1,é v1, v2,x' }, body })).toBe(false)
      expect(answerTo({ headers: { ...headers, 'webhook-timestamp': 'soon' }, body })).toBe(false)
      expect(answerTo({ headers: { ...headers, 'webhook-timestamp': '9'.repeat(400) }, body })).toBe(false)
    })

    it('does not run without a secret, with which anyone could sign', () => {
      const input = JSON.stringify({ headers: signed([secret]).headers, body: '' })
      const run1 = execute(run, { folder, input, secret: '' })
      const run2 = execute(run, { folder, input })
      for (const { status, stdout } of [run1, run2]) {
        expect(status).not.toBe(0)
        expect(stdout).not.toContain('true')
      }
    })
  })
}

function signed(secrets: string[], { agedSeconds = 0, body = text } = {}): Request {
  const timestamp = Math.floor(Date.now() / 1000) - agedSeconds
  const bytes = Buffer.from(body)
  const headers = signatureHeaders({ id: 'evt_1', timestamp, body: bytes, secrets, bodySignatureHeaders: [] })
  return { headers, body }
}

function execute(
  [command = '', ...args]: string[],
  options: { folder?: string; input?: string; secret?: string },
) {
  const { WEBHOOK_SECRET: _, ...rest } = process.env
  const secret = options.secret === undefined ? {} : { WEBHOOK_SECRET: options.secret }
  return spawnSync(command, args, {
    cwd: options.folder,
    input: options.input ?? '',
    encoding: 'utf8',
    env: { ...rest, GOTOOLCHAIN: 'local', GOPROXY: 'off', GOFLAGS: '', ...secret },
  })
}

function isInstalled(language: Language): boolean {
  return execute(versionOf[language], {}).status === 0
}
