"""What the calculators say: why there is no value, what goes with a value, what it means."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

REFUSALS: dict[str, str] = {
    "calculator_unverified": QT_TRANSLATE_NOOP(
        "words", "This formula has not been checked against its source. No value."
    ),
    "value_out_of_range": QT_TRANSLATE_NOOP(
        "words",
        "{name} {value} {unit} is outside {low} to {high} {unit}. Check the value and its unit.",
    ),
    "under_age": QT_TRANSLATE_NOOP(
        "words", "Made for {youngest} years and older; this patient is {age}. No value."
    ),
    "over_age": QT_TRANSLATE_NOOP(
        "words", "Made for up to {oldest} years; this patient is {age}. No value."
    ),
    "sex_not_covered": QT_TRANSLATE_NOOP(
        "words", "The formula knows only female and male. No value."
    ),
    "not_for_pregnancy": QT_TRANSLATE_NOOP("words", "Not made for pregnancy. No value."),
    "creatinine_moving": QT_TRANSLATE_NOOP(
        "words",
        "The creatinine is moving, as in acute kidney injury; an estimate would be wrong. Repeat when it is steady.",
    ),
    "needs_atrial_fibrillation": QT_TRANSLATE_NOOP("words", "Only for atrial fibrillation."),
    "needs_chest_pain": QT_TRANSLATE_NOOP("words", "Only for chest pain."),
    "needs_pneumonia": QT_TRANSLATE_NOOP("words", "Only for pneumonia."),
    "needs_suspected_infection": QT_TRANSLATE_NOOP(
        "words", "Only where an infection is suspected."
    ),
    "needs_chronic_liver_disease": QT_TRANSLATE_NOOP("words", "Only for chronic liver disease."),
    "needs_cirrhosis": QT_TRANSLATE_NOOP("words", "Only for cirrhosis."),
    "needs_fasting": QT_TRANSLATE_NOOP("words", "Needs a fasting sample."),
    "needs_high_glucose": QT_TRANSLATE_NOOP(
        "words", "Glucose {glucose} mg/dL is not high; there is nothing to correct."
    ),
    "needs_small_red_cells": QT_TRANSLATE_NOOP(
        "words", "Only for small red cells, MCV under 80 fL; this one is {mcv}."
    ),
    "not_with_known_cardiovascular_disease": QT_TRANSLATE_NOOP(
        "words", "Not for known cardiovascular disease: the risk is high already."
    ),
    "not_with_known_diabetes": QT_TRANSLATE_NOOP("words", "Not for known diabetes."),
    "triglycerides_too_high": QT_TRANSLATE_NOOP(
        "words",
        "Triglycerides {triglycerides} mg/dL; the equation does not hold from {limit} mg/dL on. Have LDL measured.",
    ),
    "lipids_disagree": QT_TRANSLATE_NOOP(
        "words",
        "Total cholesterol {total} mg/dL does not fit the other values (HDL {hdl} mg/dL). Check them.",
    ),
    "iron_above_capacity": QT_TRANSLATE_NOOP(
        "words", "Iron {iron} µg/dL is above the binding capacity {capacity} µg/dL. Check them."
    ),
    "more_than_all_cells": QT_TRANSLATE_NOOP(
        "words", "Segmented and band forms make {percent} %, more than all cells. Check them."
    ),
}

NOTES: dict[str, str] = {
    "creatinine_changing": QT_TRANSLATE_NOOP(
        "words",
        "The creatinine is changing: within 7 days by 0.3 mg/dL (26.5 µmol/L) or more. This value lags behind the kidneys; measure again before anything rests on it.",
    ),
    "creatinine_assumed_steady": QT_TRANSLATE_NOOP(
        "words", "Holds only if the creatinine is steady; no earlier value was compared."
    ),
    "kidney_disease_needs_three_months": QT_TRANSLATE_NOOP(
        "words", "Chronic kidney disease needs findings for three months or more."
    ),
    "enzymatic_creatinine": QT_TRANSLATE_NOOP(
        "words", "Made for creatinine measured by an enzymatic method."
    ),
    "for_drug_labels_only": QT_TRANSLATE_NOOP(
        "words", "For drug labels that ask for it; not for staging kidney disease."
    ),
    "actual_body_weight": QT_TRANSLATE_NOOP(
        "words", "Computed with the weight as measured; it misleads in obesity and oedema."
    ),
    "not_in_acute_hepatitis": QT_TRANSLATE_NOOP("words", "Misleads while a hepatitis is acute."),
    "fib4_under_35": QT_TRANSLATE_NOOP("words", "Less reliable under 35 years."),
    "gap_range_of_own_laboratory": QT_TRANSLATE_NOOP(
        "words", "What is usual depends on the laboratory; use its own range."
    ),
    "gap_without_potassium": QT_TRANSLATE_NOOP("words", "Computed without potassium."),
    "ionised_calcium_is_better": QT_TRANSLATE_NOOP(
        "words", "An approximation; ionised calcium is better where it matters."
    ),
    "better_fasting": QT_TRANSLATE_NOOP("words", "Better from a fasting sample."),
    "no_agreed_cutoff": QT_TRANSLATE_NOOP("words", "There is no agreed cut-off."),
    "not_while_on_insulin": QT_TRANSLATE_NOOP("words", "Means nothing under insulin treatment."),
    "tyg_two_conventions": QT_TRANSLATE_NOOP(
        "words",
        "The half is taken inside the logarithm; values of the other convention do not compare.",
    ),
    "analyser_counts_bands_too": QT_TRANSLATE_NOOP(
        "words",
        "From the analyser's percentage, which holds the band forms. If it is of granulocytes, eosinophils and basophils are in it too.",
    ),
    "hba1c_needs_usual_red_cells": QT_TRANSLATE_NOOP(
        "words",
        "Misleads in anaemia, after bleeding or transfusion, and with haemoglobin variants.",
    ),
    "confirm_iron_and_hemoglobins": QT_TRANSLATE_NOOP(
        "words", "A hint only; confirm by iron tests and haemoglobin analysis."
    ),
    "one_pressure_point": QT_TRANSLATE_NOOP(
        "words", "Low systolic and low diastolic pressure give one point together."
    ),
    "does_not_rule_out_sepsis": QT_TRANSLATE_NOOP("words", "Does not rule out sepsis."),
    "news_does_not_replace_judgement": QT_TRANSLATE_NOOP(
        "words", "NEWS2, Royal College of Physicians 2017. It does not replace judgement."
    ),
    "part_of_sofa_only": QT_TRANSLATE_NOOP(
        "words", "A part of SOFA; do not read it as a SOFA score."
    ),
    "not_a_reason_to_withhold": QT_TRANSLATE_NOOP(
        "words", "Shows what can be improved; by itself no reason to withhold anticoagulants."
    ),
    "not_validated_in_chinese": QT_TRANSLATE_NOOP(
        "words", "Not validated in Chinese; the risk may be wrong."
    ),
    "pooled_cohort_other_than_black": QT_TRANSLATE_NOOP(
        "words", "Coefficients for white and other persons."
    ),
}

BANDS: dict[str, str] = {
    "band.g1": QT_TRANSLATE_NOOP("words", "G1: 90 or more"),
    "band.g2": QT_TRANSLATE_NOOP("words", "G2: 60 to 89"),
    "band.g3a": QT_TRANSLATE_NOOP("words", "G3a: 45 to 59"),
    "band.g3b": QT_TRANSLATE_NOOP("words", "G3b: 30 to 44"),
    "band.g4": QT_TRANSLATE_NOOP("words", "G4: 15 to 29"),
    "band.g5": QT_TRANSLATE_NOOP("words", "G5: under 15"),
    "band.a1": QT_TRANSLATE_NOOP("words", "A1: under 30 mg/g"),
    "band.a2": QT_TRANSLATE_NOOP("words", "A2: 30 to 300 mg/g"),
    "band.a3": QT_TRANSLATE_NOOP("words", "A3: over 300 mg/g"),
    "band.kidney_risk_low": QT_TRANSLATE_NOOP("words", "Kidney risk low"),
    "band.kidney_risk_moderate": QT_TRANSLATE_NOOP("words", "Kidney risk moderate"),
    "band.kidney_risk_high": QT_TRANSLATE_NOOP("words", "Kidney risk high"),
    "band.kidney_risk_very_high": QT_TRANSLATE_NOOP("words", "Kidney risk very high"),
    "band.fibrosis_unlikely": QT_TRANSLATE_NOOP("words", "Advanced fibrosis unlikely"),
    "band.fibrosis_indeterminate": QT_TRANSLATE_NOOP("words", "Fibrosis undecided"),
    "band.fibrosis_likely": QT_TRANSLATE_NOOP("words", "Advanced fibrosis likely"),
    "band.cirrhosis_likely": QT_TRANSLATE_NOOP("words", "Cirrhosis likely"),
    "band.child_pugh_a": QT_TRANSLATE_NOOP("words", "Class A"),
    "band.child_pugh_b": QT_TRANSLATE_NOOP("words", "Class B"),
    "band.child_pugh_c": QT_TRANSLATE_NOOP("words", "Class C"),
    "band.osmolal_gap_usual": QT_TRANSLATE_NOOP("words", "Gap of 10 or less"),
    "band.osmolal_gap_raised": QT_TRANSLATE_NOOP("words", "Gap raised, over 10"),
    "band.underweight": QT_TRANSLATE_NOOP("words", "Underweight, under 18.5"),
    "band.usual_weight": QT_TRANSLATE_NOOP("words", "Healthy weight, 18.5 to under 24"),
    "band.overweight": QT_TRANSLATE_NOOP("words", "Overweight, 24 to under 28"),
    "band.obese": QT_TRANSLATE_NOOP("words", "Obesity, 28 or more"),
    "band.saturation_low": QT_TRANSLATE_NOOP("words", "Low, under 20 %"),
    "band.saturation_usual": QT_TRANSLATE_NOOP("words", "20 to 50 %"),
    "band.saturation_high": QT_TRANSLATE_NOOP("words", "High, over 50 %"),
    "band.thalassemia_more_likely": QT_TRANSLATE_NOOP("words", "Thalassaemia trait more likely"),
    "band.mentzer_undecided": QT_TRANSLATE_NOOP("words", "Exactly 13: undecided"),
    "band.iron_deficiency_more_likely": QT_TRANSLATE_NOOP("words", "Iron deficiency more likely"),
    "band.neutropenia_severe": QT_TRANSLATE_NOOP("words", "Severe neutropenia, under 0.5"),
    "band.neutropenia_moderate": QT_TRANSLATE_NOOP("words", "Moderate neutropenia, 0.5 to under 1"),
    "band.neutropenia_mild": QT_TRANSLATE_NOOP("words", "Mild neutropenia, 1 to under 1.5"),
    "band.no_neutropenia": QT_TRANSLATE_NOOP("words", "No neutropenia, 1.5 or more"),
    "band.risk_not_high": QT_TRANSLATE_NOOP("words", "Not high"),
    "band.risk_low": QT_TRANSLATE_NOOP("words", "Low risk"),
    "band.risk_slightly_raised": QT_TRANSLATE_NOOP("words", "Slightly raised risk"),
    "band.risk_intermediate": QT_TRANSLATE_NOOP("words", "Intermediate risk"),
    "band.risk_moderate": QT_TRANSLATE_NOOP("words", "Moderate risk"),
    "band.risk_high": QT_TRANSLATE_NOOP("words", "High risk"),
    "band.risk_very_high": QT_TRANSLATE_NOOP("words", "Very high risk"),
    "band.qsofa_negative": QT_TRANSLATE_NOOP("words", "Under 2 points"),
    "band.qsofa_positive": QT_TRANSLATE_NOOP("words", "2 points or more: look for sepsis"),
    "band.news_low": QT_TRANSLATE_NOOP("words", "Low, 0 to 4"),
    "band.news_low_with_a_three": QT_TRANSLATE_NOOP("words", "One sign scores 3: urgent review"),
    "band.news_medium": QT_TRANSLATE_NOOP("words", "Medium, 5 or 6: urgent review"),
    "band.news_high": QT_TRANSLATE_NOOP("words", "High, 7 or more: emergency review"),
}
