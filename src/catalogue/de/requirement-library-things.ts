import type * as en from '../requirement-library-things.ts';

export const requirementLibraryThings: typeof en.requirementLibraryThings = {
  machinery: {
    name: 'Maschinen und Anlagen',
    lines: {
      makes_part: [
        'Fertigt unser Teil in der Qualität, die die Zeichnung verlangt',
        'Alles andere wäre umsonst.',
        '200 Teile fertigen und messen.',
      ],
      reaches_output: [
        'Erreicht die Leistung, mit der der Plan rechnet',
        'Die Wertrechnung beruht darauf.',
        'Versuch mit der Uhr über eine Schicht.',
      ],
      conforms_safety: [
        'Entspricht den Sicherheitsregeln unseres Standorts',
        'Niemand kommt zu Schaden, und die Anlage darf laufen.',
        'Unsere Fachkraft für Arbeitssicherheit geht es durch.',
      ],
      spare_parts: [
        'Verschleißteile sind innerhalb von 48 Stunden bei uns',
        'Eine stehende Linie kostet mehr als das Teil.',
        'Für den Versuch eines bestellen.',
      ],
      fits_space: [
        'Passt zu Platz, Strom und Druckluft, die wir haben',
        'Auch Umbauten kosten.',
        'Messen und mit dem Plan vergleichen.',
      ],
      own_people: [
        'Unsere eigenen Leute können die übliche Wartung machen',
        'Auf einen Techniker zu warten ist Stillstand.',
        'Es unsere Leute einmal unter Anleitung tun lassen.',
      ],
      uses_less: [
        'Braucht je Teil weniger Energie als das, was wir haben',
        'Die Anlage läuft fünfzehn Jahre.',
        'Im Versuch messen.',
      ],
      tells_state: [
        'Meldet ihren Zustand an unsere Systeme',
        'Verschleiß wollen wir kommen sehen.',
        'Im Versuch ein Signal lesen.',
      ],
    },
  },
  'professional-services': {
    name: 'Beratung und andere Dienstleistungen',
    lines: {
      people_sell: ['Wer es verkauft, macht es auch', 'Wir kaufen Menschen, keine Marke.', 'Namen stehen im Vertrag.'],
      done_before: [
        'Hat es schon einmal getan, für jemanden wie uns',
        'Wir wollen nicht die Ersten sein.',
        'Mit zwei Referenzen unserer Wahl sprechen.',
      ],
      delivered_when: [
        'Was geliefert wird und wann es als fertig gilt, ist aufgeschrieben',
        'Sonst endet es nie.',
        'Wir vereinbaren die Liste vor der Unterschrift.',
      ],
      own_made: ['Uns gehört, was für uns gemacht wird', 'Wir müssen ohne sie weiterkommen.', 'Es steht im Vertrag.'],
      own_people: [
        'Unsere eigenen Leute können danach weitermachen',
        'Eine ständige Abhängigkeit war nicht der Plan.',
        'Tage für die Übergabe stehen im Plan.',
      ],
      price_fixed: [
        'Der Preis ist für jeden Teil fest oder gedeckelt',
        'Tage sind schnell dazugerechnet.',
        'Das Preisblatt lesen.',
      ],
      can_start: ['Kann innerhalb von sechs Wochen beginnen', 'Das Problem wartet nicht.', 'Ein Termin mit Namen.'],
      tells_when: ['Sagt uns, wenn wir falsch liegen', 'Dafür holt man jemanden von außen.', 'Die Referenzen fragen.'],
    },
  },
  logistics: {
    name: 'Logistik und Belieferung',
    lines: {
      delivers_promised: [
        'Liefert in 97 von 100 Fällen am zugesagten Tag',
        'Ein fehlendes Teil hält uns auf.',
        'Zahlen der letzten zwölf Monate, je Strecke.',
      ],
      covers_every: [
        'Beliefert jeden Ort, an den wir versenden',
        'Zwei Speditionen sind doppelte Arbeit.',
        'Mit unserer Liste der Orte vergleichen.',
      ],
      see_where: [
        'Wir sehen ohne Nachfrage, wo eine Sendung ist',
        'Unsere Kunden fragen uns.',
        'Im Versuch fünf Sendungen verfolgen.',
      ],
      handles_goods: [
        'Behandelt unsere Ware, wie sie behandelt werden muss',
        'Schaden und Temperatur sind unser Risiko.',
        'Den Umschlagplatz besuchen, das Protokoll eines Versuchs lesen.',
      ],
      copes_twice: [
        'Bewältigt in der Saison die doppelte Menge',
        'Dann zählt es.',
        'Nach den Spitzentagen der letzten Saison fragen.',
      ],
      settles_claim: [
        'Regelt einen Schaden innerhalb von zwei Wochen',
        'Kleine Verluste summieren sich.',
        'Zwei ihrer Kunden fragen.',
      ],
      price_follows: [
        'Der Preis folgt einem Index, den wir prüfen können',
        'Gegen Zuschläge lässt sich schwer argumentieren.',
        'Für das letzte Jahr zurückrechnen.',
      ],
      reports_emissions: [
        'Weist für jede Sendung die Emissionen aus',
        'Wir müssen sie melden.',
        'Einen Beispielbericht ansehen.',
      ],
    },
  },
  'people-and-payroll': {
    name: 'Gehalt und Personal',
    lines: {
      pays_everyone: [
        'Zahlt alle richtig und rechtzeitig, in jedem Land, in dem wir zahlen',
        'Davon hängt das Vertrauen in uns ab.',
        'Zwei Monate parallel, auf den Cent.',
      ],
      follows_changes: [
        'Folgt Gesetzesänderungen, ohne dass wir fragen',
        'Wir würden es zu spät merken.',
        'Nach den letzten drei Änderungen und ihren Daten fragen.',
      ],
      only_those: [
        'Gehälter sieht nur, wer sie sehen muss',
        'Es ist das Heikelste, was wir haben.',
        'Sich mit vier Rollen anmelden und es versuchen.',
      ],
      get_data: [
        'Beim Ausstieg bekommen wir alle unsere Daten in einem dokumentierten Format zurück',
        'Der Ausstieg muss möglich bleiben.',
        'Einen Probebestand exportieren und ohne das Produkt lesen.',
      ],
      takes_hours: [
        'Übernimmt Stunden und Abwesenheiten aus dem System, das wir haben',
        'Noch einmal eintippen macht Fehler.',
        'Einen echten Monat importieren.',
      ],
      people_find: [
        'Jeder findet die eigenen Unterlagen, ohne uns zu fragen',
        'Die Hälfte aller Fragen ist das.',
        'Fünf Personen auf ihrem Telefon probieren lassen.',
      ],
      one_person: [
        'Eine Person kennt uns und antwortet innerhalb eines Arbeitstags',
        'Gehälter haben jeden Monat eine Frist.',
        'Ein Name im Vertrag.',
      ],
      shows_rise: [
        'Zeigt, was eine Erhöhung kosten würde, bevor sie beschlossen ist',
        'Budgets werden einmal im Jahr gemacht.',
        'Es im Versuch tun.',
      ],
    },
  },
};
