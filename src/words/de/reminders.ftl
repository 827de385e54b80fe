# Was eine Erinnerung auf dem Schreibtisch und im Kalender sagt: eine Einladung, nie ein Befehl.
reminder-session = Ein paar Minuten für dich, wenn es passt: { $session }.
reminder-free = Ein paar Minuten für dich, wenn es passt.
reminder-water = Ein Glas Wasser, wenn du magst.
reminder-bedtime = Der Abend darf jetzt ruhig werden: { $session }.
reminder-start = Beginnen
reminder-snooze = In 10 Minuten
reminder-skip = Jetzt nicht

# Was `unclench remind` sagt.
remind-every = alle { $minutes } min, { $from }–{ $to }
remind-next = das nächste Mal { $day } { $time }
remind-daily = täglich
remind-weekdays = werktags
remind-weekends = am Wochenende
remind-monday = Mo
remind-tuesday = Di
remind-wednesday = Mi
remind-thursday = Do
remind-friday = Fr
remind-saturday = Sa
remind-sunday = So
remind-water = Wasser
remind-no-session = keine Sitzung
remind-none = Es gibt keine Erinnerungen. `unclench remind --help` zeigt, wie eine dazukommt.
remind-goal = Etwa { $goal } Sitzungen in der Woche täten dir gut.
remind-goal-set = Etwa { $goal } Sitzungen in der Woche also. Mehr oder weniger ist auch recht; nichts wird dir angerechnet.
remind-goal-none = Also kein Ziel.
remind-no-goal = Es ist kein Ziel gesetzt.
remind-added = Mit `unclench remind install` zeigt dieses System sie von selbst; `unclench remind try` zeigt, wie sie aussieht.
remind-removed = „{ $name }“ ist entfernt.
remind-ends = Strg-C beendet es.
remind-begun = begonnen
remind-put-away = weggelegt
remind-rested = nicht gezeigt: eine Pause war gerade erst oder ist noch, oder niemand ist da
remind-undisturbed = nicht gezeigt: du willst nicht gestört werden
remind-engaged = nicht gezeigt: etwas hält den Bildschirm wach, etwa ein Film oder ein Vortrag
remind-unreachable = nicht gezeigt: hier ist keine Oberfläche, die Hinweise zeigt
remind-cannot-begin = kein Terminal ließ sich öffnen, und es gibt keine Sitzung zum Hören
remind-come = { $reminders ->
        [one] 1 Erinnerung kommt
       *[other] { $reminders } Erinnerungen kommen
    } von jetzt an von selbst.
remind-written = { $reminders ->
        [one] 1 Erinnerung
       *[other] { $reminders } Erinnerungen
    } nach { $folder } geschrieben.
remind-take-away = `unclench remind uninstall` nimmt die Zeitgeber wieder weg.
remind-no-timers = Es waren keine Zeitgeber da.
remind-taken-away = { $timers ->
        [one] 1 Zeitgeber
       *[other] { $timers } Zeitgeber
    } weggenommen. Deine Erinnerungen bleiben.
