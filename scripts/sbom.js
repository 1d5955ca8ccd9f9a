// Prints what the package ships as CycloneDX, from the lock file alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));

/** What is needed only to work on Coassent; `npm sbom --omit dev` would leave out a package with another version there. */
const shipped = new Set(
  Object.entries(packages)
    .filter(([at, { dev, devOptional }]) => at !== '' && dev !== true && devOptional !== true)
    .map(([at, { version }]) => `${at.split('node_modules/').at(-1)}@${version}`),
);

const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const bill = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
const component = { ...bill.metadata.component, name: packages[''].name };
const components = bill.components.filter(({ name, version }) => shipped.has(`${name}@${version}`));
const kept = new Set([component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
console.log(JSON.stringify({ ...bill, metadata: { ...bill.metadata, component }, components, dependencies }, null, 2));
