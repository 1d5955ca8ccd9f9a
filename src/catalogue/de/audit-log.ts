import type * as en from '../audit-log.ts';
import { listed } from '../format.ts';

const codes: Readonly<Record<string, string>> = {
  admin: 'Admin',
  lead: 'Leitung',
  member: 'Mitglied',
  partner: 'Partner',
  password: 'Passwort',
  passkey: 'Passkey',
  pass: 'Zugang',
  sso: 'Single Sign-on',
  invitation: 'Einladung',
  all: 'alles',
  entry: 'was seit ihrem Kommen geschah',
  shared: 'nur das Geteilte',
  open: 'nichts',
  name: 'Namen',
  email: 'Adresse',
  verified: 'bestätigte Adresse',
  listed: 'Adresse auf der Liste',
  buyer: 'die Käuferseite',
  seller: 'die Anbieterseite',
};
const said = (code: string): string => codes[code] ?? code.replaceAll('_', ' ');

export const auditLog: typeof en.auditLog = {
  sentence: (who, done) => `${who} ${done}.`,
  other: (action) => action,
  signed_in: (way) => `hat sich angemeldet${way === '' ? '' : ` (${said(way)})`}`,
  sign_in_refused: 'wurde bei der Anmeldung abgewiesen',
  invited_member: (role) => `hat jemanden eingeladen als ${said(role)}`,
  took_invitation_back: 'hat eine Einladung zurückgenommen',
  joined: (role) => `ist beigetreten als ${said(role)}`,
  removed: (whom) => `hat ${whom} aus dem Arbeitsbereich genommen`,
  role_changed: (whom, role) => `hat ${whom} eine andere Rolle gegeben: ${said(role)}`,
  entered: (address, governs) => `kam herein${bracketed(address)}${governs ? ' und verwaltet die Käuferseite' : ''}`,
  waits: (address) => `wartet an der Tür${bracketed(address)}`,
  refused: (whom) => `hat ${whom} abgewiesen`,
  turned_away: (address, reason) => `wurde an der Tür abgewiesen${bracketed(address)}${because(reason)}`,
  let_in: (whom) => `hat ${whom} hereingelassen`,
  grant: (whom, reach) =>
    `hat geändert, was ${whom} darf: ${reach === '' ? 'darf jetzt verwalten' : `liest ${said(reach)}`}`,
  invited: (whom) => `hat ${whom} in den Raum eingeladen`,
  invitation_refused: (whom, reason) => `wollte ${whom} einladen und wurde abgewiesen${because(reason)}`,
  room_opened: (rung) => `hat die Tür des Raums gestellt: Sie verlangt ${said(rung)}`,
  room_closed: 'hat den Raum geschlossen',
  moved: (to) => `hat einen Eintrag verschoben in ${to === 'shared' ? 'das Geteilte' : said(to)}`,
  export: {
    archive: 'hat alles mitgenommen, was zu lesen war',
    ledger: 'hat das Journal exportiert',
    memo: 'hat eine Entscheidungsvorlage als Datei erstellt',
    audit: 'hat dieses Protokoll exportiert',
    record: 'hat heruntergeladen, was über die Person festgehalten ist',
    refusals: 'hat die abgelehnten Zeilen eines Imports heruntergeladen',
    other: 'hat etwas exportiert',
  },
  record_made: (whom) => `hat ein Archiv dessen erstellt, was über ${whom} festgehalten ist`,
  erased_self: 'wurde auf eigenen Wunsch gelöscht',
  erased: (colleague) => `hat ${colleague ? 'jemanden der eigenen Seite' : 'jemanden'} gelöscht`,
  blanked: 'hat einen Text geschwärzt, der eine gelöschte Person nannte',
  kept: 'hat festgestellt, dass ein Text keine gelöschte Person betrifft',
  key_made: (name, agent) => `hat einen Schlüssel${agent ? ' für einen Agenten' : ''} erstellt: ${name}`,
  key_revoked: 'hat einen Schlüssel widerrufen',
  key_used: (name) => `hat an diesem Tag zum ersten Mal einen Schlüssel benutzt: ${name}`,
  key_refused: 'wurde abgewiesen: unbekannt, abgelaufen oder widerrufen',
  pod: (deleted) => (deleted ? 'hat ein Team aufgelöst' : 'hat ein Team geändert'),
  template: (deleted) =>
    deleted ? 'hat eine Vorlage für Aufgaben gelöscht' : 'hat eine Vorlage für Aufgaben geändert',
  library: (published) =>
    published ? 'hat eine Antwort in der Bibliothek veröffentlicht' : 'hat eine Antwort der Bibliothek geändert',
  retention: 'hat geändert, wie lange etwas aufbewahrt wird',
  brand: 'hat geändert, wie der Anbieter den Käufern erscheint',
  mapping: 'hat eine Zuordnung geändert',
  retention_run: (counts) => `hat gelöscht, was fällig war: ${counts.length === 0 ? 'nichts' : listed(counts)}`,
  guess_slowed: 'hat zu oft geraten und wurde gebremst',
  viewings: (n) => counted(n, 'Ansicht', 'Ansichten'),
  mails: (n) => counted(n, 'E-Mail', 'E-Mails'),
  uploads: (n) => counted(n, 'hochgeladene Datei', 'hochgeladene Dateien'),
  passes: (n) => counted(n, 'verbrauchter Zugang', 'verbrauchte Zugänge'),
  invitations: (n) => counted(n, 'verbrauchte Einladung', 'verbrauchte Einladungen'),
  identities: (n) => counted(n, 'Identität', 'Identitäten'),
};

export const auditActors: typeof en.auditActors = {
  erased: 'jemand (gelöscht)',
  someone_else: 'jemand',
  retention: 'Die Einstellung der Aufbewahrung',
  operator: 'Wer diesen Rechner betreibt,',
  key: 'Ein Schlüssel',
  stranger: 'Jemand Unbekanntes',
  agent: 'Ein Agent',
  agent_of: (name) => `Ein Agent von ${name}`,
  someone: 'Jemand',
};

const bracketed = (address: string): string => (address === '' ? '' : ` (${address})`);
const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const reasons: Readonly<Record<string, string>> = {
  closed: 'der Raum ist geschlossen',
  supplier: 'die Adresse gehört dem Anbieter',
  refused: 'die Person wurde früher abgewiesen',
  former: 'wer gegangen ist, kommt durch diese Tür nicht zurück',
  buyers_decide: 'seit ein Käufer da ist, entscheiden die Käufer',
};
const because = (reason: string): string =>
  reason === ''
    ? ''
    : `: ${reasons[reason] ?? reason.replace('looks_like:', 'die Adresse ähnelt ').replaceAll('_', ' ')}`;
