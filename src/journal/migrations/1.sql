-- What a person has played, and how they felt. Lengths are in milliseconds.
CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    -- The same on every machine: by it journals are joined.
    id TEXT NOT NULL UNIQUE,
    -- The name the session was played by, and its title.
    session TEXT NOT NULL,
    title TEXT NOT NULL,
    -- The length that was asked for; nothing where it was played as it is written.
    asked INTEGER,
    -- When it began: milliseconds since 1970 in UTC, and how many seconds local time was ahead.
    began INTEGER NOT NULL,
    ahead INTEGER NOT NULL,
    -- Where it stands: a position in all of it, and in its part of this number.
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,
    into_part INTEGER NOT NULL,
    length INTEGER NOT NULL,
    played INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    at_night INTEGER NOT NULL CHECK (at_night IN (0, 1)),
    -- Nothing while it is on, and after the program was cut off.
    ending TEXT CHECK (ending IN ('done', 'left', 'interrupted')),
    -- Whether the person does not want to go on from there.
    let_go INTEGER NOT NULL DEFAULT 0 CHECK (let_go IN (0, 1)),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX entry_by_time ON entry (began);

-- Steps that were not played as they were laid out.
CREATE TABLE changed_step (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    -- Its number among the steps, from 0.
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    side TEXT CHECK (side IN ('left', 'right')),
    -- By how much it was made longer; 0 where it was left out.
    longer INTEGER NOT NULL,
    PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;

-- What a person said of themselves, each number by itself.
CREATE TABLE rating (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    -- When: before the session, after it, or on the morning after.
    moment TEXT NOT NULL CHECK (moment IN ('before', 'after', 'morning')),
    -- What: tension, pain, stress, mood, energy, sleep, pulse, systolic or diastolic.
    measure TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 400),
    PRIMARY KEY (entry, moment, measure)
) STRICT, WITHOUT ROWID;
