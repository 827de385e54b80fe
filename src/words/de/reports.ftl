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

# Was das Tagebuch erzählt, und die Seite, die davon gesichert wird.

journal-empty = In deinem Tagebuch steht noch nichts.
journal-done = { $length }, bis zum Ende
journal-left = beendet bei { $at } von { $length }
journal-interrupted = unterbrochen bei { $at } von { $length }
journal-open = läuft oder brach ab bei { $at } von { $length }
journal-played = { $played }, und stand { $paused } still
journal-only-before = { $measure } { $value } vorher
journal-only-after = { $measure } { $value } nachher
journal-coin-session = Sitzung
journal-coin-rest = stille Ruhe
journal-about-id = Kennung
journal-about-began = begann
journal-about-ended = endete
journal-about-played = gespielt
journal-about-coin = Münze
journal-about-left-out = ausgelassen
journal-about-longer = länger
journal-about-before = vorher
journal-about-after = nachher
journal-about-morning = am Morgen
journal-about-pain = weh tat
journal-about-note = Notiz
journal-erased = Dein Tagebuch ist von diesem Rechner verschwunden. Was du selbst gesichert hast, gehört dir.
journal-none = Es gab kein Tagebuch zu löschen.
helped-untold-how = Vorher und nachher wurde noch bei keiner Sitzung etwas gesagt. `unclench journal note last --before tension=7 --after tension=4` sagt es zur letzten.
helped-each = jede Sitzung: { $changes }
helped-weeks = Sitzungen in den letzten Wochen, bis zu dieser: { $counts }. Etwa { $goal } in der Woche täten dir gut; mehr oder weniger ist auch recht.
report-made = Aus dem Tagebuch von Unclench, geschrieben { $when }.
report-count = { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } an { $days ->
        [one] 1 Tag
       *[other] { $days } Tagen
    }.
report-days = Tage
report-days-key = Eine Spalte ist eine Woche, oben der Montag; dunklere Tage hatten mehr Sitzungen.
report-days-picture = Tage mit Sitzungen
report-weeks-picture = Sitzungen in jeder Woche
report-pairs-key = Offene Punkte: vorher. Volle Punkte: nachher.
report-pairs-picture = Vor und nach jeder Sitzung
report-one-by-one = Sitzung für Sitzung
report-no-device = Unclench ist kein Medizinprodukt, und das ist keine Diagnose. Die Zahlen sind, was ein Mensch von sich gesagt hat, von 0 bis 10.
coin-session = Die Münze sagt heute: Sitzung. Sag vorher und nachher, wie es dir geht, damit sie sich mit stiller Ruhe vergleichen lässt. `unclench journal coin off` beendet es.
coin-rest = Die Münze sagt heute: stille Ruhe. `unclench play quiet-rest`, statt einer Sitzung. Sag vorher und nachher, wie es dir geht. `unclench journal coin off` beendet es.
coin-none = Keine Münze entscheidet. Mit `unclench journal coin on` entscheidet eine jeden Tag zwischen Sitzung und stiller Ruhe, damit sich beides gerecht vergleichen lässt; was dabei herauskommt, steht in `unclench journal stats`.
coin-off = Keine Münze entscheidet mehr. Was an ihren Tagen gesagt wurde, bleibt in deinem Tagebuch.

# Was gesichert, hinzugefügt und übernommen wurde.
export-saved = Gesichert in { $name }, nur für dich lesbar.
journal-added = Hinzugefügt: { $title }, { $length }.
journal-taken-in = Übernommen: { $new ->
        [one] 1 neue Sitzung
       *[other] { $new } neue Sitzungen
    }, von { $all ->
        [one] 1 Sitzung
       *[other] { $all } Sitzungen
    } in der Datei.
