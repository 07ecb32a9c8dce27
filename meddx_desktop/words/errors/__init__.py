"""What went wrong and what to do, for every error code. Fields in braces are parameters.

A new sentence goes into the module of its area; each module's first line says what that is.
Laboratory results have theirs beside this package, in ``words.laboratory_cases``,
``words.laboratory_files`` and ``words.laboratory_tables``. A code stands in one area only. No area
grows beyond 300 lines: it is split, and the new one is added to `AREAS`.
"""

from meddx_desktop.words.assessment import ASSESSMENT_ERRORS
from meddx_desktop.words.errors.cases import CASE_ERRORS
from meddx_desktop.words.errors.checks import CHECK_ERRORS
from meddx_desktop.words.errors.cluster import CLUSTER_ERRORS
from meddx_desktop.words.errors.codes import CODE_LIST_ERRORS
from meddx_desktop.words.errors.copies import COPY_ERRORS
from meddx_desktop.words.errors.drug_facts import DRUG_FACT_ERRORS
from meddx_desktop.words.errors.films import FILM_ERRORS
from meddx_desktop.words.errors.late import LATE_ERRORS
from meddx_desktop.words.errors.model_packs import PACK_ERRORS
from meddx_desktop.words.errors.model_use import MODEL_ERRORS
from meddx_desktop.words.errors.note_words import NOTE_WORD_ERRORS
from meddx_desktop.words.errors.notes import NOTE_ERRORS
from meddx_desktop.words.errors.paper import PAPER_ERRORS
from meddx_desktop.words.errors.people import PEOPLE_ERRORS
from meddx_desktop.words.errors.privacy import PRIVACY_ERRORS
from meddx_desktop.words.errors.program import PROGRAM_ERRORS
from meddx_desktop.words.errors.reports import REPORT_ERRORS
from meddx_desktop.words.errors.store import STORE_ERRORS
from meddx_desktop.words.errors.treatment_plans import TREATMENT_PLAN_ERRORS
from meddx_desktop.words.errors.typed import TYPED_ERRORS
from meddx_desktop.words.genes import GENE_ERRORS
from meddx_desktop.words.laboratory_cases import LABORATORY_CASE_ERRORS
from meddx_desktop.words.laboratory_files import LABORATORY_ERRORS
from meddx_desktop.words.laboratory_tables import TABLE_ERRORS
from meddx_desktop.words.site_numbers import SITE_ERRORS
from meddx_desktop.words.treatment import TREATMENT_ERRORS

AREAS: tuple[dict[str, str], ...] = (
    ASSESSMENT_ERRORS,
    DRUG_FACT_ERRORS,
    FILM_ERRORS,
    TYPED_ERRORS,
    PROGRAM_ERRORS,
    MODEL_ERRORS,
    PACK_ERRORS,
    STORE_ERRORS,
    COPY_ERRORS,
    PEOPLE_ERRORS,
    CASE_ERRORS,
    CHECK_ERRORS,
    CLUSTER_ERRORS,
    NOTE_ERRORS,
    PAPER_ERRORS,
    PRIVACY_ERRORS,
    REPORT_ERRORS,
    LATE_ERRORS,
    NOTE_WORD_ERRORS,
    CODE_LIST_ERRORS,
    GENE_ERRORS,
    LABORATORY_CASE_ERRORS,
    LABORATORY_ERRORS,
    TABLE_ERRORS,
    TREATMENT_PLAN_ERRORS,
    TREATMENT_ERRORS,
    SITE_ERRORS,
)
ERRORS: dict[str, str] = {code: text for area in AREAS for code, text in area.items()}
