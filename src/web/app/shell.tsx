import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { time_zone } from '../../catalogue/format.ts';
import { common, frame } from '../../catalogue/frame.ts';
import { LANGUAGES, type Language, languageNow } from '../../catalogue/language.ts';
import { setLanguage } from '../language.ts';
import { PALETTE_EVENT } from './palette-event.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** The frame around every page: skip link, command palette, foot. */
export function RootFrame(): ReactNode {
  const [palette, setPalette] = useState(false);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setPalette((open) => !open);
    };
    const open = (): void => setPalette(true);
    addEventListener('keydown', key);
    addEventListener(PALETTE_EVENT, open);
    return () => {
      removeEventListener('keydown', key);
      removeEventListener(PALETTE_EVENT, open);
    };
  }, []);
  return (
    <>
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:top-2 focus:left-2 focus:bg-panel focus:px-3 focus:py-2 focus:rounded-md focus:shadow-float"
      >
        {common.skip}
      </a>
      <div className="min-h-screen flex flex-col">
        <div className="grow">
          <Outlet />
        </div>
        <footer className="wrap w-full py-6 max-sm:pb-20 text-xs text-dim flex flex-wrap gap-x-4 gap-y-1">
          <span>{frame.times_in(time_zone)}</span>
          <span>{frame.runs_here}</span>
          <LanguagePick />
        </footer>
      </div>
      {palette && (
        <Suspense fallback={null}>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </>
  );
}

function LanguagePick(): ReactNode {
  return (
    <label className="flex items-center gap-1.5 sm:ml-auto">
      {frame.language}
      <select
        className="bg-transparent underline underline-offset-2 py-1"
        value={languageNow()}
        onChange={(event) => setLanguage(event.target.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
