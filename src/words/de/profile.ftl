# Das Gesundheitsprofil in seiner Datei: was sich nicht lesen lässt.
profile-unread-help = eine Zeile sieht aus wie `pressure = 3`, unter `[conditions]` wie `varicose-veins = ["left-calf"]`
profile-unknown-condition = { $name } ist hier nicht bekannt, deshalb wird darauf keine Rücksicht genommen
profile-misplaced = { $name } gehört { $side ->
        [above] über
       *[beneath] unter
    } `[conditions]`; es gilt trotzdem
profile-misplaced-help = { $side ->
        [above] schreib es in eine Zeile vor `[conditions]`
       *[beneath] schreib `[conditions]` in eine Zeile darüber
    }
profile-unknown = { $name } gibt es in einem Profil hier nicht, deshalb wird darauf keine Rücksicht genommen; es bleibt, wie es geschrieben ist
profile-places-help = schreibe Stellen in eine Liste, etwa `["left-calf"]`; bis dahin kann es überall sein
