import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Feed } from '../../store/feed.ts';

/** How far someone has heard each feed that they listen to. */
export type Position = Partial<Record<Feed, number>>;

const PARTS = ['buyer', 'seller', 'shared'] as const satisfies readonly Feed[];
const BLOCK_BYTES = 32;
const NO_IV = Buffer.alloc(16);

/**
 * Feeds count the changes of a whole workspace, and gaps between two cursors would tell a buyer how busy the rooms of
 * others are. So a cursor leaves the server enciphered (AES-256-CBC; each position has one text, so no vector is needed).
 */
export function sealCursor(secret: string, workspace_id: string, position: Position): string {
  const block = Buffer.alloc(BLOCK_BYTES);
  for (const [at, feed] of PARTS.entries()) block.writeBigUInt64BE(BigInt((position[feed] ?? -1) + 1), at * 8);
  const cipher = createCipheriv('aes-256-cbc', keyOf(secret, workspace_id), NO_IV).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

/** The position that a cursor stands for; null for one that is not of this machine and workspace. */
export function openCursor(secret: string, workspace_id: string, text: string): Position | null {
  const sealed = Buffer.from(text, 'base64url');
  if (sealed.length !== BLOCK_BYTES) return null;
  const decipher = createDecipheriv('aes-256-cbc', keyOf(secret, workspace_id), NO_IV).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(sealed), decipher.final()]);
  // The last part is never written, so what was not made here does not come out as nothing.
  if (block.readBigUInt64BE(PARTS.length * 8) !== 0n) return null;
  const position: Position = {};
  for (const [at, feed] of PARTS.entries()) {
    const heard = Number(block.readBigUInt64BE(at * 8)) - 1;
    if (heard >= 0) position[feed] = heard;
  }
  return position;
}

const keyOf = (secret: string, workspace_id: string): Buffer =>
  createHmac('sha256', secret).update(`live cursor ${workspace_id}`).digest();
