# Was eine Sitzung besser machen würde.

# Wie eine Sitzung ausgelegt ist, wenn etwas auffällt: ihre Länge, und wie schnell gesprochen wird.
fit = { $which ->
        [shortest] so kurz wie möglich
        [longest] so lang wie möglich
        [between] bei { $length }
       *[written] wie geschrieben
    }
layout = { $paced ->
        [day] { $fit }, am Tag
        [night] { $fit }, bei Nacht
       *[always] { $fit }
    }

no-opening = diese Sitzung beginnt mit Arbeit
no-opening-help = beginn mit einer Pause, einem Spüren, einem Atmen oder einem sanften Streichen, damit man erst ankommt
no-ending = diese Sitzung endet mitten in der Arbeit
no-ending-help = ende mit einer Pause, einem Spüren, einem Atmen oder einer Dehnung, damit niemand mittendrin bleibt
end-chime-wakes = eine Sitzung fürs Bett endet mit einem Gong, und der weckt, wer schon schläft
end-chime-wakes-help = lass `end` weg, oder schreib `end = "none"`
little-silence = nach diesen Worten bleiben der Sitzung, { $layout }, noch { $silence } Stille
little-silence-help = lass eine Sitzung fürs Bett mit mindestens 10s Stille enden: niemand soll auf mehr Worte warten

told-caution = das wird vor der Sitzung ohnehin gesagt: „{ $condition }“
told-caution-help = die Tabelle der Vorsicht sagt, wer was besser auslässt; lass stehen, was nur diese Sitzung weiß
unnamed-risk = die Worte sprechen von etwas („{ $what }“), das der Schritt nicht nennt
unnamed-risk-help = ergänze `involves = ["{ $word }"]`, damit alle verschont bleiben, für die das nichts ist

long-work = zusammen { $length }{ $sides ->
        [each] {" "}auf jeder Seite
       *[one] {""}
    } für eine Stelle ({ $place }), und { $most } sind in einer Sitzung das Höchste für sie
long-work-help = nimm { $over } davon weg: kürze ihre Schritte, nimm eine andere Stelle, oder gib die Zeit einer Dehnung oder einem Atemzug
long-pack = Packungen liegen hier zusammen { $length } ({ $place }), wenn die Sitzung so lang wie möglich ist
long-pack-help = 20m sind das Höchste, denn Haut nimmt unbemerkt Schaden

no-sources = nichts sagt, woher das kommt
no-sources-help = ergänze `sources`; wenn sonst nichts dahintersteht, schreib "Dauer und Druck nach Übung, nicht aus einer Studie"
unlisted-tool = das braucht `{ $tool }`, und das steht nicht in `tools`
unlisted-tool-help = ergänze "{ $tool }" bei `tools` am Anfang
unused-tool = kein Schritt benutzt `{ $tool }`
unused-tool-help = lass es bei `tools` weg

overrun = { $until ->
        [words] „{ $words }“ zu sprechen dauert { $needs }, und in { $has } kommen die nächsten Worte (die Sitzung { $layout })
        [step] „{ $words }“ zu sprechen dauert { $needs }, und in { $has } beginnt der nächste Schritt (die Sitzung { $layout })
       *[end] „{ $words }“ zu sprechen dauert { $needs }, und in { $has } ist das Ende da (die Sitzung { $layout })
    }
overrun-lead-in = lass `lead-in` mindestens { $needs } dauern
overrun-next-later = nimm weniger Worte, oder lass die nächsten später kommen
overrun-step-longer = nimm weniger Worte, oder lass den Schritt mindestens { $needs } dauern, auch sein `min`
overrun-sooner = nimm weniger Worte, oder lass sie früher beginnen

long-instruction = seine Worte dauern { $needs }, und der Schritt hat im kürzesten Fall { $has }
long-instruction-help = nimm weniger Worte, oder lass den Schritt mindestens { $least } dauern, auch sein `min`: die Hälfte ist zum Tun
many-instructions = „{ $words }“ verlangt mehreres in einem Satz
many-instructions-help = eine Anweisung je Satz: mach mehrere Sätze daraus oder lass etwas weg

not-warmed = { $place }: wird fest bearbeitet, bevor es dort warm geworden ist
not-warmed-help = lass dort erst ein Streichen, ein Kneten, eine Bewegung oder Wärme kommen
not-soothed = { $place }: wird am festesten Punkt verlassen
not-soothed-help = ende dort mit einem Streichen, einem leichten Kneten, einer Dehnung oder einem Moment Aufmerksamkeit

side-unsaid = hier wechselt die Seite, und kein gesprochenes Wort sagt, auf welche
side-unsaid-help = setz `{"{side}"}` in die Worte, die zu Beginn des Schritts gesprochen werden
uneven-sides = die beiden Seiten bekommen nicht gleich viel Zeit ({ $place }: links { $left }, rechts { $right }; die Sitzung { $fit })
uneven-sides-help = schreib `side = "both"`, beim Schritt oder bei einer Gruppe darum herum

silent-rest = diese Pause von bis zu { $length } beginnt ohne ein Wort
silent-rest-help = kündige sie in ihrem `text` an, etwa mit „Ich bin eine halbe Minute still.“; unangekündigte Stille wirkt wie das Ende
silent-start = zu Beginn dieses Schritts wird nichts gesprochen
silent-start-help = sag in seinem `text`, was zu tun ist; mit geschlossenen Augen sieht niemand den Titel
shown-only = diese Worte werden gezeigt und nie gesprochen
shown-only-help = schreib `text`, um sie auch zu sprechen, oder ergänze ein kürzeres `say`
says-less = die Stimme sagt weniger als die Hälfte von dem, was gezeigt wird
says-less-help = was man wissen muss, wird auch gesprochen; lass `say` weg, um dieselben Worte zu sprechen
disguised-letter = in einem Wort steht hier ein Zeichen, das nicht ist, was es scheint: { $letter }
unsaid-language = diese Wörter sind kaum englisch, und die eingebaute Stimme läse sie so
unsaid-language-help = sag, in welcher Sprache sie sind, etwa mit `language = "{ $language }"` über den Schritten
guessed-word = die eingebaute Stimme kennt das Wort „{ $word }“ nicht und müsste raten
guessed-word-help = klingt es falsch, dann schreib für das Auge `show` und in `say` dasselbe in anderer Schreibweise
long-sentence = der Satz „{ $words }“ hat { $count } Wörter
long-sentence-help = höchstens { $most } sind mit dem Ohr leicht zu verfolgen: mach zwei daraus

late-warning = „{ $words }“ warnt, wenn der Schritt schon läuft
late-warning-help = sag es, bevor die Hände beginnen: im `text` oder in der Ruhe davor
study-talk = „{ $words }“ spricht mitten in der Sitzung von Studien
study-talk-help = lass es weg: was man weiß, steht in `summary` und `sources`

unfit-tool = { $tool } passt hier nicht ({ $place }): { $reason }
unfit-tool-help = lass `tool` weg und nimm die bloßen Hände
unfit-head = Kopf und Gesicht werden nur mit der Hand massiert
unfit-skull-base = nur leicht, unter dem ruhenden Kopf, und ohne auf einen Tastpunkt zu drücken
unfit-neck = der Nacken wird nur mit der Hand massiert, denn Gefäße liegen nah
unfit-belly = der Bauch wird nur mit der flachen Hand massiert
unfit-thumb-pad = ein Daumen kommt besser hin
unfit-low-back = über einer Rolle biegt sich das Kreuz zu weit durch
unfit-bone = eine Rolle trifft dort mehr Knochen als Muskel
other-touch = die Worte sagen „{ $word }“, und das Bild zeigt `{ $shown }`
other-touch-help = schreib `touch = {"{"} with = "{ $with }" {"}"}`, oder sag, was zu sehen ist
one-hand-shown = die Worte sagen „{ $word }“ von beiden, und das Bild zeigt eine
one-hand-shown-help = schreib `hands = "both"` in `touch`, oder sag, welche Hand es ist
joint-range = die Figur bewegt `{ $joint }` auf { $degrees }°, weiter als ein Gelenk soll
joint-range-help = { $least } bis { $most } dehnt mild
neck-turned-back = die Figur beugt den Hals zurück und dreht ihn zugleich
neck-turned-back-help = lass den Hals aufrecht, wo er sich dreht: die Adern des Halses sind dort eng
hard-pressure = { $what ->
        [bed] Druck { $pressure } ist mehr, als eine Sitzung fürs Bett verlangt
        [swedish] Druck { $pressure } ist mehr, als Streichen und Kneten verlangen
        [deep-tissue] Druck { $pressure } ist mehr, als langsamer, fester Druck verlangt
        [trigger-point] Druck { $pressure } ist mehr, als Druck auf Tastpunkte verlangt
        [sports] Druck { $pressure } ist mehr, als flotte Griffe und Rollen verlangen
       *[myofascial] Druck { $pressure } ist mehr, als langsames Rollen verlangt
    }
press-time = ein Tastpunkt wird hier { $length } gedrückt
press-time-help = sein `{ $key }` liegt zwischen { $least } und { $most }; es endet, wenn er nachlässt
tap-too-fast = ein Klopfen von { $length } ist zu schnell
tap-too-fast-help = ein Klopfen dauert mindestens { $least }: setz `tempo` so
pass-tempo = { $speed ->
        [fast] einmal Rollen in { $length } ist zu schnell
       *[slow] einmal Rollen in { $length } ist zu langsam
    }
pass-tempo-help = einmal Rollen dauert { $least } bis { $most }: setz `tempo` so

big-word = „{ $words }“ sagt mehr, als man weiß
instead-waste = Leber und Nieren kümmern sich um Abfall; lass es weg
instead-medicine = Massage verspricht keine Heilung; sag, was getan wird, oder „kann … eine Weile lindern“
instead-tissue = Berührung ändert, wie fest es sich anfühlt, nicht das Gewebe; sag „weicher werden“ oder „loslassen“
instead-proof = die Belege sind dünn; nenn die Quelle, oder lass es weg
instead-failure = hier muss nichts perfekt sein; sag „gut so“ oder „genug“

heard-twice = { $percent } % des Gehörten wird zweimal gehört
heard-twice-help = gib Schritten mit `second-side` eigene Worte für die andere Seite, und Zeilen aus wenigen Worten; ein Fünftel ist das Höchste
