import type { z } from 'zod';
import type { KeyScope, Permission } from '../core/access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * From which zones an operation answers, or into which it writes. `none`: it holds no content of a purchase. `view`: the
 * caller's view (shared and their side's own). `seller`: the seller zone only, so no buyer may call it. `buyer`: the buyer
 * zone only, so no seller may.
 */
export type OperationZone = 'none' | 'view' | 'seller' | 'buyer';

/** One operation, declared once: REST, OpenAPI, the web's client and the command line are derived from it. */
export interface Operation {
  method: Method;
  /** Below /api/v1, with `:name` for parts that `params` names. */
  path: string;
  summary: string;
  /** What the operation belongs to in the documentation. */
  noun: string;
  permission: Permission;
  zone: OperationZone;
  /** Which scope a key needs; by default GET reads, the rest writes, and an admin's operation administers. */
  key?: KeyScope | 'none';
  /** Changes who has to agree, or on what: once a buyer has entered, an administrator of the buyer side does it. */
  governs?: boolean;
  /** A right that stays after the room was closed. */
  lasting?: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  output: z.ZodType;
  /** What is sent instead of JSON: a file in, a file out, server-sent events, or where a browser is led on to. */
  media?: 'upload' | 'download' | 'events' | 'redirect';
}

/** Declares an operation; keeps the exact types of its schemas. */
export const operation = <const O extends Operation>(declared: O): O => declared;
