import type * as en from '../requirement-library.ts';

export const requirementLibrary: typeof en.requirementLibrary = {
  'business-software': {
    name: 'Geschäftssoftware als Dienst',
    lines: {
      three_tasks: [
        'Erledigt die drei Aufgaben, die die meisten täglich haben, ohne Umweg',
        'Der tägliche Aufwand entscheidet, ob es benutzt wird.',
        'Zwei Anwender erledigen die Aufgaben im Versuch, mit der Uhr.',
      ],
      people_sign: [
        'Man meldet sich mit dem Konto an, das man schon hat',
        'Ein Passwort mehr ist ein Risiko mehr.',
        'Den Versuch an ein Testverzeichnis anbinden.',
      ],
      get_data: [
        'Beim Ausstieg bekommen wir alle unsere Daten in einem dokumentierten Format zurück',
        'Der Ausstieg muss möglich bleiben.',
        'Einen Probebestand exportieren und ohne das Produkt lesen.',
      ],
      data_stays: [
        'Unsere Daten bleiben in Regionen, denen wir zustimmen',
        'Unseren eigenen Kunden ist es zugesagt.',
        'Die Liste der Regionen und Unterauftragnehmer im Vertrag lesen.',
      ],
      works_systems: [
        'Arbeitet mit den Systemen zusammen, mit denen es Daten tauschen muss',
        'Abtippen macht Fehler.',
        'Im Versuch einen echten Datensatz in beide Richtungen bewegen.',
      ],
      new_user: [
        'Wer neu ist, kommt in einer Stunde zurecht',
        'Die Zeit für Schulung zahlen wir.',
        'Jemandem zusehen, der es nie gesehen hat.',
      ],
      support_answers: [
        'Der Support antwortet innerhalb von vier Arbeitsstunden',
        'Ein Stillstand kostet mehr als die Lizenz.',
        'Vor der Unterschrift eine schwere Frage stellen.',
      ],
      own_administrators: [
        'Unsere eigenen Administratoren können Felder und Schritte ändern',
        'Kleine Änderungen sollen kein Projekt brauchen.',
        'Im Versuch eines ändern.',
      ],
    },
  },
  'data-platform': {
    name: 'Daten und Auswertung',
    lines: {
      reads_every: [
        'Liest jede Quelle, aus der wir berichten müssen',
        'Eine fehlende Quelle macht jede Zahl zweifelhaft.',
        'Die zwei schwierigsten Quellen anbinden.',
      ],
      same_question: [
        'Dieselbe Frage ergibt überall dieselbe Zahl',
        'Besprechungen sollen nicht davon handeln, wessen Zahl stimmt.',
        'Eine Kennzahl festlegen, an drei Stellen abfragen.',
      ],
      may_see: [
        'Wer welche Zeilen sehen darf, wird an einer Stelle entschieden',
        'Gehälter und Gesundheitsdaten sind darin.',
        'Sich mit drei Rollen anmelden und vergleichen.',
      ],
      get_data: [
        'Beim Ausstieg bekommen wir alle unsere Daten in einem dokumentierten Format zurück',
        'Der Ausstieg muss möglich bleiben.',
        'Einen Probebestand exportieren und ohne das Produkt lesen.',
      ],
      usual_question: [
        'Eine übliche Frage ist bei unserer Menge in fünf Sekunden beantwortet',
        'Ist es langsamer, wird in Tabellen exportiert.',
        'Das letzte Jahr laden und zehn Fragen stoppen.',
      ],
      cost_grows: [
        'Die Kosten wachsen mit der Nutzung und lassen sich deckeln',
        'Eine offene Rechnung lässt sich nicht planen.',
        'Die Rechnung für unseren letzten Monat durchrechnen.',
      ],
      person_department: [
        'Jemand aus der Fachabteilung kann einen Bericht bauen',
        'Eine Warteschlange bei einem Team hilft niemandem.',
        'Jemanden einen Nachmittag lang probieren lassen.',
      ],
      where_figure: [
        'Woher eine Zahl kommt, lässt sich bis zur Quelle verfolgen',
        'Prüfer fragen danach.',
        'Eine Zahl zurückverfolgen.',
      ],
    },
  },
  'security-service': {
    name: 'Produkt oder Dienst für IT-Sicherheit',
    lines: {
      detects_attacks: [
        'Erkennt die Angriffe, die uns am meisten Sorgen machen',
        'Dafür ist es da.',
        'Einen vereinbarten Testangriff laufen lassen.',
      ],
      someone_there: [
        'Nachts und sonntags ist jemand da',
        'Dann kommen Angriffe.',
        'Zu einer Zeit anrufen, die nicht angekündigt war.',
      ],
      may_see: [
        'Was es sehen und hinausschicken darf, ist aufgeschrieben und begrenzt',
        'Ein Wächter mit allen Schlüsseln ist ein Risiko.',
        'Seine Rechte lesen und seinen Datenverkehr beobachten.',
      ],
      reports_incident: [
        'Meldet einen eigenen Vorfall innerhalb von 24 Stunden',
        'Wir haben Pflichten gegenüber anderen.',
        'Es steht im Vertrag.',
      ],
      no_more: [
        'Nicht mehr Fehlalarme, als eine Person in einer Stunde am Tag ansehen kann',
        'Alarme, die niemand liest, schützen niemanden.',
        'Zwei Wochen lang im Versuch zählen.',
      ],
      fits_devices: [
        'Passt zu den Geräten und Clouds, die wir haben',
        'Durch eine Lücke kommen sie herein.',
        'Mit unserem Inventar vergleichen.',
      ],
      independently_tested: [
        'Wird jedes Jahr unabhängig geprüft, und wir dürfen das Ergebnis lesen',
        'Ein Versprechen ist kein Beleg.',
        'Den letzten Bericht lesen.',
      ],
      exercises_own: [
        'Übt einmal im Jahr mit unseren eigenen Leuten',
        'Im Notfall liest niemand Handbücher.',
        'Ein Termin ist vereinbart.',
      ],
    },
  },
};
