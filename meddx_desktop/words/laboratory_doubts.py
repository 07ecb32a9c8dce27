"""What to beware of in a laboratory result, and why it was not calculated with."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

LABORATORY_DOUBTS: dict[str, str] = {
    "lab_not_recognised": QT_TRANSLATE_NOOP(
        "words",
        "This test is not in the table of the program. Only the laboratory's own range is used.",
    ),
    "lab_which_analyte": QT_TRANSLATE_NOOP(
        "words", "This name stands for several tests. Choose the one that was meant."
    ),
    "lab_name_and_code_disagree": QT_TRANSLATE_NOOP(
        "words",
        "Name and code of this result are two different tests. Ask the laboratory which one it is.",
    ),
    "lab_code_and_unit_disagree": QT_TRANSLATE_NOOP(
        "words",
        "The code {code} is for another kind of unit. The unit was believed; check it on the report.",
    ),
    "lab_specimen_does_not_fit": QT_TRANSLATE_NOOP(
        "words",
        "This test is not made in the specimen that is stated. Check the specimen on the report.",
    ),
    "lab_unit_does_not_fit": QT_TRANSLATE_NOOP(
        "words", "This test is not measured in {unit}. Check name and unit on the report."
    ),
    "lab_specimen_assumed": QT_TRANSLATE_NOOP(
        "words", "No specimen is stated; blood was assumed. Check it on the report."
    ),
    "lab_bun_is_urea": QT_TRANSLATE_NOOP(
        "words", "Called urea nitrogen, but in mmol/L it is usually urea. Check it on the report."
    ),
    "lab_unit_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The unit {unit} is not known to the program, so nothing was converted. Check it on the report.",
    ),
    "lab_unit_missing": QT_TRANSLATE_NOOP(
        "words", "No unit is stated. Add it before this value is used; usual is {expected}."
    ),
    "lab_mixed_units": QT_TRANSLATE_NOOP(
        "words",
        "This report gives the same test in different kinds of units. Check each on the report.",
    ),
    "lab_range_doubtful": QT_TRANSLATE_NOOP(
        "words",
        "The laboratory's range {range} does not fit the unit of the value and was not used. Check both.",
    ),
    "lab_range_needs_age": QT_TRANSLATE_NOOP(
        "words", "There are reference ranges by age. Enter the birth date to use them."
    ),
    "lab_range_needs_time": QT_TRANSLATE_NOOP(
        "words", "There are reference ranges by age. Enter when the specimen was taken to use them."
    ),
    "lab_range_needs_sex": QT_TRANSLATE_NOOP(
        "words", "The reference ranges differ by sex. Enter it to use them."
    ),
    "lab_range_needs_trimester": QT_TRANSLATE_NOOP(
        "words", "The reference ranges of pregnancy differ by trimester. Enter it to use them."
    ),
    "lab_age_of_visit": QT_TRANSLATE_NOOP(
        "words", "No time is known: the range is that of the age today. Enter when it was taken."
    ),
    "lab_age_conflict": QT_TRANSLATE_NOOP(
        "words",
        "Birth date and ages do not agree ({first}; {second}): nothing that goes by age is said. Correct the wrong one.",
    ),
    "lab_sex_conflict": QT_TRANSLATE_NOOP(
        "words",
        "The sex is stated in two ways: nothing that goes by sex is said. Correct the wrong one.",
    ),
    "lab_trimester_conflict": QT_TRANSLATE_NOOP(
        "words",
        "Trimester {trimester} does not agree with what else is known of a pregnancy, and is not used. Correct one of them.",
    ),
    "lab_range_not_of_pregnancy": QT_TRANSLATE_NOOP(
        "words", "The range is not one of pregnancy. Judge the value with that in mind."
    ),
    "lab_negative": QT_TRANSLATE_NOOP(
        "words", "A value below zero is not possible here. Check it on the report."
    ),
    "lab_impossible": QT_TRANSLATE_NOOP(
        "words", "{value} {unit} is not possible. Check value and unit on the report."
    ),
    "lab_impossible_unit": QT_TRANSLATE_NOOP(
        "words", "{value} {unit} is not possible. Was {meant} meant? Check the unit on the report."
    ),
    "lab_far_out": QT_TRANSLATE_NOOP(
        "words", "{value} {unit} is very far out. Check value and unit on the report."
    ),
    "lab_far_out_unit": QT_TRANSLATE_NOOP(
        "words",
        "{value} {unit} is very far out. Was {meant} meant? Check the unit on the report.",
    ),
    "lab_time_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The time of this result could not be read. Enter it before it is compared with others.",
    ),
    "lab_taken_in_future": QT_TRANSLATE_NOOP(
        "words",
        "The specimen was taken in the future. Check the date, and the clock of this machine.",
    ),
    "lab_taken_before_birth": QT_TRANSLATE_NOOP(
        "words", "The specimen was taken before the patient was born. Check whose result this is."
    ),
    "lab_changed": QT_TRANSLATE_NOOP(
        "words",
        "It was {before} {unit} on {when}: more change than usual. Check that it is the same patient, then repeat or act.",
    ),
    "lab_altitude": QT_TRANSLATE_NOOP(
        "words",
        "At {metres} m people have about {more} g/L more haemoglobin; the range is for sea level. A normal value may be too low.",
    ),
    "lab_haemolysis_falsely_high": QT_TRANSLATE_NOOP(
        "words", "The specimen was haemolysed ({index}): this value may be too high. Repeat it."
    ),
    "lab_haemolysis_falsely_low": QT_TRANSLATE_NOOP(
        "words", "The specimen was haemolysed ({index}): this value may be too low. Repeat it."
    ),
    "lab_repeat_potassium_now": QT_TRANSLATE_NOOP(
        "words",
        "High potassium in a haemolysed specimen: repeat now, and treat it as real until it is shown to be wrong.",
    ),
    "lab_lipaemia": QT_TRANSLATE_NOOP(
        "words",
        "The specimen was lipaemic ({index}). Ask the laboratory whether this value can be used.",
    ),
    "lab_icterus": QT_TRANSLATE_NOOP(
        "words",
        "The specimen was icteric ({index}). Ask the laboratory whether this value can be used.",
    ),
    "lab_comparator_undecided": QT_TRANSLATE_NOOP(
        "words",
        "Only a limit is given, and it lies within the range: neither low nor normal nor high can be said.",
    ),
    "lab_flag_is_laboratorys": QT_TRANSLATE_NOOP(
        "words",
        "The flag {laboratory} is the laboratory's; the program has no range to check it with.",
    ),
    "lab_flags_differ": QT_TRANSLATE_NOOP(
        "words",
        "The laboratory says {laboratory}, by the range shown it is {program}. Check range and unit.",
    ),
    "lab_words_not_number": QT_TRANSLATE_NOOP(
        "words",
        "This was not understood as a number, so it has no flag and nothing is calculated with it. Compare it with the laboratory's own sheet.",
    ),
    "lab_no_number": QT_TRANSLATE_NOOP(
        "words",
        "This result is not a single number in a known unit, so it was not calculated with.",
    ),
    "lab_only_a_limit": QT_TRANSLATE_NOOP(
        "words", "Only a limit is known, not the value, so it was not calculated with."
    ),
    "lab_too_old": QT_TRANSLATE_NOOP(
        "words", "This result is too old to be calculated with together with the newest one."
    ),
    "lab_time_unknown": QT_TRANSLATE_NOOP(
        "words", "Its time is not known, so it was not calculated with beside dated results."
    ),
}
