import { noticeTexts } from '../../catalogue/mails.ts';
import type { EndedImport } from './kinds.ts';

/** An import as its notice tells it. */
export interface ToldImport {
  name: string;
  state: string;
  failure: string | null;
  events: number;
  purchases: number;
  refused: number;
}

/** How an import ended, in words; null where it was undone or done again since, and then it is not told. */
export function importText({ name, state, failure, ...told }: ToldImport, ended: EndedImport): string | null {
  if (state !== ended.state) return null;
  if (state === 'failed') return noticeTexts.import_failed(name, failure);
  return noticeTexts.import_done(name, told.events, told.purchases, told.refused);
}
