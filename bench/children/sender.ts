import { startBackground } from '@/lib/operations/background'
import { answerParent } from '../answer-parent'

let background: ReturnType<typeof startBackground> | undefined
let cpu = process.cpuUsage()

const tasks = {
  start() {
    cpu = process.cpuUsage()
    background = startBackground()
  },
  /** CPU seconds since the start, and the resident memory in MiB. */
  usage() {
    const { user, system } = process.cpuUsage(cpu)
    return { cpuSeconds: (user + system) / 1e6, residentMiB: process.memoryUsage.rss() / 2 ** 20 }
  },
  async stop() {
    await background?.stop()
  },
}

export type SenderTasks = typeof tasks

answerParent(tasks)
