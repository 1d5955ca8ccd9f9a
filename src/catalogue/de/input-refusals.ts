import type * as en from '../input-refusals.ts';

export const inputRefusals: typeof en.inputRefusals = {
  write_day_as_year: 'Schreiben Sie einen Tag als Jahr-Monat-Tag mit vierstelligem Jahr, wie 2026-03-31.',
  plan_reaches_from_year: 'Ein Plan reicht vom Jahr 2000 bis 2199. Prüfen Sie das Jahr.',
  there_no_such_time: 'Diese Zeitzone gibt es nicht. Schreiben Sie sie wie Europe/Berlin.',
  at_least_one_day: 'Mindestens ein Tag der Woche muss ein Arbeitstag sein.',
  name_each_day_week: 'Nennen Sie jeden Wochentag einmal.',
  two_jobs_have_same: 'zwei Aufgaben haben dieselbe job_id',
  write_something_first: 'Schreiben Sie zuerst etwas.',
  more_than_20_000: 'Das hat mehr als 20.000 Zeichen. Kürzen Sie es, oder teilen Sie es auf.',
  say_what_could_go:
    'Sagen Sie in höchstens 2.000 Zeichen, was schiefgehen kann. Was dagegen getan wird, hat seinen eigenen Platz.',
  say_what_could_go_: 'Sagen Sie, was schiefgehen kann.',
  cannot_id_choose_another: 'das kann keine Kennung sein; wählen Sie eine andere',
  quorum_at_most_1: 'ein Quorum ist höchstens 1/1',
  year_from_0000_9999: 'ein Jahr von 0000 bis 9999, auch in UTC',
};
