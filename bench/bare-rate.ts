import { Child } from './child'
import type { BareLoopTasks } from './children/bare-loop'
import type { ReceiverTasks } from './children/receiver'
import { EVENT_TYPE, sampleObject } from './store'

/** A payload as an endpoint gets it, about 450 bytes. */
const body = JSON.stringify({
  id: 'evt_01kaj4qkfze4cv2ga4q0hvg7xd',
  type: EVENT_TYPE,
  created: 1_763_748_000,
  timestamp: '2025-11-21T18:00:00Z',
  api_version: '2025-09',
  data: { object: sampleObject },
})

const CONNECTIONS = 64

/** The bare signed-POST loop on this machine, now: what rates of delivery are measured against. */
export async function measureBareLoop(
  seconds: number,
): Promise<{ perSecond: number; cpuSecondsPer1000: number }> {
  const receiver = Child.start<ReceiverTasks>('receiver')
  const loop = Child.start<BareLoopTasks>('bare-loop')
  try {
    const port = await receiver.ask('listen', null)
    const target = { url: `http://127.0.0.1:${port}/hooks`, body, connections: CONNECTIONS }
    await loop.ask('run', { ...target, seconds: 1 })
    return await loop.ask('run', { ...target, seconds })
  } finally {
    await Promise.all([receiver.stop(), loop.stop()])
  }
}
