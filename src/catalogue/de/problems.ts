import type * as en from '../problems.ts';

export const problems: typeof en.problems = {
  confirm_your_address_first: 'Bestätigen Sie zuerst Ihre Adresse: Öffnen Sie die E-Mail, die wir geschickt haben.',
  content_of_file_not_here: (name) =>
    `Der Inhalt von „${name}“ ist nicht hier, deshalb bleibt die Datei, wo sie ist. Legen Sie ihn noch einmal hier ab, und verschieben Sie sie dann.`,
  there_no_such_answer: 'Diese Antwort auf die Frage gibt es nicht. Laden Sie neu, um zu sehen, welche es gibt.',
  correct_and_send_again: (message) => `${message}. Berichtigen Sie es, und senden Sie es noch einmal.`,
  more_than_one_request: 'Das ist mehr, als eine Anfrage tragen darf (2 MB). Senden Sie weniger auf einmal.',
  file_larger_than_8: 'Die Datei ist größer als 8 GB. Teilen Sie sie, und importieren Sie die Teile.',
  send_json_labelled_application:
    'Senden Sie JSON, gekennzeichnet als application/json, oder eine Datei als multipart/form-data.',
  something_broke_and_was:
    'Hier ist etwas kaputtgegangen und wurde vermerkt. Nichts wurde halb geschrieben. Versuchen Sie es noch einmal.',
  there_nothing_at_address: 'Unter dieser Adresse gibt es nichts. Prüfen Sie den Link.',
  database_does_not_answer: 'Die Datenbank antwortet nicht. Warten Sie, oder starten Sie Coassent neu.',
  sign_in_first: 'Melden Sie sich zuerst an.',
  open_link_was_mailed: 'Öffnen Sie den Link, der Ihnen gemailt wurde; dann kennt man Sie hier.',
  only_who_runs_machine:
    'Das darf nur sehen, wer diesen Rechner betreibt: Nehmen Sie die Adresse, die das Programm beim Start ausgegeben hat.',
  nested_deeper_than_levels: (deepest) => `Das ist tiefer als ${deepest} Ebenen verschachtelt. Senden Sie es flacher.`,
  no_png_jpeg_or: 'Das ist kein Bild in PNG, JPEG oder WebP. Speichern Sie es als eines, dann wählen Sie es.',
  open_link_was_mailed_:
    'Öffnen Sie zuerst den Link, der Ihnen gemailt wurde: Nur wer seine Adresse nachgewiesen hat, beurteilt eine Annahme.',
  prove_your_address_first:
    'Weisen Sie zuerst Ihre Adresse nach, durch den Link in der E-Mail: Dann zählen Ihre Gewichte.',
  say_why_you_do: 'Sagen Sie, warum Sie nicht zustimmen; der Grund kann auf der Käuferseite bleiben.',
  only_person_can_take: 'Nur die Person selbst kann zurücknehmen, wie sie gewichtet hat. Bitten Sie sie darum.',
  what_buyers_stated_corrected: 'Was Käufer erklärt haben, berichtigt nur die Käuferseite. Bitten Sie sie darum.',
  you_said_stays_yours: 'Dass Sie das gesagt haben, wissen nur Sie. Schließen Sie stattdessen die Frage.',
  answer_can_taken_back: 'Eine Antwort lässt sich zurücknehmen, nicht berichtigen. Antworten Sie dann neu.',
  does_not_fit_event: (kind, body) => `Das passt nicht zu einem Eintrag ${kind}: ${body}`,
  there_no_job_template: 'Eine Vorlage für Aufgaben dieses Namens gibt es nicht. Wählen Sie eine aus der Liste.',
  idempotency_key_uuid_new: 'Ein Idempotency-Key ist eine UUID, für alles, was Sie tun wollen, eine neue.',
  say_who_acts_sign:
    'Sagen Sie, wer handelt: Melden Sie sich an, oder wählen Sie in einem offenen Arbeitsbereich eine Person (X-Acting-As).',
  nobody_id_known_in: 'Mit dieser Kennung ist in diesem Arbeitsbereich niemand bekannt. Wählen Sie eine andere Person.',
  key_unknown_expired_or:
    'Dieser Schlüssel ist unbekannt, abgelaufen oder widerrufen. Erstellen Sie in den Einstellungen einen neuen.',
  workspace_asks_for_single:
    'Dieser Arbeitsbereich verlangt Single Sign-on. Geben Sie auf der Anmeldeseite Ihre Adresse ein, und machen Sie beim Anmeldedienst weiter.',
  room_closed_nobody_new: 'Dieser Raum ist geschlossen; niemand kommt mehr herein.',
  address_not_let_into:
    'Diese Adresse wird in diesen Raum nicht hereingelassen. Bitten Sie jemanden aus Ihrem Unternehmen, der darin ist, Sie einzuladen.',
  someone_govern_buyer_side: 'Jemand muss die Käuferseite verwalten. Benennen Sie zuerst jemand anderes dafür.',
  someone_govern_workspace_make:
    'Jemand muss diesen Arbeitsbereich verwalten. Machen Sie zuerst ein anderes Mitglied zum Admin.',
  someone_decided_on_text: 'Über diesen Text hat schon jemand entschieden. Laden Sie neu, um zu sehen, wie.',
  link_stands_at_and: (link) => `Das ist ein Link: Er führt zu ${link}, nicht hierher. Öffnen Sie ihn dort.`,
  file_known_and_its:
    'Die Datei ist hier bekannt, ihr Inhalt nicht: Er wurde nie hier abgelegt, oder der Ordner der Dateien ging verloren. Legen Sie sie noch einmal hier ab.',
  send_file_as_multipart:
    'Senden Sie die Datei als multipart/form-data. Im Browser: Wählen Sie sie, oder ziehen Sie sie herein.',
  no_file_came_with: 'Mit der Anfrage kam keine Datei. Wählen Sie eine.',
  file_larger_than_most: (size) =>
    `Die Datei ist größer als ${size}; mehr wird hier nicht angenommen. Machen Sie sie kleiner, oder setzen Sie einen Link dorthin, wo sie liegt.`,
  who_left_or_was:
    'Wer gegangen ist oder abgewiesen wurde, kommt durch diese Tür nicht zurück. Laden Sie die Person unter einer anderen Adresse ein.',
  idempotency_key_was_used:
    'Dieser Idempotency-Key wurde für etwas anderes benutzt. Senden Sie für alles, was Sie tun wollen, einen neuen.',
  key_belongs_person_act: 'Ein Schlüssel gehört einer Person. Handeln Sie als jemand.',
  only_admin_workspace_makes:
    'Nur ein Admin des Arbeitsbereichs erstellt Schlüssel, die verwalten. Lassen Sie diese Berechtigung weg.',
  only_admin_workspace_makes_: 'Nur ein Admin des Arbeitsbereichs erstellt Schlüssel für Dienste.',
  library_suppliers_ask_one: 'Die Bibliothek gehört dem Anbieter. Bitten Sie jemanden von dort, es zu veröffentlichen.',
  only_what_your_own: 'Nur was Ihre eigene Seite geantwortet hat, lässt sich für andere Kunden veröffentlichen.',
  answer_owned_by_one: 'Eine Antwort gehört jemandem Ihrer Seite. Wählen Sie jemanden aus der Liste.',
  too_many_requests_came: (after) => `Von hier kamen zu viele Anfragen. Warten Sie ${after}, dann machen Sie weiter.`,
  too_many_from_address: 'Von dieser Adresse kamen zu viele Anfragen. Warten Sie eine Minute, dann machen Sie weiter.',
  not_token_start_printed:
    'Das ist nicht das Zeichen, das das Programm beim Start ausgegeben hat. Öffnen Sie die Adresse, die es ausgegeben hat.',
  only_admin_invites_admins: 'Nur ein Admin lädt Admins ein. Wählen Sie eine andere Rolle.',
  invitation_was_used_taken:
    'Diese Einladung wurde benutzt, zurückgenommen oder ist zu alt, oder sie gilt für eine andere Adresse. Bitten Sie um eine neue.',
  you_read_part_buyer:
    'Sie lesen nur einen Teil der Käuferseite, und eine Entscheidungsvorlage entsteht aus allem. Bitten Sie, wer Sie eingeladen hat, sie zu erstellen.',
  notices_for_people_act:
    'Benachrichtigungen sind für Menschen. Handeln Sie als jemand, oder nehmen Sie den Schlüssel einer Person.',
  coassent_answers_under_its: (url) => `Coassent antwortet nur unter seiner eigenen Adresse: Nehmen Sie ${url}`,
  another_page_asked_for: 'Eine andere Seite hat das verlangt. Öffnen Sie Coassent selbst, und tun Sie es dort.',
  open_room_purchase_first: 'Öffnen Sie zuerst den Raum dieser Beschaffung.',
  since_first_buyer_came:
    'Seit der erste Käufer da ist, lädt nur ein, wer die Käuferseite verwaltet. Bitten Sie dort darum.',
  link_was_used_or: 'Dieser Link wurde benutzt oder ist zu alt. Fordern Sie hier einen neuen an, er kommt per E-Mail.',
  only_supplier_learns_from: 'Nur der Anbieter lernt aus seinen beendeten Plänen. Lassen Sie das weg.',
  all_steps_template_in: 'Alle Schritte dieser Vorlage stehen schon im Plan.',
  calendar_feed_tells_what:
    'Ein Kalenderabo zeigt, was seine Person lesen darf. Kommen Sie als Person, um eines zu bekommen.',
  only_person_themselves_can:
    'Darum kann nur die Person selbst bitten oder wer ihre Seite verwaltet. Bitten Sie dort darum.',
  rooms_for_workspaces_with:
    'Räume gibt es in Arbeitsbereichen mit Konten. Registrieren Sie sich, und legen Sie einen an.',
  room_closed_for_good: 'Dieser Raum ist endgültig geschlossen. Eröffnen Sie eine neue Beschaffung, um weiterzumachen.',
  say_which_password_room: 'Sagen Sie, welches Passwort der Raum verlangt, mindestens acht Zeichen.',
  room_asks_who_you: 'Dieser Raum fragt, wer Sie sind. Füllen Sie die Felder aus, und versuchen Sie es noch einmal.',
  not_password_room_ask: 'Das ist nicht das Passwort dieses Raums. Fragen Sie, wer Ihnen den Link geschickt hat.',
  set_provider_first_with: 'Richten Sie zuerst den Anmeldedienst ein, mit seinem Geheimnis.',
  provider_answers_as_should: 'Der Anmeldedienst antwortet, wie er soll. Melden Sie sich jetzt einmal damit an.',
  workspace_open_whoever_uses:
    'Dieser Arbeitsbereich steht allen offen, die diesen Rechner benutzen. Registrieren Sie sich zuerst.',
  anyone_can_have_address: (host) => `Eine Adresse bei ${host} kann jeder haben. Lassen Sie sie weg.`,
  keep_without_requiring_sign:
    'Behalten Sie es, ohne es zu verlangen, melden Sie sich als Admin einmal damit an, dann verlangen Sie es: So wird niemand ausgesperrt.',
  enter_client_secret_as: 'Geben Sie auch das Client-Geheimnis ein: Es gehört zu diesem Issuer und diesem Client.',
  two_jobs_template_cannot:
    'Zwei Aufgaben einer Vorlage können nicht dieselbe Kennung haben. Geben Sie einer eine andere.',
  preset_stays_as_duplicate: 'Was mitgeliefert ist, bleibt, wie es ist. Verdoppeln Sie es, und ändern Sie die Kopie.',
  there_no_shared_requirement:
    'Noch gibt es keine geteilte Anforderung, nach der Anbieter zu fragen wären. Fügen Sie eine hinzu, oder teilen Sie eine.',
  sheet_changes_nothing_look: 'Dieses Blatt ändert nichts. Sehen Sie in der Vorschau, warum.',
  sign_up_then_make: 'Registrieren Sie sich, dann legen Sie einen eigenen Arbeitsbereich an.',
  looks_only: 'Sie sehen, was Käufer sehen. Verlassen Sie die Vorschau, um etwas zu ändern oder herunterzuladen.',
  not_what_it_says: (name, called, found) =>
    `„${name}“ heißt wie ${called} und ist keines: Es beginnt wie ${found}. Geben Sie ihm die richtige Endung, oder exportieren Sie es neu.`,
};

export const problemTitles: typeof en.problemTitles = {
  400: 'Das ist nicht lesbar',
  401: 'Wer handelt?',
  403: 'Nicht erlaubt',
  404: 'Nicht hier',
  409: 'Etwas steht im Weg',
  410: 'Nicht mehr',
  413: 'Zu groß',
  415: 'Nicht in dieser Form',
  421: 'Falsche Adresse',
  422: 'Das geht nicht',
  429: 'Zu viele auf einmal',
  500: 'Hier ist etwas kaputtgegangen',
  503: 'Nicht bereit',
};

export const outgoingFailures: typeof en.outgoingFailures = {
  'outgoing.bad_address':
    'Das ist keine Webadresse, die sich abfragen lässt. Schreiben Sie sie vollständig, mit https:// am Anfang',
  'outgoing.not_https': 'Die Adresse muss mit https:// beginnen',
  'outgoing.private_address':
    'Die Adresse führt in ein privates Netz. Wer diesen Rechner betreibt, kann den Host erlauben: COASSENT_OUTGOING_ALLOW.',
  'outgoing.dns_failed': 'Der Name des Hosts ist nicht bekannt. Prüfen Sie die Adresse.',
  'outgoing.unreachable': 'Der Host antwortet nicht, oder sein Zertifikat gilt nicht. Prüfen Sie die Adresse.',
  'outgoing.too_slow': 'Der Host hat zu lange gebraucht. Versuchen Sie es später noch einmal.',
  'outgoing.too_large': 'Der Host hat mit mehr geantwortet, als von ihm angenommen wird.',
};

export const oidcFailures: typeof en.oidcFailures = {
  incomplete:
    'Der Anmeldedienst sagt nicht, wo man sich anmeldet oder wo seine Schlüssel sind. Er lässt sich nicht benutzen.',
  no_pkce:
    'Der Anmeldedienst kann kein PKCE mit S256, das den Missbrauch einer gestohlenen Antwort verhindert. Er lässt sich nicht benutzen.',
  no_keys: 'Die Schlüssel des Anmeldedienstes sind nicht lesbar. Sagen Sie es, wer ihn betreibt.',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'Unter diesem Issuer gibt es keinen OpenID-Dienst. Prüfen Sie die Adresse.',
  OAUTH_RESPONSE_IS_NOT_JSON: 'Unter diesem Issuer gibt es keinen OpenID-Dienst. Prüfen Sie die Adresse.',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    'Der Anmeldedienst nennt sich anders als der hier eingestellte Issuer. Kopieren Sie den Issuer genau, mit oder ohne Schrägstrich am Ende.',
  other: 'Der Anmeldedienst hat nicht so geantwortet, wie OpenID Connect es verlangt. Prüfen Sie den Issuer.',
};

export const modelFailures: typeof en.modelFailures = {
  'model.refused':
    'Das Textmodell hat die Anfrage abgelehnt. Wer diesen Rechner betreibt, sollte Adresse, Schlüssel und Namen prüfen.',
  'model.bad_answer': 'Was das Textmodell geantwortet hat, war nicht zu gebrauchen und wurde ausgelassen.',
  'outgoing.too_slow':
    'Das Textmodell hat zu lange gebraucht. Was hier steht, haben Regeln gefunden; versuchen Sie es noch einmal oder mit weniger Text.',
  'outgoing.too_large': 'Das Textmodell hat viel zu viel geantwortet; alles davon wurde ausgelassen.',
  other: 'Das Textmodell ist nicht zu erreichen. Was hier steht, haben Regeln gefunden.',
};

export const fileKinds: typeof en.fileKinds = {
  pdf: 'ein PDF',
  png: 'ein PNG-Bild',
  jpeg: 'ein JPEG-Bild',
  gif: 'ein GIF-Bild',
  webp: 'ein WebP-Bild',
  empty: 'eine leere Datei',
  unknown: 'etwas Unbekanntes',
  web_page: 'eine Webseite (HTML)',
  text: 'einfacher Text',
};
