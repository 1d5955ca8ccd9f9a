import { type ReactNode, useState } from 'react';
import { time_zone } from '../../../catalogue/format.ts';
import { aboutWords, appearanceWords, keyWords } from '../../../catalogue/settings.ts';
import { setTheme, THEMES, type Theme, theme } from '../../theme.ts';
import { Kbd } from '../../ui/kbd.tsx';

export function Appearance(): ReactNode {
  const [chosen, setChosen] = useState(theme());
  const choose = (next: Theme): void => {
    setTheme(next);
    setChosen(next);
  };
  return (
    <fieldset>
      <legend className="text-sm font-[560] mb-2">{appearanceWords.legend}</legend>
      <div className="flex flex-wrap gap-2">
        {THEMES.map((one) => (
          <label key={one} className="chip cursor-pointer" aria-current={chosen === one}>
            <input
              type="radio"
              name="theme"
              className="accent-acc"
              checked={chosen === one}
              onChange={() => choose(one)}
            />
            {appearanceWords.themes[one]}
          </label>
        ))}
      </div>
      <p className="text-xs text-dim mt-2">{appearanceWords.about}</p>
    </fieldset>
  );
}

export function Keys(): ReactNode {
  return (
    <table className="list-table max-w-xl">
      <tbody>
        {keyWords.rows.map(([key, what]) => (
          <tr key={key}>
            <th scope="row" className="border-t border-line w-44">
              <Kbd>{key}</Kbd>
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function About(): ReactNode {
  return (
    <div className="space-y-2.5 max-w-prose">
      {aboutWords.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{aboutWords.zone(time_zone)}</p>
      <p>
        <a href="/api/docs" className="linklike">
          {aboutWords.api}
        </a>
      </p>
    </div>
  );
}
