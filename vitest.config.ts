import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const slow = '**/*.slow.test.ts'
const always = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: process.env.GUATU_SLOW === '1' ? always : [...always, slow],
    globalSetup: ['packages/server/src/platform/testing/cluster-per-run.ts'],
    // The wall, the lights and the papers speak of days in China, wherever the machine stands.
    env: { TZ: 'Asia/Shanghai' },
    // Half of what a test waits for is the database, the browser or another process: no core is kept free.
    maxWorkers: availableParallelism(),
    // Files of one worker share what they import: loading it anew for each of two hundred files took a quarter of the run.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Waiting for something takes as long as the machine is busy; what never comes still fails.
    expect: { poll: { timeout: 30_000 } },
  },
})
