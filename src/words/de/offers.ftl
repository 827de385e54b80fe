# Warum eine Sitzung auf dem ersten Bildschirm angeboten wird: eins bis drei davon, eins nach dem anderen.
offer-short = kurz
offer-at = { $setting ->
        [desk] am Schreibtisch
        [bed] im Bett
       *[home] zu Hause
    }
offer-for = { $time ->
        [morning] für den Morgen
        [evening] für den Abend
       *[night] für die späte Stunde
    }
offer-free-day = für einen freien Tag
offer-with = { $tool ->
        [ball] mit deinem Ball
        [roller] mit deiner Rolle
        [warm-pack] mit deiner Wärmepackung
       *[cold-pack] mit deiner Kühlpackung
    }
offer-kind = { $kind ->
        [touch] mit den Händen
        [breath] Atem
        [stretch] Dehnen
        [tensing] anspannen und lösen
        [pack] Wärme
       *[rest] Ruhe
    }
offer-helped = tat dir zuletzt gut
offer-unlike-last = zur Abwechslung
offer-course-day = Tag { $number } von { $of }: { $course }
offer-coin-session = die Münze sagt heute Sitzung
offer-coin-rest = die Münze sagt heute Ruhe

# Womit der erste Bildschirm grüßt.
home-morning = Guten Morgen.
home-afternoon = Guten Tag.
home-evening = Guten Abend.
home-night = Es ist spät.
home-three = Drei, die jetzt passen:

# Auf der ersten Seite, wo etwas von heute zuerst kommt.
home-enough = Heute war etwas stechend, taub oder schwindlig: Das ist genug. Ruh dich aus, oder atme nur; bis morgen bleibt jede Berührung leicht und lässt die Stelle aus.
home-emergency = Ruf zuerst den Notruf. Bis Hilfe da ist, ruh dich nur aus.
home-enough-everywhere = Heute war etwas stechend, taub oder schwindlig: Das ist genug. Ruh dich aus, oder atme nur; bis morgen bleibt Berührung weg.
home-department = Lass dir zuerst in einer Notaufnahme helfen. Bis dahin ruh dich nur aus.
home-same-day = Hol heute noch Hilfe, vor allem anderen. Bis dahin ruh dich nur aus.
home-urgent = Lass es zuerst ansehen, und ruh dich bis dahin aus.
