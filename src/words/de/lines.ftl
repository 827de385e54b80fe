# Eine Sitzung als einfache Zeilen. Längen wie 6 min 30 s werden eingesetzt, wie sie sind.

lines-opening = { $title }, { $length }.
lines-nearest = { $title }, { $length }: so nah an { $asked }, wie es mit ganzen Atemzügen geht.
lines-muted = Der Ton ist aus, deshalb ist nichts zu hören.
lines-volume-at-zero = Die Lautstärke steht auf 0, deshalb ist nichts zu hören.
lines-kinds-at-zero = Nicht zu hören, weil auf 0: { $kinds }.
lines-breath-tone = Atemton
lines-enter-pauses = Die Eingabetaste hält an, q und Eingabe verlassen. ! und Eingabe halten sofort an und fragen nach.
lines-no-sound = Es gibt keine Tonausgabe, deshalb ist nichts zu hören. `unclench doctor` sagt, warum.
lines-sound-lost = Die Tonausgabe ist fort. Es geht ohne sie weiter, und mit ihr, sobald sie wieder da ist.
lines-sound-is-there = Die Tonausgabe ist da, ab hier ist etwas zu hören.
lines-unspoken = Keine Zeile wird gesprochen: { $why }.
lines-some-unspoken = Manche Zeilen werden nicht gesprochen: { $why }.

lines-easier = Leichter: { $easier }
lines-paused = Pause.
lines-gap = Pause, weil die Zeit stillstand.
lines-enter-resumes = Mit der Eingabetaste geht es weiter.
lines-resumed = Weiter geht es.
lines-waiting = Lass dir Zeit.
lines-waiting-for-enter = Lass dir Zeit. Drück die Eingabetaste, wenn du weitermachen magst.
lines-end = Zu Ende, nach { $played }.
lines-ended-early = Früher beendet, nach { $played }. Das ist gut so.
lines-stopped = Angehalten nach { $played }. Das ist gut so.

lines-plays-on = Der Klang ({ $bed }) läuft noch { $left } weiter.
lines-enter-ends = Die Eingabetaste beendet ihn.
lines-fading = Er klingt aus.
lines-silence = Stille. Schlaf gut.

# Eine Sitzung, die mit ! angehalten wurde.
lines-stopped-now = Hände weg. Die Sitzung wartet.
lines-stop-ask = Was hast du gespürt? Gib die Nummer ein, oder q zum Beenden.
lines-stop-no-number = { $written } ist keine der Nummern.
lines-stop-without = Mit Enter geht es nach einem stillen Atemzug ohne diese Stelle weiter, q beendet.
lines-stop-on = Mit Enter geht es weiter, wo du warst, q beendet.

lines-before-any = Enter beginnt. Trifft etwas davon zu, gib erst seine Nummer ein, etwa 2 oder 1 3. q verlässt.
lines-before-none = Enter beginnt, q verlässt.
lines-before-yes = Enter beginnt die Sitzung, wie sie jetzt für dich ist, t antwortet neu, q verlässt.
lines-before-where = Wo ist es? Gib die Nummern der Stellen ein, etwa 2 oder 1 3. Enter allein schont jede Stelle.
lines-before-nobody = Niemand wurde gefragt, wie es heute geht. Lass aus, was dir nicht guttut.
lines-before-today = Heute hast du gesagt: { $names }. `unclench profile today --again` fragt neu.
lines-before-other = { $written } ist hier nicht bekannt. Enter beginnt, q verlässt.
lines-before-no-number = { $written } ist keine der Nummern. Enter beginnt, q verlässt.
lines-before-number = Nummer { $number }: { $line }
lines-before-left = Heute nicht. Das ist in Ordnung.

lines-check-in-no-number = { $written } ist keine ganze Zahl von 0 bis 10 wie 7. Enter allein sagt nichts.
lines-check-in-where = Wo tut es am meisten weh? Gib die Nummer ein; Enter allein lässt es offen.
