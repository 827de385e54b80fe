# Was an einer Sitzungsdatei, einer Bausteindatei oder einer anderen Datei nicht stimmt.

problem-error = Fehler
problem-warning = Warnung
problem-help = Hilfe
problem-in-line = Zeile { $line }: { $message }
problem-more = { $count ->
        [one] und noch 1 weiteres Problem danach
       *[other] und noch { $count } weitere Probleme danach
    }
problem-list-and = { $words } und { $last }
problem-list-or = { $words } oder { $last }
problem-did-you-mean = ist `{ $word }` gemeint?
problem-one-of = eines von { $words }
problem-one-of-more = eines von { $words } und { $count } weiteren
problem-odd-letter = schreib `{ $word }`: was da steht, enthält { $letter }

# Ein Zeichen, das wie ein anderes aussieht oder nicht zu sehen ist. $kind sagt, welches.
letter = { $code } ({ $kind ->
        [no-break-space] ein geschütztes Leerzeichen
        [other-space] ein Leerzeichen anderer Breite
        [zero-width-space] ein Leerzeichen ohne Breite
        [zero-width-no-break-space] ein geschütztes Leerzeichen ohne Breite
        [zero-width-joiner] ein Verbinder ohne Breite
        [soft-hyphen] ein Trennstrich, der nicht zu sehen ist
        [backtick] ein Gravis
        [direction-mark] ein Richtungszeichen
       *[other] ein Zeichen, das nicht zu sehen ist
    })
letter-shown = `{ $letter }` ({ $code }, { $kind ->
        [non-breaking-hyphen] ein geschützter Bindestrich
        [dash] ein Gedankenstrich
        [minus-sign] ein Minuszeichen
        [curly-quote] ein geschwungenes Anführungszeichen
        [low-quote] ein tiefgestelltes Anführungszeichen
        [angle-quote] ein spitzes Anführungszeichen
        [corner-quote] ein eckiges Anführungszeichen
        [prime-quote] ein Anführungszeichen aus Strichen
        [accent-quote] ein Akzent
        [full-width-quote] ein Anführungszeichen voller Breite
        [fraction] ein Bruch in einem Zeichen
        [full-width] ein Zeichen voller Breite
        [ligature] Buchstaben, die zu einem verbunden sind
        [look-alike] ein Buchstabe einer anderen Schrift
        [other-digit] eine Ziffer einer anderen Schrift
        [other-sign] ein Zeichen einer anderen Schrift
       *[other] ein anderes Zeichen
    })

# Die Teile einer Datei.
file-part = { $part ->
        [session] eine Sitzung
        [course] ein Kurs
        [day] ein Tag
        [progress] die Datei des Kurses, dem du folgst,
        [move] ein Baustein
        [move-step] der Schritt eines Bausteins
        [group] eine Gruppe
        [step] ein Schritt
        [chime] ein Gong
        [bed] ein Wechsel des Hintergrundklangs
        [pattern] ein Atemmuster
        [phase] eine Phase
        [figure] eine Figur
        [stroke] eine Bewegung der Hand
        [line] eine Zeile
        [count] eine Zählung
        [silence] eine Stille
        [chimes] die Tabelle `chimes`
        [announcements] die Tabelle `announcements`
       *[table] diese Tabelle
    }
step-of-kind = ein Schritt der Art `{ $kind }`

# Was TOML selbst nicht liest.
left-open = eine Liste oder Tabelle, die in Zeile { $line } beginnt, ist davor nicht geschlossen
left-open-help = schließ sie mit `]` oder `{"}"}`
nests-too-deep = das ist zu tief verschachtelt
text-open = diesem Text fehlt das schließende Anführungszeichen
text-over-lines = ein Text zwischen einfachen Anführungszeichen endet in seiner Zeile, und dieser geht darunter weiter
text-over-lines-help = schreib ihn in eine Zeile, oder zwischen `"""` und `"""`
text-open-printed = dieser Text endet mit { $letter }, und das schließt nichts
text-of-lines-open = diesem Text über mehrere Zeilen fehlen die schließenden Anführungszeichen
text-of-lines-open-help = schreib `{ $marks }`, wo er endet
control-letter = { $letter } kann nicht in einem Text stehen
bad-escape = ein umgekehrter Schrägstrich im Text leitet ein Sonderzeichen ein, und das ist keines
bad-escape-help = schreib `\\` für den Schrägstrich selbst, oder setz den Text in einfache Anführungszeichen
heading-open = diese Überschrift ist nicht geschlossen
heading-open-help = schließ sie mit `]` oder `]]`
bad-heading = diese Überschrift lässt sich nicht lesen
bad-heading-help = schreib einen Namen zwischen `[` und `]` oder zwischen `[[` und `]]`, allein in seiner Zeile
heading-more = hinter dieser Überschrift steht in ihrer Zeile noch etwas
heading-more-help = schreib `{ $text }` in eine eigene Zeile, unter die Überschrift
duplicate-key = { $key } steht hier ein zweites Mal
duplicate-key-help = behalt eines von beiden
missing-heading-help = wenn hier etwas Neues beginnt, schreib `{ $heading }` in eine Zeile darüber; sonst behalt eines von beiden
duplicate-steps-help = schreib `[[steps]]` vor jeden Schritt, und `[steps]` vor keinen
odd-letter = hier steht { $letter }
colon-for-equals = zwischen einem Schlüssel und seinem Wert steht `=`, nicht `:`
colon-for-equals-help = schreib `=` an seiner Stelle
no-key = vor diesem `=` steht kein Schlüssel
no-key-help = schreib einen Schlüssel davor oder lass die Zeile weg
key-without-value = ein Schlüssel braucht `=` und einen Wert
key-without-value-help = schreib `=` und einen Wert hinter { $key }
foreign-remark = eine Bemerkung beginnt mit `#`
single-heading = davon gibt es mehrere, und diese Überschrift ist die eines einzigen
bad-key = das kann kein Schlüssel sein
bad-key-help = ein Schlüssel hat Buchstaben, Ziffern, Binde- und Unterstriche
no-value = hier fehlt ein Wert
quote-ends-text = an diesem Anführungszeichen endet der Text schon, und es folgt noch etwas
several-texts = hier stehen mehrere Texte, und es kann nur einer sein
comma-missing = hier fehlt ein Komma
equals-twice = hier ist ein `=` zu viel
after-value = nach einem Wert darf in seiner Zeile nichts mehr stehen
after-value-help = gib jedem Schlüssel eine eigene Zeile
quote-in-text-help = schreib `\"` für ein Anführungszeichen im Text
bad-number = diese Zahl lässt sich nicht lesen
bad-number-help = eine Zahl besteht nur aus Ziffern, ohne Nullen davor
bad-value = dieser Wert lässt sich nicht lesen
needs-quotes = Text braucht Anführungszeichen
not-text = ab hier ist diese Datei kein einfacher Text
line-not-text = diese Zeile ist kein reiner Text
not-text-help = speichere sie als UTF-8

# Die Form einer Datei.
file-of-another-kind = das ist eine Datei von anderer Art
file-of-another-kind-help = Sitzungen und Griffe sind TOML-Dateien, mit Zeilen wie `title = "…"`
file-too-large = diese Datei ist größer als die { $most } KiB, die passen
format-too-new = diese Datei hat das Format { $format }; dieses Unclench liest Format 1
format-too-new-help = ein neueres Unclench spielt sie
no-such-format = dieses Format gibt es nicht
no-such-format-help = schreib `format = 1`
unknown-key = { $part } hat keinen Schlüssel { $key }
key-of-kinds = er gehört zu Schritten der Art { $kinds }
other-key-of-kinds = `{ $key }` gehört zu Schritten der Art { $kinds }
# Was andere Programme haben, mit einem Beispiel, wie es hier geschrieben wird.
habit-count = um laut zu zählen, schreib `count = { "{" } to = 10, every = "4s" { "}" }`; soll der Schritt mehrmals kommen, setz ihn in eine Gruppe mit `repeat = 3`
habit-every = was wiederkehrt, ist jedes Mal eine Zeile, `lines = [{ "{" } at = "30s", text = "Noch weich?" { "}" }]`, oder eine Gruppe mit `repeat = 3`
habit-group = setz den Schritt in eine Gruppe: `kind = "group"` und `repeat = 3` unter `[[steps]]`, und darunter den Schritt unter `[[steps.steps]]`
habit-hold = ein Schritt wird so lange gehalten, wie seine `length` sagt; ein Halten in jeder Wiederholung ist eine Phase der Zählung, `count = { "{" } to = 10, phases = [{ "{" } length = "2s", say = "Hoch." { "}" }, { "{" } length = "5s", say = "Halten." { "}" }, { "{" } length = "2s", say = "Ab." { "}" }] { "}" }`
habit-held-breath = den Atem hält sein Muster an, `pattern = "4-7-8"`
habit-pause = eine Pause ist ein eigener Schritt mit `kind = "rest"` und einer `length`, zwischen den Runden einer Gruppe mit `between-rounds = true`; zwischen zwei Seiten ist sie `switch = "20s"`
key-of-the-head = er gehört zur ganzen Datei: setz ihn über die erste Zeile, die mit `[` beginnt
key-of-a-step = er gehört zu einem Schritt: setz ihn unter `{ $heading }`
step-without-heading = hier beginnt ein Schritt ohne seine Überschrift
heading-above-help = schreib `{ $heading }` in eine Zeile darüber
missing-keys = { $part } braucht noch { $keys }
wrong-type = { $key } sollte { $wanted } sein, und das ist { $held }
wrong-type-of-something = etwas hier ist nicht das, was sein Schlüssel verlangt
wanted = { $shape ->
        [text] Text in Anführungszeichen
        [whole] eine ganze Zahl
        [yes-or-no] `true` oder `false`
        [list] eine Liste
       *[table] eine Tabelle
    }
held = { $held ->
        [text] Text
        [number] eine Zahl
        [yes-or-no] `true` oder `false`
        [date] ein Datum oder eine Uhrzeit
        [list] eine Liste
       *[table] eine Tabelle
    }
either = { $one } oder { $other }
beyond-counting = die Zahl bei `{ $key }` ist zu groß
unknown-word = `{ $key }` kann nicht { $word } sein
unknown-name = { $kind ->
        [move] einen Baustein namens { $name } gibt es nicht
        [chime] einen Gong namens { $name } gibt es nicht
        [bed] einen Hintergrundklang namens { $name } gibt es nicht
       *[pattern] ein Atemmuster namens { $name } gibt es nicht
    }
place-left-out = diese Stelle fehlt mit Absicht, denn Druck kann dort schaden
joint-instead = auf ein Gelenk drückt nichts; eine Packung darf dort liegen: `joint = "{ $joint }"`

# Was richtig wäre.
write = schreib `{ $text }`
write-plainly = schreib { $text }
write-like = schreib es wie `"{ $example }"`
write-seconds = schreib `"{ $number }s"` für Sekunden
write-without-quotes = schreib `{ $text }` ohne Anführungszeichen
write-list-around = setz es zwischen `[` und `]`
write-heading-of-each = schreib `[[{ $key }]]` vor jeden Eintrag
write-or-less = schreib { $most } oder weniger
leave-it-out = lass es weg
leave-out-here = lass `{ $key }` hier weg

# Werte.
is-empty = `{ $key }` ist leer
is-empty-help = schreib etwas, oder lass den Schlüssel weg
nothing-seen = von `{ $key }` ist nichts zu sehen: da steht { $letter } und sonst kein Zeichen
control-character = `{ $key }` enthält das unsichtbare Steuerzeichen { $code }
too-many-characters = `{ $key }` hat { $count } Zeichen; { $most } passen
too-many-entries = `{ $key }` hat { $count } Einträge; { $most } passen
needs-an-entry = `{ $key }` braucht mindestens einen Eintrag
stands-twice = das steht in `{ $key }` zweimal
lies-between = `{ $key }` liegt zwischen { $least } und { $most }
bad-language = `language` ist ein kurzes Sprachkürzel
bad-language-help = etwa `"en"`, `"de"` oder `"pt-BR"`

# Zeitdauern.
bad-length = `{ $key }`: { $why }
length-empty = eine Dauer kann nicht leer sein
length-without-unit = eine Dauer braucht ihre Einheit
length-is-none = das ist keine Dauer
length-out-of-order = Stunden stehen vor Minuten, Minuten vor Sekunden, jede einmal
length-too-fine = eine Dauer ist auf ein Tausendstel genau, nicht feiner
length-beyond-counting = diese Dauer ist zu lang
length-needs-unit = schreib `"{ $number }s"` für Sekunden oder `"{ $number }m"` für Minuten
length-help = schreib sie wie `"90s"`, `"1m30s"`, `"5.5s"`, `"2m"` oder `"1h"`
length-twice = `length` und `breaths` sagen dasselbe zweimal
length-twice-help = behalt das, was gemeint ist
whole-breaths = `{ $key }` zählt ganze Atemzüge
whole-breaths-help = schreib `"6 breaths"`
breaths-without-pattern = `{ $key }` zählt Atemzüge, und dieser Schritt hat kein Atemmuster
breaths-without-pattern-help = gib dem Schritt ein `pattern`, oder eine Dauer in Zeit
breaths-between = `{ $key }` liegt zwischen 1 und { $most } Atemzügen
comes-to = `{ $key }` ergibt { $length }
step-lasts = ein Schritt dauert { $least } bis { $most }
bound-crosses = { $key ->
        [min] `min` ist länger als der Schritt selbst, der { $length } dauert
       *[max] `max` ist kürzer als der Schritt selbst, der { $length } dauert
    }
bad-share = ein Anteil liegt zwischen 0% und 100%, auf ein Zehntel genau
bad-point = `at` ist kein Zeitpunkt in einem Schritt
bad-point-help = schreib `"10s"` ab dem Anfang, `"-10s"` vor dem Ende, oder `"50%"`
point-twice = `at` und `after` sagen beide, wann das kommt
repeat-twice = `repeat` und `repeat-for` sagen beide, wie oft die Gruppe kommt
point-outside = das liegt außerhalb des Schritts, der { $length } dauert
count-too-long = die Zählung braucht mit den Worten davor { $needed }, und der Schritt kann auf { $length } schrumpfen
pack-on-two-places = `region` und `joint` sagen beide, wo die Packung liegt
repetition-twice = `every` und `phases` sagen beide, wie lange eine Wiederholung dauert
silence-ends-first = diese Stille endet, bevor sie beginnt
later-no-rounds = `later-rounds` braucht spätere Runden
counted-twice = `count` und `countdown` zählen beide laut
switch-without-sides = `switch` ist die Pause zwischen zwei Seiten, und hier ist nur eine
switch-without-sides-help = schreib es neben `side = "both"`, beim Schritt oder bei seiner Gruppe
between-no-rounds = `between-rounds` braucht Runden, zwischen denen es kommt
between-no-rounds-help = setz den Schritt neben einen anderen in eine Gruppe mit `repeat = 2` oder mehr
session-too-long = diese Sitzung dauert { $length }; { $most } passen

# Schritte, Gruppen und Bausteine.
no-steps = es gibt nichts zu tun: `steps` ist leer
too-many-steps = { $count } Schritte stehen da; { $most } passen
too-many-parts = mit Wiederholungen und Seiten ergibt das { $count } Teile; { $most } passen
no-kind = dieser Schritt braucht ein `kind`
no-kind-group = schreib `kind = "group"` für Schritte, die sich zusammen wiederholen
groups-too-deep = Gruppen stecken höchstens { $most } tief ineinander
group-title-filled = der Titel einer Gruppe wird gezeigt, wie er ist, und nichts eingesetzt
group-in-group-with-side = eine Gruppe darum herum hat schon eine Seite
step-in-group-with-side = die Gruppe um diesen Schritt hat schon eine Seite
step-in-group-with-side-help = lass `side` hier weg, oder bei der Gruppe
no-sides = links und rechts gibt es hier nicht: { $place }
no-sides-help = lass `side` weg
touch-unlike-tool = `with` kann nicht `{ $with }` sein, wo `tool` `{ $tool }` ist
touch-elsewhere = `{ $spot }` gibt es hier nicht: { $place }
touch-elsewhere-help = lass `at` weg
touch-carried = `on` sagt, was Ball oder Rolle trägt, und hier wird mit `{ $with }` gearbeitet
touch-carried-help = lass `on` weg
pack-too-long = eine Packung liegt höchstens 20 Minuten, denn Haut nimmt unbemerkt Schaden
line-without-words = diese Zeile hat keine Worte
line-without-words-help = ergänze `text`, um Worte zu zeigen und zu sprechen, `show`, um sie nur zu zeigen, oder `say`, um sie nur zu sprechen
move-in-move = ein Baustein kann seine Werte nicht von einem anderen nehmen
move-is-one-step = ein Baustein ist ein Schritt, keine Gruppe
move-of-another-kind = der Baustein `{ $name }` ist { $is }, nicht { $not }
move-needs-mending = der Baustein `{ $name }` muss erst berichtigt werden
move-needs-mending-help = `unclench check` mit seiner Datei sagt, was ihr fehlt

# Druck.
pressure-above-cap = Druck { $pressure } ist hier zu viel ({ $place }): höchstens { $most }, denn { $reason }
pressure-too-much = Druck { $pressure } ist überall zu viel: ab 7 hör auf
cap-reason-eyes = die Augen und dünner Knochen liegen nah
cap-reason-organs = darunter liegen weiche Organe
cap-reason-thin = zwischen Haut und Knochen ist wenig
cap-reason-neck = Gefäße und Nerven des Halses liegen nah
cap-reason-ribs = Rippen und Nerven liegen dicht unter der Haut
cap-reason-kidneys = die Nieren liegen nah
cap-reason-joints = kleine Gelenke oder Knochen liegen dicht unter der Haut
cap-reason-vessels = Gefäße und Nerven liegen dicht unter der Haut
cap-reason-no-more = dass fester zu drücken mehr bewirkt, hat sich nicht gezeigt

# Worte, die eingesetzt werden.
stray-brace = eine geschweifte Klammer, die nichts öffnet oder schließt
stray-brace-help = schreib `{"{{"}` oder `{"}}"}` für die Klammer selbst
unknown-placeholder = { $name } lässt sich nicht einsetzen
placeholder-for-nothing = { $name } steht hier für nichts
placeholder-needs-side = gib dem Schritt oder seiner Gruppe eine Seite mit `side`
placeholder-needs-group = setz den Schritt in eine Gruppe, die sich wiederholt
placeholder-needs-pattern = gib dem Schritt ein `pattern`

# Atemmuster.
bad-pattern-name = { $name } kann kein Name eines Atemmusters sein
bad-pattern-name-help = ein Name beginnt mit einem Buchstaben und hat kleine Buchstaben, Ziffern und Bindestriche
unused-pattern = kein Schritt benutzt das Atemmuster { $name }
pattern-not-numbers = ein Atemmuster in Zahlen schreibt sich wie `4-6` oder `4-7-8`
pattern-count = ein Atemmuster in Zahlen hat zwei bis vier: ein-aus, ein-halten-aus, ein-halten-aus-Pause
pattern-without-inhale = ein Atemmuster braucht ein Einatmen
pattern-without-exhale = ein Atemmuster braucht ein Ausatmen
pattern-phases = ein Atemmuster hat höchstens { $most } Phasen; dieses hat { $count }
pattern-phase-short = eine Phase dauert mindestens { $limit }
pattern-phase-long = eine Phase dauert höchstens { $limit }
pattern-hold-long = der Atem wird höchstens { $limit } gehalten
pattern-empty-long = eine Pause nach dem Ausatmen dauert höchstens { $limit }
pattern-too-fast = ein Atemzug dauert mindestens { $limit }: minutenlang schneller zu atmen macht schwindlig
pattern-round-long = eine Runde eines Atemmusters dauert höchstens { $limit }

course-format = das ist kein Kurs im Format { $format }
course-format-help = schreib `format = 1`
course-days = ein Kurs hat mindestens zwei und höchstens neunzig Tage; dieser hat { $count }
course-days-help = schreib für jeden Tag ein `[[days]]`
course-session = es gibt keine Sitzung namens „{ $id }“
course-session-help = `unclench list` zeigt ihre Namen
course-done = Tage, die vorbei sind, werden ab 0 gezählt
course-minutes = ein Tag dauert 1 bis 240 Minuten
course-length = `{ $id }` kann von { $shortest } bis { $longest } Minuten dauern
course-minutes-help = lass `minutes` weg, um die Sitzung zu spielen, wie sie geschrieben ist
course-text = das ist leer, länger als { $most } Buchstaben, oder es hat Zeichen, die man nicht zeigen kann
course-text-help = sag es in ein oder zwei Sätzen
reminder-later-key = { $key } gibt es hier bei Erinnerungen nicht; es bleibt, wie es geschrieben ist
reminder-misfit = das passt nicht in eine Datei von Erinnerungen
reminder-misfit-help = sie hat `goal`, eine Zahl, und für jede Erinnerung `[[reminder]]` mit `name` und mit `every`, `at` oder `bedtime`, jeweils ein Text; `unclench remind add` schreibt sie
reminder-goal-help = schreib, wie viele Sitzungen in der Woche du möchtest, 1 bis 21, wie `goal = 3`
misfit-missing-help = ergänze { $keys }
misfit-number-help = schreib eine Zahl
misfit-list-help = schreib eine Liste zwischen `[` und `]`
misfit-pair-help = schreib zwei davon, wie `[1, 2]`
misfit-table-help = schreib eine Tabelle zwischen `{ "{" }` und `{ "}" }`
misfit-whole-number-help = schreib eine ganze Zahl ab 0
