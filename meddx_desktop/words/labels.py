"""Short names: findings, calls, states, settings."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

LABELS: dict[str, str] = {
    "finding.pneumonia": QT_TRANSLATE_NOOP("words", "Pneumonia"),
    "finding.tuberculosis": QT_TRANSLATE_NOOP("words", "Tuberculosis"),
    "finding.pleural_effusion": QT_TRANSLATE_NOOP("words", "Pleural effusion"),
    "finding.pneumothorax": QT_TRANSLATE_NOOP("words", "Pneumothorax"),
    "finding.nodule_or_mass": QT_TRANSLATE_NOOP("words", "Nodule or mass"),
    "finding.cardiomegaly": QT_TRANSLATE_NOOP("words", "Cardiomegaly"),
    "finding.fracture": QT_TRANSLATE_NOOP("words", "Fracture"),
    "call.positive": QT_TRANSLATE_NOOP("words", "Above threshold"),
    "call.negative": QT_TRANSLATE_NOOP("words", "Below threshold"),
    "call.not_sure": QT_TRANSLATE_NOOP("words", "Not sure"),
    "call.refused": QT_TRANSLATE_NOOP("words", "No score"),
    "state.new": QT_TRANSLATE_NOOP("words", "New"),
    "state.screening": QT_TRANSLATE_NOOP("words", "Screening"),
    "state.to_review": QT_TRANSLATE_NOOP("words", "To review"),
    "state.signed": QT_TRANSLATE_NOOP("words", "Signed"),
    "sex.F": QT_TRANSLATE_NOOP("words", "Female"),
    "sex.M": QT_TRANSLATE_NOOP("words", "Male"),
    "sex.O": QT_TRANSLATE_NOOP("words", "Other"),
    "sex.": QT_TRANSLATE_NOOP("words", "Sex unknown"),
    "answer.unknown": QT_TRANSLATE_NOOP("words", "Unknown"),
    "answer.yes": QT_TRANSLATE_NOOP("words", "Yes"),
    "answer.no": QT_TRANSLATE_NOOP("words", "No"),
    "field.patient_id": QT_TRANSLATE_NOOP("words", "patient ID"),
    "field.name": QT_TRANSLATE_NOOP("words", "name"),
    "field.birth_date": QT_TRANSLATE_NOOP("words", "birth date"),
    "field.sex": QT_TRANSLATE_NOOP("words", "sex"),
}

SETTINGS: dict[str, str] = {
    "language": QT_TRANSLATE_NOOP("words", "Language"),
    "appearance": QT_TRANSLATE_NOOP("words", "Appearance"),
    "text_scale": QT_TRANSLATE_NOOP("words", "Text size (%)"),
    "device": QT_TRANSLATE_NOOP("words", "Computing device"),
    "auto": QT_TRANSLATE_NOOP("words", "Automatic"),
    "en": QT_TRANSLATE_NOOP("words", "English"),
    "zh_CN": QT_TRANSLATE_NOOP("words", "Simplified Chinese"),
    "dark": QT_TRANSLATE_NOOP("words", "Dark"),
    "light": QT_TRANSLATE_NOOP("words", "Light"),
    "cpu": QT_TRANSLATE_NOOP("words", "Processor (CPU)"),
    "cuda": QT_TRANSLATE_NOOP("words", "Graphics card (CUDA)"),
}

DAYS = QT_TRANSLATE_NOOP("words", "{n} d")
MONTHS = QT_TRANSLATE_NOOP("words", "{n} mo")
YEARS = QT_TRANSLATE_NOOP("words", "{n} y")
