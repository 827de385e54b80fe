# Was an den Einstellungen nicht stimmt. Was in `…` steht, steht in der Datei oder gehört hinein.
setting-unknown = eine Einstellung { $name } gibt es nicht
setting-misfit = { $written } passt hier nicht
setting-empty = `{ $key }` ist leer
setting-switch-help = schreib `true` oder `false`
setting-choice-help = wähle unter { $words }
setting-words-help = schreib Wörter in Anführungszeichen
setting-theme-help = schreib `"auto"` oder den Namen eines Farbschemas in Anführungszeichen
setting-background-help = schreib `"session"`, `"none"` oder den Namen eines Hintergrundklangs in Anführungszeichen
setting-voice-help = schreib den Namen einer Stimme in Anführungszeichen, wie `unclench voices` sie nennt
setting-number-help = schreib eine ganze Zahl von { $least } bis { $most }{ $unit ->
        [minutes] { " " }(Minuten)
       *[none] { "" }
    }
setting-cache-help = schreib 0 oder eine ganze Zahl von { $least } bis { $most }
setting-table-help = schreib es als Tabelle, unter einer Zeile `[{ $key }]`
setting-quotes-help = schreib es in Anführungszeichen: `{ $text }`
setting-no-quotes-help = schreib es ohne Anführungszeichen: `{ $text }`
setting-heading = { $written } gilt als die Überschrift `{ $heading }`
setting-heading-more = was hier nach der Überschrift `{ $heading }` steht, wird nicht gelesen
setting-needless-heading = eine Überschrift { $heading } gibt es nicht; was darunter steht, gilt ohne sie
setting-needless-heading-help = lösche diese Zeile
setting-unknown-heading = eine Überschrift { $heading } gibt es nicht
setting-unknown-heading-keys = eine Überschrift { $heading } gibt es nicht; was darunter steht, wird nicht gelesen: { $keys }
setting-unknown-heading-help = Überschriften sind `[mix]` und `[voice]`; alles andere steht über ihnen
setting-elsewhere = { $key } gehört nicht hierher; es gilt trotzdem
setting-elsewhere-help = schreib es unter die Überschrift `{ $heading }`
setting-elsewhere-top-help = schreib es über alle Überschriften
setting-not-text = dieser Buchstabe ist nicht in UTF-8
setting-not-text-help = speichere die Datei als UTF-8
setting-twice = das ist zweimal eingestellt; das erste gilt
setting-twice-help = lass eines von beiden weg
setting-unread = das lässt sich nicht lesen
setting-unread-help = eine Zeile ist wie `volume = 70`, oder mit Wörtern wie `output = "none"`

# Ein eigenes Farbschema.
theme-no-colours = es gibt keine Farben
theme-no-colours-help = beginne mit einer Zeile `[colours]` und gib darunter jeder Rolle eine Farbe
theme-unknown = { $name } gibt es in einem Farbschema nicht
theme-missing = die Rolle `{ $role }` hat keine Farbe
theme-missing-help = schreib `{ $role } = "#RRGGBB"` unter `[colours]`
theme-misfit = das ist keine Farbe
theme-colour-help = schreib sechs Ziffern nach `#`, etwa "#8B90DC"
theme-faint = `{ $role }` ist kaum zu lesen: der Kontrast zum Grund ist { $contrast }
theme-faint-help = wähle eine Farbe, die weiter vom Grund entfernt ist, mit einem Kontrast von mindestens { $least }
