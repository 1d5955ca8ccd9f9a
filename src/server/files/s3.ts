import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { FilesSetting } from '../setting.ts';
import { type FileBytes, localBytes, pathOf } from './bytes.ts';

/** Where the bytes of files are kept: in a store that speaks S3 where one is set, else in the folder. */
export async function openBytes({ s3 }: FilesSetting, dir: string): Promise<FileBytes> {
  return s3 === null ? localBytes(dir) : s3Bytes(s3, dir);
}

/** Bytes in a bucket, by the API of S3; streamed both ways, over a file of this machine when they come in. */
async function s3Bytes(s3: NonNullable<FilesSetting['s3']>, dir: string): Promise<FileBytes> {
  const { Client, S3Error } = await import('minio');
  const { bucket } = s3;
  const { hostname, port, protocol } = new URL(s3.endpoint);
  const client = new Client({
    endPoint: hostname,
    ...(port !== '' && { port: Number(port) }),
    useSSL: protocol === 'https:',
    region: s3.region,
    accessKey: s3.access_key,
    secretKey: s3.secret_key,
    pathStyle: true,
  });
  return {
    incoming_dir: localBytes(dir).incoming_dir,
    keep: async (key, file) => {
      const { size } = await stat(file);
      await client.putObject(bucket, pathOf(key), createReadStream(file), size);
      await rm(file);
    },
    read: (key) =>
      client.getObject(bucket, pathOf(key)).catch((error: unknown) => {
        if (error instanceof S3Error && (error.code === 'NoSuchKey' || error.code === 'NotFound')) return null;
        throw error;
      }),
    remove: (key) => client.removeObject(bucket, pathOf(key)),
  };
}
