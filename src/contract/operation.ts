import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call an operation. `anyone`: no one has to be named. `member`: someone acting in the workspace, on either side;
 * the rest of the answer depends on their zones. `seller`: the workspace's own people. `operator`: who runs the machine.
 */
export type Permission = 'anyone' | 'member' | 'seller' | 'operator';

/**
 * From which zones an operation answers, or into which it writes. `none`: it holds no content of a purchase. `view`: the
 * caller's view (shared and their side's own). `seller`: the seller zone only, so no buyer may call it.
 */
export type OperationZone = 'none' | 'view' | 'seller';

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
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  output: z.ZodType;
  /** What is sent instead of JSON: a file in, a file out, or server-sent events. */
  media?: 'upload' | 'download' | 'events';
}

/** Declares an operation; keeps the exact types of its schemas. */
export const operation = <const O extends Operation>(declared: O): O => declared;
