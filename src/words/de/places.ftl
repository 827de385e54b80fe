# Stellen des Körpers. $side ist left, right oder none.
# `.short` steht auf dem Bildschirm, während eine Sitzung läuft.

place-scalp = { $side ->
        [left] Kopfhaut links
        [right] Kopfhaut rechts
       *[none] Kopfhaut
    }
place-forehead = { $side ->
        [left] Stirn links
        [right] Stirn rechts
       *[none] Stirn
    }
place-temples = { $side ->
        [left] linke Schläfe
        [right] rechte Schläfe
       *[none] Schläfen
    }
place-jaw = { $side ->
        [left] Kiefer links
        [right] Kiefer rechts
       *[none] Kiefer
    }
place-skull-base = { $side ->
        [left] Schädelbasis links
        [right] Schädelbasis rechts
       *[none] Schädelbasis
    }
    .short = { $side ->
        [left] Schädelbasis, links
        [right] Schädelbasis, rechts
       *[none] Schädelbasis
    }
place-neck-back = { $side ->
        [left] Nacken links
        [right] Nacken rechts
       *[none] Nacken
    }
    .short = { $side ->
        [left] Nacken, links
        [right] Nacken, rechts
       *[none] Nacken
    }
place-upper-trapezius = { $side ->
        [left] linke Schulter oben
        [right] rechte Schulter oben
       *[none] Schulter oben
    }
    .short = { $side ->
        [left] linke Schulter, oben
        [right] rechte Schulter, oben
       *[none] Schulter oben
    }
place-shoulder = { $side ->
        [left] linke Schulter
        [right] rechte Schulter
       *[none] Schulter
    }
place-chest = { $side ->
        [left] linke Brust
        [right] rechte Brust
       *[none] Brust
    }
place-upper-back = { $side ->
        [left] oberer Rücken links
        [right] oberer Rücken rechts
       *[none] oberer Rücken
    }
place-low-back = { $side ->
        [left] unterer Rücken links
        [right] unterer Rücken rechts
       *[none] unterer Rücken
    }
place-abdomen = { $side ->
        [left] Bauch links
        [right] Bauch rechts
       *[none] Bauch
    }
place-forearm = { $side ->
        [left] linker Unterarm
        [right] rechter Unterarm
       *[none] Unterarm
    }
place-hand = { $side ->
        [left] linke Hand
        [right] rechte Hand
       *[none] Hand
    }
place-thumb-pad = { $side ->
        [left] linker Daumenballen
        [right] rechter Daumenballen
       *[none] Daumenballen
    }
place-glutes = { $side ->
        [left] linke Gesäßhälfte und Hüfte
        [right] rechte Gesäßhälfte und Hüfte
       *[none] Gesäß und Hüfte
    }
place-quadriceps = { $side ->
        [left] linker Oberschenkel vorn
        [right] rechter Oberschenkel vorn
       *[none] Oberschenkel vorn
    }
    .short = { $side ->
        [left] linker Oberschenkel, vorn
        [right] rechter Oberschenkel, vorn
       *[none] Oberschenkel vorn
    }
place-outer-thigh = { $side ->
        [left] linker Oberschenkel außen
        [right] rechter Oberschenkel außen
       *[none] Oberschenkel außen
    }
place-hamstrings = { $side ->
        [left] linker Oberschenkel hinten
        [right] rechter Oberschenkel hinten
       *[none] Oberschenkel hinten
    }
    .short = { $side ->
        [left] linker Oberschenkel, hinten
        [right] rechter Oberschenkel, hinten
       *[none] Oberschenkel hinten
    }
place-calf = { $side ->
        [left] linke Wade
        [right] rechte Wade
       *[none] Wade
    }
place-shin = { $side ->
        [left] linkes Schienbein
        [right] rechtes Schienbein
       *[none] Schienbein
    }
place-foot = { $side ->
        [left] linker Fuß
        [right] rechter Fuß
       *[none] Fuß
    }

# Eine Seite allein.
joint-knee = Knie
joint-ankle = Sprunggelenk
joint-elbow = Ellenbogen
joint-wrist = Handgelenk

place-side = { $side ->
        [left] linke Seite
       *[right] rechte Seite
    }

# Muskelgruppen, die angespannt werden. $side ist left, right oder none.
muscles-hand-and-forearm = { $side ->
        [left] linke Hand und Unterarm
        [right] rechte Hand und Unterarm
       *[none] Hand und Unterarm
    }
muscles-upper-arm = { $side ->
        [left] linker Oberarm
        [right] rechter Oberarm
       *[none] Oberarm
    }
muscles-arm = { $side ->
        [left] linker Arm
        [right] rechter Arm
       *[none] Arm
    }
muscles-arms = { $side ->
        [left] beide Arme, links
        [right] beide Arme, rechts
       *[none] beide Arme
    }
muscles-forehead = { $side ->
        [left] Stirn, links
        [right] Stirn, rechts
       *[none] Stirn
    }
muscles-eyes-and-nose = { $side ->
        [left] Augen und Nase, links
        [right] Augen und Nase, rechts
       *[none] Augen und Nase
    }
muscles-lower-face-and-jaw = { $side ->
        [left] untere Gesichtshälfte und Kiefer, links
        [right] untere Gesichtshälfte und Kiefer, rechts
       *[none] untere Gesichtshälfte und Kiefer
    }
muscles-face = { $side ->
        [left] Gesicht, links
        [right] Gesicht, rechts
       *[none] Gesicht
    }
muscles-neck = { $side ->
        [left] Hals, links
        [right] Hals, rechts
       *[none] Hals
    }
muscles-face-and-neck = { $side ->
        [left] Gesicht und Hals, links
        [right] Gesicht und Hals, rechts
       *[none] Gesicht und Hals
    }
muscles-chest-shoulders-upper-back = { $side ->
        [left] Brust, Schultern und oberer Rücken, links
        [right] Brust, Schultern und oberer Rücken, rechts
       *[none] Brust, Schultern und oberer Rücken
    }
muscles-abdomen = { $side ->
        [left] Bauch, links
        [right] Bauch, rechts
       *[none] Bauch
    }
muscles-trunk = { $side ->
        [left] Rumpf, links
        [right] Rumpf, rechts
       *[none] Rumpf
    }
muscles-thigh = { $side ->
        [left] linker Oberschenkel
        [right] rechter Oberschenkel
       *[none] Oberschenkel
    }
muscles-calf = { $side ->
        [left] linke Wade
        [right] rechte Wade
       *[none] Wade
    }
muscles-foot = { $side ->
        [left] linker Fuß
        [right] rechter Fuß
       *[none] Fuß
    }
muscles-leg = { $side ->
        [left] linkes Bein
        [right] rechtes Bein
       *[none] Bein
    }
muscles-legs = { $side ->
        [left] beide Beine, links
        [right] beide Beine, rechts
       *[none] beide Beine
    }

# Größere Teile des Körpers, die jemand nennt. $side ist left, right oder none.
part-head = { $side ->
        [left] Kopf links
        [right] Kopf rechts
       *[none] Kopf
    }
part-jaw = { $side ->
        [left] Kiefer links
        [right] Kiefer rechts
       *[none] Kiefer
    }
part-neck = { $side ->
        [left] Nacken links
        [right] Nacken rechts
       *[none] Nacken
    }
part-shoulders = { $side ->
        [left] linke Schulter
        [right] rechte Schulter
       *[none] Schultern
    }
part-chest = { $side ->
        [left] linke Brust
        [right] rechte Brust
       *[none] Brust
    }
part-back = { $side ->
        [left] Rücken links
        [right] Rücken rechts
       *[none] Rücken
    }
part-belly = { $side ->
        [left] Bauch links
        [right] Bauch rechts
       *[none] Bauch
    }
part-arms = { $side ->
        [left] linker Arm
        [right] rechter Arm
       *[none] Arme
    }
part-hands = { $side ->
        [left] linke Hand
        [right] rechte Hand
       *[none] Hände
    }
part-hips = { $side ->
        [left] linke Hüfte
        [right] rechte Hüfte
       *[none] Hüften
    }
part-legs = { $side ->
        [left] linkes Bein
        [right] rechtes Bein
       *[none] Beine
    }
part-feet = { $side ->
        [left] linker Fuß
        [right] rechter Fuß
       *[none] Füße
    }
