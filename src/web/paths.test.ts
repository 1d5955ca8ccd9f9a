import { describe, expect, it } from 'vitest';
import { operations } from '../contract/operations.ts';
import { paths } from './paths.ts';

describe('the table of paths', () => {
  it('is the contract’s own', () => {
    const declared = Object.entries(operations).map(([name, { method, path }]) => [name, `${method} ${path}`]);
    expect(paths).toEqual(Object.fromEntries(declared));
  });
});
