"""The step of the schema that has room for what was on paper first."""

LATE: tuple[str, ...] = (
    # When it was (as the sheet says) beside when it was typed; none is ever overwritten.
    """CREATE TABLE late_entries (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, part TEXT NOT NULL, happened TEXT NOT NULL, who TEXT NOT NULL,
        of_what TEXT NOT NULL, words TEXT NOT NULL, digest TEXT NOT NULL,
        said_by TEXT NOT NULL, at TEXT, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)
