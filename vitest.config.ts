import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

// Not "module": what some packages ship under it is for bundlers and does not run in Node.
const conditions = ['ambit-source', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['ambit-source', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    environment: 'node',
    pool: 'forks',
    // Test files share a process: no module mocks, no global state, so isolation would only cost time.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    execArgv: ['--conditions=ambit-source'],
  },
});
