# Was das Programm von sich aus sagt, während eine Sitzung läuft: gesprochen, gezeigt und in
# Untertiteln, in der Sprache der Sitzung.

lead-in-title = Ankommen
lead-in = { $position ->
        [seated] Setz dich bequem hin.
        [standing] Stell dich bequem hin.
        [lying-on-back] Leg dich bequem auf den Rücken.
        [lying-on-side] Leg dich bequem auf die Seite.
        [on-the-floor] Mach es dir auf dem Boden bequem.
       *[any] Mach es dir bequem, ganz wie du magst.
    }

switch-title = Seite wechseln
switch = { $position ->
        [lying-on-side] Dreh dich jetzt um: { $part }.
       *[any] Jetzt { $part }.
    }

ten-seconds = { $position ->
        [lying-on-side] In zehn Sekunden drehst du dich um: { $part }.
       *[any] In zehn Sekunden { $part }.
    }
soon = { $position ->
        [lying-on-side] Gleich drehst du dich um: { $part }.
       *[any] Gleich { $part }.
    }

words-of-a-change = ander seite wechsel tausch

tense = Spann sanft an.
again = Noch einmal anspannen.
release = Und lass los.

heading = { $place }: { $title }

tense-now = Sanft anspannen
release-now = Loslassen

captions-by = { $title }, von { $author }
# In der Datei einer Aufnahme: wer spricht.
synthetic-voice = Die Stimme ist synthetisch: { $voice }.
captions-note = { $timed ->
        [voice] Untertitel von Unclench; gesprochene Worte stehen, bis die Stimme endet, und wie lange andere stehen, ist geschätzt.
       *[estimate] Untertitel von Unclench; wie lange jeder steht, ist geschätzt.
    }
