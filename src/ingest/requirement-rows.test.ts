import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { rowsOfFile } from './requirement-rows.ts';

test('a small workbook that unpacks to very much is refused before it fills anything', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(21 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(100_000);
  await expect(rowsOfFile(bomb)).rejects.toMatchObject({ code: 'workbook.too_large' });
  await expect(rowsOfFile(zipSync({ 'a.txt': new Uint8Array(3) }))).rejects.toMatchObject({ code: 'list.empty' });
});
