import { defineConfig } from 'vitest/config';
import { systemBinaries } from './test/postgres-setup.ts';

/** Files share what they import; none changes a module for the others, and importing took longer than testing. */
const shared_imports = { isolate: false };

const with_database = { globalSetup: './test/postgres-setup.ts', testTimeout: 60_000, hookTimeout: 60_000 };

/** Starting and killing whole servers is tested with the embedded one alone. */
const starts_servers = ['src/store/embedded.test.ts', 'src/store/embedded/*.test.ts'];

const store = { ...with_database, ...shared_imports, include: ['src/{store,server}/**/*.test.ts'] };

export default defineConfig({
  test: {
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'reports/tests.json' }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...shared_imports,
          // Properties run hundreds of lives; how long that takes on a busy machine says nothing.
          testTimeout: 120_000,
          include: [
            'src/{catalogue,core,contract,ingest,web}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      { extends: true, test: { ...store, name: 'store', include: [...store.include, 'src/cli/**/*.test.ts'] } },
      ...(systemBinaries() === undefined
        ? []
        : [
            {
              extends: true as const,
              // The SQL of the store on an older Postgres; what serves it is the same on each.
              test: { ...store, name: 'store-system', include: ['src/store/**/*.test.ts'], exclude: starts_servers },
            },
          ]),
      {
        extends: true,
        test: { ...with_database, name: 'zones', include: ['test/zones/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: {
          ...with_database,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 400_000,
          hookTimeout: 180_000,
          // Each has a server and a browser of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
