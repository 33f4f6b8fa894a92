import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CHAR = 18
const TEXT = 25

// Once: a second instance would take the memory of the first.
let loading: ReturnType<typeof loadEngine> | undefined

/**
 * The SQL that would turn the database into what `schema` (the text of schema.prisma) says; empty where they agree. It
 * uses Prisma's own engine as WebAssembly. Partitions, partial indexes, checks and functions are beyond its sight.
 */
export async function findSchemaDrift(databaseUrl: string, schema: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  loading ??= loadEngine()
  const { SchemaEngine } = await loading
  const files = [{ path: 'schema.prisma', content: schema }]
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(readingChars(pool)),
  )
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '/' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    })
    const statements = (stdout ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('--'))
    return statements.join('\n')
  } finally {
    engine.free()
    await pool.end()
  }
}

async function loadEngine(): Promise<typeof import('@prisma/schema-engine-wasm/schema_engine_bg')> {
  const path = pathToFileURL(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  )
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(new URL('./schema_engine_bg.wasm', path))
  Reflect.set(globalThis, 'PRISMA_WASM_PANIC_REGISTRY', { set_message() {} })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': { ...engine },
  })
  engine.__wbg_set_wasm(exports)
  const start = exports.__wbindgen_start
  if (typeof start === 'function') start()
  return engine
}

/** The stock adapter cannot read PostgreSQL's type "char", which describes the catalogue: it is read as text. */
function readingChars(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  let isChar: boolean[] = []
  const query = pool.query.bind(pool)
  const reading = async (config: pg.QueryArrayConfig) => {
    const result = await query(config)
    isChar = result.fields.map((field) => field.dataTypeID === CHAR)
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    return result
  }
  Reflect.set(pool, 'query', reading)

  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect()
      const queryRaw = adapter.queryRaw.bind(adapter)
      adapter.queryRaw = async (sql) => {
        const result = await queryRaw(sql)
        const columnTypes = result.columnTypes.map((type, index) =>
          isChar[index] ? ColumnTypeEnum.Character : type,
        )
        return { ...result, columnTypes }
      }
      return adapter
    },
  }
}
