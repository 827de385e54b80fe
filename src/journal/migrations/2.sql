-- What is known of an entry in words, each by itself: which regions it works, by which techniques,
-- and where it hurt before.
CREATE TABLE entry_word (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    -- What it is: region, technique or pain.
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (entry, kind, word)
) STRICT, WITHOUT ROWID;
