import { type ReactNode, useMemo, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words as pageWords, importWords as words } from '../../../catalogue/options.ts';
import { LIST_COLUMNS, type ListColumn, readList } from '../../../core/tradeoff/requirement-list.ts';
import { requirementTemplates } from '../../../core/tradeoff/templates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useWrite } from '../purchase/write.ts';
import { useShown } from './data.ts';

type Way = keyof typeof words.ways;
/** Rows of cells, and what the columns hold. */
interface Rows {
  rows: string[][];
  columns: ListColumn[] | null;
}

/** A list of requirements, from a template, pasted, or a spreadsheet: looked at before anything is saved. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { page } = useShown();
  const write = useWrite();
  const [way, setWay] = useState<Way>('template');
  const [read, setRead] = useState<Rows>(() => templateRows(requirementTemplates()[0]?.template_id ?? ''));
  const [left_out, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const list = useMemo(
    () =>
      readList(
        read.rows,
        page.requirements.map(({ text }) => text),
        read.columns ?? undefined,
      ),
    [read, page.requirements],
  );
  const show = (rows: Rows): void => {
    setRead(rows);
    setLeftOut(new Set());
  };
  const switchTo = (to: Way): void => {
    setWay(to);
    show(to === 'template' ? templateRows(requirementTemplates()[0]?.template_id ?? '') : { rows: [], columns: null });
  };
  const taken = list.requirements.filter((one, at) => !one.known && !left_out.has(at));
  const add = async (): Promise<void> => {
    const requirements = taken.map(({ text, priority, why, check }) => ({
      text,
      priority,
      ...(why === '' ? {} : { why }),
      ...(check === '' ? {} : { check }),
    }));
    if (await write('requirements.create', {}, { requirements }, { said: words.added(taken.length) })) onClose();
  };
  return (
    <Dialog title={words.title} about={words.about} wide open onClose={onClose}>
      <fieldset className="flex flex-wrap gap-1.5 mb-3">
        <legend className="sr-only">{words.title}</legend>
        {(Object.keys(words.ways) as Way[]).map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={way === one} onClick={() => switchTo(one)}>
            {words.ways[one]}
          </button>
        ))}
      </fieldset>
      {way === 'template' && (
        <Select
          label={words.template}
          options={requirementTemplates().map(({ template_id, name }) => ({ value: template_id, label: name }))}
          onChange={(event) => show(templateRows(event.target.value))}
        />
      )}
      {way === 'paste' && <Paste onRead={show} />}
      {way === 'file' && <FileChoice onRead={show} />}
      {way !== 'template' && <Columns read={read} columns={list.columns} onChange={show} />}
      {read.rows.length > 0 && <Found list={list} left_out={left_out} onChange={setLeftOut} />}
      <div className="flex justify-end gap-2 mt-4">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button look="primary" disabled={taken.length === 0} onClick={() => void add()}>
          {words.take(taken.length)}
        </Button>
      </div>
    </Dialog>
  );
}

function templateRows(template_id: string): Rows {
  const template = requirementTemplates().find((one) => one.template_id === template_id);
  return {
    rows: (template?.requirements ?? []).map(({ text, priority, why, check }) => [text, priority, why, check]),
    columns: ['text', 'priority', 'why', 'check'],
  };
}

interface ReadProps {
  onRead: (rows: Rows) => void;
}

function Paste({ onRead }: ReadProps): ReactNode {
  const read = useRead(onRead);
  const [text, setText] = useState('');
  return (
    <div className="space-y-2">
      <LongText
        label={words.paste}
        hint={words.paste_hint}
        rows={7}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} onClick={() => read({ text })}>
        {words.read}
      </Button>
    </div>
  );
}

const LARGEST_BYTES = 2_500_000;

function FileChoice({ onRead }: ReadProps): ReactNode {
  const read = useRead(onRead);
  const choose = async (file: File): Promise<void> => {
    if (file.size > LARGEST_BYTES) return say(words.too_large, { bad: true });
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    read({ file: btoa(binary) });
  };
  return (
    <FileButton accept=".csv,.xlsx,.txt,.tsv" onFile={(file) => void choose(file)}>
      {words.file}
    </FileButton>
  );
}

/** Has a list read by the program; nothing is kept there. */
function useRead(onRead: ReadProps['onRead']): (body: { text: string } | { file: string }) => void {
  const { workspace_id } = usePlace();
  const call = useCall();
  return (body) =>
    void call('requirement_lists.create', { params: { workspace_id }, body })
      .then(({ rows }) => onRead({ rows, columns: null }))
      .catch(sayError);
}

/** What each column holds, as guessed; it can be said otherwise. */
function Columns({
  read,
  columns,
  onChange,
}: {
  read: Rows;
  columns: readonly ListColumn[];
  onChange: (rows: Rows) => void;
}): ReactNode {
  if (columns.length < 2) return null;
  const change = (at: number, column: string): void =>
    onChange({ ...read, columns: columns.map((one, index) => (index === at ? (column as ListColumn) : one)) });
  return (
    <fieldset className="mt-3">
      <legend className="text-xs text-dim mb-1">{words.columns}</legend>
      <div className="flex flex-wrap gap-2">
        {columns.map((column, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
            key={at}
            label={read.rows[0]?.[at]?.slice(0, 30) || words.column(at + 1)}
            options={LIST_COLUMNS.map((value) => ({ value, label: words.column_kinds[value] }))}
            value={column}
            onChange={(event) => change(at, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface FoundProps {
  list: ReturnType<typeof readList>;
  left_out: ReadonlySet<number>;
  onChange: (left_out: ReadonlySet<number>) => void;
}

function Found({ list, left_out, onChange }: FoundProps): ReactNode {
  const { requirements } = list;
  const toggle = (at: number): void => {
    const next = new Set(left_out);
    if (!next.delete(at)) next.add(at);
    onChange(next);
  };
  const remarks = [
    requirements.length === 0 ? words.none : words.found(requirements.length),
    ...(list.left_out > 0 ? [words.left_out(list.left_out)] : []),
    ...(list.beyond > 0 ? [words.beyond(list.beyond)] : []),
  ];
  return (
    <>
      <p className="text-sm mt-3" role="status">
        {remarks.join(' · ')}
      </p>
      <ul className="max-h-[38vh] overflow-y-auto mt-1 border-t border-line">
        {requirements.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
          <li key={at} className="border-b border-line">
            <label className="flex gap-2 py-1.5 text-sm items-start cursor-pointer">
              <input
                type="checkbox"
                className="mt-0.5 size-4 accent-acc shrink-0"
                aria-label={words.include(one.text)}
                checked={!one.known && !left_out.has(at)}
                disabled={one.known}
                onChange={() => toggle(at)}
              />
              <span className={`grow min-w-0 wrap-anywhere ${one.known ? 'text-dim' : ''}`}>
                {one.text}
                {(one.why !== '' || one.check !== '') && (
                  <span className="block text-xs text-dim">{[one.why, one.check].filter(Boolean).join(' · ')}</span>
                )}
              </span>
              <span className="text-xs text-dim whitespace-nowrap">
                {one.known ? words.known : pageWords[one.priority]}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
