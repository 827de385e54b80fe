# Eine Sitzung auf dem Bildschirm. $next ist der Titel des nächsten Schritts.
player-left = noch { $time }
player-sound-off = ♪ aus
player-voice-off = ♪ { $volume }, Stimme aus
player-paused = Pause. Mit der Leertaste geht es weiter.
player-paused-short = Pause. Weiter mit der Leertaste.
player-gap = Pause, weil der Rechner weg war. Mit der Leertaste geht es weiter.
player-gap-short = Rechner war weg. Leertaste: weiter.
player-waiting = Lass dir Zeit. Jede Taste geht weiter, wenn du magst.
player-waiting-short = Lass dir Zeit. Weiter: jede Taste.
player-enough = Diese Stelle hat fürs Erste genug. Mit → geht es weiter.
player-enough-short = Hier genug fürs Erste. Weiter mit →.
player-then = dann  { $next }
player-easier = Leichter: { $easier }
player-soon = gleich
player-breath = { $seconds }   Atemzug { $number } von { $of }
player-turn = { $seconds }   { $number } von { $of }

pressure = Druck
pressure-light = leicht wie ein Tuch
pressure-soft = weich und leicht
pressure-firm = fest, nie schmerzhaft
pressure-strong = kräftig, nie schmerzhaft

technique-swedish = Klassisch
technique-deep-tissue = langsamer, fester Druck
technique-trigger-point = Druck auf Tastpunkte
technique-sports = flotte Griffe und Rollen
technique-myofascial = langsames Rollen

# Neben dem Bild.
map-left = deine Linke
    .short = links
    .letter = L
map-right = deine Rechte
    .short = rechts
    .letter = R
map-keep-off = ▨ aussparen
map-front = vorn
map-back = hinten
map-face = Gesicht
map-head = Kopf
map-hands = Hände
map-feet = Füße

# Warum etwas nicht zu hören ist.
sound-left-out = ohne { $file }
sound-one-left-out = ein Klang fehlt
sound-lost = ♪ fort, es geht weiter
sound-none = kein Ton
sound-some-unspoken = manches ungesprochen
sound-unspoken = ♪ ohne Worte
sound-not-kept = Lautstärken nicht gemerkt

stop-title = Hände weg
stop-ask = Die Sitzung wartet. Was hast du gespürt? Drück die Nummer.
stop-sharp = Stechen, Kribbeln, Taubheit oder Schwindel
stop-sharp-advice = Genug für heute: Ruh dich aus und atme still; ist dir schwindlig, setz oder leg dich. Ist es morgen noch da oder wird es schlimmer, lass danach sehen.
stop-unpleasant = Nur unangenehm, oder einfach zu viel
stop-unpleasant-advice = Lass die Stelle heute in Ruhe und atme still, bis sie sich beruhigt hat.
stop-interrupted = Nichts: Etwas kam dazwischen
stop-interrupted-advice = Lass dir Zeit.
stop-then-end = Enter beendet die Sitzung hier.
stop-then-without = Wenn du magst, geht es mit → nach einem stillen Atemzug ohne diese Stelle weiter. Enter beendet die Sitzung hier.
stop-then-on = → geht weiter, wo du warst, Enter beendet die Sitzung hier.

technique-breathe = Atmen
technique-stretch = Dehnen
technique-tense = Anspannen und Loslassen
technique-pack = Wärme und Kälte
technique-scan = Körperreise

# Die Körperkarte.
map-title = Körperkarte
map-invitation = Wo möchtest du anfangen?
map-panel-body = Körper
map-panel-face = Gesicht
map-panel-hands = Hände
map-panel-feet = Füße
map-on-left = auf deiner linken Seite
map-on-right = auf deiner rechten Seite
map-sessions = { $count ->
        [0] hier arbeitet noch keine Sitzung
        [one] 1 Sitzung
       *[other] { $count } Sitzungen
    }
map-more = + { $count } weitere
