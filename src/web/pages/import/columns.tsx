import type { ReactNode } from 'react';
import { formatShare } from '../../../catalogue/format.ts';
import { mappingWords as words } from '../../../catalogue/import.ts';
import type { Preview } from '../../types.ts';
import { choicesOf } from '../../ui/choices.ts';
import { Select } from '../../ui/field.tsx';
import type { Change, Mapping } from './mapping.tsx';

type Use = Mapping['columns'][string];

interface PartProps {
  preview: Preview;
  mapping: Mapping;
  change: Change;
}

/** What each column is read as, with examples from the file. */
export function Columns({ preview, mapping, change }: PartProps): ReactNode {
  const head = words.column_head;
  return (
    <section aria-labelledby="columns">
      <h2 id="columns" className="mb-1">
        {words.columns}
      </h2>
      <div className="overflow-x-auto">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{head.name}</th>
              <th scope="col">{head.use}</th>
              <th scope="col">{head.examples}</th>
              <th scope="col" className="num">
                {head.filled}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column) => (
              <tr key={column.name}>
                <td className="wrap-break-word font-[520] min-w-36">{column.name}</td>
                <td className="!py-1 w-52 min-w-40">
                  <Select
                    label={`${head.use}: ${column.name}`}
                    hideLabel
                    options={choicesOf(words.uses)}
                    value={mapping.columns[column.name] ?? 'ignore'}
                    onChange={(event) =>
                      change({ columns: { ...mapping.columns, [column.name]: event.target.value as Use } })
                    }
                  />
                </td>
                <td className="text-xs text-dim wrap-anywhere min-w-40">
                  {column.examples.slice(0, 3).join(' · ')}
                  {column.time_format !== null && <span className="block text-ink">{column.time_format}</span>}
                </td>
                <td className="num text-xs text-dim whitespace-nowrap">{formatShare(1 - column.empty_share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
