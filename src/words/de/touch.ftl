# Wie massiert wird, in einer eigenen Zeile.
touch = { $stroke } mit { $tool }, { $direction }. Druck { $pressure } von 10.

# Womit, nach „mit“. $side ist die Seite der Hand, die arbeitet, oder none.
with-hands = { $side ->
        [left] der linken Hand
        [right] der rechten Hand
       *[none] den Händen
    }
with-ball = einem Ball
with-roller = einer Rolle
with-chair = einem Stuhl
with-wall = einer Wand
with-pillow = einem Kissen
with-towel = einem Handtuch
with-warm-pack = einer Wärmepackung
with-cold-pack = einer Kältepackung
with-cream = Creme oder Öl

# Griffe.
stroke-effleurage = Streichen
stroke-petrissage = Kneten
stroke-friction = Kleine Kreise
stroke-tapotement = Leichtes Klopfen
stroke-vibration = Sanftes Schütteln
stroke-compression = Ruhiger Druck
stroke-skin-rolling = Hautrollen
stroke-pin-and-stretch = Halten und bewegen
stroke-rolling = Langsames Rollen

# Richtungen.
direction-toward-heart = zum Herzen hin
direction-outward = nach außen
direction-inward = nach innen
direction-up = nach oben
direction-down = nach unten
direction-along = längs des Muskels
direction-across = quer zum Muskel
direction-circles = in Kreisen
direction-clockwise = rechts hinauf, links hinunter
direction-still = an einer Stelle
