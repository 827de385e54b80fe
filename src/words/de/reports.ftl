# Was Befehle berichten.

check-summary = { $files }, { $found }.
check-summary-two = { $files }, { $errors }, { $warnings }.
check-files = { $count ->
        [one] 1 Datei
       *[other] { $count } Dateien
    }
check-errors = { $count ->
        [one] 1 Fehler
       *[other] { $count } Fehler
    }
check-warnings = { $count ->
        [one] 1 Warnung
       *[other] { $count } Warnungen
    }
check-all-well = alles in Ordnung
check-no-files = in `{ $path }` sind keine Sitzungsdateien
check-no-files-help = Sitzungsdateien enden auf `.toml`
