import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))
const isFull = process.env.FAULTS === 'full'
const resolve = { alias: { '@/': root } }

export default defineConfig({
  root,
  resolve,
  test: {
    projects: [
      {
        root,
        resolve,
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.fault.test.ts'],
        },
      },
      {
        root,
        resolve,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules', '.next'],
          globalSetup: ['lib/testing/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // They wait for PostgreSQL much of the time.
          maxWorkers: 3,
        },
      },
      {
        root,
        resolve,
        test: {
          name: 'faults',
          include: ['lib/testing/faults/*.fault.test.ts'],
          globalSetup: ['lib/testing/faults/setup.ts'],
          testTimeout: isFull ? 7_200_000 : 240_000,
          hookTimeout: 60_000,
          // They wait for leases much of the time.
          maxWorkers: 3,
          isolate: false,
        },
      },
    ],
  },
})
