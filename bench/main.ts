// `npm run bench`: the speed that the engine is held to (docs/speed.md), measured on this machine.
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { makeBenchDatabase } from './database'
import type { Figure, Row } from './figure'
import { drain } from './figures/drain'
import { ingest } from './figures/ingest'
import { isolation } from './figures/isolation'
import { latency } from './figures/latency'
import { memory } from './figures/memory'
import { reads } from './figures/reads'
import { soak } from './figures/soak'
import { worker } from './figures/worker'
import { createBar } from './progress-bar'
import { tableOf } from './table'

const figures: Figure[] = [drain, ingest, worker, latency, isolation, reads, memory]
/** Only by name. */
const long: Figure[] = [soak]

const HELP = `Measures how fast this checkout is, and prints a table.

  npm run bench
  npm run bench -- --only drain,latency --quick --json result.json

  --only   of ${figures.map(({ name }) => name).join(', ')}, and soak, which runs by name alone
  --quick  shorter and smaller: minutes instead of an hour; the figures say less
  --json   writes every figure into this file too

It starts a PostgreSQL of its own, or makes a database on that of DATABASE_URL, and removes it again. Nothing else should
run on the machine. Rates are ratios to a loop that does nothing but the bare work, in the same run.`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(HELP)
else process.exitCode = await run(values.only?.split(','), values.quick ?? false, values.json)

/** The exit code: 1 where a target was missed. */
async function run(
  names: readonly string[] | undefined,
  isQuick: boolean,
  jsonPath: string | undefined,
): Promise<number> {
  const wanted = names ? [...figures, ...long].filter(({ name }) => names.includes(name)) : figures
  const bar = createBar()
  bar.say('starting PostgreSQL')
  const database = await makeBenchDatabase()
  const rows: Row[] = []
  try {
    for (const [index, figure] of wanted.entries()) {
      const say = (text: string, share?: number) =>
        bar.say(`${index + 1}/${wanted.length} ${figure.title}: ${text}`, share)
      const measured = await figure.run({ database, isQuick, say })
      bar.end()
      console.log(tableOf(measured))
      rows.push(...measured)
    }
  } finally {
    bar.end()
    const { disconnect } = await import('@/lib/db/client')
    await disconnect()
    await database.remove()
  }
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model ?? '',
    node: process.version,
    postgresql: database.version,
  }
  console.log(
    `\n${machine.processors} × ${machine.model}, Node ${machine.node}, PostgreSQL ${machine.postgresql}`,
  )
  if (jsonPath !== undefined) {
    await writeFile(
      jsonPath,
      `${JSON.stringify({ at: new Date().toISOString(), machine, isQuick, rows }, null, 2)}\n`,
    )
  }
  return rows.some(({ isMet }) => isMet === false) ? 1 : 0
}
