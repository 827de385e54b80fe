# Warum eine Sitzung gefunden wurde, neben ihr in der Liste.
found-region = { $place }
found-goal = { $goal ->
        [ease-pain] für weniger Schmerz
        [flexibility] für Beweglichkeit
        [recovery] für Erholung
        [sleep] für den Schlaf
        [mood] für leichtere Stimmung
        [focus] für einen klaren Kopf
       *[stress] für weniger Anspannung
    }
found-technique = { $technique ->
        [swedish] Streichen und Kneten
        [deep-tissue] langsamer fester Druck
        [trigger-point] Druck auf empfindliche Stellen
        [sports] flotte Striche
       *[myofascial] langsames Rollen
    }
found-tool = { $tool ->
        [hands] mit den Händen
        [ball] mit einem Ball
        [roller] mit einer Rolle
        [chair] mit einem Stuhl
        [wall] an einer Wand
        [pillow] mit einem Kissen
        [towel] mit einem Handtuch
        [warm-pack] mit einer Wärmepackung
        [cold-pack] mit einer Kühlpackung
       *[cream] mit Creme oder Öl
    }
found-pattern = atmet „{ $pattern }“
found-step = in einem ihrer Schritte
found-near = Nichts hat all diese Wörter. In der Nähe:
found-meant = Verstanden als „{ $words }“:
found-nothing = Nichts zu diesen Wörtern. Die Rücktaste erweitert die Suche.
found-none-works = Hier arbeitet noch keine Sitzung. Escape zeigt alle.

# Die Überschriften der Bibliothek.
library-shelf = { $shelf ->
        [now] Passt gerade
        [favourites] Favoriten
        [lately] Zuletzt gespielt
        [best] Am besten zu diesen Worten
        [more] Mehr zu diesen Worten
        [desk] Am Schreibtisch
        [home] Zu Hause
        [bed] Im Bett
        [courses] Kurse, jeden Tag eine Sitzung
        [tours] Rundgänge durch die Techniken
        [breath] Atem
        [own] Eigene
       *[read] Zum Lesen
    }
# Was da steht, wo es keine Sitzung ist.
library-kind = { $kind ->
        [breath] Atem
       *[page] Seite
    }
# Das Längste, das da steht.
library-at-most = bis { $minutes } min
# Der Kopf der Bibliothek, und worauf ihre Liste verengt ist.
library-title = Bibliothek
library-all = Esc zeigt alle
library-count = { $count ->
        [one] 1 Sitzung
       *[other] { $count } Sitzungen
    }
library-found = { $count } gefunden
library-days = { $days } Tage
