"""What the calculators, their inputs, choices and units are called."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TITLES: dict[str, str] = {
    "calculator.egfr_ckd_epi_2021": QT_TRANSLATE_NOOP(
        "words", "eGFR from creatinine (CKD-EPI 2021)"
    ),
    "calculator.egfr_ckd_epi_2012_cystatin_c": QT_TRANSLATE_NOOP(
        "words", "eGFR from cystatin C (CKD-EPI 2012)"
    ),
    "calculator.egfr_ckd_epi_2021_both": QT_TRANSLATE_NOOP(
        "words", "eGFR from creatinine and cystatin C (CKD-EPI 2021)"
    ),
    "calculator.egfr_schwartz_2009": QT_TRANSLATE_NOOP(
        "words", "eGFR of children (bedside Schwartz 2009)"
    ),
    "calculator.kdigo_g": QT_TRANSLATE_NOOP("words", "KDIGO filtration category"),
    "calculator.kdigo_a": QT_TRANSLATE_NOOP("words", "KDIGO albuminuria category"),
    "calculator.kdigo_risk": QT_TRANSLATE_NOOP(
        "words", "KDIGO risk from filtration and albuminuria"
    ),
    "calculator.creatinine_clearance_cockcroft_gault": QT_TRANSLATE_NOOP(
        "words", "Creatinine clearance (Cockcroft-Gault)"
    ),
    "calculator.fib4": QT_TRANSLATE_NOOP("words", "FIB-4"),
    "calculator.apri": QT_TRANSLATE_NOOP("words", "APRI"),
    "calculator.nafld_fibrosis_score": QT_TRANSLATE_NOOP("words", "NAFLD fibrosis score"),
    "calculator.meld_3": QT_TRANSLATE_NOOP("words", "MELD 3.0"),
    "calculator.meld_na": QT_TRANSLATE_NOOP("words", "MELD-Na (2016)"),
    "calculator.child_pugh": QT_TRANSLATE_NOOP("words", "Child-Pugh class"),
    "calculator.anion_gap": QT_TRANSLATE_NOOP("words", "Anion gap"),
    "calculator.anion_gap_albumin": QT_TRANSLATE_NOOP("words", "Anion gap corrected for albumin"),
    "calculator.osmolal_gap": QT_TRANSLATE_NOOP("words", "Osmolal gap"),
    "calculator.corrected_calcium": QT_TRANSLATE_NOOP("words", "Calcium corrected for albumin"),
    "calculator.corrected_sodium_katz": QT_TRANSLATE_NOOP(
        "words", "Sodium corrected for glucose (Katz)"
    ),
    "calculator.corrected_sodium_hillier": QT_TRANSLATE_NOOP(
        "words", "Sodium corrected for glucose (Hillier)"
    ),
    "calculator.ldl_friedewald": QT_TRANSLATE_NOOP("words", "LDL cholesterol (Friedewald)"),
    "calculator.ldl_sampson": QT_TRANSLATE_NOOP("words", "LDL cholesterol (Sampson)"),
    "calculator.non_hdl_cholesterol": QT_TRANSLATE_NOOP("words", "Non-HDL cholesterol"),
    "calculator.homa_ir": QT_TRANSLATE_NOOP("words", "HOMA-IR"),
    "calculator.estimated_average_glucose": QT_TRANSLATE_NOOP("words", "Estimated average glucose"),
    "calculator.tyg_index": QT_TRANSLATE_NOOP("words", "TyG index"),
    "calculator.bmi_china": QT_TRANSLATE_NOOP("words", "Body mass index (Chinese limits)"),
    "calculator.transferrin_saturation": QT_TRANSLATE_NOOP("words", "Transferrin saturation"),
    "calculator.mentzer_index": QT_TRANSLATE_NOOP("words", "Mentzer index"),
    "calculator.absolute_neutrophils": QT_TRANSLATE_NOOP(
        "words", "Absolute neutrophils (segmented + bands)"
    ),
    "calculator.absolute_neutrophils_analyser": QT_TRANSLATE_NOOP(
        "words", "Absolute neutrophils (analyser)"
    ),
    "calculator.heart_score": QT_TRANSLATE_NOOP("words", "HEART score"),
    "calculator.curb65": QT_TRANSLATE_NOOP("words", "CURB-65"),
    "calculator.crb65": QT_TRANSLATE_NOOP("words", "CRB-65"),
    "calculator.qsofa": QT_TRANSLATE_NOOP("words", "qSOFA"),
    "calculator.news2": QT_TRANSLATE_NOOP("words", "NEWS2"),
    "calculator.sofa_laboratory_part": QT_TRANSLATE_NOOP("words", "SOFA, laboratory part"),
    "calculator.cha2ds2_vasc": QT_TRANSLATE_NOOP("words", "CHA2DS2-VASc"),
    "calculator.has_bled": QT_TRANSLATE_NOOP("words", "HAS-BLED"),
    "calculator.framingham_2008_lipids": QT_TRANSLATE_NOOP("words", "Framingham 2008, with lipids"),
    "calculator.framingham_2008_bmi": QT_TRANSLATE_NOOP("words", "Framingham 2008, with BMI"),
    "calculator.pooled_cohort_2013": QT_TRANSLATE_NOOP("words", "Pooled cohort equations 2013"),
    "calculator.findrisc": QT_TRANSLATE_NOOP("words", "FINDRISC"),
}

INPUTS: dict[str, str] = {
    "input.age": QT_TRANSLATE_NOOP("words", "Age in years"),
    "input.sex": QT_TRANSLATE_NOOP("words", "Sex"),
    "input.pregnant": QT_TRANSLATE_NOOP("words", "Pregnant"),
    "input.creatinine": QT_TRANSLATE_NOOP("words", "Creatinine"),
    "input.cystatin_c": QT_TRANSLATE_NOOP("words", "Cystatin C"),
    "input.height": QT_TRANSLATE_NOOP("words", "Height"),
    "input.egfr": QT_TRANSLATE_NOOP("words", "Filtration rate (eGFR)"),
    "input.urine_albumin_creatinine_ratio": QT_TRANSLATE_NOOP(
        "words", "Albumin per creatinine in urine"
    ),
    "input.weight": QT_TRANSLATE_NOOP("words", "Weight"),
    "input.ast": QT_TRANSLATE_NOOP("words", "AST (aspartate aminotransferase)"),
    "input.alt": QT_TRANSLATE_NOOP("words", "ALT (alanine aminotransferase)"),
    "input.platelets": QT_TRANSLATE_NOOP("words", "Platelets"),
    "input.ast_upper_limit": QT_TRANSLATE_NOOP("words", "AST, the laboratory's upper limit"),
    "input.bmi": QT_TRANSLATE_NOOP("words", "Body mass index"),
    "input.impaired_fasting_glucose_or_diabetes": QT_TRANSLATE_NOOP(
        "words", "Raised fasting glucose or diabetes"
    ),
    "input.albumin": QT_TRANSLATE_NOOP("words", "Albumin in blood"),
    "input.chronic_liver_disease": QT_TRANSLATE_NOOP("words", "Chronic liver disease"),
    "input.bilirubin": QT_TRANSLATE_NOOP("words", "Bilirubin, total"),
    "input.dialysis_twice_last_week": QT_TRANSLATE_NOOP(
        "words", "Dialysis twice or more in the last week"
    ),
    "input.inr": QT_TRANSLATE_NOOP("words", "INR (clotting)"),
    "input.sodium": QT_TRANSLATE_NOOP("words", "Sodium"),
    "input.cirrhosis": QT_TRANSLATE_NOOP("words", "Cirrhosis of the liver"),
    "input.ascites": QT_TRANSLATE_NOOP("words", "Ascites"),
    "input.encephalopathy": QT_TRANSLATE_NOOP("words", "Hepatic encephalopathy"),
    "input.chloride": QT_TRANSLATE_NOOP("words", "Chloride"),
    "input.bicarbonate": QT_TRANSLATE_NOOP("words", "Bicarbonate"),
    "input.osmolality": QT_TRANSLATE_NOOP("words", "Osmolality, measured"),
    "input.glucose": QT_TRANSLATE_NOOP("words", "Glucose"),
    "input.urea_nitrogen": QT_TRANSLATE_NOOP("words", "Urea nitrogen"),
    "input.calcium": QT_TRANSLATE_NOOP("words", "Calcium, total"),
    "input.total_cholesterol": QT_TRANSLATE_NOOP("words", "Total cholesterol"),
    "input.hdl_cholesterol": QT_TRANSLATE_NOOP("words", "HDL cholesterol"),
    "input.triglycerides": QT_TRANSLATE_NOOP("words", "Triglycerides"),
    "input.fasting_sample": QT_TRANSLATE_NOOP("words", "Fasting sample"),
    "input.insulin": QT_TRANSLATE_NOOP("words", "Insulin"),
    "input.hba1c": QT_TRANSLATE_NOOP("words", "HbA1c (glycated haemoglobin)"),
    "input.iron": QT_TRANSLATE_NOOP("words", "Iron"),
    "input.iron_binding_capacity": QT_TRANSLATE_NOOP("words", "Total iron-binding capacity"),
    "input.mcv": QT_TRANSLATE_NOOP("words", "Mean red cell volume (MCV)"),
    "input.red_cells": QT_TRANSLATE_NOOP("words", "Red cells"),
    "input.white_cells": QT_TRANSLATE_NOOP("words", "White cells"),
    "input.segmented_neutrophils": QT_TRANSLATE_NOOP("words", "Segmented neutrophils"),
    "input.neutrophils_fraction": QT_TRANSLATE_NOOP("words", "Neutrophils, analyser"),
    "input.band_neutrophils": QT_TRANSLATE_NOOP("words", "Band neutrophils"),
    "input.chest_pain": QT_TRANSLATE_NOOP("words", "Chest pain"),
    "input.chest_pain_history": QT_TRANSLATE_NOOP("words", "History of the chest pain"),
    "input.ecg": QT_TRANSLATE_NOOP("words", "Electrocardiogram"),
    "input.heart_risk_factors": QT_TRANSLATE_NOOP("words", "Risk factors of heart disease"),
    "input.troponin_times_limit": QT_TRANSLATE_NOOP("words", "Troponin, times the upper limit"),
    "input.pneumonia": QT_TRANSLATE_NOOP("words", "Pneumonia"),
    "input.new_confusion": QT_TRANSLATE_NOOP("words", "New confusion"),
    "input.urea": QT_TRANSLATE_NOOP("words", "Urea"),
    "input.respiratory_rate": QT_TRANSLATE_NOOP("words", "Breaths per minute"),
    "input.systolic_pressure": QT_TRANSLATE_NOOP("words", "Systolic blood pressure"),
    "input.diastolic_pressure": QT_TRANSLATE_NOOP("words", "Diastolic blood pressure"),
    "input.suspected_infection": QT_TRANSLATE_NOOP("words", "Infection suspected"),
    "input.altered_mind": QT_TRANSLATE_NOOP("words", "Altered state of mind"),
    "input.hypercapnic_target_88_92": QT_TRANSLATE_NOOP(
        "words", "Prescribed oxygen target 88 to 92 % (hypercapnic failure)"
    ),
    "input.oxygen_saturation": QT_TRANSLATE_NOOP("words", "Oxygen saturation"),
    "input.on_oxygen": QT_TRANSLATE_NOOP("words", "On oxygen"),
    "input.heart_rate": QT_TRANSLATE_NOOP("words", "Heart rate"),
    "input.consciousness": QT_TRANSLATE_NOOP("words", "Consciousness"),
    "input.temperature": QT_TRANSLATE_NOOP("words", "Body temperature"),
    "input.atrial_fibrillation": QT_TRANSLATE_NOOP("words", "Atrial fibrillation"),
    "input.heart_failure": QT_TRANSLATE_NOOP("words", "Heart failure"),
    "input.hypertension": QT_TRANSLATE_NOOP("words", "Hypertension"),
    "input.diabetes": QT_TRANSLATE_NOOP("words", "Diabetes"),
    "input.stroke_or_embolism": QT_TRANSLATE_NOOP("words", "Stroke, TIA or embolism before"),
    "input.vascular_disease": QT_TRANSLATE_NOOP("words", "Vascular disease"),
    "input.systolic_pressure_above_160": QT_TRANSLATE_NOOP(
        "words", "Systolic pressure above 160 mmHg"
    ),
    "input.abnormal_kidney_function": QT_TRANSLATE_NOOP(
        "words", "Dialysis, transplant or creatinine above 200 µmol/L"
    ),
    "input.abnormal_liver_function": QT_TRANSLATE_NOOP(
        "words", "Cirrhosis or clearly abnormal liver tests"
    ),
    "input.stroke": QT_TRANSLATE_NOOP("words", "Stroke before"),
    "input.bleeding_or_tendency": QT_TRANSLATE_NOOP(
        "words", "Major bleeding before, or a tendency to bleed"
    ),
    "input.labile_inr": QT_TRANSLATE_NOOP("words", "Labile INR under warfarin"),
    "input.antiplatelet_or_nsaid": QT_TRANSLATE_NOOP("words", "Antiplatelet drug or NSAID"),
    "input.alcohol_8_or_more_a_week": QT_TRANSLATE_NOOP(
        "words", "8 or more alcoholic drinks a week"
    ),
    "input.known_cardiovascular_disease": QT_TRANSLATE_NOOP(
        "words", "Known cardiovascular disease"
    ),
    "input.treated_blood_pressure": QT_TRANSLATE_NOOP("words", "Blood pressure under treatment"),
    "input.smoker": QT_TRANSLATE_NOOP("words", "Smokes now"),
    "input.known_diabetes": QT_TRANSLATE_NOOP("words", "Known diabetes"),
    "input.waist": QT_TRANSLATE_NOOP("words", "Waist"),
    "input.active_30_minutes_daily": QT_TRANSLATE_NOOP("words", "Active for 30 minutes every day"),
    "input.vegetables_or_fruit_daily": QT_TRANSLATE_NOOP("words", "Vegetables or fruit every day"),
    "input.ever_blood_pressure_medicine": QT_TRANSLATE_NOOP(
        "words", "Ever took medicine for blood pressure"
    ),
    "input.ever_high_glucose": QT_TRANSLATE_NOOP("words", "Ever had a high blood glucose"),
    "input.family_diabetes": QT_TRANSLATE_NOOP("words", "Diabetes in the family"),
}

CHOICES: dict[str, str] = {
    "choice.ascites.none": QT_TRANSLATE_NOOP("words", "No ascites"),
    "choice.ascites.mild": QT_TRANSLATE_NOOP("words", "Mild ascites"),
    "choice.ascites.moderate_or_severe": QT_TRANSLATE_NOOP("words", "Moderate or severe ascites"),
    "choice.encephalopathy.none": QT_TRANSLATE_NOOP("words", "No encephalopathy"),
    "choice.encephalopathy.grade_1_or_2": QT_TRANSLATE_NOOP("words", "Encephalopathy grade 1 or 2"),
    "choice.encephalopathy.grade_3_or_4": QT_TRANSLATE_NOOP("words", "Encephalopathy grade 3 or 4"),
    "choice.chest_pain_history.slightly_suspicious": QT_TRANSLATE_NOOP(
        "words", "Slightly suspicious"
    ),
    "choice.chest_pain_history.moderately_suspicious": QT_TRANSLATE_NOOP(
        "words", "Moderately suspicious"
    ),
    "choice.chest_pain_history.highly_suspicious": QT_TRANSLATE_NOOP("words", "Highly suspicious"),
    "choice.ecg.usual": QT_TRANSLATE_NOOP("words", "Nothing abnormal"),
    "choice.ecg.repolarisation_disturbance": QT_TRANSLATE_NOOP(
        "words", "Repolarisation disturbance, bundle branch block or pacing"
    ),
    "choice.ecg.significant_st_deviation": QT_TRANSLATE_NOOP("words", "Significant ST deviation"),
    "choice.heart_risk_factors.none": QT_TRANSLATE_NOOP("words", "No risk factor"),
    "choice.heart_risk_factors.one_or_two": QT_TRANSLATE_NOOP("words", "One or two"),
    "choice.heart_risk_factors.three_or_known_atherosclerosis": QT_TRANSLATE_NOOP(
        "words", "Three or more, or known atherosclerosis"
    ),
    "choice.troponin_times_limit.up_to_1": QT_TRANSLATE_NOOP("words", "Up to the limit"),
    "choice.troponin_times_limit.1_to_3": QT_TRANSLATE_NOOP("words", "1 to 3 times the limit"),
    "choice.troponin_times_limit.3_or_more": QT_TRANSLATE_NOOP(
        "words", "3 times the limit or more"
    ),
    "choice.consciousness.alert": QT_TRANSLATE_NOOP("words", "Alert"),
    "choice.consciousness.new_confusion": QT_TRANSLATE_NOOP("words", "Newly confused"),
    "choice.consciousness.voice": QT_TRANSLATE_NOOP("words", "Responds to voice"),
    "choice.consciousness.pain": QT_TRANSLATE_NOOP("words", "Responds to pain"),
    "choice.consciousness.unresponsive": QT_TRANSLATE_NOOP("words", "Unresponsive"),
    "choice.family_diabetes.none": QT_TRANSLATE_NOOP("words", "Nobody"),
    "choice.family_diabetes.grandparent_aunt_uncle_cousin": QT_TRANSLATE_NOOP(
        "words", "Grandparent, aunt, uncle or cousin"
    ),
    "choice.family_diabetes.parent_sibling_child": QT_TRANSLATE_NOOP(
        "words", "Parent, brother, sister or child"
    ),
}

UNITS: dict[str, str] = {
    "unit.1": "",
    "unit.{INR}": "",
    "unit.{score}": QT_TRANSLATE_NOOP("words", "points"),
    "unit.mm[Hg]": "mmHg",
    "unit.Cel": "°C",
    "unit.10*9/L": "×10⁹/L",
    "unit.10*12/L": "×10¹²/L",
    "unit.ug/dL": "µg/dL",
    "unit.u[IU]/mL": "µIU/mL",
    "unit.mosm/kg": "mOsm/kg",
    "unit.mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "unit.kg/m2": "kg/m²",
    "unit.mmol/L": "mmol/L",
    "unit.%": "%",
    "unit.mL/min": "mL/min",
    "unit.mg/dL": "mg/dL",
    "unit.kg": "kg",
    "unit.mg/g": "mg/g",
    "unit.cm": "cm",
    "unit.g/dL": "g/dL",
    "unit.U/L": "U/L",
    "unit.mg/L": "mg/L",
    "unit.fL": "fL",
}
"""How a UCUM unit is written for a reader."""
