import type * as en from '../zone.ts';

export const zoneWords: typeof en.zoneWords = {
  label: 'Wer das lesen kann',
  both: 'Beide Seiten',
  only: { buyer: 'Nur die Käuferseite', seller: 'Nur die Anbieterseite' },
  sign: { buyer: 'nur Käuferseite', seller: 'nur Anbieterseite' },
  hints: {
    shared: 'Alle in dieser Beschaffung lesen es.',
    buyer: 'Kein Anbieter liest es je.',
    seller: 'Kein Käufer liest es je.',
  },
  move: 'Wer das lesen kann …',
  title: 'Wer das lesen kann',
  now: {
    shared: 'Jetzt lesen es beide Seiten.',
    buyer: 'Jetzt liest es nur die Käuferseite.',
    seller: 'Jetzt liest es nur die Anbieterseite.',
  },
  share: { buyer: 'Auch der Anbieter wird das lesen:', seller: 'Auch die Käufer werden das lesen:' },
  keep: {
    buyer: 'Von nun an zählt es nur für die Käuferseite. Was der Anbieter schon gelesen hat, hat er gelesen.',
    seller: 'Von nun an zählt es nur für die Anbieterseite. Was die Käufer schon gelesen haben, haben sie gelesen.',
  },
  file_along: 'Alle Versionen dieser Datei, die Ihre Seite für diese Leser abgelegt hat, gehen mit.',
  sure_share: 'Ja, die andere Seite darf das lesen',
  sure_keep: 'Ich weiß, dass die andere Seite es schon gelesen haben kann',
  do_share: 'Teilen',
  do_keep: 'Auf unserer Seite behalten',
  shared: 'Mit beiden Seiten geteilt',
  kept: 'Bleibt von nun an auf Ihrer Seite',
};
