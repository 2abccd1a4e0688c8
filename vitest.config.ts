import swc from 'unplugin-swc';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.sequencer.js';
import { PATIENCE_MS } from './test/support/patience.js';

/** Specs that open no database of the test server, so that a run on split tables has nothing to say of them. */
const WITHOUT_DATABASE = [
  'apps/**',
  'libs/{advice,client,contracts,demo,domain,projections,recording}/**',
  'libs/catalogue/src/*/**',
  'libs/integrations/src/mappings/**',
  'libs/platform/src/{postgres,process}/**',
  'test/{advice,architecture,browser,forecast,lifecycle,mappings,oracle,readme,roadmap,support}/**',
];

const { PARTITIONS, TEST_NODE_FLAGS } = process.env;

export default defineConfig({
  plugins: [swc.vite({ module: { type: 'es6' } })],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    exclude: [...configDefaults.exclude, ...(PARTITIONS ? WITHOUT_DATABASE : [])],
    include: ['apps/**/*.spec.ts', 'libs/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/support/servers.global.ts'],
    setupFiles: ['test/support/watch/blocked.setup.ts'],
    reporters: [
      'default',
      './test/support/watch/running.reporter.ts',
      './test/support/closing-line.reporter.ts',
    ],
    execArgv: TEST_NODE_FLAGS?.split(' ') ?? [],
    testTimeout: 2 * PATIENCE_MS,
    hookTimeout: 4 * PATIENCE_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
    maxWorkers: 2,
    // files share two processes, one after another: most of their time went into reading the same modules
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
