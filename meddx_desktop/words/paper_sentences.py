"""Sentences on paper, for clinicians and for patients."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PAPER_SENTENCES: dict[str, str] = {
    "paper_made_by": QT_TRANSLATE_NOOP("words", "{time}, {user}, MedDx Desktop {version}"),
    "paper_signed_by": QT_TRANSLATE_NOOP("words", "{signed}: {user}, {time}"),
    "paper_demonstration": QT_TRANSLATE_NOOP(
        "words", "Demonstration: the film is real, the person is invented."
    ),
    "paper_read_back": QT_TRANSLATE_NOOP("words", "{whom}, told by {by}, {time}: read back"),
    "paper_not_read_back": QT_TRANSLATE_NOOP(
        "words", "{whom}, told by {by}, {time}: not read back"
    ),
    "paper_not_critical": QT_TRANSLATE_NOOP("words", "Not told as critical: {why} ({by}, {time})"),
    "paper_critical_open": QT_TRANSLATE_NOOP("words", "Open: nobody has read it back."),
    "paper_no_films": QT_TRANSLATE_NOOP("words", "No film."),
    "paper_film": QT_TRANSLATE_NOOP("words", "Film {number}: {film}"),
    "paper_film_plain": QT_TRANSLATE_NOOP("words", "The film. Not for diagnosis from this print."),
    "paper_heat_scale": QT_TRANSLATE_NOOP(
        "words",
        "Dark: little weight, bright: much weight for the score. Not for diagnosis from this print.",
    ),
    "paper_frame": QT_TRANSLATE_NOOP("words", "Frame {number} of {count}."),
    "paper_corrected": QT_TRANSLATE_NOOP(
        "words", "Before it was screened the film was {done} by hand: {by}, {time}."
    ),
    "paper_scale": QT_TRANSLATE_NOOP(
        "words", "Model score from 0 to 100 against its threshold (band of “not sure”)."
    ),
    "paper_waiting": QT_TRANSLATE_NOOP("words", "Not screened yet."),
    "paper_not_assessed": QT_TRANSLATE_NOOP("words", "Not looked for: {names}."),
    "paper_film_hash": QT_TRANSLATE_NOOP("words", "SHA-256 of the film begins {digest}"),
    "paper_on_trial": QT_TRANSLATE_NOOP(
        "words", "On trial: this model was not validated here; nothing is decided on it."
    ),
    "paper_earlier": QT_TRANSLATE_NOOP("words", "Earlier: {what} ({by}, {time})."),
    "paper_site_threshold": QT_TRANSLATE_NOOP(
        "words", "Threshold of this site since {since}; the model's own is {shipped}."
    ),
    "paper_ppv": QT_TRANSLATE_NOOP(
        "words", "Of the films found with it here, {ppv} % have the finding."
    ),
    "paper_assessment_note": QT_TRANSLATE_NOOP(
        "words",
        "Support for thinking, not a diagnosis. What is not named here is not excluded.",
    ),
    "paper_nothing_ordered": QT_TRANSLATE_NOOP(
        "words", "Chosen by the clinician from a plan; the program ordered nothing."
    ),
    "paper_override": QT_TRANSLATE_NOOP(
        "words", "{title}: {severity}, {kind}: {said} Chosen all the same, because: {reason}"
    ),
    "paper_no_dose": QT_TRANSLATE_NOOP("words", "No dose was shown"),
    "paper_volume": QT_TRANSLATE_NOOP("words", "{amount} = {volume} mL of {strength}"),
    "paper_tablets": QT_TRANSLATE_NOOP("words", "{amount} = {count} × {strength} (tablets)"),
    "paper_once": QT_TRANSLATE_NOOP("words", "once"),
    "paper_every": QT_TRANSLATE_NOOP("words", "every {hours} h"),
    "paper_times": QT_TRANSLATE_NOOP("words", "{count} times a day"),
    "paper_days": QT_TRANSLATE_NOOP("words", "for {days} days"),
    "paper_comma": QT_TRANSLATE_NOOP("words", ", "),
    "paper_confirmed": QT_TRANSLATE_NOOP("words", "Confirmed by a clinician"),
    "list_hidden": QT_TRANSLATE_NOOP("words", "Waits for your own reading"),
    "paper_gene_sample": QT_TRANSLATE_NOOP("words", "the file calls the person {sample}"),
    "paper_gene_drug": QT_TRANSLATE_NOOP("words", "{severity}: {drugs}. {reason}"),
    "paper_source": QT_TRANSLATE_NOOP("words", "{source}; opened {day}"),
    "paper_source_unopened": QT_TRANSLATE_NOOP("words", "{source}; not opened, unverified"),
    "paper_gene_silent": QT_TRANSLATE_NOOP(
        "words", "No rule speaks of a drug for this result; that is not “suited”."
    ),
    "paper_gene_unread": QT_TRANSLATE_NOOP(
        "words",
        "The tables of genes and drugs can't be read, so no drug was looked at. Install the program again.",
    ),
    "paper_genes_unknown": QT_TRANSLATE_NOOP("words", "Nothing is known of: {names}."),
    "paper_genes_not_covered": QT_TRANSLATE_NOOP(
        "words",
        "What a file does not cover or nobody tested is unknown, never normal. No drug was ordered or stopped.",
    ),
    "paper_first_locked": QT_TRANSLATE_NOOP(
        "words", "{by}, {time}: read and locked before the program's answer was shown."
    ),
    "paper_first_waived": QT_TRANSLATE_NOOP(
        "words", "{by}, {time}: opened the program's answer without a first reading."
    ),
    "paper_first_conditions": QT_TRANSLATE_NOOP("words", "Thought of first: {names}."),
    "paper_follow_up_step": QT_TRANSLATE_NOOP("words", "{step}: {by}, {time}"),
    "paper_follow_up_moved": QT_TRANSLATE_NOOP("words", "{step} to {day}: {by}, {time}"),
    "slip_again": QT_TRANSLATE_NOOP("words", "Please come again"),
    "slip_day": QT_TRANSLATE_NOOP("words", "{weekday}, {day} {month} {year}"),
    "slip_again_film": QT_TRANSLATE_NOOP("words", "A new picture of your chest is taken."),
    "slip_again_blood_count": QT_TRANSLATE_NOOP("words", "Your blood is tested."),
    "slip_again_kidney": QT_TRANSLATE_NOOP("words", "Your blood is tested for your kidneys."),
    "slip_again_liver": QT_TRANSLATE_NOOP("words", "Your blood is tested for your liver."),
    "slip_again_glucose": QT_TRANSLATE_NOOP("words", "Your blood sugar is measured."),
    "slip_again_blood_pressure": QT_TRANSLATE_NOOP("words", "Your blood pressure is measured."),
    "slip_again_weight": QT_TRANSLATE_NOOP("words", "You are weighed."),
    "slip_again_sputum": QT_TRANSLATE_NOOP("words", "What you cough up is tested."),
    "slip_again_visit": QT_TRANSLATE_NOOP("words", "We look at you and talk with you again."),
    "slip_again_other": QT_TRANSLATE_NOOP("words", "For what was agreed with you."),
    "slip_again_over": QT_TRANSLATE_NOOP("words", "This day has passed. Please come soon."),
    "paper_late_both": QT_TRANSLATE_NOOP(
        "words", "On paper first: {happened}; entered {entered} by {by}."
    ),
    "paper_late_changed": QT_TRANSLATE_NOOP(
        "words", "Changed since: not all of it is the sheet's."
    ),
    "paper_late_typed": QT_TRANSLATE_NOOP("words", "(on paper first; entered {entered} by {by})"),
    "paper_others": QT_TRANSLATE_NOOP(
        "words", "Looked at with little or nothing for them, not excluded: {names}."
    ),
    "paper_next": QT_TRANSLATE_NOOP("words", "Would change the picture most: {names}."),
    "paper_more_lines": QT_TRANSLATE_NOOP("words", "… and {n} more lines in the program"),
    "paper_does_not_count": QT_TRANSLATE_NOOP("words", "Kept for the record; does not count."),
    "paper_not_judged_note": QT_TRANSLATE_NOOP(
        "words", "“Not judged”: nothing can be said; it does not mean normal."
    ),
    "paper_no_labs": QT_TRANSLATE_NOOP("words", "No laboratory results."),
    "paper_no_note": QT_TRANSLATE_NOOP("words", "No note."),
    "paper_read_by_program": QT_TRANSLATE_NOOP(
        "words", "Read by the program from the words above; the note itself is what counts."
    ),
    "paper_signature": QT_TRANSLATE_NOOP("words", "Signed by {by} on {time}."),
    "paper_settled": QT_TRANSLATE_NOOP("words", "Two readers disagreed; settled by: {reason}"),
    "paper_reopened": QT_TRANSLATE_NOOP(
        "words", "Reopened since: the signatures above stand for an earlier state of the case."
    ),
    "paper_how_to_verify": QT_TRANSLATE_NOOP(
        "words",
        "The mark proves later that the audit trail was not cut: “meddx report verify” for this file, “meddx audit verify --head” for this sheet of paper.",
    ),
    "paper_characters": QT_TRANSLATE_NOOP(
        "words", "[U+…] stands for a character that this print lacks, by its Unicode number."
    ),
    "referral_score": QT_TRANSLATE_NOOP(
        "words", "{name}: {call}; score {score}, threshold {threshold}"
    ),
    "referral_more_labs": QT_TRANSLATE_NOOP(
        "words", "Further results within their range or not judged: {n}."
    ),
    "list_made": QT_TRANSLATE_NOOP("words", "Cases: {n}, riskiest first. Made {time} by {user}."),
    "list_empty": QT_TRANSLATE_NOOP("words", "No case on this day."),
    "list_stamp": QT_TRANSLATE_NOOP("words", "A list for work, not a report."),
    "blank_late": QT_TRANSLATE_NOOP(
        "words",
        "Fill in by hand. Enter it into the program later, with both times: when it was, and when it is entered. Keep the sheet until somebody else compared it.",
    ),
    "blank_danger": QT_TRANSLATE_NOOP(
        "words", "Look for danger signs first. Unknown is written as unknown, never as no."
    ),
    "slip_title": QT_TRANSLATE_NOOP("words", "Your visit"),
    "slip_done": QT_TRANSLATE_NOOP("words", "What was done"),
    "slip_next": QT_TRANSLATE_NOOP("words", "What comes next"),
    "slip_come_back": QT_TRANSLATE_NOOP("words", "Go to a hospital at once"),
    "slip_film": QT_TRANSLATE_NOOP("words", "A picture of your chest was taken."),
    "slip_picture": QT_TRANSLATE_NOOP("words", "An X-ray picture was taken."),
    "slip_labs": QT_TRANSLATE_NOOP("words", "Your blood or urine was tested."),
    "slip_talk": QT_TRANSLATE_NOOP("words", "We talked with you and examined you."),
    "slip_unreviewed": QT_TRANSLATE_NOOP(
        "words", "A clinician still has to look at this. Please ask when you will hear."
    ),
    "slip_no_result": QT_TRANSLATE_NOOP("words", "This slip is not a result."),
    "slip_film_again": QT_TRANSLATE_NOOP(
        "words", "A picture could not be judged by the program. Ask whether it must be taken again."
    ),
    "slip_more": QT_TRANSLATE_NOOP(
        "words", "You need further care. Please go there and take this slip with you."
    ),
    "slip_more_now": QT_TRANSLATE_NOOP(
        "words", "You need further care today. Please go there now and take this slip with you."
    ),
    "slip_explained": QT_TRANSLATE_NOOP(
        "words", "A clinician looked at everything and tells you what was found."
    ),
    "slip_where": QT_TRANSLATE_NOOP("words", "Where to go"),
    "slip_when": QT_TRANSLATE_NOOP("words", "When"),
    "slip_telephone": QT_TRANSLATE_NOOP("words", "Telephone"),
    "slip_written_by": QT_TRANSLATE_NOOP("words", "Explained by"),
    "slip_breathing": QT_TRANSLATE_NOOP("words", "Breathing becomes hard"),
    "slip_chest_pain": QT_TRANSLATE_NOOP("words", "Strong pain or pressure in the chest"),
    "slip_cannot_drink": QT_TRANSLATE_NOOP("words", "Drinking is no longer possible"),
    "slip_not_awake": QT_TRANSLATE_NOOP("words", "Hard to wake, or not answering"),
    "slip_child_fit": QT_TRANSLATE_NOOP("words", "A child has a fit"),
    "slip_cough": QT_TRANSLATE_NOOP(
        "words", "Cough for 2 weeks or more: have it tested for tuberculosis"
    ),
}
