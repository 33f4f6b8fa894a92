import { Pool } from 'undici'
import { createSecret } from '@/lib/webhooks/secret'
import { signatureHeaders } from '@/lib/webhooks/signature'
import { answerParent } from '../answer-parent'

const secret = createSecret()

/**
 * The bare signed POST: a fixed body, signed anew each time, over `connections` kept connections, and nothing else. What
 * a sender can reach at most on this machine beside this receiver.
 */
async function run({
  url,
  body,
  connections,
  seconds,
}: {
  url: string
  body: string
  connections: number
  seconds: number
}) {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const bytes = Buffer.from(body)
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + seconds * 1000
  let count = 0
  const post = async () => {
    while (performance.now() < until) {
      const id = `evt_${count++}`
      const timestamp = Math.floor(Date.now() / 1000)
      const headers = {
        'content-type': 'application/json',
        ...signatureHeaders({
          id,
          timestamp,
          body: bytes,
          secrets: [secret],
          bodySignatureHeaders: ['shopbell-signature'],
        }),
      }
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body: bytes })
      await answer.body.dump()
    }
  }
  await Promise.all(Array.from({ length: connections }, post))
  const tookMs = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  await pool.close()
  return { perSecond: (count / tookMs) * 1000, cpuSecondsPer1000: (user + system) / 1e6 / (count / 1000) }
}

const tasks = { run }

export type BareLoopTasks = typeof tasks

answerParent(tasks)
