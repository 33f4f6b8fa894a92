import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { makeTemporaryFolder } from '../temporary-folder'
import { OwnServer } from './own-server'
import { isFull, say } from './scale'
import { SmallDisk } from './small-disk'
import { Trial } from './trial'
import { until } from './until'
import { endSparesAfterAll, runTrial } from './with-trial'

const ROUNDS = isFull ? 5 : 1
const DISK_MIB = 400
const LEFT_MIB = 4
const EVENTS = 10
const PADDING = 24_000

// As little as it can do with, so that it soon wants more.
const SETTINGS = { shared_buffers: '16MB', max_wal_size: '32MB', min_wal_size: '32MB' }

endSparesAfterAll()

describe('a full disk', () => {
  it('under PostgreSQL refuses events, loses none that was accepted, and passes once there is room', async ({
    skip,
  }) => {
    const folder = await makeTemporaryFolder('faults', 'disk/postgres')
    const disk = SmallDisk.mount(folder, DISK_MIB)
    try {
      if (!disk) return skip('a small disk can be mounted by root on Linux alone')
      const server = await OwnServer.create(disk.path, SETTINGS)
      try {
        const trial = await Trial.create(server.url, 'full disk')
        await runTrial(trial, () => fillUnderLoad(trial, server, disk))
      } finally {
        disk.free()
        await server.remove()
      }
    } finally {
      disk?.unmount()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

async function fillUnderLoad(trial: Trial, server: OwnServer, disk: SmallDisk): Promise<void> {
  await trial.startApp()
  for (let round = 1; round <= ROUNDS; round++) {
    const refused = trial.client.refusals.get(503) ?? 0
    const isRefused = () => (trial.client.refusals.get(503) ?? 0) > refused
    disk.fill(LEFT_MIB)
    const load = async () => {
      while (!isRefused()) await trial.client.emit(EVENTS, { padding: PADDING })
    }
    const loading = load()
    await until('an event is refused', isRefused)
    trial.times++
    disk.free()
    // Without room for its log PostgreSQL ends itself.
    await server.start()
    await loading
    await trial.settle()
    await trial.expectInvariants()
    say(`full disks: ${round} of ${ROUNDS}`)
  }
  expect([...trial.client.refusals.keys()], 'a full disk is 503 and nothing else').toEqual([503])
}
