import { eliminationSentence } from '../../../core/tradeoff/elimination.ts';
import type { TradeoffTable } from '../../../core/tradeoff/table.ts';
import { weigh } from '../../../core/tradeoff/weigh.ts';
import {
  agreementSentence,
  alarmSentence,
  differenceSentences,
  flipSentences,
  notesOf,
  verdictSentence,
} from '../../../core/tradeoff/words.ts';
import { tellIn } from '../../language.ts';
import type { TradeoffPage } from './data.ts';

export interface ToWeigh {
  asked: number;
  table: TradeoffTable;
  /** In which the sentences are told. */
  locale: string;
}

export interface WeighedHere {
  /** Which question it answers. */
  asked: number;
  result: TradeoffPage['result'];
  words: TradeoffPage['words'];
}

// The same rules as in the program, on what is being typed; ten thousand draws would stop the page for a frame or two.
addEventListener('message', async ({ data: { asked, table, locale } }: MessageEvent<ToWeigh>) => {
  await tellIn(locale);
  const result = weigh(table);
  const options = result.options.map((one, at) => ({
    ...one,
    out: eliminationSentence(table.options[at]?.name ?? '', one),
  }));
  const words = {
    verdict: verdictSentence(table, result),
    flips: flipSentences(table, result),
    alarm: alarmSentence(result),
    agreement: agreementSentence(result),
    differences: differenceSentences(result),
    notes: notesOf(table, result),
  };
  postMessage({ asked, result: { ...result, options }, words } satisfies WeighedHere);
});
