import type { ReactNode } from 'react';
import { formatShare, formatTenths } from '../../../catalogue/format.ts';
import { roleWords } from '../../../catalogue/frame.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { editWords } from '../../../catalogue/value-edit.ts';
import { CLOCK_NAMES, FUNCTIONS } from '../../../core/value/formula.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Button } from '../../ui/button.tsx';
import { useOpened } from '../purchase/write.ts';
import { useCase } from './context.ts';
import type { DriverView } from './live.ts';
import { InlineNumber } from './number.tsx';

type Section = keyof typeof words.sections;
const SECTIONS: readonly Section[] = ['benefit', 'cost', 'seller', 'figure'];

const sectionOf = (driver: DriverView): Section =>
  driver.kind === 'figure' ? 'figure' : driver.side === 'seller' ? 'seller' : driver.kind;

/** The value case to read: what it brings and what it costs, each with the numbers it rests on. */
export function CaseDocument({ only }: { only: ReadonlySet<string> | null }): ReactNode {
  const { page } = useCase();
  return (
    <div className="space-y-6">
      {SECTIONS.map((section) => {
        const drivers = page.drivers.filter(
          (driver) => sectionOf(driver) === section && (only === null || only.has(driver.driver_id)),
        );
        if (drivers.length === 0) return null;
        return (
          <section key={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`} className="mb-1">
              {words.sections[section]}
            </h2>
            <ul className="border-t border-line">
              {drivers.map((driver) => (
                <DriverLine key={driver.driver_id} driver={driver} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function DriverLine({ driver }: { driver: DriverView }): ReactNode {
  const { live, money, locked, open } = useCase();
  const figure = live.figures.drivers.find((one) => one.driver.driver_id === driver.driver_id);
  const fault = live.figures.faults.get(driver.driver_id);
  const standing = driver.kind === 'benefit' ? words.standing : words.standing_cost;
  return (
    <li className="py-3 border-b border-line break-inside-avoid">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h3 className="wrap-anywhere grow">{driver.name}</h3>
        {figure !== undefined && (
          <span className="font-semibold tabular-nums">
            {driver.kind === 'cost' ? '− ' : ''}
            {money(figure.present_value)}
          </span>
        )}
      </div>
      <p className="mt-1 leading-7 wrap-anywhere">
        <FormulaText driver={driver} />
      </p>
      {fault !== undefined && (
        <p role="status" className="mt-1 text-sm text-bad wrap-anywhere">
          {fault.message}
        </p>
      )}
      <p className="mt-1 text-xs text-dim flex flex-wrap gap-x-2.5 gap-y-1 items-center">
        {driver.kind !== 'figure' && (
          <span
            className={
              driver.standing === 'agreed' ? 'text-acc font-[560]' : driver.standing === 'disputed' ? 'text-warn' : ''
            }
          >
            {standing[driver.standing]}
          </span>
        )}
        <Timing driver={driver} />
        {driver.realised_elsewhere !== null && (
          <span>
            {words.elsewhere(formatShare(driver.realised_elsewhere.share), driver.realised_elsewhere.customers)}
          </span>
        )}
        <Padlock zone={driver.zone} />
        {locked === null && (
          <Button
            look="quiet"
            small
            className="-my-1 print:hidden"
            aria-label={`${editWords.change}: ${driver.name}`}
            onClick={() => open({ what: 'driver', driver_id: driver.driver_id })}
          >
            {editWords.change}
          </Button>
        )}
      </p>
    </li>
  );
}

function Timing({ driver }: { driver: DriverView }): ReactNode {
  const { page } = useOpened();
  if (driver.kind === 'figure') return null;
  const called = (whom: string): string =>
    page.people.find(({ person_id }) => person_id === whom)?.name ?? roleWords[whom as keyof typeof roleWords] ?? whom;
  const parts = [
    driver.recurring ? words.from_month(driver.start_month) : words.in_month(driver.start_month),
    driver.recurring && driver.ramp_months > 1 ? words.ramp(driver.ramp_months) : '',
    driver.attrition > 0 ? words.attrition(`${formatTenths(driver.attrition * 100)} %`) : '',
    driver.matters_to.length > 0 ? words.matters(driver.matters_to.map(called).join(', ')) : '',
  ];
  return <span>{parts.filter((part) => part !== '').join(' · ')}</span>;
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

/** A formula as a sentence: names become numbers that can be changed in place. */
function FormulaText({ driver }: { driver: DriverView }): ReactNode {
  const { page, locked, open } = useCase();
  const parts = driver.formula.split(/([\p{L}_][\p{L}\p{N}_]*)/u);
  const pick = <T extends { symbol: string; zone: string }>(things: readonly T[], name: string): T | undefined => {
    const named = things.filter(({ symbol }) => symbol === name);
    return named.find(({ zone }) => (zone === 'shared') === (driver.zone === 'shared')) ?? named[0];
  };
  return parts.map((part, at) => {
    const key = `${at} ${part}`;
    if (at % 2 === 0) return <span key={key}>{part.replaceAll(/[*/-]/g, (sign) => SIGNS[sign] ?? sign)}</span>;
    const assumption = pick(page.assumptions, part);
    if (assumption !== undefined) {
      return (
        <span key={key}>
          <span className="text-dim">{assumption.name}</span> <InlineNumber assumption={assumption} />
        </span>
      );
    }
    const used = pick(page.drivers, part);
    if (used !== undefined) return <i key={key}>{used.name}</i>;
    if ((CLOCK_NAMES as readonly string[]).includes(part) || part in FUNCTIONS) return <span key={key}>{part}</span>;
    return (
      <button
        key={key}
        type="button"
        disabled={locked !== null}
        className="rounded border border-dashed border-warn text-warn px-1.5"
        aria-label={words.say_it(part)}
        onClick={() => open({ what: 'assumption', assumption_id: null, symbol: part })}
      >
        {part.replaceAll('_', ' ')}: {words.not_said}
      </button>
    );
  });
}
