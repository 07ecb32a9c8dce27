"""Red flags of notes in words: titles and what to do, as resources/red_flags has them."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

RED_FLAGS: dict[str, str] = {
    "red_flag.gi_bleeding": QT_TRANSLATE_NOOP("words", "Bleeding from the gut"),
    "red_flag.acute_abdomen": QT_TRANSLATE_NOOP("words", "Possible acute abdomen"),
    "red_flag.child_danger_signs": QT_TRANSLATE_NOOP("words", "General danger sign in a child"),
    "red_flag.young_infant": QT_TRANSLATE_NOOP(
        "words", "Possible serious infection in a young infant"
    ),
    "red_flag.unable_to_drink": QT_TRANSLATE_NOOP("words", "Unable to drink"),
    "red_flag.acute_coronary": QT_TRANSLATE_NOOP("words", "Possible acute coronary syndrome"),
    "red_flag.pulmonary_embolism": QT_TRANSLATE_NOOP("words", "Possible pulmonary embolism"),
    "red_flag.anaphylaxis": QT_TRANSLATE_NOOP("words", "Possible anaphylaxis"),
    "red_flag.sepsis": QT_TRANSLATE_NOOP("words", "Possible sepsis"),
    "red_flag.tb_symptoms": QT_TRANSLATE_NOOP("words", "Tuberculosis symptom screen positive"),
    "red_flag.not_passing_urine": QT_TRANSLATE_NOOP("words", "Not passing urine"),
    "red_flag.unresponsive": QT_TRANSLATE_NOOP("words", "Unresponsive, no pulse or no breathing"),
    "red_flag.breathing_failure": QT_TRANSLATE_NOOP("words", "Severe breathing trouble"),
    "red_flag.dangerous_vital_signs": QT_TRANSLATE_NOOP("words", "Dangerous vital sign"),
    "red_flag.suicidal_intent": QT_TRANSLATE_NOOP("words", "Thoughts of suicide or self-harm"),
    "red_flag.stroke": QT_TRANSLATE_NOOP("words", "Signs of stroke"),
    "red_flag.meningitis": QT_TRANSLATE_NOOP(
        "words", "Signs of meningitis or meningococcal disease"
    ),
    "red_flag.cauda_equina": QT_TRANSLATE_NOOP("words", "Signs of cauda equina compression"),
    "red_flag.ectopic_pregnancy": QT_TRANSLATE_NOOP("words", "Possible ectopic pregnancy"),
    "red_flag.pre_eclampsia": QT_TRANSLATE_NOOP("words", "Possible severe pre-eclampsia"),
    "red_flag_do.gi_bleeding": QT_TRANSLATE_NOOP(
        "words",
        "Take pulse and blood pressure, lying and sitting. Nothing by mouth. Send to hospital as an emergency with fainting, pallor, fast pulse or low blood pressure; the same day otherwise.",
    ),
    "red_flag_do.acute_abdomen": QT_TRANSLATE_NOOP(
        "words",
        "Nothing by mouth, take all vital signs, ask women about pregnancy. Send to a hospital with surgery as an emergency.",
    ),
    "red_flag_do.child_danger_signs": QT_TRANSLATE_NOOP(
        "words",
        "Send to hospital urgently. Keep the child warm, prevent low blood sugar if the child can swallow, clear the airway and put on the side during a convulsion.",
    ),
    "red_flag_do.young_infant": QT_TRANSLATE_NOOP(
        "words",
        "One sign is enough: send to hospital urgently. Keep the infant warm, skin to skin, and feed or give breast milk on the way if it can swallow.",
    ),
    "red_flag_do.unable_to_drink": QT_TRANSLATE_NOOP(
        "words",
        "Ask since when and why; take all vital signs and look for dehydration. Send to hospital if it lasts.",
    ),
    "red_flag_do.acute_coronary": QT_TRANSLATE_NOOP(
        "words",
        "Record a 12-lead ECG now and do not wait for blood results. With pain now, or pain within 12 hours and an ECG that is abnormal or can't be had: ambulance to a hospital.",
    ),
    "red_flag_do.pulmonary_embolism": QT_TRANSLATE_NOOP(
        "words",
        "Measure oxygen saturation, pulse and blood pressure. Send to hospital as an emergency; work out the Wells score only if that loses no time.",
    ),
    "red_flag_do.anaphylaxis": QT_TRANSLATE_NOOP(
        "words",
        "Stop what may have caused it, lay the person flat (sitting if breathing is hard), treat by your anaphylaxis plan at once and call an ambulance.",
    ),
    "red_flag_do.sepsis": QT_TRANSLATE_NOOP(
        "words",
        "Take all vital signs now and look for the source. Have the person seen by a senior clinician at once or send to hospital as an emergency; do not wait for results.",
    ),
    "red_flag_do.tb_symptoms": QT_TRANSLATE_NOOP(
        "words",
        "Refer for a tuberculosis test; mask and a well-aired place meanwhile. In people with HIV one of cough, fever, weight loss or night sweats is enough. A film without findings does not rule it out.",
    ),
    "red_flag_do.not_passing_urine": QT_TRANSLATE_NOOP(
        "words",
        "Take blood pressure and pulse, feel for a full bladder, ask since when. No urine for 18 hours in somebody ill counts as high risk of sepsis: see at once.",
    ),
    "red_flag_do.unresponsive": QT_TRANSLATE_NOOP(
        "words",
        "Call for help. No normal breathing: start resuscitation now and call an ambulance. Breathing: open airway, side position, oxygen, blood sugar.",
    ),
    "red_flag_do.breathing_failure": QT_TRANSLATE_NOOP(
        "words",
        "Sit the person up, clear the airway, give oxygen, measure oxygen saturation. Call for help and send to hospital as an emergency.",
    ),
    "red_flag_do.dangerous_vital_signs": QT_TRANSLATE_NOOP(
        "words",
        "Measure again at once, look at the patient. If it holds: urgent assessment by a clinician within the hour, or send to hospital.",
    ),
    "red_flag_do.suicidal_intent": QT_TRANSLATE_NOOP(
        "words",
        "Ask directly and calmly about thoughts, plan and means. Do not leave the person alone, remove means, involve somebody trusted and refer to mental health care today. Treat poisoning or injury first.",
    ),
    "red_flag_do.stroke": QT_TRANSLATE_NOOP(
        "words",
        "Call an ambulance now. Write down when the signs began or when the person was last well. Nothing by mouth; send to a hospital that treats stroke.",
    ),
    "red_flag_do.meningitis": QT_TRANSLATE_NOOP(
        "words",
        "Send to hospital as an emergency, also where some signs are missing. Look for a rash over the whole body that does not fade under pressure.",
    ),
    "red_flag_do.cauda_equina": QT_TRANSLATE_NOOP(
        "words",
        "Send at once to a hospital with magnetic resonance imaging and spine surgery: hours count. Do not wait for all signs.",
    ),
    "red_flag_do.ectopic_pregnancy": QT_TRANSLATE_NOOP(
        "words",
        "Pregnancy test now, also if pregnancy is thought unlikely. Send to hospital as an emergency with fainting, shoulder tip pain or low blood pressure; have her assessed the same day otherwise.",
    ),
    "red_flag_do.pre_eclampsia": QT_TRANSLATE_NOOP(
        "words",
        "Measure blood pressure again and test urine for protein. 160/110 or more, or symptoms, or a seizure: send to a maternity hospital as an emergency.",
    ),
    "red_flag_unverified": QT_TRANSLATE_NOOP(
        "words", "The source of this danger sign was not opened; check it before you rely on it."
    ),
}
