import { listed, plural } from '../format.ts';
import type * as en from '../purchase-shakes.ts';

export const shakesWords: typeof en.shakesWords = {
  note: (people, jobs) =>
    `Wenn Sie das speichern, ${people === 1 ? 'wird' : 'werden'} ${plural(people, 'Person', 'Personen')} gebeten, noch einmal anzusehen, wozu sie zugestimmt ${people === 1 ? 'hat' : 'haben'}: ${listed(jobs)}.`,
  you: (jobs) =>
    `Wenn Sie das speichern, werden Sie gebeten, noch einmal anzusehen, wozu Sie zugestimmt haben: ${listed(jobs)}.`,
};
