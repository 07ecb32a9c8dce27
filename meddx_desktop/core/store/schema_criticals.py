"""The step of the schema that knows which critical results the program raised, and from what."""

CRITICAL_LINES: tuple[str, ...] = (
    # Beside `criticals`: only those that came from a laboratory result have a row here.
    """CREATE TABLE critical_lines (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, line TEXT NOT NULL, none_why TEXT NOT NULL,
        none_by TEXT NOT NULL, none_at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)
