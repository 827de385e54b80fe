# Was an einem Klangrezept nicht stimmt. $place ist ein Schlüssel, wie er dort steht.
recipe-too-large = das Rezept hat { $bytes } Bytes
recipe-too-large-help = halte es unter { $limit } Bytes
recipe-misfit = das steht so in keinem Rezept
recipe-misfit-help = `sounds/README.md` erklärt Rezepte
recipe-format = `format` ist { $found }, und diese Version von Unclench liest { $known }
recipe-format-help = schreib `format = { $known }`, oder hol eine neuere Version von Unclench
recipe-kind = das ist ein Rezept der Art `{ $found }`, gebraucht wird eines der Art `{ $wanted }`
recipe-source = `{ $place }` klingt auf keine oder auf mehrere Arten
recipe-source-help = schreib genau eines von `noise`, `events` und `drone`
recipe-range = `{ $place }` geht von { $from } bis { $to }
recipe-range-help = schreib die kleinere Zahl zuerst
recipe-count = `{ $place }` hat { $count ->
        [one] 1 Eintrag
       *[other] { $count } Einträge
    }
recipe-count-help = schreib 1 bis { $limit }
recipe-text = `{ $place }` ist leer, zu lang oder mehr als eine Zeile
recipe-text-help = schreib eine Zeile mit 1 bis { $limit } Zeichen
recipe-number = `{ $place }` ist { $value }
recipe-number-help = schreib eine Zahl von { $lowest } bis { $highest }{ $unit }
recipe-unit = { $unit ->
        [none] { "" }
        [times] { " " }mal die Tonhöhe
        [per-second] { " " }in der Sekunde
        [octaves] { " " }Oktaven
        [pulses] { " " }Impulse
        [cents] { " " }Cent
       *[other] { " " }{ $unit }
    }
