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
lead-in-for-two = { $position ->
        [seated] Jemand von euch sitzt, der andere gibt. Macht es euch beide bequem.
        [standing] Jemand von euch steht, der andere gibt. Macht es euch beide bequem.
       *[any] Jemand von euch liegt, der andere gibt. Macht es euch beide bequem.
    }

switch-title = Seite wechseln
switch = { $position ->
        [lying-on-side] Dreh dich jetzt um: { $part }.
       *[any] Jetzt { $part }.
    }

stop-sign-title = Ein Wort vorab
stop-sign-neck = Hör auf, wenn du einen Puls spürst oder dir schwindlig wird.
stop-sign-head-movement = Wird dir schwindlig oder siehst du seltsam, komm zurück und hör auf.
stop-sign-calf = Ist ein Bein geschwollen, warm oder wund, lass die Beine aus.
stop-sign-jaw = Tut es scharf weh oder hakt der Kiefer, lass ihn in Ruhe.
stop-sign-chest = Bei Brustschmerz oder Atemnot hör auf und hol Hilfe.
stop-sign-back = Zieht Schmerz oder Kribbeln in Bein oder Arm, hör dort auf.
stop-sign-belly = Wenn der Bauch weh tut, hör auf.
stop-sign-arms = Wenn es kribbelt oder taub wird, lass nach oder hör auf.
stop-sign-hips = Wenn Schmerz ins Bein schießt, hör dort auf.
stop-sign-feet = Fühlt ein Fuß wenig oder ist er wund, lass ihn in Ruhe.
stop-sign-face = Bleib den Augen fern, und hör bei seltsamem Kopfschmerz auf.
stop-sign-heat = Wird es zu warm oder du schläfrig, nimm die Packung weg.
stop-sign-cold = Brennt es oder wird es taub oder weiß, nimm die Packung weg.
stop-sign-firm = Drück nur so fest, wie es angenehm ist.

ten-seconds = { $position ->
        [lying-on-side] In zehn Sekunden drehst du dich um: { $part }.
       *[any] In zehn Sekunden { $part }.
    }
soon = { $position ->
        [lying-on-side] Gleich drehst du dich um: { $part }.
       *[any] Gleich { $part }.
    }

# Diese Worte meinen etwas anderes, obwohl eines der nächsten darin steht.
words-of-no-change = andere richtung, anderen richtung, anders herum, andersherum, andersrum
words-of-a-change = ander seite wechsel tausch
words-of-a-turn = jetzt nun diesmal dann

tense = Spann sanft an.
again = Noch einmal anspannen.
release = Und lass los.

overview = { $topics ->
        [0] Etwa { $length }.
        [1] Etwa { $length }: { $first }.
        [2] Etwa { $length }: { $first }, dann { $second }.
       *[other] Etwa { $length }: { $first }, { $second }, dann { $third }.
    }

lasts = { $length } lang.
lasts-again = { $length }.

quiet = Jetzt bleibt es still, { $length } lang.
quiet-again = Still, { $length } lang.

waits = Ich warte. Drück die Eingabetaste, oder irgendeine, wenn du so weit bist.
waits-again = Dann eine Taste.
half = Die Hälfte ist um.
ten-more = Noch zehn Sekunden.
ten-more-again = Noch zehn.
more-breaths = { $count ->
        [1] Noch ein Atemzug.
        [2] Noch zwei Atemzüge.
        [3] Noch drei Atemzüge.
       *[other] Noch { $count } Atemzüge.
    }

# Wiederholungen, eine nach der anderen gezählt.
counted = { $number ->
        [1] Eins.
        [2] Zwei.
        [3] Drei.
        [4] Vier.
        [5] Fünf.
        [6] Sechs.
        [7] Sieben.
        [8] Acht.
        [9] Neun.
        [10] Zehn.
        [11] Elf.
        [12] Zwölf.
        [13] Dreizehn.
        [14] Vierzehn.
        [15] Fünfzehn.
        [16] Sechzehn.
        [17] Siebzehn.
        [18] Achtzehn.
        [19] Neunzehn.
        [20] Zwanzig.
        [21] Einundzwanzig.
        [22] Zweiundzwanzig.
        [23] Dreiundzwanzig.
        [24] Vierundzwanzig.
        [25] Fünfundzwanzig.
        [26] Sechsundzwanzig.
        [27] Siebenundzwanzig.
        [28] Achtundzwanzig.
        [29] Neunundzwanzig.
        [30] Dreißig.
       *[other] { $number }.
    }

words-of-a-length = minute sekunde atemzüge runden hälfte

words-of-a-silence = still schweig stille

words-of-a-warning = bleib weg, lass aus, hör auf, meide, nicht auf, niemals

length-breaths = { $count ->
        [one] einen Atemzug
       *[other] { $number } Atemzüge
    }
length-seconds = { $number } Sekunden
length-minutes = { $count ->
        [one] eine Minute
       *[other] { $number } Minuten
    }
length-minutes-and-a-half = { $count ->
        [one] anderthalb Minuten
       *[other] { $number }einhalb Minuten
    }
number = { $count ->
        [1] ein
        [2] zwei
        [3] drei
        [4] vier
        [5] fünf
        [6] sechs
        [7] sieben
        [8] acht
        [9] neun
        [10] zehn
        [11] elf
        [12] zwölf
        [13] dreizehn
        [14] vierzehn
        [15] fünfzehn
        [16] sechzehn
        [17] siebzehn
        [18] achtzehn
        [19] neunzehn
        [20] zwanzig
        [25] fünfundzwanzig
        [30] dreißig
        [35] fünfunddreißig
        [40] vierzig
        [45] fünfundvierzig
        [50] fünfzig
        [55] fünfundfünfzig
        [60] sechzig
       *[other] { $count }
    }

topic-breath = der Atem
topic-stretch = Dehnen
topic-tension = Anspannen und Loslassen
topic-attention = ein Gang durch den Körper
topic-noticing = Zeit zum Hinspüren
topic-rest = Ruhe
topic-scalp = Kopfhaut
topic-forehead = Stirn
topic-temples = Schläfen
topic-jaw = Kiefer
topic-neck-back = Nacken
topic-shoulder = Schultern
topic-chest = Brust
topic-upper-back = oberer Rücken
topic-low-back = unterer Rücken
topic-abdomen = Bauch
topic-forearm = Unterarme
topic-hand = Hände
topic-glutes = Hüften
topic-quadriceps = Oberschenkel
topic-calf = Unterschenkel
topic-foot = Füße
topic-knee = das Knie
topic-ankle = der Knöchel
topic-elbow = der Ellenbogen
topic-wrist = das Handgelenk

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
