# Eine Sitzung, bevor sie beginnt.
ready-range = { $shortest } bis { $longest }
ready-under-a-minute = unter 1 min
ready-tools = Leg dir bereit: { $tools }.
ready-always = Nie am Steuer, im Wasser oder nah daran, oder im Stehen, wo du fallen könntest. Hör auf, wann immer du magst, und sofort, wenn etwas sticht, taub wird oder dir schwindlig ist.
ready-always-brief = Nie am Steuer, nah am Wasser oder wo du fallen könntest. Hör sofort auf, wenn etwas sticht, taub wird oder dir schwindlig ist.
ready-voice-works = Die Stimme macht sich bereit
ready-voice = Eine Stimme begleitet dich.
ready-voice-though = Nur: { $why }.
ready-silent = Keine Stimme.
ready-silent-why = Keine Stimme: { $why }.
ready-some-silent = { $some } von { $of } Sätzen bleiben ungesprochen.
ready-some-silent-why = { $some } von { $of } Sätzen bleiben ungesprochen: { $why }.

position-seated = Im Sitzen.
position-standing = Im Stehen.
position-lying-on-back = Auf dem Rücken liegend.
position-lying-on-side = Auf der Seite liegend.
position-on-the-floor = Auf dem Boden.
position-any = In jeder bequemen Haltung.

tool-ball = Ball
tool-roller = Rolle
tool-chair = Stuhl
tool-wall = Wand
tool-pillow = Kissen
tool-towel = Handtuch
tool-warm-pack = Wärmepackung
tool-cold-pack = Kältepackung
tool-cream = Creme oder Öl

questions-title = Bevor es losgeht
questions-title-partner = Bevor es losgeht, fragt einander
questions-ask = Trifft heute etwas davon zu? Drück { $mark ->
        [letter] den Buchstaben
       *[other] die Nummer
    }. Wenn nicht, geh einfach weiter.
questions-ask-one = Trifft das heute zu? Dann drück { $key }. Wenn nicht, geh einfach weiter.
questions-ask-brief = Heute so? { $mark ->
        [letter] Buchstabe
       *[other] Nummer
    } drücken, sonst Enter.
questions-where = Wo ist es? Drück die Nummer jeder Stelle. Ist es keine davon, oder bist du nicht sicher, geh einfach weiter: Dann wird jede Stelle geschont.
questions-changed = Für dich geändert
questions-know = Gut zu wissen
questions-tell-once = Einmal gelesen, steht es in 30 Tagen wieder hier. Sag unter Gesundheit (p), was dich betrifft, dann steht hier nur das.
questions-advice = Dann zuerst dies
questions-gentler = Die Sitzung ist sanfter, wo es nötig ist. Geh weiter, oder drück Esc und lass sie für heute.
questions-not-now = Lass es jetzt besser: drück Esc. Was von der Sitzung bleibt, ist ruhiges Ausruhen, wenn du das magst.
questions-as-it-is = Nichts in dieser Sitzung spricht dagegen. Geh weiter, wenn du magst, oder drück Esc und lass sie für heute.

# Eine Seite, die länger ist als der Bildschirm.
page-more = ↓ mehr
page-turns = ↓ blättert selbst
