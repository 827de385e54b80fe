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
found-nothing = Nichts zu diesen Wörtern. Die Rücktaste erweitert die Suche.
found-none-works = Hier arbeitet noch keine Sitzung. Escape zeigt alle.
