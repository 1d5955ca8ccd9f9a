import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSetting } from './setting.ts';

const data_dir = mkdtempSync(path.join(tmpdir(), 'coassent-setting-'));
afterAll(() => rmSync(data_dir, { recursive: true, force: true }));

const read = (env: Record<string, string>, host = '127.0.0.1') => readSetting({ env, host, port: 4400, data_dir });
const public_setting = { COASSENT_PUBLIC_URL: 'https://deals.example/', COASSENT_SECRET: 's'.repeat(32) };

describe('the setting', () => {
  test('on this machine needs nothing; its secret is made once and is for its owner only', () => {
    const first = read({});
    expect(first).toMatchObject({ local: true, public_url: 'http://localhost:4400' });
    expect(read({}).secret).toBe(first.secret);
    expect(statSync(path.join(data_dir, 'secret')).mode & 0o077).toBe(0);
  });

  test('lists hosts and workspaces by commas, and nothing by itself', () => {
    expect(read({})).toMatchObject({ outgoing_allow: [], sso_optional: [] });
    const given = { COASSENT_OUTGOING_ALLOW: 'idp.internal, 10.0.0.1:8443,', COASSENT_SSO_OPTIONAL: 'w1' };
    expect(read(given)).toMatchObject({ outgoing_allow: ['idp.internal', '10.0.0.1:8443'], sso_optional: ['w1'] });
  });

  test.each([
    [{}, 'setting.public_url_missing', 'COASSENT_PUBLIC_URL='],
    [{ ...public_setting, COASSENT_PUBLIC_URL: 'http://deals.example' }, 'setting.not_https', 'https://'],
    [{ ...public_setting, COASSENT_SECRET: 'short' }, 'setting.secret_missing', 'openssl rand'],
  ])('beyond it is refused with the fix: %o', (env, code, fix) => {
    expect(() => read(env, '0.0.0.0')).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fix) }),
    );
  });

  test('beyond it, with an address and a secret, nobody is local', () => {
    expect(read(public_setting, '0.0.0.0')).toMatchObject({ local: false, public_url: 'https://deals.example' });
    expect(read(public_setting)).toMatchObject({ local: false });
  });

  test('files are kept in the data folder, up to 200 MB each, unless S3 is set', () => {
    expect(read({}).files).toEqual({ largest_bytes: 200_000_000, s3: null });
    const s3 = {
      ...{ COASSENT_S3_ENDPOINT: 'https://s3.example', COASSENT_S3_BUCKET: 'files' },
      ...{ COASSENT_S3_ACCESS_KEY: 'k', COASSENT_S3_SECRET_KEY: 's' },
    };
    expect(read({ ...s3, COASSENT_FILES_LARGEST_MB: '5' }).files).toEqual({
      largest_bytes: 5_000_000,
      s3: { endpoint: 'https://s3.example', bucket: 'files', region: 'us-east-1', access_key: 'k', secret_key: 's' },
    });
    for (const wrong of [{ COASSENT_S3_ENDPOINT: 'http://s3.example' }, { COASSENT_S3_BUCKET: '' }]) {
      expect(() => read({ ...s3, ...wrong })).toThrow(expect.objectContaining({ code: 'setting.s3' }));
    }
    expect(() => read({ COASSENT_FILES_LARGEST_MB: 'much' })).toThrow(
      expect.objectContaining({ code: 'setting.files_largest' }),
    );
  });

  test('a text model is off unless it is set up, and near or behind https', () => {
    expect(read({}).model).toBeNull();
    const near = { COASSENT_MODEL_URL: 'http://127.0.0.1:8080/v1', COASSENT_MODEL_NAME: 'small' };
    expect(read(near).model).toEqual({ url: near.COASSENT_MODEL_URL, key: null, name: 'small' });
    expect(read({ ...near, COASSENT_MODEL_URL: 'https://models.example/v1', COASSENT_MODEL_KEY: 'k' }).model?.key).toBe(
      'k',
    );
  });

  test.each([
    [{ COASSENT_MODEL_URL: 'http://models.example/v1', COASSENT_MODEL_NAME: 'small' }, 'setting.model_url'],
    [{ COASSENT_MODEL_URL: 'models', COASSENT_MODEL_NAME: 'small' }, 'setting.model_url'],
    [{ COASSENT_MODEL_URL: 'https://models.example/v1' }, 'setting.model_name'],
  ])('a text model that is set up wrongly is refused: %o', (env, code) => {
    expect(() => read(env)).toThrow(expect.objectContaining({ code }));
  });
});
