# Was an den Einstellungen nicht stimmt. Was in `…` steht, steht in der Datei oder gehört hinein.
setting-unknown = eine Einstellung { $name } gibt es nicht
setting-misfit = { $written } passt hier nicht
setting-switch-help = schreib `true` oder `false`
setting-choice-help = wähle unter { $words }
setting-words-help = schreib Wörter in Anführungszeichen
setting-number-help = schreib eine ganze Zahl von { $least } bis { $most }{ $unit ->
        [minutes] { " " }(Minuten)
       *[none] { "" }
    }
setting-cache-help = schreib 0 oder eine ganze Zahl von { $least } bis { $most }
setting-table-help = schreib es als Tabelle, unter einer Zeile `[{ $key }]`
setting-not-text = dieser Buchstabe ist nicht in UTF-8
setting-not-text-help = speichere die Datei als UTF-8
setting-twice = das ist zweimal eingestellt; das erste gilt
setting-twice-help = lass eines von beiden weg
setting-unread = das lässt sich nicht lesen
setting-unread-help = eine Zeile ist wie `volume = 70`, oder mit Wörtern wie `output = "none"`
