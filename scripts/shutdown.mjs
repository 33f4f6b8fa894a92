import { describeError } from './startup-error.mjs'

const ALL_WITHIN_MS = 40_000
// npm passes a Ctrl-C on to a process that the terminal has already told: two signals at once are one.
const SAME_PRESS_MS = 1_000

/**
 * The orderly end of the process: what was deferred runs once, last first, however the end comes about.
 * @param {(line: string) => void} print
 */
export function createShutdown(print) {
  /** @type {(() => unknown)[]} */
  const tasks = []
  const controller = new AbortController()
  let endingSince = 0

  /**
   * @param {number} code the exit code of the process
   * @param {string} reason one line for the person
   */
  async function end(code, reason) {
    if (endingSince) return
    endingSince = performance.now()
    // Not unreferenced: while a task waits for something that is, it keeps the process going.
    setTimeout(() => process.exit(1), ALL_WITHIN_MS)
    print(reason)
    controller.abort()
    for (const task of tasks.reverse()) {
      try {
        await task()
      } catch (error) {
        print(`While stopping: ${describeError(error)}`)
      }
    }
    process.exit(code)
  }

  /** @param {string} signal */
  function onSignal(signal) {
    if (!endingSince) void end(0, `\nStopping (${signal}): finishing what is in flight …`)
    else if (performance.now() - endingSince > SAME_PRESS_MS) process.exit(1)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  process.on('uncaughtException', (error) => {
    // Connections break while their other ends are being stopped.
    if (!endingSince) void end(1, `\nShopbell stops. ${describeError(error)}`)
  })

  return {
    end,
    /** Aborted as soon as the end begins. */
    signal: controller.signal,
    /** @param {() => unknown} task */
    defer: (task) => {
      tasks.push(task)
    },
  }
}
