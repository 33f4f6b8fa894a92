import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { answerParent } from '../answer-parent'

type Target = { url: string; token: string; body: string; connections: number }

/** A request on the machine's monotonic clock: `sentAt`, `answeredAt` in ms; `id` of the event that it made. */
type Posted = { id: string; sentAt: number; answeredAt: number }

function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

function headersOf(token: string) {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
}

/** Posts the same body again and again over kept connections; every answer must have the status expected. */
async function flood({
  url,
  token,
  body,
  connections,
  seconds,
  status,
}: Target & { seconds: number; status: number }) {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const headers = headersOf(token)
  const durations: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  const post = async () => {
    while (performance.now() < until) {
      const sent = performance.now()
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body })
      await answer.body.dump()
      if (answer.statusCode !== status) throw new Error(`${pathname} answered ${answer.statusCode}`)
      durations.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, post))
  const perSecond = (durations.length / (performance.now() - began)) * 1000
  await pool.close()
  return { perSecond, durations }
}

/** Posts events at a steady pace, whether or not earlier ones were answered. */
async function pace({
  url,
  token,
  body,
  connections,
  perSecond,
  seconds,
}: Target & { perSecond: number; seconds: number }) {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const headers = headersOf(token)
  const posted: Posted[] = []
  const open: Promise<void>[] = []
  const post = async () => {
    const sentAt = monotonicMs()
    const answer = await pool.request({ path: pathname, method: 'POST', headers, body })
    const text = await answer.body.text()
    const answeredAt = monotonicMs()
    if (answer.statusCode !== 202) throw new Error(`${pathname} answered ${answer.statusCode}: ${text}`)
    posted.push({ id: JSON.parse(text).event.id, sentAt, answeredAt })
  }
  const began = performance.now()
  const total = perSecond * seconds
  for (let sent = 0; sent < total; sent++) {
    const waitMs = began + (sent / perSecond) * 1000 - performance.now()
    if (waitMs > 1) await pause(waitMs)
    open.push(post())
  }
  await Promise.all(open)
  await pool.close()
  return posted
}

const tasks = { flood, pace }

export type ClientTasks = typeof tasks

answerParent(tasks)
