"""What `meddx validate` and `meddx thresholds` say at the terminal."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TERMINAL_CHECKS: dict[str, str] = {
    "check_head": QT_TRANSLATE_NOOP(
        "words",
        "{model} {version} ({variant}), {finding}: {films} films of {patients} patients, {positives} with and {negatives} without it",
    ),
    "check_figure": QT_TRANSLATE_NOOP(
        "words",
        "figure",
    ),
    "check_value": QT_TRANSLATE_NOOP(
        "words",
        "value",
    ),
    "check_interval": QT_TRANSLATE_NOOP(
        "words",
        "95 % interval",
    ),
    "check_counts": QT_TRANSLATE_NOOP(
        "words",
        "counts",
    ),
    "check_shipped": QT_TRANSLATE_NOOP(
        "words",
        "At the model's threshold, {threshold}",
    ),
    "check_site": QT_TRANSLATE_NOOP(
        "words",
        "At this site's threshold, {threshold}",
    ),
    "check_wanted": QT_TRANSLATE_NOOP(
        "words",
        "At the threshold for a sensitivity of {target} %: {threshold}",
    ),
    "check_auc": QT_TRANSLATE_NOOP(
        "words",
        "area below the ROC curve (AUC)",
    ),
    "check_ece": QT_TRANSLATE_NOOP(
        "words",
        "mean gap between score and share (ECE)",
    ),
    "check_sensitivity": QT_TRANSLATE_NOOP(
        "words",
        "sensitivity (recall)",
    ),
    "check_specificity": QT_TRANSLATE_NOOP(
        "words",
        "specificity",
    ),
    "check_ppv": QT_TRANSLATE_NOOP(
        "words",
        "PPV (precision)",
    ),
    "check_npv": QT_TRANSLATE_NOOP(
        "words",
        "NPV",
    ),
    "check_f1": QT_TRANSLATE_NOOP(
        "words",
        "F1",
    ),
    "check_matrix": QT_TRANSLATE_NOOP(
        "words",
        "found: {tp} with, {fp} without the finding. Not found: {fn} with, {tn} without.",
    ),
    "check_share": QT_TRANSLATE_NOOP(
        "words",
        "PPV and NPV hold where {share} % of the films have the finding, as here. They fall or rise with that share.",
    ),
    "check_proven": QT_TRANSLATE_NOOP(
        "words",
        "These films prove it: the lower end of the interval reaches {target} %. The owner can keep it with --choose, and a clinician confirms it.",
    ),
    "check_refused": QT_TRANSLATE_NOOP(
        "words",
        "{n} films got no score ({with_finding} of them with the finding); they are in no figure:",
    ),
    "check_failed": QT_TRANSLATE_NOOP(
        "words",
        "{n} films could not be looked at:",
    ),
    "check_no_label": QT_TRANSLATE_NOOP(
        "words",
        "{n} films without a label: {names}",
    ),
    "check_no_film": QT_TRANSLATE_NOOP(
        "words",
        "{n} lines name no film: {names}",
    ),
    "check_unknown": QT_TRANSLATE_NOOP(
        "words",
        "{n} films with an open label were left out",
    ),
    "check_repeated": QT_TRANSLATE_NOOP(
        "words",
        "{n} films or lines came twice and were counted once",
    ),
    "check_more": QT_TRANSLATE_NOOP(
        "words",
        "and {n} more",
    ),
    "check_plots": QT_TRANSLATE_NOOP(
        "words",
        "Plots written: {roc}, {calibration}",
    ),
    "check_roc_title": QT_TRANSLATE_NOOP(
        "words",
        "ROC: {model}, {finding}",
    ),
    "check_roc_across": QT_TRANSLATE_NOOP(
        "words",
        "1 - specificity",
    ),
    "check_roc_up": QT_TRANSLATE_NOOP(
        "words",
        "sensitivity",
    ),
    "check_calibration_title": QT_TRANSLATE_NOOP(
        "words",
        "Scores against labels: {model}, {finding}",
    ),
    "check_calibration_across": QT_TRANSLATE_NOOP(
        "words",
        "mean score",
    ),
    "check_calibration_up": QT_TRANSLATE_NOOP(
        "words",
        "share with the finding",
    ),
    "check_shipped_mark": QT_TRANSLATE_NOOP(
        "words",
        "model's threshold",
    ),
    "check_site_mark": QT_TRANSLATE_NOOP(
        "words",
        "site's threshold",
    ),
    "threshold_waits": QT_TRANSLATE_NOOP(
        "words",
        "the threshold is kept; it changes nothing until a clinician confirms it: meddx thresholds confirm",
    ),
    "thresholds_none": QT_TRANSLATE_NOOP(
        "words",
        "This site has no thresholds of its own; the models' hold.",
    ),
    "thresholds_model": QT_TRANSLATE_NOOP(
        "words",
        "model",
    ),
    "thresholds_finding": QT_TRANSLATE_NOOP(
        "words",
        "finding",
    ),
    "thresholds_threshold": QT_TRANSLATE_NOOP(
        "words",
        "threshold (model's)",
    ),
    "thresholds_state": QT_TRANSLATE_NOOP(
        "words",
        "state",
    ),
    "thresholds_sensitivity": QT_TRANSLATE_NOOP(
        "words",
        "found, 95 % interval",
    ),
    "thresholds_chosen": QT_TRANSLATE_NOOP(
        "words",
        "chosen",
    ),
    "thresholds_confirmed": QT_TRANSLATE_NOOP(
        "words",
        "confirmed",
    ),
    "thresholds_until": QT_TRANSLATE_NOOP(
        "words",
        "until",
    ),
    "threshold_state_waiting": QT_TRANSLATE_NOOP(
        "words",
        "waiting",
    ),
    "threshold_state_in_force": QT_TRANSLATE_NOOP(
        "words",
        "in force",
    ),
    "threshold_state_lapsed": QT_TRANSLATE_NOOP(
        "words",
        "lapsed",
    ),
    "thresholds_share": QT_TRANSLATE_NOOP(
        "words",
        "{model}, {finding}: {share} % of the patients here have it, as the owner entered",
    ),
}
