import { defineConfig } from 'vitest/config';
import type { TestProject } from 'vitest/node';

/**
 * Stryker 8, the last that is known to run on Node 20 here, asks a project for its Vite server by the name it had in
 * Vitest 3, to have one file (which says the mutant that is on) read anew. Vitest 4 keeps modules per environment.
 */
function withServer(project: TestProject): void {
  const environments = () => Object.values(project.vite.environments);
  const moduleGraph = {
    getModuleById: (id: string) => id,
    invalidateModule: (id: string) => {
      for (const { moduleGraph: graph } of environments()) {
        const module = graph.getModuleById(id);
        if (module !== undefined) graph.invalidateModule(module);
      }
    },
  };
  Object.defineProperty(project, 'server', { configurable: true, value: { moduleGraph } });
}

/** The tests that mutants have to face: those beside the mutated files, without the slow random ones. */
export default defineConfig({
  plugins: [{ name: 'stryker-8-on-vitest-4', configureVitest: ({ project }) => withServer(project) }],
  test: {
    include: ['src/core/{basis,completion,fold,purchase,refusal,settle,shaking,zone}.test.ts'],
    maxWorkers: 1,
    isolate: false,
  },
});
