#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Coassent needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));

// A checkout builds what is missing or changed; the published package has no sources, only dist/.
if (existsSync(new URL('../src/cli/main.ts', import.meta.url))) {
  const { build } = await import('../scripts/build.js');
  await build({ root, web: process.argv[2] === 'start', say: (sentence) => console.error(`${sentence} …`) });
}

process.setSourceMapsEnabled(true);
await import('../dist/cli.js');
