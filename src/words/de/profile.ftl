# Das Gesundheitsprofil in seiner Datei: was sich nicht lesen lässt.
profile-unread-help = eine Zeile sieht aus wie `pressure = 3`, unter `[conditions]` wie `varicose-veins = ["left-calf"]`
profile-unknown-condition = { $name } ist hier nicht bekannt, deshalb wird darauf keine Rücksicht genommen
profile-places-help = schreibe Stellen in eine Liste, etwa `["left-calf"]`; bis dahin kann es überall sein
