import { defineConfig } from '@playwright/test'

const JOURNEYS =
  /(api-limits|cli|first-delivery|lifecycle|outages|sessions|settings|signatures|worker)\.spec\.ts$/
const API = /api-(?!limits|tokens).*\.spec\.ts$/

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  projects: [
    // What the engine does, one after the other: side by side on few cores the journeys would measure each other.
    { name: 'journeys', testMatch: JOURNEYS },
    // What programs ask and are answered.
    { name: 'api', testMatch: API },
    // What people see; each worker has an instance of its own. On a busy machine a browser may miss its time once: what
    // passes at the second try only is named in the report.
    { name: 'screens', testIgnore: [JOURNEYS, API], retries: 1 },
  ],
  outputDir: '../test-results/journeys',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // Chromium refuses its sandbox to root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
