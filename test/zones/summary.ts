import type { Reporter, TestModule } from 'vitest/node';

/** Prints once, after all files, what the zone tests have counted. Vitest calls it with `new`, which takes what it returns. */
function zonesSummary(): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[]) {
      const totals = new Map<string, number>();
      for (const module of modules) {
        for (const [what, n] of Object.entries(module.meta().zones ?? {}))
          totals.set(what, (totals.get(what) ?? 0) + n);
      }
      const failed = modules.filter((module) => !module.ok()).length;
      const lines = [...totals].map(([what, n]) => `  ${String(n).padStart(7)}  ${what}`);
      console.log(`\nzones: ${failed === 0 ? 'all as written' : `${failed} files failed`}\n${lines.join('\n')}\n`);
    },
  };
}

// A reporter is named by its file, so it is the file's default.
export default zonesSummary;
