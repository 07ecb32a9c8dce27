"""What the tables are, as ordered steps: a store of version n needs the steps after n.

A step is never changed once it has left the house; a new one is added. Names of people stand
in `identities` and `worklist` alone (and words in notes and drafts, paths in instances), so that
erasing a patient is a matter of a few rows; everything else speaks of random numbers.
"""

from meddx_desktop.core.store.schema_criticals import CRITICAL_LINES
from meddx_desktop.core.store.schema_late import LATE

Step = tuple[str, ...]

_PATIENTS: Step = (
    # One row per person; which cases are of one person is a decision that can be taken back.
    "CREATE TABLE patients (token TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE merges (
        number INTEGER PRIMARY KEY, kept TEXT NOT NULL, dropped TEXT NOT NULL,
        case_ids TEXT NOT NULL, at_utc TEXT NOT NULL)""",
    """CREATE TABLE cases (
        number INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE,
        patient TEXT NOT NULL REFERENCES patients(token),
        created TEXT NOT NULL, state TEXT NOT NULL, demonstration INTEGER NOT NULL,
        risk_rank INTEGER NOT NULL, risk_value REAL NOT NULL, removed_utc TEXT)""",
    "CREATE INDEX cases_patient ON cases(patient)",
    # What a case says of the patient (place 0) and what its studies say (places from 1).
    """CREATE TABLE identities (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, patient_id TEXT NOT NULL,
        alphabetic TEXT NOT NULL, ideographic TEXT NOT NULL, phonetic TEXT NOT NULL,
        birth_date TEXT, sex TEXT NOT NULL, allergies TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    "CREATE INDEX identities_id ON identities(patient_id) WHERE place = 0 AND patient_id != ''",
    "CREATE INDEX identities_birth ON identities(birth_date) WHERE place = 0",
    # Narrow on purpose: a search reads all of it. Removed cases have no line here.
    """CREATE TABLE worklist (
        case_number INTEGER PRIMARY KEY REFERENCES cases(number) ON DELETE CASCADE,
        created_us INTEGER NOT NULL, state TEXT NOT NULL,
        risk_rank INTEGER NOT NULL, risk_value REAL NOT NULL, words TEXT NOT NULL)""",
    "CREATE INDEX worklist_newest ON worklist(created_us)",
    "CREATE INDEX worklist_riskiest ON worklist(risk_rank, risk_value, created_us DESC)",
)

_IMAGING: Step = (
    """CREATE TABLE studies (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, identity INTEGER NOT NULL, study_uid TEXT NOT NULL,
        date TEXT, description TEXT NOT NULL, age_days INTEGER, age_given TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE series (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        study INTEGER NOT NULL, place INTEGER NOT NULL, series_uid TEXT NOT NULL,
        number INTEGER NOT NULL, modality TEXT NOT NULL, description TEXT NOT NULL,
        members TEXT NOT NULL,
        PRIMARY KEY (case_number, study, place)) WITHOUT ROWID""",
    """CREATE TABLE instances (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, path BLOB NOT NULL, member BLOB,
        sop_instance_uid TEXT NOT NULL, sop_class_uid TEXT NOT NULL, number INTEGER NOT NULL,
        frames INTEGER NOT NULL, image_rows INTEGER NOT NULL, image_columns INTEGER NOT NULL,
        photometric TEXT NOT NULL, transfer_syntax_uid TEXT NOT NULL, modality TEXT NOT NULL,
        body_part TEXT NOT NULL, view TEXT NOT NULL, for_processing INTEGER NOT NULL,
        spacing_row REAL, spacing_column REAL, spacing_origin TEXT, spacing_calibrated INTEGER,
        frame_time_ms REAL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    "CREATE INDEX instances_sha256 ON instances(sha256) WHERE sha256 != ''",
    "CREATE INDEX studies_uid ON studies(study_uid)",
    # Screenings are one versioned document: no query looks inside, and models may add to it.
    """CREATE TABLE films (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, study INTEGER NOT NULL, instance INTEGER NOT NULL,
        stated_age_days INTEGER, stated_age_given TEXT, stated_sex TEXT NOT NULL,
        stated_view TEXT NOT NULL, screenings TEXT, cautions TEXT NOT NULL, error TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    # Kept apart from films: a film is rewritten at every save, what is on the disk is not.
    """CREATE TABLE film_objects (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        sop_instance_uid TEXT NOT NULL, object_id TEXT NOT NULL,
        PRIMARY KEY (case_number, sop_instance_uid)) WITHOUT ROWID""",
    "CREATE INDEX film_objects_object ON film_objects(object_id)",
)

_CLINICAL: Step = (
    """CREATE TABLE notes (
        case_number INTEGER PRIMARY KEY REFERENCES cases(number) ON DELETE CASCADE,
        text TEXT NOT NULL)""",
    """CREATE TABLE vitals (
        case_number INTEGER PRIMARY KEY REFERENCES cases(number) ON DELETE CASCADE,
        weight_kg REAL, weight_on TEXT, height_cm REAL, temperature_c REAL,
        respiratory_rate REAL, spo2_percent REAL, on_oxygen TEXT NOT NULL, pulse REAL,
        systolic REAL, diastolic REAL, last_period TEXT,
        pregnant TEXT NOT NULL, lactating TEXT NOT NULL)""",
    """CREATE TABLE labs (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
        taken TEXT NOT NULL, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE decisions (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, sop_instance_uid TEXT NOT NULL, frame INTEGER NOT NULL,
        finding TEXT NOT NULL, decision TEXT NOT NULL, comment TEXT NOT NULL, at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE alerts (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, code TEXT NOT NULL, parameters TEXT NOT NULL,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

_WORK: Step = (
    # case_id without a reference: the trail outlives the case, and holds no name.
    """CREATE TABLE audit (
        seq INTEGER PRIMARY KEY, at_utc TEXT NOT NULL, at_local TEXT NOT NULL,
        user TEXT NOT NULL, action TEXT NOT NULL, case_id TEXT NOT NULL,
        details TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL)""",
    """CREATE TABLE queue (
        number INTEGER PRIMARY KEY,
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        sop_instance_uid TEXT NOT NULL, object_id TEXT NOT NULL,
        stated_age_days INTEGER, stated_age_given TEXT, stated_sex TEXT NOT NULL,
        stated_view TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, added_utc TEXT NOT NULL,
        UNIQUE (case_number, sop_instance_uid))""",
    """CREATE TABLE drafts (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        field TEXT NOT NULL, text TEXT NOT NULL, at_utc TEXT NOT NULL,
        PRIMARY KEY (case_number, field)) WITHOUT ROWID""",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE recent_files (path BLOB PRIMARY KEY, opened_us INTEGER NOT NULL) WITHOUT ROWID",
)

_READING: Step = (
    "ALTER TABLE instances ADD COLUMN pixels_sha256 TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX instances_pixels ON instances(pixels_sha256) WHERE pixels_sha256 != ''",
    "ALTER TABLE cases ADD COLUMN first_reader TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE decisions ADD COLUMN decided_by TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE criticals (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, what TEXT NOT NULL, raised_by TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE told (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        critical INTEGER NOT NULL, place INTEGER NOT NULL, whom TEXT NOT NULL,
        told_by TEXT NOT NULL, at TEXT NOT NULL, read_back INTEGER NOT NULL,
        PRIMARY KEY (case_number, critical, place)) WITHOUT ROWID""",
    """CREATE TABLE signatures (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, signed_by TEXT NOT NULL, at TEXT NOT NULL,
        audit_head TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE addenda (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, text TEXT NOT NULL, written_by TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

# What the worklist shows and sorts by, filled for the cases that are there.
_LINES: Step = (
    "ALTER TABLE worklist ADD COLUMN critical INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE worklist ADD COLUMN unidentified INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE worklist ADD COLUMN age_days INTEGER",
    "ALTER TABLE worklist ADD COLUMN age_given TEXT",
    """UPDATE worklist SET unidentified = 1 WHERE case_number IN (
        SELECT case_number FROM identities WHERE place = 0 AND patient_id = ''
        AND replace(alphabetic, '^', '') = '' AND replace(ideographic, '^', '') = '')""",
    # The age at the newest film that tells one: two dates go before what was typed; 54786 days
    # are the 150 years beyond which two dates say nothing.
    """UPDATE worklist SET (age_days, age_given) = (
        SELECT days, given FROM (
            SELECT films.case_number AS number, films.place AS place,
                CASE WHEN birth_date IS NULL OR date IS NULL
                    THEN coalesce(age_days, stated_age_days)
                WHEN julianday(date) - julianday(birth_date) BETWEEN 0 AND 54786
                    THEN CAST(julianday(date) - julianday(birth_date) AS INTEGER)
                ELSE stated_age_days END AS days,
                CASE WHEN birth_date IS NULL OR date IS NULL
                    THEN CASE WHEN age_days IS NULL THEN stated_age_given ELSE age_given END
                WHEN julianday(date) - julianday(birth_date) BETWEEN 0 AND 54786 THEN ''
                ELSE stated_age_given END AS given
            FROM films
            JOIN studies ON studies.case_number = films.case_number
                AND studies.place = films.study
            JOIN identities ON identities.case_number = films.case_number
                AND identities.place = studies.identity)
        WHERE number = worklist.case_number AND days IS NOT NULL
        ORDER BY place DESC LIMIT 1)""",
    # A film without a name is looked for by its file; `folded_name` is of `migrations`.
    """UPDATE worklist SET words = words || (
        SELECT coalesce(group_concat(char(10) || folded_name(path, member), ''), '')
        FROM films JOIN instances ON instances.case_number = films.case_number
            AND instances.place = films.instance
        WHERE films.case_number = worklist.case_number)
    WHERE case_number IN (
        SELECT case_number FROM identities WHERE place = 0
        AND replace(alphabetic, '^', '') = '' AND replace(ideographic, '^', '') = '')""",
    # Open critical results stand before everything, in either order.
    "DROP INDEX worklist_newest",
    "DROP INDEX worklist_riskiest",
    "CREATE INDEX worklist_newest ON worklist(critical, created_us)",
    """CREATE INDEX worklist_riskiest ON worklist(
        critical DESC, risk_rank, risk_value, created_us DESC)""",
)

_CORRECTIONS: Step = (
    # A document like the screenings beside it; none for a film that is seen as it is stored.
    "ALTER TABLE films ADD COLUMN correction TEXT",
)

_LABORATORY: Step = (
    """CREATE TABLE lab_imports (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, import_id TEXT NOT NULL, at TEXT NOT NULL,
        imported_by TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT NOT NULL,
        file_name TEXT NOT NULL, layout TEXT NOT NULL, cautions TEXT NOT NULL,
        withdrawn_by TEXT NOT NULL, withdrawn_at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    # What a source sent is one versioned document for each result: no query looks inside.
    """CREATE TABLE lab_results (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        import_id TEXT NOT NULL, number INTEGER NOT NULL, result TEXT NOT NULL,
        PRIMARY KEY (case_number, import_id, number)) WITHOUT ROWID""",
    """CREATE TABLE lab_rejected (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        import_id TEXT NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL,
        PRIMARY KEY (case_number, import_id, number)) WITHOUT ROWID""",
    """CREATE TABLE lab_decisions (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, import_id TEXT NOT NULL, number INTEGER NOT NULL,
        analyte TEXT NOT NULL, unit TEXT NOT NULL, excluded TEXT NOT NULL,
        decided_by TEXT NOT NULL, at TEXT, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE lab_shown (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL,
        name TEXT NOT NULL, value REAL, unit TEXT NOT NULL, flag TEXT NOT NULL,
        low REAL, high REAL, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

_LAB_FACTS: Step = (
    """CREATE TABLE lab_facts (
        case_number INTEGER PRIMARY KEY REFERENCES cases(number) ON DELETE CASCADE,
        age_days INTEGER, age_given TEXT, age_on TEXT,
        trimester INTEGER NOT NULL, trimester_on TEXT, altitude_m REAL)""",
    # What a source says of the patient: a table may give an age where nobody knows a birth date.
    "ALTER TABLE lab_imports ADD COLUMN birth_date TEXT",
    "ALTER TABLE lab_imports ADD COLUMN sex TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE lab_imports ADD COLUMN age_days INTEGER",
    "ALTER TABLE lab_imports ADD COLUMN age_given TEXT",
    # Without a film that tells an age it is the one on the day of the visit.
    """UPDATE worklist SET age_given = '', age_days = (
        SELECT CAST(julianday(substr(created, 1, 10)) - julianday(birth_date) AS INTEGER)
        FROM cases JOIN identities ON case_number = number AND place = 0
        WHERE number = worklist.case_number)
    WHERE age_days IS NULL AND case_number IN (
        SELECT number FROM cases JOIN identities ON case_number = number AND place = 0
        WHERE julianday(substr(created, 1, 10)) - julianday(birth_date) BETWEEN 0 AND 54786)""",
)

_NOTE_WORDS: Step = (
    # Excerpts of the note, like the note itself: they go with their case.
    """CREATE TABLE note_corrections (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, correction_id TEXT NOT NULL, verdict TEXT NOT NULL,
        kind TEXT NOT NULL, words TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
        began INTEGER NOT NULL, assertion TEXT, code TEXT, said_by TEXT NOT NULL, at TEXT,
        withdrawn_by TEXT NOT NULL, withdrawn_at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE note_flags_seen (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL,
        seen_by TEXT NOT NULL, at TEXT, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    # Kept apart from the case, which is rewritten at every save; small integers, one a dimension.
    """CREATE TABLE note_vectors (
        case_number INTEGER PRIMARY KEY REFERENCES cases(number) ON DELETE CASCADE,
        encoder TEXT NOT NULL, signed_at TEXT NOT NULL, vector BLOB NOT NULL,
        problems TEXT NOT NULL, made_us INTEGER NOT NULL)""",
    "CREATE INDEX note_vectors_made ON note_vectors(made_us)",
)

_ASSESSMENT: Step = (
    # What people said beside an assessment; what the program concludes is never kept.
    """CREATE TABLE condition_words (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, condition TEXT NOT NULL, verdict TEXT NOT NULL,
        standing TEXT NOT NULL, said_by TEXT NOT NULL, at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE first_impressions (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, read_by TEXT NOT NULL, at TEXT, conditions TEXT NOT NULL,
        words TEXT NOT NULL, findings TEXT NOT NULL, machine TEXT NOT NULL,
        waived INTEGER NOT NULL, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

_GENES: Step = (
    # One row for each time that a gene was typed or read; the newest of a gene holds.
    """CREATE TABLE gene_records (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, gene TEXT NOT NULL, alleles TEXT NOT NULL,
        phenotype TEXT NOT NULL, origin TEXT NOT NULL, not_covered TEXT NOT NULL,
        doubts TEXT NOT NULL, build TEXT NOT NULL, sample TEXT NOT NULL,
        said_by TEXT NOT NULL, at TEXT, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

_TREATMENT: Step = (
    # What was shown when somebody chose is kept in words: the program's tables may change.
    """CREATE TABLE treatment_words (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, condition TEXT NOT NULL, choice TEXT NOT NULL,
        verdict TEXT NOT NULL, title TEXT NOT NULL, drug TEXT NOT NULL, dose TEXT,
        overrides TEXT NOT NULL, said_by TEXT NOT NULL, at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
    """CREATE TABLE treatment_answers (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, condition TEXT NOT NULL, node TEXT NOT NULL,
        answer TEXT NOT NULL, said_by TEXT NOT NULL, at TEXT,
        PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

_FOLLOW_UPS: Step = (
    # One row for each step: set, moved, done, withdrawn; none is ever overwritten.
    """CREATE TABLE follow_ups (
        case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
        place INTEGER NOT NULL, follow_up_id TEXT NOT NULL, kind TEXT NOT NULL,
        step TEXT NOT NULL, due TEXT NOT NULL, words TEXT NOT NULL,
        said_by TEXT NOT NULL, at TEXT, PRIMARY KEY (case_number, place)) WITHOUT ROWID""",
)

STEPS: tuple[Step, ...] = (
    (*_PATIENTS, *_IMAGING, *_CLINICAL, *_WORK),
    (*_READING, *_LINES),
    _CORRECTIONS,
    _LABORATORY,
    _LAB_FACTS,
    _NOTE_WORDS,
    _ASSESSMENT,
    _GENES,
    _TREATMENT,
    _FOLLOW_UPS,
    LATE,
    CRITICAL_LINES,
)
VERSION = len(STEPS)
