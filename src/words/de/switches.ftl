# Die andere Seite, wie ein Seitenwechsel sie nennt: nach „Jetzt“ und „In zehn Sekunden“.

other-side = { $position ->
        [lying-on-back] die andere Seite deines Körpers, weiter auf dem Rücken
       *[any] die andere Seite
    }
other-scalp = die andere Seite der Kopfhaut
other-forehead = die andere Seite der Stirn
other-temples = die andere Schläfe
other-jaw = die andere Seite des Kiefers
other-skull-base = die andere Seite, am Ansatz des Schädels
other-neck-back = die andere Seite des Nackens
other-upper-trapezius = die andere Schulter
other-shoulder = die andere Schulter
other-chest = die andere Seite der Brust
other-upper-back = die andere Seite des oberen Rückens
other-low-back = die andere Seite des unteren Rückens
other-abdomen = die andere Seite des Bauchs
other-forearm = der andere Unterarm
other-hand = die andere Hand
other-thumb-pad = der andere Daumen
other-glutes = die andere Hüfte
other-quadriceps = der andere Oberschenkel
other-outer-thigh = der andere Oberschenkel
other-hamstrings = die Rückseite des anderen Oberschenkels
other-calf = die andere Wade
other-shin = das andere Schienbein
other-foot = der andere Fuß

# Dasselbe nach Muskelgruppen.
other-muscles-hand-and-forearm = die andere Hand mit dem Unterarm
other-muscles-upper-arm = der andere Oberarm
other-muscles-arm = der andere Arm
other-muscles-arms = der andere Arm
other-muscles-forehead = die andere Seite der Stirn
other-muscles-eyes-and-nose = das andere Auge
other-muscles-lower-face-and-jaw = die andere Seite des Kiefers
other-muscles-face = die andere Seite des Gesichts
other-muscles-neck = die andere Seite des Nackens
other-muscles-face-and-neck = die andere Seite von Gesicht und Nacken
other-muscles-chest-shoulders-upper-back = die andere Schulter
other-muscles-abdomen = die andere Seite des Bauchs
other-muscles-trunk = die andere Seite des Rumpfs
other-muscles-thigh = der andere Oberschenkel
other-muscles-calf = die andere Wade
other-muscles-foot = der andere Fuß
other-muscles-leg = das andere Bein
other-muscles-legs = das andere Bein
