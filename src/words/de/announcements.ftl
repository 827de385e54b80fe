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
switch = { $side ->
        [left] Wechsle auf die linke Seite.
        [right] Wechsle auf die rechte Seite.
       *[none] Wechsle auf die andere Seite.
    }

ten-seconds = Noch zehn Sekunden, dann die andere Seite.

tense = Spann sanft an.
again = Noch einmal anspannen.
release = Und lass los.

heading = { $place }: { $title }

tense-now = Sanft anspannen
release-now = Loslassen

captions-by = { $title }, von { $author }
captions-note = Untertitel von Unclench; wie lange jeder steht, ist geschätzt.
