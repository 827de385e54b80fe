# Was eine Erinnerung auf dem Schreibtisch und im Kalender sagt: eine Einladung, nie ein Befehl.
reminder-session = Ein paar Minuten für dich, wenn es passt: { $session }.
reminder-free = Ein paar Minuten für dich, wenn es passt.
reminder-water = Ein Glas Wasser, wenn du magst.
reminder-bedtime = Der Abend darf jetzt ruhig werden: { $session }.
reminder-start = Beginnen
reminder-snooze = In 10 Minuten
reminder-skip = Jetzt nicht
