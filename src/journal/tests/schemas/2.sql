-- A journal as version 2 of its file had it. It is never changed.
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
-- What is known of an entry in words, each by itself: which regions it works, by which techniques,
-- and where it hurt before.
CREATE TABLE entry_word (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    -- What it is: region, technique or pain.
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (entry, kind, word)
) STRICT, WITHOUT ROWID;

INSERT INTO entry VALUES (1, '0a8f0a4c6c0b4a2f8f5c0d1e2f3a4b5c', 'feet', 'Füße', 540000,
    1795939200000, 3600, 61500, 2, 1500, 545000, 60000, 4000, 0, 'interrupted', 1, 'warm, and soft');
INSERT INTO entry VALUES (2, '1b8f0a4c6c0b4a2f8f5c0d1e2f3a4b5c', 'quiet-in-bed', 'A little quiet in bed',
    NULL, 1795975200000, -18000, 180000, 4, 20000, 180000, 180000, 0, 1, 'done', 0, '');
INSERT INTO changed_step VALUES (1, 1, 'Thumbs along the arch', 'left', 30000);
INSERT INTO rating VALUES (1, 'before', 'tension', 7);
INSERT INTO rating VALUES (1, 'after', 'tension', 4);
INSERT INTO rating VALUES (2, 'morning', 'sleep', 8);
INSERT INTO entry_word VALUES (1, 'region', 'foot');
INSERT INTO entry_word VALUES (1, 'technique', 'swedish');
INSERT INTO entry_word VALUES (1, 'pain', 'left-calf');
PRAGMA user_version = 2;
