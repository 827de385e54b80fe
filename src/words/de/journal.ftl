# The journal.

# Said once in a quiet line where it is not as it should be; the session goes on.
two-notes = { $first } · { $second }
journal-not-kept = In deinem Tagebuch wird gerade nichts behalten. `unclench doctor` sagt, warum.
journal-newer = Dein Tagebuch ist von einem neueren Unclench, darum wird nichts darin behalten.
journal-set-aside = Dein Tagebuch war beschädigt. Es liegt beiseite, und ein neues ist begonnen.
journal-was-empty = Die Datei deines Tagebuchs war leer, und ein neues ist darin begonnen.

# On the first screen, where a session was interrupted. c and x are keys.
home-go-on = c  weiter mit { $title } bei { $at }  ·  x  jetzt nicht

check-in-before = Wie geht es dir gerade?
check-in-after = Und wie ist es jetzt?
check-in-skip = Sag so viel oder so wenig, wie du magst; Enter geht weiter.
check-in-where = wo
check-in-nowhere = nicht gesagt
check-in-asks-where = Wo tut es am meisten weh? m zeigt den Körper; ← und → gehen von Stelle zu Stelle.
check-in-asks-on-map = Wo tut es am meisten weh?
check-in-asks-tension = Wie angespannt bist du? 0 gar nicht, 10 so sehr es geht.
check-in-asks-pain = Wie weh tut es? 0 gar nicht, 10 das Schlimmste, das du dir vorstellen kannst.
check-in-asks-stress = Wie gestresst bist du? 0 gar nicht, 10 so sehr es geht.
check-in-asks-mood = Wie fühlst du dich? 0 sehr unangenehm, 10 sehr angenehm.
check-in-asks-activation = Wie aufgedreht bist du? 0 ruhig oder schläfrig, 10 hellwach oder unter Strom.
check-in-asks-energy = Wie viel Kraft hast du? 0 gar keine, 10 reichlich.
check-in-asks-sleep = Wie hast du geschlafen? 0 sehr schlecht, 10 sehr gut.
check-in-brief-tension = Anspannung: 0 keine, 10 volle.
check-in-brief-pain = Schmerz: 0 keiner, 10 der ärgste.
check-in-brief-stress = Stress: 0 keiner, 10 der größte.
check-in-brief-mood = Stimmung: 0 unangenehm, 10 angenehm.
check-in-brief-activation = Wachheit: 0 schläfrig, 10 überdreht.
check-in-brief-energy = Kraft: 0 keine, 10 reichlich.
check-in-brief-sleep = Schlaf: 0 sehr schlecht, 10 sehr gut.

measure-tension = Anspannung
measure-pain = Schmerz
measure-stress = Stress
measure-mood = Stimmung
measure-activation = Wachheit
measure-energy = Kraft
measure-sleep = Schlaf
measure-pulse = Puls
measure-systolic = oberer Blutdruck
measure-diastolic = unterer Blutdruck

helped-by-session = nach Sitzung
helped-by-technique = nach Technik
helped-by-region = nach Stelle
helped-by-time-of-day = nach Tageszeit
helped-time-morning = Morgen
helped-time-afternoon = Nachmittag
helped-time-evening = Abend
helped-time-night = Nacht

home-sleep = Wie hast du geschlafen? 0 schlecht … 10 gut  ·  x  jetzt nicht
home-slept = Schlaf: { $value } von 10. Eine andere Zahl ändert es.

helped-title = Was geholfen hat
helped-days = Tage
helped-sessions = vorher und nachher
helped-changes = was es war
helped-nothing = In deinem Tagebuch steht noch nichts. Sitzungen kommen von selbst hinein; sag vorher und nachher, wie es dir geht, und diese Seite zeigt, was sich geändert hat.
helped-untold = Vorher und nachher wurde noch bei keiner Sitzung etwas gesagt.
helped-count = { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } an { $days ->
        [one] 1 Tag
       *[other] { $days } Tagen
    }. Eine Spalte ist eine Woche, oben der Montag.
helped-mean = { $sessions ->
        [one] In 1 Sitzung
       *[other] In { $sessions } Sitzungen
    } war es danach im Mittel { $way ->
        [lower] { $points } Punkte niedriger
        [higher] { $points } Punkte höher
       *[same] gleich
    } (die mittlere Änderung { $median }). Das ist zu wenig, um mehr zu sagen, und zeigt nicht, dass die Sitzungen die Ursache waren.
helped-mean-sure = In { $sessions } Sitzungen war es danach im Mittel { $way ->
        [lower] { $points } Punkte niedriger
        [higher] { $points } Punkte höher
       *[same] gleich
    } (die mittlere Änderung { $median }; 95-%-Intervall des Mittels { $low } bis { $high }). Das zeigt nicht, dass die Sitzungen die Ursache waren.
helped-short = { $mean } ({ $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    })
helped-short-sure = { $mean } ({ $sessions } Sitzungen; 95-%-Intervall { $low } bis { $high })
helped-goal = Sitzungen in jeder Woche. Etwa { $goal } in der Woche täten dir gut, wie das Band zeigt; mehr oder weniger ist auch recht.
helped-coin = Nach der Münze: an { $sessions ->
        [one] 1 Tag
       *[other] { $sessions } Tagen
    } mit Sitzung änderte es sich im Mittel um { $session }, an { $rests ->
        [one] 1 Tag
       *[other] { $rests } Tagen
    } mit stiller Ruhe um { $rest }.
helped-coin-chance = Hätte beides gleich gewirkt, brächte der Fall der Münzen allein einen so großen Unterschied in etwa { $times } von 100 solchen Versuchen.
helped-coin-few = Ab je { $days } Tagen steht hier, wie leicht der Fall der Münzen allein das zustande bringt.
helped-coin-note = Ein Tag zählt als das, was die Münze sagte, was auch immer an ihm war. Du weißt, was sie sagte, und Erwartung tut das Ihre.
helped-floor = { $sessions ->
        [one] 1 Sitzung begann
       *[other] { $sessions } Sitzungen begannen
    } bei 0 oder 1, wo wenig sinken kann, und { $sessions ->
        [one] zählt
       *[other] zählen
    } hier nicht.
helped-worse = Nach jeder der letzten drei war es schlechter. Eine andere Sitzung, oder eine Weile keine, tut dir vielleicht besser; wenn es so bleibt, frag eine Ärztin oder einen Arzt.
helped-caveat = Man beginnt eine Sitzung eher, wenn es schlechter geht als sonst; manches würde auch so besser. Ruhe und Erwartung tun das Ihre. Ein Punkt schwankt auch von selbst.
