"""Why a film was refused, and what to beware of: gate reasons, cautions, alerts."""

from meddx_desktop.words.assessment import ASSESSMENT_REASONS
from meddx_desktop.words.errors.paper import PAPER_REASONS
from meddx_desktop.words.genes import GENE_REASONS
from meddx_desktop.words.laboratory_cases import LABORATORY_CASE_REASONS
from meddx_desktop.words.laboratory_doubts import LABORATORY_DOUBTS
from meddx_desktop.words.laboratory_files import LABORATORY_REASONS
from meddx_desktop.words.laboratory_tables import TABLE_REASONS
from meddx_desktop.words.mark import QT_TRANSLATE_NOOP
from meddx_desktop.words.risks import RISK_REASONS

REASONS: dict[str, str] = {
    **ASSESSMENT_REASONS,
    **GENE_REASONS,
    **LABORATORY_CASE_REASONS,
    **LABORATORY_DOUBTS,
    **PAPER_REASONS,
    **LABORATORY_REASONS,
    **RISK_REASONS,
    **TABLE_REASONS,
    "no_model_applies": QT_TRANSLATE_NOOP(
        "words", "No model here was made for this film. Have it read."
    ),
    "age_missing": QT_TRANSLATE_NOOP(
        "words",
        "The film carries no age, and the model needs one. Enter the age, for example 3y or 18m.",
    ),
    "age_outside": QT_TRANSLATE_NOOP(
        "words",
        "The model was made for ages {low} to under {high}; this patient is {age}. No score; have the film read.",
    ),
    "view_outside": QT_TRANSLATE_NOOP(
        "words",
        "The model was made for {views} views; this film says {view}. No score; have the film read.",
    ),
    "view_not_stated": QT_TRANSLATE_NOOP(
        "words", "The film does not state its view; the model was made for {views}."
    ),
    "modality_outside": QT_TRANSLATE_NOOP(
        "words", "The model was made for X-ray films; this picture is {modality}. No score."
    ),
    "modality_not_stated": QT_TRANSLATE_NOOP(
        "words",
        "This is a plain picture that does not say what it is; it was judged by its pixels alone.",
    ),
    "body_part_outside": QT_TRANSLATE_NOOP(
        "words",
        "The model was made for chest films; this film says {body_part}. No score; have it read.",
    ),
    "for_processing": QT_TRANSLATE_NOOP(
        "words",
        "These are raw detector data (FOR PROCESSING), not a film for reading. Send the processed film. No score.",
    ),
    "not_chest_film": QT_TRANSLATE_NOOP(
        "words", "This does not look like a frontal chest film. No score; check the picture."
    ),
    "rotated": QT_TRANSLATE_NOOP(
        "words",
        "The film seems to lie on its side or upside down. Turn it upright on the console and send it again. No score.",
    ),
    "rotated.degrees": QT_TRANSLATE_NOOP(
        "words",
        "The film seems to lie turned clockwise by {degrees} degrees. Turn it back by as much and send it again. No score.",
    ),
    "rotated.180": QT_TRANSLATE_NOOP(
        "words",
        "The film seems to lie turned by 180 degrees, or flipped upside down: look at the side marker before you turn it. Send it again the right way up. No score.",
    ),
    "tilted": QT_TRANSLATE_NOOP(
        "words",
        "The film seems to lie askew. Straighten the picture, or repeat the film with the patient straight. No score.",
    ),
    "cut_off": QT_TRANSLATE_NOOP(
        "words",
        "Part of the lungs seems to be cut off. Repeat the film with both lungs whole. No score.",
    ),
    "cut_off_left": QT_TRANSLATE_NOOP(
        "words",
        "The lung at the left edge of the picture (usually the patient's right lung) seems to be cut off. Repeat the film with both lungs whole. No score.",
    ),
    "cut_off_right": QT_TRANSLATE_NOOP(
        "words",
        "The lung at the right edge of the picture (usually the patient's left lung) seems to be cut off. Repeat the film with both lungs whole. No score.",
    ),
    "cut_off_top": QT_TRANSLATE_NOOP(
        "words",
        "The tops of the lungs seem to be cut off. Repeat the film with both lung tips in it. No score.",
    ),
    "cut_off_bottom": QT_TRANSLATE_NOOP(
        "words",
        "The bases of the lungs seem to be cut off. Repeat the film with both bases in it. No score.",
    ),
    "half_chest": QT_TRANSLATE_NOOP(
        "words",
        "This seems to be one side of the chest alone, or a side view. Send the whole frontal film. No score.",
    ),
    "lungs_covered": QT_TRANSLATE_NOOP(
        "words",
        "Part of the lungs seems to be covered or blacked out. Send the whole film. No score.",
    ),
    "too_dark": QT_TRANSLATE_NOOP(
        "words",
        "Much of the lungs is black: over-exposed, or a wrong grey window. Set the window on the console; if they stay black, repeat with less exposure. No score.",
    ),
    "too_bright": QT_TRANSLATE_NOOP(
        "words",
        "Much of the lungs is white without detail: under-exposed, or a wrong grey window. Set the window on the console; if they stay white, repeat with more exposure. No score.",
    ),
    "too_flat": QT_TRANSLATE_NOOP(
        "words",
        "The film has hardly any contrast. Set the grey window on the console and send it again, or repeat the film. No score.",
    ),
    "too_grainy": QT_TRANSLATE_NOOP(
        "words",
        "The film is too grainy to be judged. Send it from the console itself, or repeat it with more exposure. No score.",
    ),
    "film_small": QT_TRANSLATE_NOOP(
        "words",
        "The film fills only a small part of the picture. Send the film itself, without what surrounds it. No score.",
    ),
    "several_films": QT_TRANSLATE_NOOP(
        "words",
        "Several pictures seem to stand beside each other. Send each film by itself. No score.",
    ),
    "photograph": QT_TRANSLATE_NOOP(
        "words",
        "This seems to be a photograph of a film or of a screen, and such a score could be wrong. Send the film itself from the console, or scan it flat. No score.",
    ),
    "maybe_mirrored": QT_TRANSLATE_NOOP(
        "words",
        "Check the marker: flipped, or heart on the right? Nothing was mirrored.",
    ),
    "inverted": QT_TRANSLATE_NOOP(
        "words",
        "The film seems to be inverted (bones dark). Send it with the right polarity. No score.",
    ),
    "film_corrected": QT_TRANSLATE_NOOP(
        "words",
        "Before it was screened this film was {correction} by hand; the stored film is unchanged. Check the side marker.",
    ),
    "turned_maybe_mirrored": QT_TRANSLATE_NOOP(
        "words",
        "A film that was flipped upside down is a mirror image once it is turned by 180 degrees. Look at the side marker: if it reads backwards, don't use this score.",
    ),
    "blank": QT_TRANSLATE_NOOP(
        "words", "The picture is blank or nearly so. Repeat the film. No score."
    ),
    "gate_unavailable": QT_TRANSLATE_NOOP(
        "words",
        "The model that checks the films is not installed, so no film can be scored. Install the package cxr-gate.",
    ),
    "unlike_training": QT_TRANSLATE_NOOP(
        "words", "This film is unlike those that the model learnt from. No score; have it read."
    ),
    "somewhat_unlike": QT_TRANSLATE_NOOP(
        "words",
        "This film is somewhat unlike those that the model learnt from. Trust the score less.",
    ),
    "bad_output": QT_TRANSLATE_NOOP(
        "words", "The model gave no usable result for this film. No score; have it read."
    ),
    "color_converted": QT_TRANSLATE_NOOP(
        "words", "This is a colour picture; it was turned to grey for the model."
    ),
    "identity_conflict": QT_TRANSLATE_NOOP(
        "words", "Another case has the same patient ID with another {fields}. Check who this is."
    ),
    "known_patient": QT_TRANSLATE_NOOP(
        "words",
        "This patient ID is known from another case. Compare both and say whether it is one person.",
    ),
    "study_conflict": QT_TRANSLATE_NOOP(
        "words", "Another case has films of this study under another {fields}. Check who this is."
    ),
    "same_study": QT_TRANSLATE_NOOP(
        "words",
        "Another case has films of the same study. Compare both and say whether it is one person.",
    ),
    "same_film_elsewhere": QT_TRANSLATE_NOOP(
        "words", "The very same film is filed under another patient. Check who this is."
    ),
    "uid_conflict": QT_TRANSLATE_NOOP(
        "words",
        "Another film has the same identifier (SOP Instance UID) but other pixels. Check who this is.",
    ),
    "unidentified": QT_TRANSLATE_NOOP(
        "words", "The film carries no name and no patient ID. Enter who this is."
    ),
    "window_ignored": QT_TRANSLATE_NOOP(
        "words", "The grey window in the file would blank the picture and was replaced."
    ),
    "charset_guessed": QT_TRANSLATE_NOOP(
        "words",
        "The file does not say how its names are written; the writing was guessed. Check the name.",
    ),
    "provider_fell_back": QT_TRANSLATE_NOOP("words", "{asked} was asked for, but {used} runs."),
    "clock_behind": QT_TRANSLATE_NOOP(
        "words",
        "The clock of this computer stands before the last entry. Set it; until then no age is computed.",
    ),
    "screening_stopped": QT_TRANSLATE_NOOP(
        "words",
        "Screening was stopped before this film. No score; screen it again or have it read.",
    ),
    "screening_gave_up": QT_TRANSLATE_NOOP(
        "words",
        "The program broke down while it screened this film, more than once. No score; have it read.",
    ),
    "missing_lut": QT_TRANSLATE_NOOP(
        "words",
        "A grey table in the file is incomplete and was not used; the grey levels may differ from the console's.",
    ),
    "rescale_ignored": QT_TRANSLATE_NOOP(
        "words", "The rescale values in the file can't be right and were not used."
    ),
    "polarity_conflict": QT_TRANSLATE_NOOP(
        "words", "The file contradicts itself about black and white. Check that bone is bright."
    ),
    "pixel_data_longer": QT_TRANSLATE_NOOP(
        "words", "The file holds more picture data than its header says; the surplus was left out."
    ),
    "birth_date_conflict": QT_TRANSLATE_NOOP(
        "words",
        "The birth date lies after the film's date. The age was not computed from it; check both.",
    ),
    "age_conflict": QT_TRANSLATE_NOOP(
        "words", "The age in the file does not fit birth date and film date. Check who this is."
    ),
    "resident_id_birth": QT_TRANSLATE_NOOP(
        "words", "The resident number says born {date}. Compare both with the card."
    ),
    "resident_id_sex": QT_TRANSLATE_NOOP(
        "words", "The resident number says another sex: {sex}. Compare both with the card."
    ),
    "resident_id_old": QT_TRANSLATE_NOOP(
        "words", "An old resident number of 15 digits has no check digit. Compare it with the card."
    ),
    "study_date_missing": QT_TRANSLATE_NOOP(
        "words",
        "The film carries a birth date but no date of its own, so its age can't be computed. Send it with its date. No score.",
    ),
    "study_date_ahead": QT_TRANSLATE_NOOP(
        "words",
        "The film's date lies in the future. Check the clocks of the console and of this computer. No score.",
    ),
    "not_human": QT_TRANSLATE_NOOP(
        "words", "The file says that this is no human patient. No score."
    ),
    "too_few_pixels": QT_TRANSLATE_NOOP(
        "words",
        "The picture has only {columns} x {rows} pixels, too few to see a lung. No score; send the film itself, not its small preview.",
    ),
    "odd_shape": QT_TRANSLATE_NOOP(
        "words",
        "The picture is far longer than wide, or wider than long, than a chest film can be. No score; check the picture.",
    ),
    "false_color": QT_TRANSLATE_NOOP(
        "words", "This is a coloured picture, not a grey film. No score; send the film itself."
    ),
    "age_unreadable": QT_TRANSLATE_NOOP("words", "The age in the file can't be read."),
    "date_unreadable": QT_TRANSLATE_NOOP(
        "words", "A date in the file can't be read ({attribute})."
    ),
    "sex_unreadable": QT_TRANSLATE_NOOP("words", "The sex in the file can't be read."),
    "exif_rotated": QT_TRANSLATE_NOOP(
        "words", "The picture was turned upright as its camera data say."
    ),
    "more_pages": QT_TRANSLATE_NOOP("words", "Only the first page of this picture file is shown."),
    "score_stuck": QT_TRANSLATE_NOOP(
        "words",
        "The model gave the last {films} films, which do not look alike, one and the same score. It may be broken: trust no score of it, and have it verified.",
    ),
    "site_threshold_lapsed": QT_TRANSLATE_NOOP(
        "words",
        "The threshold of this site has lapsed; the model's own was used.",
    ),
    "site_threshold_other_network": QT_TRANSLATE_NOOP(
        "words",
        "The threshold of this site was made with another file of the model ({variant}); the model's own was used.",
    ),
    "site_threshold_ended": QT_TRANSLATE_NOOP(
        "words",
        "The threshold of this site for {finding} ({model}), {threshold} since {since}, has lapsed. The threshold of the model in use now, {in_use}, holds: {holds}. Check the model here and choose anew.",
    ),
    "site_threshold_ended_none": QT_TRANSLATE_NOOP(
        "words",
        "The threshold of this site for {finding} ({model}), {threshold} since {since}, has lapsed. No model of that name that looks for it is in use here now, so no threshold holds. Choose a version under Models.",
    ),
    "models_shifted": QT_TRANSLATE_NOOP(
        "words",
        "Since models, device or program changed, the scores of {films} films looked at again shifted by up to {largest} points of 100; {calls} changed sides of the threshold, {lost} gained or lost their score. Check the model here before you trust it.",
    ),
}
