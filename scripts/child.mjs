import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './checkout.mjs'

const preload = `--import=${new URL('./exit-with-parent.mjs', import.meta.url).href}`

/**
 * Runs a program to its end in the checkout's folder. It gets a session of its own, so that Ctrl-C reaches us alone;
 * when the signal aborts, it and whatever it started are ended. `output` is all it printed.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, signal?: AbortSignal, onLine?: (line: string) => void }} [options]
 *   `onLine` gets each line of standard output as it comes, which then is not in `output`
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = {}, signal, onLine } = {}) {
  const { promise, resolve, reject } = deferred()
  const options = [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' ')
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, NODE_OPTIONS: options },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  if (onLine) createInterface({ input: child.stdout }).on('line', onLine)
  else {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const end = () => {
    signalGroup(child.pid, 'SIGTERM')
    setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 3_000).unref()
  }
  signal?.addEventListener('abort', end, { once: true })
  child.on('error', reject)
  child.on('close', (code) => {
    signal?.removeEventListener('abort', end)
    resolve({ code: code ?? 1, output })
  })
  if (signal?.aborted) end()
  return promise
}

function deferred() {
  /** @type {(value: { code: number, output: string }) => void} */
  let resolve = () => {}
  /** @type {(error: Error) => void} */
  let reject = () => {}
  /** @type {Promise<{ code: number, output: string }>} */
  const promise = new Promise((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} name
 */
function signalGroup(pid, name) {
  try {
    if (pid) process.kill(-pid, name)
  } catch {
    // It has ended by itself.
  }
}

/**
 * The end of a long output, for a person.
 * @param {string} output
 */
export function lastLines(output, count = 40) {
  return output.trimEnd().split('\n').slice(-count).join('\n')
}
