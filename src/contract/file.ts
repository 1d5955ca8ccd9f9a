import { z } from 'zod';
import { file_changed, file_content } from '../core/body/file.ts';
import { written } from './command.ts';
import { operation } from './operation.ts';
import { id, in_purchase, instant, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';
const in_file = z.strictObject({ ...in_purchase.shape, file_id: id });
const { name, job_id, link } = file_changed.shape;

const placed = {
  file_id: id.optional().describe('A file that is here: this becomes its newest version.'),
  zone: zone.optional().describe('Left out: that of the file or its job, else shared.'),
};

const filed = z.strictObject({ ...written.shape, file_id: id });

const version = z.strictObject({
  id,
  name,
  at: instant,
  by: z.string(),
  content: file_content.nullable(),
  link: z.string().nullable(),
  zone,
});

export const fileOperations = {
  'files.list': operation({
    method: 'GET',
    path: `${PURCHASE}/files`,
    noun: 'file',
    summary: 'The files and links of a purchase with their versions, the newest first.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      largest_bytes: z.int().describe('A larger file is not taken.'),
      files: z.array(
        z.strictObject({
          file_id: id,
          name,
          job_id: id.nullable(),
          job_zone: zone.nullable().describe('Where its job stands: one of your side only is no folder of both.'),
          zone,
          at: instant,
          seen: id,
          own: z.boolean().describe('Your side changed it last, so that it can move it to another zone.'),
          versions: z.array(version).min(1),
        }),
      ),
    }),
  }),
  'files.create': operation({
    method: 'POST',
    path: `${PURCHASE}/files`,
    noun: 'file',
    summary: 'Puts a file here, as multipart/form-data, or a new version of one.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: z.strictObject({ ...placed, job_id: id.optional() }),
    output: filed,
    media: 'upload',
  }),
  'file_links.create': operation({
    method: 'POST',
    path: `${PURCHASE}/file-links`,
    noun: 'file',
    summary:
      'Puts a link to a file elsewhere here, or makes it the newest version of one. Nothing is fetched from there.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({ ...placed, name, job_id, link: link.unwrap() }),
    output: filed,
  }),
  'files.put': operation({
    method: 'PUT',
    path: `${PURCHASE}/files/:file_id`,
    noun: 'file',
    summary: 'Renames a file, puts it to another job, or takes it out.',
    permission: 'member',
    zone: 'view',
    params: in_file,
    body: z.strictObject({
      name: name.optional(),
      job_id,
      removed: z.literal(true).optional(),
      seen: id.nullable().optional(),
    }),
    output: written,
  }),
  'file_contents.get': operation({
    method: 'GET',
    path: `${PURCHASE}/files/:file_id/content`,
    noun: 'file',
    summary: 'The bytes of a file, of its newest version or of the one with that SHA-256; always to be saved.',
    permission: 'member',
    zone: 'view',
    params: in_file,
    query: z.strictObject({ version: file_content.shape.sha256.optional() }),
    output: z.string(),
    media: 'download',
  }),
};
