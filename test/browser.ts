import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where a machine may have a Chromium of its own. */
const usual_places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

interface Program {
  file: string;
  env: Record<string, string>;
}

/** How long a page is waited for: how fast a busy machine is says nothing about the pages. */
const PATIENCE_MS = 90_000;

/**
 * A browser for tests: the one named by COASSENT_CHROMIUM, else the machine's Chromium, else the one from npm, which
 * needs nothing of the machine but Linux. It reaches this machine only, so a page that asks another host fails.
 * Close it when done.
 */
export async function launchBrowser(): Promise<Browser> {
  const { file, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: file,
    env: { ...definedOnly(process.env), ...env },
    args: [
      '--no-sandbox', // Its sandbox refuses to run as root, and needs what containers withhold.
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  return browser;
}

async function findChromium(): Promise<Program> {
  const named = process.env.COASSENT_CHROMIUM;
  if (named !== undefined && named !== '') return { file: named, env: {} };
  const found = usual_places.find((file) => existsSync(file));
  if (found !== undefined) return { file: found, env: {} };
  if (process.platform !== 'linux') {
    throw new Error('The browser tests need Chrome or Chromium: install one, or name it in COASSENT_CHROMIUM.');
  }
  const folder = await unpackedFolder();
  const env = {
    LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    HOME: folder,
  };
  return { file: path.join(folder, 'chromium'), env };
}

/** The npm package unpacked, once for all runs of this user. It appears whole: test files of one run may race for it. */
async function unpackedFolder(): Promise<string> {
  const manifest = path.join(packageFolder(), 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const { uid, username } = userInfo();
  const folder = path.join(tmpdir(), `coassent-chromium-${version}-${username}`);
  if (existsSync(folder)) {
    if (uid >= 0 && statSync(folder).uid !== uid) throw new Error(`${folder} belongs to somebody else: remove it.`);
    return folder;
  }
  const making = mkdtempSync(`${folder}-`);
  await unpack(making);
  // The package's own settings name the folders of Lambda, where there would be no letters at all here.
  writeFileSync(path.join(making, 'fonts.conf'), fontSettings(folder));
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to run on Lambda. */
async function unpack(folder: string): Promise<void> {
  const before = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
