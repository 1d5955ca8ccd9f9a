import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Feed } from '../../store/feed.ts';

/** How far someone has heard each feed that they listen to. */
export type Position = Partial<Record<Feed, number>>;

const PARTS = ['buyer', 'seller', 'shared'] as const satisfies readonly Feed[];
const BLOCK_BYTES = 8 * PARTS.length;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Feeds count the changes of a whole workspace, and gaps between two cursors would tell a buyer how busy the rooms of
 * others are. So a cursor leaves the server enciphered (AES-256-GCM); its nonce is made of the position itself, so that the
 * same position is the same text.
 */
export function sealCursor(secret: string, workspace_id: string, position: Position): string {
  const block = Buffer.alloc(BLOCK_BYTES);
  for (const [at, feed] of PARTS.entries()) block.writeBigUInt64BE(BigInt((position[feed] ?? -1) + 1), at * 8);
  const nonce = keyOf(secret, `live cursor nonce ${workspace_id}`, block).subarray(0, NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, `live cursor ${workspace_id}`), nonce);
  const sealed = Buffer.concat([cipher.update(block), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** `sealCursor` with the secret of this machine. */
export type Sealer = (workspace_id: string, position: Position) => string;

/** Those who hear the same change are mostly at the same position, and soon at another one. */
const MOST_SEALED = 1_000;

/** Seals cursors, each position once for all who are there. */
export function sealing(secret: string): Sealer {
  const sealed = new Map<string, string>();
  return (workspace_id, position) => {
    const { buyer = '', seller = '', shared = '' } = position;
    const key = `${buyer} ${seller} ${shared} ${workspace_id}`;
    const known = sealed.get(key);
    if (known !== undefined) return known;
    if (sealed.size >= MOST_SEALED) sealed.clear();
    const text = sealCursor(secret, workspace_id, position);
    sealed.set(key, text);
    return text;
  };
}

/** The position that a cursor stands for; null for one that is not of this machine and workspace. */
export function openCursor(secret: string, workspace_id: string, text: string): Position | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== NONCE_BYTES + BLOCK_BYTES + TAG_BYTES) return null;
  const key = keyOf(secret, `live cursor ${workspace_id}`);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const block = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return null;
  }
  const position: Position = {};
  for (const [at, feed] of PARTS.entries()) {
    const heard = Number(block.readBigUInt64BE(at * 8)) - 1;
    if (heard >= 0) position[feed] = heard;
  }
  return position;
}

const keyOf = (secret: string, purpose: string, of: Buffer = Buffer.alloc(0)): Buffer =>
  createHmac('sha256', secret).update(purpose).update('\0').update(of).digest();
