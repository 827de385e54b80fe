# Pläne: Sitzungen, die für einen Menschen gemacht sind. Was sie sagen, und warum jeder Schritt da ist.

# Ihr Kopf. $first, $second und $third sind Stellen; $count sagt, wie viele es sind.
plan-title = { $count ->
        [1] Ein Plan: { $first }
        [2] Ein Plan: { $first } und { $second }
       *[other] Ein Plan: { $first }, { $second } und mehr
    }
plan-summary = { $count ->
        [1] Ein Plan für diese Stellen: { $first }.
        [2] Ein Plan für diese Stellen: { $first } und { $second }.
       *[other] Ein Plan für diese Stellen: { $first }, { $second }, { $third } und was nahe liegt.
    }
plan-body = Körper

# Was vorher zu wissen ist.
plan-caution-breath = Schwindlig oder ein Kribbeln beim langsamen Atmen? Dann atme wieder, wie du magst.

# Der erste Schritt.
plan-settle-title = { $setting ->
        [desk] Rück ein wenig zurück
        [bed] Licht gedimmt
       *[home] Ankommen
    }
plan-settle = { $setting ->
        [desk] { $position ->
            [standing] Steh vom Schreibtisch auf. Lass beide Arme hängen.
           *[seated] Rück vom Schreibtisch zurück. Beide Füße am Boden. Lass die Hände liegen.
        }
        [bed] { $position ->
            [lying-on-back] Leg dich auf den Rücken. Lass dich vom Bett tragen.
           *[seated] Lehn dich an das Kissen. Das Licht gedimmt. Lass die Hände liegen.
        }
       *[home] { $position ->
            [standing] Stell dich hin, die Füße etwas auseinander. Lass beide Arme hängen.
            [on-the-floor] Setz dich auf den Boden. Lass die Hände liegen.
            [lying-on-back] Leg dich auf den Rücken. Lass dich vom Boden tragen.
           *[seated] Setz dich hin. Beide Füße am Boden. Lass die Hände liegen.
        }
    }
plan-within-reach = Leg bereit: { $tool }.

# Langsame Atemzüge, vorher und nachher.
plan-breathe-title = Langsam atmen
plan-breathe = Folge dem Atem. Langsamer, nicht größer. Sanft, als könnte es niemand hören.
plan-breathe-last-title = Noch einmal atmen
plan-breathe-last = Die Hände ruhen. Ein paar langsame Atemzüge. Langsamer, nicht größer.

# Ein Wechsel der Lage.
plan-change-title = { $position ->
        [seated] Hinsetzen
        [standing] Aufstehen
        [on-the-floor] Auf den Boden
        [under-the-covers] Unter die Decke
       *[lying-on-back] Hinlegen
    }
plan-change = { $position ->
        [seated] Setz dich jetzt hin, die Füße am Boden. Lass dir Zeit.
        [standing] Steh jetzt auf. Lass dir Zeit.
        [on-the-floor] Komm jetzt auf den Boden. Lass dir Zeit.
        [under-the-covers] Rutsch unter die Decke. Lass dir Zeit.
       *[lying-on-back] Leg dich jetzt auf den Rücken. Lass dir Zeit.
    }

# Dieselben Striche in anderen Worten. $side ist „both“, wo es zwei Seiten gibt.
plan-deeper = { $side ->
        [both] Dasselbe {"{side-adverb}"}, mit etwas mehr Gewicht.
       *[none] Noch einmal dasselbe, mit etwas mehr Gewicht.
    }
plan-soothe-title = Noch einmal, leichter
plan-soothe = { $side ->
        [both] Wieder die ersten Striche {"{side-adverb}"}, jetzt leichter.
       *[none] Wieder die ersten Striche, jetzt leichter.
    }

# Aufmerksamkeit, und der Schluss.
plan-scan-title = Von Kopf bis Fuß
plan-scan = Lass deine Aufmerksamkeit wandern, von Kopf bis Fuß. Nichts muss anders werden.
plan-close-title = { $setting ->
        [desk] Das war alles
        [bed] Gute Nacht
       *[home] Ausruhen
    }
plan-close = { $setting ->
        [desk] Lass beide Hände liegen. Das war alles.
        [bed] Ich sage nichts mehr. Gute Nacht.
       *[home] Lass alles einen Moment liegen. Das war alles.
    }

# Warum ein Schritt da ist.
plan-why-settle = ein Moment zum Ankommen, bevor die Hände etwas tun
plan-why-breathe = { $goal ->
        [sleep] du möchtest schlafen; ein langsamer Atem passt zum Abend
        [stress] du möchtest weniger Stress; langsame Atemzüge beruhigen viele für eine Weile
       *[other] langsame Atemzüge geben den Händen das Tempo
    }
plan-why-warm = gewünschte Stelle ({ $place }); leichte Striche kommen vor festen
plan-why-warm-near = es bleibt Zeit, und das liegt nahe ({ $place }); leichte Striche zuerst
plan-why-warm-more = es bleibt Zeit auch dafür ({ $place }); leichte Striche zuerst
plan-why-work = die Stelle ({ $place }) ist jetzt warm und verträgt etwas mehr Druck
plan-why-light = gewünschte Stelle ({ $place }); sanfte Hände genügen hier
plan-why-light-near = es bleibt Zeit, und das liegt nahe ({ $place }); sanfte Hände genügen
plan-why-light-more = es bleibt Zeit auch dafür ({ $place }); sanfte Hände genügen
plan-why-tool = griffbereit: { $tool }; das reicht gut heran ({ $place })
plan-why-technique = die Technik, die du dir wünschst, jetzt wo es warm ist ({ $place })
plan-why-soothe = noch einmal leichte Striche zum Schluss an dieser Stelle ({ $place })
plan-why-stretch = was bearbeitet wurde, wird jetzt sanft gedehnt ({ $place })
plan-why-position = { $position ->
        [standing] diese Stelle erreicht man am besten im Stehen ({ $place })
        [on-the-floor] diese Stelle erreicht man am besten am Boden ({ $place })
        [lying-on-back] diese Stelle erreicht man am besten im Liegen ({ $place })
       *[seated] diese Stelle erreicht man am besten im Sitzen ({ $place })
    }
plan-why-lie-down = um dort zu enden, wo man einschlafen darf
plan-why-scan = Aufmerksamkeit führt zusammen, was die Hände getan haben
plan-why-breathe-last = langsame Atemzüge lassen es ausklingen
plan-why-close = { $setting ->
        [desk] ein Moment, bevor es weitergeht
        [bed] Stille, für den Schlaf
       *[home] Ruhe, damit nichts plötzlich endet
    }
# Stellen, die nicht im Plan sind, und warum. $because ist eine Liste.
plan-left-out = { $setting ->
        [desk] am Schreibtisch nicht gut zu erreichen: { $place }
        [bed] im Bett nicht gut zu erreichen: { $place }
       *[home] dafür ist hier nichts bekannt: { $place }
    }
plan-left-out-tool = { $place }: dafür bräuchte es { $tool }
plan-left-out-care = für dich ausgelassen: { $place } ({ $because })
plan-left-out-energy = { $place }: das wäre mehr, als dir jetzt lieb ist
plan-left-out-time = keine Zeit mehr bleibt dafür: { $place }
# Was um der Person willen nicht im Plan ist. $because ist ein Grund, $places eine Liste.
plan-spared = für dich sanfter: { $because } ({ $places })
plan-tool-unused = in diesem Plan nicht gebraucht: { $tool } ({ $why })
plan-unused-place = keine seiner Stellen wird damit massiert
plan-unused-others = andere Griffe passen diesmal besser
plan-unused-energy = das wäre mehr, als dir jetzt lieb ist
plan-unused-setting = { $setting ->
        [desk] nicht am Schreibtisch
        [bed] nicht im Bett
       *[home] nicht hier
    }
plan-unused-tool = dazu bräuchte es auch { $tool }
plan-unused-care = für dich ausgelassen: { $because }

# Der Befehl `plan`.
plan-each-side = auf jeder Seite
plan-kept = Gespeichert als { $file }: unclench play { $name }
plan-variety = Mit `--variety { $variety }` wird sie wieder dieselbe.
plan-cannot-fit = { $asked } gehen nicht auf; am nächsten liegt { $nearest }
plan-cannot-fit-help = `--minutes { $minutes }` plant das
plan-no-place = keine dieser Stellen ist dort zu bearbeiten
plan-no-place-help = `unclench breathe` und `unclench play quiet-rest` gehen trotzdem
plan-name-built-in = { $name } ist eine mitgelieferte Sitzung, und deine stünde an ihrer Stelle
plan-name-built-in-help = wähl einen anderen Namen, oder ersetz sie mit `--force`; sie kommt wieder, sobald deine entfernt ist
plan-no-home = es gibt keinen persönlichen Ordner, um es aufzuheben

# Der Bildschirm eines Plans, der entsteht.
plan-heading = Ein Plan für dich
plan-line-minutes = wie lange
plan-line-place = Stelle
plan-line-other = und noch
plan-line-goal = wofür
plan-line-setting = du bist
plan-line-tools = bereit
plan-minutes = { $minutes } min
plan-nearest = Das geht nicht auf. Am nächsten liegt { $nearest }.
plan-place-none = sonst nichts
plan-place-jaw = Kiefer
plan-place-neck = Nacken
plan-place-shoulders = Schultern
plan-place-face = Gesicht
plan-place-head = Kopf
plan-place-back = Rücken
plan-place-arms = Arme
plan-place-hands = Hände
plan-place-belly = Bauch
plan-place-hips = Hüften
plan-place-thighs = Oberschenkel
plan-place-legs = Beine
plan-place-calves = Waden
plan-place-feet = Füße
plan-place-chest = Brust
plan-place-outer-thigh = äußere Oberschenkel
plan-place-shin = Schienbeine
plan-goal-ease-pain = weniger Schmerz
plan-goal-stress = weniger Stress
plan-goal-flexibility = beweglicher werden
plan-goal-recovery = nach Anstrengung
plan-goal-sleep = Schlaf
plan-goal-mood = leichtere Stimmung
plan-goal-focus = klarer Kopf
plan-setting-desk = am Schreibtisch
plan-setting-home = zu Hause
plan-setting-bed = im Bett
plan-tools-hands = deine Hände
plan-tools-ball = ein Ball
plan-tools-roller = eine Rolle
plan-tools-ball-and-roller = ein Ball und eine Rolle
