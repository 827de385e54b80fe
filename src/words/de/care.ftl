# Was aus Schritten wird, die jemand besser auslässt.

# Was jemand über einen Schritt erfährt, der gewichen ist.
care-within-limits = im Rahmen dessen, was für alle sicher ist
care-without-holds = ohne Anhalten geatmet
care-other-tool = mit den Händen getan, oder mit einem sanfteren Hilfsmittel
care-lighter = nur leicht gestrichen
care-breath-instead = ausgelassen, mit einem ruhigen Atemzug statt dessen

# Zuerst gesagt, wo wenig von einer Sitzung bleibt.
care-little-is-left = Mehr als die Hälfte dieser Sitzung weicht für dich ruhigem Atmen. Eine andere passt vielleicht besser.

# Gesagt, wo jemand nicht auf den Boden hinunterkommt.
care-floor = Du musst nicht auf den Boden: Ein festes Bett tut es ebenso, oder ein Stuhl, soweit es geht.
care-partner = All das gilt für den Menschen unter deinen Händen. Lies es vor und frag nach. Ein Stopp gilt jederzeit.

# Die Schritte selbst. $place ist ein Teil des Körpers.
care-without-holds-title = Langsam atmen, nichts anhalten
care-without-holds-text = Atme mit dem Ton ein und aus. Nichts anhalten: Lass den Atem fließen.
care-ball-title = Mit dem Ball
care-ball-text = Nimm den Ball statt der Rolle. Lehn dich leicht darauf, und rolle langsam: { $place }.
care-hands-title = Mit den Händen
care-hands-text = Leg das Gerät beiseite. Streiche langsam mit den Händen: { $place }.
care-lighter-title = Leichte Striche
care-lighter-text = Nur noch leicht, als würdest du ein Tuch glätten: { $place }.
care-breath-title = Ruhig atmen statt dessen
care-breath-text = Lass diese Stelle in Ruhe: { $place }. Atme statt dessen langsam und sanft.
care-breath-anywhere = Dieser Teil ist für dich ausgelassen. Atme statt dessen langsam und sanft.
    .second = Auch dieser Teil ist ausgelassen. Atme langsam und sanft weiter.
    .third = Und dieser auch. Lass den Atem von selbst kommen und gehen.

care-change = { $title }: { $kind } ({ $because })
care-change-side = { $title }, { $side }: { $kind } ({ $because })

# Warum ein Schritt weicht, in einer Liste. $side ist left oder right.
care-not-owned = { $tool } nicht zur Hand
care-hand = { $side ->
        [left] deine linke Hand
       *[right] deine rechte Hand
    }
care-out-of-reach = außer Reichweite deiner Hände
care-everybody = was für alle gilt

# Wenn dasselbe zweimal nacheinander wegfällt.
care-breath-on-title = Der ruhige Atem geht weiter
care-breath-on-text = Bleib beim langsamen, leisen Atem. Sonst ist nichts zu tun.
    .second = Immer noch derselbe langsame Atem. Sonst ist nichts zu tun.
    .third = Noch ein paar Atemzüge, so leise wie zuvor.
care-more-title = Noch ein wenig
care-more-text = Weiter wie eben, leicht und ohne Eile.
    .second = Und noch einmal genauso, ebenso leicht.
    .third = Das Gleiche noch einmal, so langsam du magst.

# Wo ein Hilfsmittel zu holen oder wegzulegen wäre, das nicht gebraucht wird.
care-tool-aside-title = Ein Moment Ruhe
care-tool-aside-text = Ruh einen Moment, und lass den Atem kommen und gehen.
    .second = Bleib einen Moment, wie du bist, und atme.
    .third = Eine kleine Pause. Lass die Schultern schwer sein, wenn du magst.

# Worum es in einer Sitzung geht, in der etwas weggefallen ist. $parts ist eine Liste des Folgenden.
care-summary = Für dich sanfter: { $parts }.
care-summary-without = Ohne: { $gone }{ $named ->
        [some] {" "}und mehr
       *[all] {""}
    }.
care-summary-light = leichte Striche
care-summary-massage = Massage
care-summary-stretch = leichte Bewegung
care-summary-tense = anspannen und loslassen
care-summary-pack = eine Packung
care-summary-scan = Aufmerksamkeit durch den Körper
care-summary-breath = langsames Atmen
care-summary-rest = ruhiges Ausruhen
