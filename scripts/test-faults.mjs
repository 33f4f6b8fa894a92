// `npm run test:faults`: the fault tests in full, 1,000 kills and the rest. It takes half an hour.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './checkout.mjs'
import { run } from './child.mjs'
import { generateClient } from './generate.mjs'
import { watchParent } from './parent-watch.mjs'

const HELP = `Breaks this checkout in every way that docs/engine.md names, many times, and checks that nothing is lost.

  npm run test:faults
  npm run test:faults -- --kills 100 --seed 7 random-kills

  --kills  how many processes are killed at points of the way of an event; 1,000 unless given
  --seed   repeats the chance of an earlier run, which prints its own
  names    of files in lib/testing/faults, to run these alone

It starts PostgreSQL servers of its own and removes them again. The summary is also in test-results/faults.json.`

const { values, positionals } = parseArgs({
  options: { kills: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
})

if (values.help) console.log(HELP)
else if (!existsSync(join(root, 'node_modules'))) {
  console.error('The packages are not installed yet: “npm ci” first.')
  process.exitCode = 1
} else process.exitCode = await runFaults()

async function runFaults() {
  const ending = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => ending.abort())
  watchParent(() => ending.abort())
  await generateClient({ signal: ending.signal })
  const { code, output } = await run(
    process.execPath,
    [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      'lib/testing/vitest.config.mts',
      '--project',
      'faults',
      ...positionals,
    ],
    {
      env: {
        FAULTS: 'full',
        FAULTS_KILLS: values.kills,
        FAULTS_SEED: values.seed,
        TEST_DATABASE_URL: undefined,
      },
      signal: ending.signal,
      onLine: (line) => console.log(line),
    },
  )
  if (code !== 0) console.error(output)
  return code
}
