# Was jemand von Körper und Hilfsmitteln erzählt, so viel, wie man mag.
health-title = Gesundheit
health-kept = alles freiwillig, nur auf diesem Rechner
health-kept-short = nur auf diesem Rechner
health-found = { $count ->
        [0] nichts mit diesem Namen
       *[other] { $count } gefunden
    }

# Überschriften.
health-tools = Was du zur Hand hast
health-you = Du
health-group-heart-and-circulation = Herz und Kreislauf
health-group-bones-and-joints = Knochen und Gelenke
health-group-skin = Haut
health-group-nerves-and-senses = Nerven und Sinne
health-group-breathing-and-mind = Atem und Seele
health-group-pregnancy-and-birth = Schwangerschaft und Geburt
health-group-operations-and-injuries = Operationen und Verletzungen
health-group-medicines = Medikamente
health-group-illnesses = Krankheiten
health-group-today = Heute

# Was man sagen kann. $side ist left oder right.
health-no-tool = nichts davon
health-pressure = Druck, den du magst
health-hand = { $side ->
        [left] deine linke Hand kann
       *[right] deine rechte Hand kann
    }
health-reach = deine Hände kommen
health-first-side = Seite zum Anfangen
health-floor = auf den Boden und wieder hoch
health-nothing-else = sonst nichts hiervon

# Antworten.
health-at-most = höchstens { $most } von 10
health-as-it-comes = wie es kommt
health-hand-full = alles
health-hand-light = nur leichte Striche
health-hand-none = nichts
health-reach-all = überallhin
health-reach-not-feet = nicht an die Füße
health-reach-not-back = nicht hinter den Rücken
health-reach-neither = weder an Füße noch Rücken
health-left = links
health-right = rechts
health-both = beide
health-here = hier
health-yes = ja
health-no = nein
health-not-told = nicht gesagt

# Was gefragt wird, oder was daraus folgt.
health-about-tools = Sobald du etwas ankreuzt, nimmt eine Sitzung, die anderes will, statt dessen deine Hände.
health-about-pressure = Nichts drückt fester als das, was auch in einer Sitzung steht.
health-about-hand = Was von dieser Hand mehr verlangt, weicht etwas Leichterem.
health-about-reach = Wo sie nicht hinkommen, wird ausgelassen und ruhig geatmet.
health-about-first-side = Sonst gilt, was in deinen Einstellungen steht.
health-about-floor = Kommst du auf den Boden und allein wieder hoch? Wenn nicht, sagen Sitzungen dort, was es genauso tut.
health-about-nothing-else = Kreuz das an, wenn du hier alles gesagt hast. Du musst nicht.

# Wo etwas ist. p ist eine Taste.
health-where = Wo ist es? Die Eingabetaste geht von links nach rechts zu beiden. Ist nichts genannt, kann es überall sein.
health-where-unknown = Es kann überall sein: p nennt, wo.
health-where-known = p nennt, wo es ist.

# Was hinter etwas steht.
health-ask-doctor = Frag deine Ärztin oder deinen Arzt, was sonst gut für dich ist.
health-how-sure = Wie sicher: { $sure }.
health-sure-read = die Quelle wurde gelesen
health-sure-secondary = aus einer Seite über die Quelle
health-sure-common-knowledge = üblicher Rat, nicht nachgeschlagen
health-sure-judgement = unsere eigene vorsichtige Wahl

# Seiten zum Lesen.
learn-how = So geht es
learn-known = Was man weiß
learn-not-for = Lass es, oder frag vorher
learn-see-also = Siehe auch
learn-sure-high = Ziemlich sicher
learn-sure-moderate = Einigermaßen sicher
learn-sure-low = Nicht sehr sicher
learn-sure-very-low = Gar nicht sicher
learn-sure-convention = Brauch, keine Studien

# Die Seite mit allen Regeln zur Gesundheit.
learn-safety-title = Wer was besser lässt
learn-safety-what = Alle Regeln zur Gesundheit, an die sich dieses Programm hält, mit ihrer Quelle. Was eine Regel untersagt, weicht etwas Sanfterem, bevor eine Sitzung beginnt. Die Regeln sind eher vorsichtig; ärztlich geprüft hat sie noch niemand.
learn-safety-signs = Zeichen, bei denen du aufhörst, und wen du rufst: `unclench learn stopping`.
learn-safety-until = Frag vorher ärztlich nach.
learn-signs-told = Ist davon heute etwas so, kümmere dich zuerst darum; eine Sitzung kann warten. Wie es dir geht, wird vor jeder gefragt, und `unclench learn stopping` nennt alle Zeichen.
