import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { curlCommand } from './curl-command'

const url = 'https://hooks.example.com/in'

const bodies: [string, string][] = [
  ['JSON', '{"id":"evt_1","type":"order.paid"}'],
  ['both quotes', `it's "quoted" ''twice''`],
  ['only single quotes', `'''`],
  ['what a shell would expand', '$HOME $(id) `id` !! * ? ~ & ; | < > # \\'],
  ['backslashes', String.raw`\ \\ \' \n \u2028 \x41 %s %d %%`],
  ['line breaks', '\nfirst\r\nsecond\n\n'],
  ['what is not ASCII', 'Žluťoučký kůň 日本 👩‍👩‍👧 \u2028\u00a0'],
  ['an option', '--output /tmp/none'],
  ['the name of a file', '@/etc/hostname'],
  ['nothing', ''],
  ['more than an argument may have', `'$HOME\n${'é'.repeat(150_000)}`],
]

/** What a program named curl gets: its arguments, and with `@-` its input. */
function runInShell(command: string): { words: string[]; input: string } {
  const curl = `curl() { printf '%s\\0' "$@"; case " $* " in *' @- '*) cat;; esac; }`
  const run = spawnSync('sh', ['-s'], {
    input: `${curl}\n${command}\n`,
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  })
  expect(run.stderr).toBe('')
  const words = run.stdout.split('\0')
  return { input: words.pop() ?? '', words }
}

describe('curlCommand', () => {
  it('is readable', () => {
    const headers = { 'content-type': 'application/json', 'webhook-id': 'evt_1' }
    expect(curlCommand({ url, headers, body: '{"a":1}' })).toBe(
      [
        `curl \\`,
        `  --request POST 'https://hooks.example.com/in' \\`,
        `  --header 'content-type: application/json' \\`,
        `  --header 'webhook-id: evt_1' \\`,
        `  --data-binary '{"a":1}'`,
      ].join('\n'),
    )
  })

  it.each(bodies)('passes through a real shell unchanged: %s', (_, body) => {
    const path = `${url}?a=1&b='$x'`
    const { words, input } = runInShell(
      curlCommand({ url: path, headers: { 'x-note': body.slice(0, 60) }, body }),
    )
    expect(words.slice(0, 3)).toEqual(['--request', 'POST', path])
    expect(words[4]).toBe(body === '' ? 'x-note;' : `x-note: ${body.slice(0, 60)}`)
    expect(words.length).toBe(7)
    const sent = words[6] === '@-' ? input : words[6]
    expect(sent).toBe(body)
    expect(sent?.startsWith('@') && words[6] !== '@-').toBe(false)
  })

  it('leaves the headers of the connection out, in any case of letters', () => {
    const headers = {
      Host: 'a',
      'Content-Length': '3',
      connection: 'close',
      'transfer-encoding': 'chunked',
      TE: 'x',
    }
    const { words } = runInShell(curlCommand({ url, headers: { ...headers, 'x-kept': 'yes' }, body: '{}' }))
    expect(words.filter((_, index) => words[index - 1] === '--header')).toEqual(['x-kept: yes'])
  })

  it('does not let curl read patterns into a URL', () => {
    const { words } = runInShell(curlCommand({ url: 'http://[::1]/{a}', headers: {}, body: '{}' }))
    expect(words.slice(0, 4)).toEqual(['--globoff', '--request', 'POST', 'http://[::1]/{a}'])
  })
})

describe.skipIf(!hasCurl())('curlCommand with the real curl', () => {
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver()
  })
  afterAll(() => receiver.close())

  it.each(bodies)('sends exactly these bytes: %s', async (_, body) => {
    const headers = { 'content-type': 'application/json', 'content-length': '1', 'x-empty': '' }
    const command = curlCommand({ url: `${receiver.url}/{a}/[1-3]?x='$y'`, headers, body })
    const shell = promisify(execFile)('sh', ['-s'])
    shell.child.stdin?.end(`${command}\n`)
    await shell
    const request = receiver.requests.at(-1)
    expect(request?.path).toBe(`/{a}/[1-3]?x='$y'`)
    expect(request?.method).toBe('POST')
    expect(request?.rawBody.toString()).toBe(body)
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'x-empty': '' })
  })
})

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'])
    return true
  } catch {
    return false
  }
}
