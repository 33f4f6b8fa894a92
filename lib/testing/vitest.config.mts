import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))
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
          exclude: ['**/*.db.test.ts'],
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
        },
      },
    ],
  },
})
