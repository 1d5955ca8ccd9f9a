import { listed, quoted } from '../format.ts';
import { roleWords } from '../frame.ts';
import type * as en from '../people.ts';

export const peopleWords: typeof en.peopleWords = {
  title: 'Personen und Rollen',
  add: 'Person hinzufügen',
  missing: (roles) =>
    `Noch unbesetzt, aber von Aufgaben verlangt: ${listed(roles.map((role) => quoted(roleWords[role])))}.`,
  governed:
    'Seit der erste Käufer dabei ist, ändert nur die Käuferseite Personen und Rollen. Handeln Sie dafür als Käufer.',
  columns: ['Person', 'Rollen', 'Dabei seit', 'Vertretung', ''],
  all: (n) => `Alle ${n} zeigen`,
  edit: (name) => `${name} ändern`,
  change: 'Ändern',
  not_yet: 'noch nicht',
  left_on: (date) => `ausgeschieden am ${date}`,
  name: 'Name',
  function: 'Funktion',
  function_hint: 'Wo im Unternehmen, zum Beispiel Finanzen.',
  roles: 'Rollen',
  observer_hint: 'Beobachter werden gezeigt, aber nie mitgezählt.',
  add_title: 'Wer gehört zum Buying Center?',
  add_about: 'Wer genannt ist, zählt sofort: Erfüllte Aufgaben können nun auch diese Person brauchen.',
  named: (name) => `${name} ist jetzt dabei`,
  roles_changed: (name) => `${name} hat andere Rollen`,
  enter: 'Ist dabei',
  entered: (name) => `${name} ist dabei`,
  enter_about:
    'Hat mitgewirkt. Sobald der erste Käufer dabei ist, ändert nur die Käuferseite Personen, Rollen, Aufgaben und Regeln.',
  leave: 'Ist ausgeschieden',
  left_said: (name) => `${name} ist ausgeschieden`,
  delegate: 'Darf für diese Person zustimmen',
  delegate_none: 'niemand',
  delegated: 'Vertretung geändert',
  choose_role: 'Wählen Sie mindestens eine Rolle oder „Beobachter“.',
};
