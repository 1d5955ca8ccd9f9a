import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StoreFailure } from '../store/failure.ts';
import type { Model } from './model.ts';

/** What whoever runs the machine has set. */
export interface Setting {
  /** Where people reach the program, without a slash at the end. */
  public_url: string;
  /** Only this machine can reach it. */
  local: boolean;
  secret: string;
  /** Who runs the machine, in words. */
  runs_it: string;
  /** Without one, mails stay in the mailbox page. */
  smtp_url: string | null;
  mail_from: string;
  /** How long nothing new may have come before a burst of changes is mailed, in milliseconds. */
  settle_ms: number;
  /** Hosts (`name` or `name:port`) that the program may ask although they are private or without https. */
  outgoing_allow: readonly string[];
  /** Workspaces that require single sign-on and do not get it: the way back in when a provider is gone. */
  sso_optional: readonly string[];
  /** A text model that may draft claims; null where none is set up. */
  model: Model | null;
  files: FilesSetting;
}

/** How files of purchases are kept. */
export interface FilesSetting {
  /** A larger one is not taken. */
  largest_bytes: number;
  /** A store that speaks S3; null keeps them in the data folder. */
  s3: { endpoint: string; bucket: string; region: string; access_key: string; secret_key: string } | null;
}

const LARGEST_FILE_MB = 200;

export interface SettingSource {
  env: Record<string, string | undefined>;
  host: string;
  port: number;
  data_dir: string;
}

const SHORTEST_SECRET = 32;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the setting from the environment. On this machine alone everything has a default; beyond it, people's sessions
 * need a secret and links need an address. Fails with `setting.public_url_missing`, `setting.not_https` or
 * `setting.secret_missing`, each with what to do.
 */
export function readSetting({ env, host, port, data_dir }: SettingSource): Setting {
  const public_url = env.COASSENT_PUBLIC_URL?.replace(/\/+$/, '');
  const local = LOOPBACK.has(host) && !public_url;
  const rest = {
    model: modelIn(env),
    files: filesIn(env),
    smtp_url: env.COASSENT_SMTP_URL || null,
    mail_from: env.COASSENT_MAIL_FROM || 'Coassent <coassent@localhost>',
    settle_ms: settleIn(env.COASSENT_NOTICE_SETTLE_S),
    outgoing_allow: listed(env.COASSENT_OUTGOING_ALLOW),
    sso_optional: listed(env.COASSENT_SSO_OPTIONAL),
  };
  if (local) {
    const runs_it = env.COASSENT_RUN_BY || 'whoever uses this computer';
    const secret = env.COASSENT_SECRET || ownSecret(data_dir, 'secret');
    return { public_url: `http://localhost:${port}`, local, secret, runs_it, ...rest };
  }
  return {
    public_url: checkedUrl(public_url),
    local,
    secret: checkedSecret(env.COASSENT_SECRET),
    runs_it: env.COASSENT_RUN_BY || new URL(public_url ?? '').host,
    ...rest,
  };
}

const SETTLE_S = 180;

function settleIn(seconds: string | undefined): number {
  if (!seconds) return SETTLE_S * 1000;
  if (/^\d{1,4}$/.test(seconds)) return Number(seconds) * 1000;
  throw new StoreFailure(
    'setting.settle',
    'COASSENT_NOTICE_SETTLE_S is how many seconds a burst of changes is waited for before it is mailed, e.g. 180.',
  );
}

const listed = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** The text model of the environment; off unless an address is set. */
function modelIn(env: SettingSource['env']): Model | null {
  const url = env.COASSENT_MODEL_URL;
  if (!url) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const near = parsed !== null && LOOPBACK.has(parsed.hostname.replace(/^\[|\]$/g, ''));
  if (parsed === null || !(parsed.protocol === 'https:' || (parsed.protocol === 'http:' && near))) {
    throw new StoreFailure(
      'setting.model_url',
      'COASSENT_MODEL_URL has to begin with https:// (http:// on this machine), e.g. https://models.example.com/v1',
    );
  }
  if (!env.COASSENT_MODEL_NAME) {
    throw new StoreFailure('setting.model_name', 'Say which model drafts claims: COASSENT_MODEL_NAME=…');
  }
  return { url, key: env.COASSENT_MODEL_KEY || null, name: env.COASSENT_MODEL_NAME };
}

/** How files are kept, by the environment. Fails with `setting.files_largest` or `setting.s3`, each with what to do. */
function filesIn(env: SettingSource['env']): FilesSetting {
  const largest_mb = Number(env.COASSENT_FILES_LARGEST_MB || LARGEST_FILE_MB);
  if (!Number.isInteger(largest_mb) || largest_mb < 1) {
    throw new StoreFailure(
      'setting.files_largest',
      'COASSENT_FILES_LARGEST_MB is a whole number of megabytes, e.g. 200',
    );
  }
  return { largest_bytes: largest_mb * 1_000_000, s3: s3In(env) };
}

function s3In(env: SettingSource['env']): FilesSetting['s3'] {
  const endpoint = env.COASSENT_S3_ENDPOINT;
  if (!endpoint) return null;
  const { COASSENT_S3_BUCKET: bucket, COASSENT_S3_ACCESS_KEY: access_key, COASSENT_S3_SECRET_KEY: secret_key } = env;
  const parsed = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const near = parsed !== null && LOOPBACK.has(parsed.hostname.replace(/^\[|\]$/g, ''));
  const safe = parsed !== null && (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && near));
  if (!safe || !bucket || !access_key || !secret_key) {
    throw new StoreFailure(
      'setting.s3',
      'To keep files in S3, set COASSENT_S3_ENDPOINT=https://… (http:// on this machine), COASSENT_S3_BUCKET, COASSENT_S3_ACCESS_KEY and COASSENT_S3_SECRET_KEY.',
    );
  }
  return { endpoint, bucket, access_key, secret_key, region: env.COASSENT_S3_REGION || 'us-east-1' };
}

function checkedUrl(public_url: string | undefined): string {
  if (!public_url || !URL.canParse(public_url)) {
    throw new StoreFailure(
      'setting.public_url_missing',
      'To listen beyond this machine, say where people reach Coassent: COASSENT_PUBLIC_URL=https://coassent.example.com',
    );
  }
  if (new URL(public_url).protocol === 'https:') return public_url;
  throw new StoreFailure(
    'setting.not_https',
    'COASSENT_PUBLIC_URL has to begin with https://, because sessions travel with every request. Put a proxy with a certificate in front.',
  );
}

function checkedSecret(secret: string | undefined): string {
  if (secret !== undefined && secret.length >= SHORTEST_SECRET) return secret;
  throw new StoreFailure(
    'setting.secret_missing',
    `To listen beyond this machine, set COASSENT_SECRET to ${SHORTEST_SECRET} or more random characters, e.g. from: openssl rand -base64 48`,
  );
}

/** A random text that is made once and kept in the data folder, readable by its owner only. */
export function ownSecret(data_dir: string, name: string): string {
  const file = path.join(data_dir, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(data_dir, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
