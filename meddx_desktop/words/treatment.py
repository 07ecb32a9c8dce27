"""Words of treatment: severities, checks, questions, doses, and what keeps from a choice."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TREATMENT_LABELS: dict[str, str] = {
    "severity.avoid": QT_TRANSLATE_NOOP("words", "Avoid"),
    "severity.adjust": QT_TRANSLATE_NOOP("words", "Adjust"),
    "severity.caution": QT_TRANSLATE_NOOP("words", "Caution"),
    "severity.suited": QT_TRANSLATE_NOOP("words", "Suited"),
    "check.allergy": QT_TRANSLATE_NOOP("words", "Allergy"),
    "check.interaction": QT_TRANSLATE_NOOP("words", "Interaction"),
    "check.contraindication": QT_TRANSLATE_NOOP("words", "Contraindication"),
    "check.kidney": QT_TRANSLATE_NOOP("words", "Kidneys"),
    "check.liver": QT_TRANSLATE_NOOP("words", "Liver"),
    "check.duplicate": QT_TRANSLATE_NOOP("words", "The same twice"),
    "check.pregnancy": QT_TRANSLATE_NOOP("words", "Pregnancy"),
    "check.lactation": QT_TRANSLATE_NOOP("words", "Breastfeeding"),
    "check.qt": QT_TRANSLATE_NOOP("words", "QT interval"),
    "check.age": QT_TRANSLATE_NOOP("words", "Age"),
    "check.dose": QT_TRANSLATE_NOOP("words", "Dose"),
    "check.gene": QT_TRANSLATE_NOOP("words", "Genes"),
    "fact.clearance": QT_TRANSLATE_NOOP("words", "creatinine clearance of this patient"),
    "fact.ckd": QT_TRANSLATE_NOOP("words", "kidney disease, clearance not known"),
    "fact.child_pugh": QT_TRANSLATE_NOOP("words", "Child-Pugh grade of this patient"),
    "fact.cirrhosis": QT_TRANSLATE_NOOP("words", "cirrhosis, grade not known"),
    "fact.pregnancy": QT_TRANSLATE_NOOP("words", "pregnant, or it may be so"),
    "fact.lactation": QT_TRANSLATE_NOOP("words", "breastfeeding"),
    "fact.potassium": QT_TRANSLATE_NOOP("words", "potassium of this patient is low"),
    "fact.hypokalemia": QT_TRANSLATE_NOOP("words", "low potassium in the case"),
    "fact.qtc": QT_TRANSLATE_NOOP("words", "QTc of this patient is long"),
    "fact.ventricular_tachycardia": QT_TRANSLATE_NOOP(
        "words", "ventricular arrhythmia in the case"
    ),
    "fact.age": QT_TRANSLATE_NOOP("words", "age of this patient"),
    "ask.age": QT_TRANSLATE_NOOP("words", "Age not known"),
    "ask.sex": QT_TRANSLATE_NOOP("words", "Sex not known"),
    "ask.weight": QT_TRANSLATE_NOOP("words", "Weight not measured"),
    "ask.weight_date": QT_TRANSLATE_NOOP("words", "Weight without a date, or too old"),
    "ask.weight_implausible": QT_TRANSLATE_NOOP(
        "words", "Weight can hardly be right for this age, or two weights differ"
    ),
    "ask.allergies": QT_TRANSLATE_NOOP("words", "Allergies not asked"),
    "ask.creatinine": QT_TRANSLATE_NOOP(
        "words", "Kidney function not known: no creatinine of these days"
    ),
    "ask.kidney": QT_TRANSLATE_NOOP(
        "words",
        "The creatinine does not tell how the kidneys work: it is changing, too high for a pregnancy, of a child, or the kidneys are known to be ill. A doctor judges.",
    ),
    "ask.kidney_of_child": QT_TRANSLATE_NOOP(
        "words",
        "How the kidneys work is not known: ask whether urine is passed and whether a kidney disease is known. The first dose does not wait for it; measure creatinine before giving it for days.",
    ),
    "ask.pregnancy": QT_TRANSLATE_NOOP("words", "Pregnancy not asked"),
    "ask.lactation": QT_TRANSLATE_NOOP("words", "Breastfeeding not asked"),
    "ask.second_person": QT_TRANSLATE_NOOP(
        "words", "A second person reads this dose again before it is given"
    ),
    "answer_at.age": QT_TRANSLATE_NOOP("words", "Enter birth date"),
    "answer_at.sex": QT_TRANSLATE_NOOP("words", "Enter sex"),
    "answer_at.weight": QT_TRANSLATE_NOOP("words", "Enter weight"),
    "answer_at.weight_date": QT_TRANSLATE_NOOP("words", "Enter weight and day"),
    "answer_at.weight_implausible": QT_TRANSLATE_NOOP("words", "Check the weight"),
    "answer_at.allergies": QT_TRANSLATE_NOOP("words", "Enter allergies"),
    "answer_at.creatinine": QT_TRANSLATE_NOOP("words", "Enter creatinine"),
    "answer_at.kidney": QT_TRANSLATE_NOOP("words", "Check the creatinine"),
    "answer_at.kidney_of_child": QT_TRANSLATE_NOOP("words", "Enter creatinine"),
    "answer_at.pregnancy": QT_TRANSLATE_NOOP("words", "Enter pregnancy"),
    "answer_at.lactation": QT_TRANSLATE_NOOP("words", "Enter breastfeeding"),
    "dose_route.oral": QT_TRANSLATE_NOOP("words", "by mouth"),
    "dose_route.iv": QT_TRANSLATE_NOOP("words", "into a vein"),
    "dose_route.im": QT_TRANSLATE_NOOP("words", "into a muscle"),
    "dose_route.iv_or_im": QT_TRANSLATE_NOOP("words", "into a vein or muscle"),
    "dose_route.inhaled": QT_TRANSLATE_NOOP("words", "inhaled"),
    "dose_route.nebulised": QT_TRANSLATE_NOOP("words", "through a nebuliser"),
    "dose_route.rectal": QT_TRANSLATE_NOOP("words", "rectally"),
    "dose_route.subcutaneous": QT_TRANSLATE_NOOP("words", "under the skin"),
    "dose_route.topical": QT_TRANSLATE_NOOP("words", "on the skin"),
    "dose_unit.[iU]": QT_TRANSLATE_NOOP("words", "IU"),
    "dose_unit.{puff}": QT_TRANSLATE_NOOP("words", "puffs"),
    "gene_origin.typed": QT_TRANSLATE_NOOP("words", "typed from a report"),
    "gene_origin.vcf": QT_TRANSLATE_NOOP("words", "from a VCF file"),
}

TREATMENT_ERRORS: dict[str, str] = {
    "treatment_changed": QT_TRANSLATE_NOOP(
        "words", "The case has changed since this was shown. Look at the plan again, then choose."
    ),
    "treatment_questions_open": QT_TRANSLATE_NOOP(
        "words",
        "A question about the patient is open. Answer it first; then the dose is worked out and can be chosen.",
    ),
    "treatment_reason_missing": QT_TRANSLATE_NOOP(
        "words", "A check speaks against this. Write why you choose it all the same."
    ),
    "treatment_reason_long": QT_TRANSLATE_NOOP(
        "words", "That is too long. Write no more than {limit} characters."
    ),
    "treatment_not_chosen": QT_TRANSLATE_NOOP(
        "words", "This treatment is not chosen any more. Open the plan anew to see how it stands."
    ),
}
