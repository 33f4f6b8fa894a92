import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const biome = join(process.cwd(), 'node_modules/.bin/biome')
const DATABASE = `import { pool } from '@/lib/db/client'\nexport const planted = pool\n`
const OPERATIONS = `import { getEndpoint } from '@/lib/operations/endpoints'\nexport const planted = getEndpoint\n`
const NETWORK = `export const planted = () => fetch('http://example.com')\n`
const ENVIRONMENT = `export const planted = process.env.HOME\n`

describe('the boundaries of the layout', () => {
  let root: string
  let report: string

  const planted: [file: string, source: string, isRefused: boolean][] = [
    ['lib/webhooks/database.ts', DATABASE, true],
    ['lib/webhooks/network.ts', NETWORK, true],
    ['lib/webhooks/environment.ts', ENVIRONMENT, true],
    ['lib/webhooks/package.ts', `import pg from 'pg'\nexport const planted = pg\n`, true],
    [
      'lib/webhooks/sibling.ts',
      `import { z } from 'zod'\nimport { own } from './own'\nexport const planted = [z, own]\n`,
      false,
    ],
    ['lib/schemas/database.ts', DATABASE, true],
    ['lib/db/operations.ts', OPERATIONS, true],
    ['lib/db/driver.ts', `import pg from 'pg'\nexport const planted = pg\n`, false],
    ['lib/delivery/operations.ts', OPERATIONS, true],
    ['lib/delivery/database.ts', DATABASE, false],
    ['lib/operations/network.ts', NETWORK, true],
    ['lib/operations/driver.ts', `import pg from 'pg'\nexport const planted = pg\n`, true],
    [
      'lib/operations/http.ts',
      `import { route } from '@/lib/http/route'\nexport const planted = route\n`,
      true,
    ],
    ['lib/operations/database.ts', DATABASE, false],
    ['lib/http/database.ts', DATABASE, true],
    ['lib/http/operations.ts', OPERATIONS, false],
    ['app/page.tsx', DATABASE, true],
    ['components/ui/environment.tsx', ENVIRONMENT, true],
    ['components/ui/domain.tsx', OPERATIONS, true],
    ['components/ui/sibling.tsx', `import { cn } from './cn'\nexport const planted = cn\n`, false],
    ['components/statistics/database.tsx', DATABASE, true],
    [
      'components/statistics/screen.tsx',
      `import { Overview } from '@/components/endpoints/overview/overview'\nexport const planted = Overview\n`,
      true,
    ],
    [
      'components/statistics/words.tsx',
      `import { ConditionBadge } from '@/components/endpoints/condition-badge'\nexport const planted = ConditionBadge\n`,
      false,
    ],
    [
      'components/endpoints/list/screen.tsx',
      `import { DeliveryLog } from '@/components/deliveries/log/delivery-log'\nexport const planted = DeliveryLog\n`,
      true,
    ],
  ]

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'shopbell-boundaries-'))
    cpSync('biome.jsonc', join(root, 'biome.jsonc'))
    for (const [file, source] of planted) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), source)
    }
    const run = spawnSync(
      biome,
      ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
    report = run.stdout
  })

  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each(planted)('%s', (file, _source, isRefused) => {
    expect(refusedFiles(report).has(file)).toBe(isRefused)
  })
})

function refusedFiles(report: string): Set<string> {
  const parsed: { diagnostics: { category: string; location?: { path?: string | { file: string } } }[] } =
    JSON.parse(report)
  const rules = [
    'lint/style/noRestrictedImports',
    'lint/style/noRestrictedGlobals',
    'lint/style/noProcessEnv',
  ]
  return new Set(
    parsed.diagnostics
      .filter(({ category }) => rules.includes(category))
      .map(({ location }) =>
        typeof location?.path === 'string' ? location.path : (location?.path?.file ?? ''),
      ),
  )
}
