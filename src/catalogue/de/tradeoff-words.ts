import { listed } from '../format.ts';
import type * as en from '../tradeoff-words.ts';
import { roleWords } from './frame.ts';

const quoted = (words: readonly string[]): string => listed(words.map((word) => `„${word}“`));

export const tradeoffWords: typeof en.tradeoffWords = {
  quoted: (words) => `„${words}“`,
  under: 'unter 1 %',
  over: 'über 99 %',
  an_option: 'eine Option',
  someone: 'jemand',
  only_one: (name) => `${name} ist die einzige Option, die noch zu reihen ist.`,
  wins_unweighed: (name, share) =>
    `${name} gewinnt in ${share} aller Gewichtungen; noch hat niemand gesagt, was zählt.`,
  ahead: (name, other, most, share, people) =>
    `${name} liegt nach den Bewertungen vorn, aber ${other} gewinnt öfter: in ${most} gegen ${share} ${consistent(people)}.`,
  wins: (name, share, people) => `${name} gewinnt in ${share} ${consistent(people)}.`,
  no_weights: (name) => `Keine Gewichte täten es: Keine andere Option ist irgendwo besser als ${name}.`,
  weight_flip: (leader, moved, to, from) =>
    `${leader} läge vorn, wenn ${moved} des Gewichts zu „${to}“ wanderten${movedFrom(from)}.`,
  no_score: 'Keine einzelne Bewertung täte es, von 0 bis 100.',
  eliminated: (winner, next, after, on, before) =>
    `${winner} schiede aus, und ${next} läge vorn, bei weniger als ${after} für „${on}“; jetzt sind es ${before}.`,
  admitted: (option, winner, after, before, on) =>
    `${option} wäre wieder dabei und mindestens gleichauf mit ${winner}, bei ${after} statt ${before} für „${on}“.`,
  level: (leader, option, after, before, on) =>
    `${leader} läge gleichauf, wenn ${option} ${after} statt ${before} für „${on}“ bekäme.`,
  separator: (text, why) =>
    `„${text}“ (${{ unknown: 'dort ist nicht alles bewertet', range: 'die Bewertungen sind nur ungefähr bekannt', weight: 'dort unterscheiden sie sich, und es wiegt wenig' }[why]})`,
  alarm: (apart, separators) => {
    const alike = `Sie sind dabei, nach dem Preis zu entscheiden: Was übrig ist, liegt innerhalb von ${apart} von 100 Punkten Nutzen.`;
    if (separators.length === 0)
      return `${alike} Nichts, was Sie verlangen, unterscheidet sie; fragen Sie sich, was sonst noch zählt.`;
    const these = separators.length === 1 ? 'Eine Anforderung würde' : `${separators.length} Anforderungen würden`;
    return `${alike} ${these} sie trennen: ${listed(separators)}.`;
  },
  same_weights: 'Alle geben allem das gleiche Gewicht.',
  agreement: (people, beyond, by_chance, figures, exact) =>
    `Was zählt, darin stimmen ${peopleText(people)} ${agreeing(beyond)} überein: ${by_chance ? 'wer zufällig reiht, stimmt oft ebenso überein' : 'mehr, als der Zufall ergäbe'} (Kendalls ${figures}, ${exact ? 'genau gezählt' : 'aus 2.000 Ziehungen'}).`,
  differs: (text, most, most_share, least, least_share, moves) =>
    `„${text}“: ${most} gibt ${most_share}, ${least} ${least_share}; ${moves === null ? 'die Optionen unterscheiden sich dort kaum' : `${moves} Punkte zwischen den Optionen hängen daran`}.`,
  no_requirements:
    'Noch gibt es keine Anforderungen. Fügen Sie hinzu, was gebraucht wird, oder fügen Sie eine Liste ein.',
  few_options: (only) =>
    `${only === null ? 'Es gibt nichts außer dem Nichtstun' : `${only} steht allein neben dem Nichtstun`}. Fügen Sie einen anderen Weg hinzu: einen anderen Anbieter, selbst bauen, kleiner anfangen.`,
  unscored: (names) => `Nicht gereiht, weil noch niemand bewertet hat: ${listed(names)}.`,
  all_out:
    'Jede Option verfehlt eine Muss-Anforderung. Sehen Sie die Muss-Anforderungen noch einmal an, oder die Bewertungen dazu.',
  tied: 'Die besten kommen gleich heraus. Bewerten Sie, was sie unterscheiden würde, oder gewichten Sie anders.',
  unweighed: 'Noch hat niemand gewichtet; darum zählt jede Gewichtung so viel wie jede andere.',
  one_weighed: (name) => `Nur ${name} hat gewichtet: Das Ergebnis beruht allein darauf.`,
  must_open: (option, requirements) => `Noch nicht bekannt, ob ${option} ${quoted(requirements)} erfüllt.`,
  other_currency: (names) => `Beim Vergleich der Kosten ausgelassen, weil in einer anderen Währung: ${listed(names)}.`,
  out: (name, scored, at_most, must, met_from, more) =>
    `${name} scheidet aus: ${at_most ? `höchstens ${scored}` : scored} Punkte für das Muss „${must}“, erfüllt ist es ab ${met_from}${more === 0 ? '' : `; ${more} weitere sind verfehlt`}.`,
  do_nothing: 'Nichts tun',
};

const peopleText = (count: number): string => (count === 1 ? 'eine Person' : `${count} Personen`);
const consistent = (people: number): string =>
  `aller Gewichtungen und Bewertungen, die zu dem passen, was ${peopleText(people)} gesagt ${people === 1 ? 'hat' : 'haben'}`;

function movedFrom(from: readonly { share: string; text: string }[]): string {
  if (from.length === 1) return ` von „${from[0]?.text ?? ''}“`;
  const named = from.map(({ share, text }) => `${share} von „${text}“`);
  return `: ${listed(named.length > 3 ? [...named.slice(0, 2), `der Rest von ${named.length - 2} weiteren`] : named)}`;
}

function agreeing(beyond_chance: number): string {
  if (beyond_chance >= 0.7) return 'weitgehend';
  if (beyond_chance >= 0.4) return 'im Wesentlichen';
  return beyond_chance >= 0.15 ? 'ein wenig' : 'kaum';
}

const priorities: Readonly<Record<string, string>> = { must: 'muss', should: 'soll', could: 'kann' };

export const rfpTexts: typeof en.rfpTexts = {
  title: (name) => `${name}: Ausschreibung`,
  introduction: (met_from) =>
    `Bitte beantworten Sie jede Anforderung: ob Sie sie erfüllen, wie, und wie wir es prüfen können. Muss-Anforderungen, die unter dem Nötigen bewertet werden (${met_from} von 100, wenn nichts anderes gesagt ist), schließen ein Angebot aus.`,
  purchase: 'Beschaffung',
  priority: (priority) => priorities[priority] ?? priority,
  why: (why) => `Warum es zählt: ${why}`,
  check: (check) => `Wie es geprüft wird: ${check}`,
  your_answer: 'Ihre Antwort:',
};

const lacks: Readonly<Record<string, string>> = {
  problem: 'das Problem',
  requirements: 'Anforderungen',
  options: 'Optionen',
  claims: 'Aussagen',
  evidence: 'ein Beleg',
  score: 'eine Bewertung',
  choice: 'eine Wahl',
  assumption: 'eine Zustimmung zu einer Annahme',
  net_value: 'der Nettowert',
  role: 'eine Rolle',
};

export const sheetTexts: typeof en.sheetTexts = {
  title: (name) => `${name}: Optionen nebeneinander`,
  purchase: 'Beschaffung',
  nothing: 'nichts gesagt',
  line: (line) => `, Zeile ${line}`,
  left_out: (count) => `Ausgelassen, weil ohne Quelle: ${count}.`,
  sources: 'Quellen',
  answer_of: (day, question) => `Antwort vom ${day} auf „${question}“`,
  the_offer: 'Das Angebot',
  established: (said) => `Gesichert: ${said}`,
  disputed: (said) => `Strittig: ${said}`,
  disputed_assumption: (name) => `Strittige Annahme: ${name}`,
  missing: (kind, what) =>
    `Es fehlt: ${lacks[kind] ?? kind}${what === null ? '' : ` (${(roleWords as Readonly<Record<string, string>>)[what] ?? what})`}`,
};
