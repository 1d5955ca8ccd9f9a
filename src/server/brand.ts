import { fileTypeFromBuffer } from 'file-type';
import { problems } from '../catalogue/problems.ts';
import type { OutputOf } from '../contract/operations.ts';
import { noteAudit } from '../store/audit.ts';
import { type Brand, getBrand, putBrand } from '../store/brand.ts';
import type { Db } from '../store/db.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { ProblemError } from './problem.ts';

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** How a supplier shows itself to buyers. */
export const brandHandlers = (db: Db): Pick<Handlers, 'brands.get' | 'brands.put'> => ({
  'brands.get': ({ params }) => showBrand(db, params.workspace_id),

  'brands.put': async ({ caller, params, body }) => {
    const { name, colour } = body;
    const logo =
      body.logo === undefined
        ? (await getBrand(db, params.workspace_id)).logo
        : body.logo === null
          ? null
          : await pictureOf(Buffer.from(body.logo, 'base64'));
    await putBrand(db, scopeOfCaller(caller), { name, colour, logo }, new Date().toISOString());
    const entry = { zone: 'seller' as const, action: 'setting.brand', purchase_id: null, actor: caller.actor };
    await noteAudit(db, params.workspace_id, [{ ...entry, about: { name, colour, logo: logo !== null } }]);
    return showBrand(db, params.workspace_id);
  },
});

/** How a workspace shows itself, as pages take it. */
export async function showBrand(db: Db, workspace_id: string): Promise<OutputOf<'brands.get'>> {
  const { name, colour, logo } = await getBrand(db, workspace_id);
  return {
    name,
    colour,
    logo: logo === null ? null : `data:${logo.type};base64,${logo.bytes.toString('base64')}`,
  };
}

/** What a file is by its content, whatever it is called. */
async function pictureOf(bytes: Buffer): Promise<Brand['logo']> {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (PICTURES.has(type)) return { type, bytes };
  throw new ProblemError('brand.no_picture', problems.no_png_jpeg_or);
}
