"""What the command line says at the terminal, beside the sentences of codes."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP
from meddx_desktop.words.terminal_labs import TERMINAL_LABS

TERMINAL: dict[str, str] = {
    **TERMINAL_LABS,
    "path": QT_TRANSLATE_NOOP("words", "path"),
    "frame": QT_TRANSLATE_NOOP("words", "frame"),
    "result": QT_TRANSLATE_NOOP("words", "result"),
    "finding": QT_TRANSLATE_NOOP("words", "finding"),
    "score": QT_TRANSLATE_NOOP("words", "score"),
    "threshold": QT_TRANSLATE_NOOP("words", "threshold"),
    "model": QT_TRANSLATE_NOOP("words", "model"),
    "notes": QT_TRANSLATE_NOOP("words", "notes"),
    "none": QT_TRANSLATE_NOOP("words", "none"),
    "failed": QT_TRANSLATE_NOOP("words", "Failed"),
    "score_line": QT_TRANSLATE_NOOP("words", "Score (0-100): {score} Below threshold: {below}"),
    "left_out": QT_TRANSLATE_NOOP(
        "words", "{n} files inside folders or archives are no pictures; left out"
    ),
    "plain_pictures": QT_TRANSLATE_NOOP(
        "words", "the heat maps are plain pictures of patients: keep the folder safe"
    ),
    "stopped": QT_TRANSLATE_NOOP("words", "stopped; {n} answered before that are written"),
    "written": QT_TRANSLATE_NOOP("words", "Written to {folder}: {what}"),
    "results_and_maps": QT_TRANSLATE_NOOP("words", "results.jsonl, heat maps"),
    "no_window_picture": QT_TRANSLATE_NOOP(
        "words", "no picture of the window: Qt is not installed here"
    ),
    "measuring": QT_TRANSLATE_NOOP("words", "measuring; leave the machine alone for a minute"),
    "not_measured_yet": QT_TRANSLATE_NOOP(
        "words", "There is nothing to measure about {what} yet; measure screen, store or labs."
    ),
    "agrees": QT_TRANSLATE_NOOP(
        "words", "{name} {version}: files, shapes and sample agree ({provider})"
    ),
    "passphrase_of": QT_TRANSLATE_NOOP("words", "Passphrase of {user} ({folder}):"),
    "recovery_key_of": QT_TRANSLATE_NOOP("words", "Recovery key, all lines ({folder}):"),
    "recovery_due": QT_TRANSLATE_NOOP(
        "words", "the recovery key was used; sign in at the window and write down a new one"
    ),
    "clock_behind": QT_TRANSLATE_NOOP(
        "words", "the clock stands before the newest entry of the audit trail; set it right"
    ),
    "backed_up": QT_TRANSLATE_NOOP(
        "words", "{copied} films copied, {kept} kept, all proven: {folder}"
    ),
    "damaged_in_store": QT_TRANSLATE_NOOP(
        "words",
        "{n} films are damaged in the store itself. Keep older backups: they may hold them whole.",
    ),
    "backup_tips": QT_TRANSLATE_NOOP(
        "words", "Unplug the stick now. Use two in turn, and keep one in another building."
    ),
    "backup_of": QT_TRANSLATE_NOOP("words", "Backup of {at}: {films} films, {megabytes} MB"),
    "backup_part_damaged": QT_TRANSLATE_NOOP("words", "Damaged: {part}"),
    "restored": QT_TRANSLATE_NOOP("words", "Restored with {films} films into {folder}"),
    "audit_whole": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail is whole: {entries} entries, head {head}. Give a printed head with --head to see that its end was not cut.",
    ),
    "audit_whole_compared": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail is whole and agrees with the paper: {entries} entries, head {head}.",
    ),
    "pack_installed": QT_TRANSLATE_NOOP(
        "words",
        "{name} {version} is installed. It is on trial: shown, and not used for sorting or assessment until it was validated here.",
    ),
    "pack_not_in_use": QT_TRANSLATE_NOOP(
        "words",
        "Another version of {name} stays in use; `meddx models use {name} {version}` switches.",
    ),
    "pack_written": QT_TRANSLATE_NOOP(
        "words", "{file} is written. Others know it by this fingerprint of your site: {fingerprint}"
    ),
    "risk_on": QT_TRANSLATE_NOOP("words", "{name} is on."),
    "risk_off": QT_TRANSLATE_NOOP("words", "{name} is off."),
    "risk_share": QT_TRANSLATE_NOOP("words", "Kept for {name}: {share}"),
    "pack_used": QT_TRANSLATE_NOOP("words", "{name} {version} is in use now."),
    "pack_removed": QT_TRANSLATE_NOOP("words", "{name} {version} is removed."),
    "own_signer": QT_TRANSLATE_NOOP("words", "Your site signs as: {fingerprint}"),
    "signer_line": QT_TRANSLATE_NOOP("words", "{name}: {fingerprint}"),
    "signer_now_known": QT_TRANSLATE_NOOP(
        "words",
        "{name} is known now. Packages under this signature install without typing their name.",
    ),
    "signer_now_unknown": QT_TRANSLATE_NOOP(
        "words", "This signer is unknown again. What was installed stays."
    ),
    "revocations_taken": QT_TRANSLATE_NOOP(
        "words", "{count} new entries. What was revoked is not used any more."
    ),
    "program": QT_TRANSLATE_NOOP(
        "words", "MedDx Desktop {version}, Python {python}, installed build: {frozen}"
    ),
    "system": QT_TRANSLATE_NOOP("words", "{system}, {cores} processor cores"),
    "memory": QT_TRANSLATE_NOOP("words", "Memory: {gigabytes} GB"),
    "disk": QT_TRANSLATE_NOOP("words", "Free disk space: {free_gigabytes} GB"),
    "data_folder": QT_TRANSLATE_NOOP("words", "Data folder can be written: {folder}"),
    "model_agrees": QT_TRANSLATE_NOOP(
        "words", "Model {name} {version}: files, shapes and sample agree"
    ),
    "device": QT_TRANSLATE_NOOP(
        "words", "Device: asked for {asked}, runs on {used}, {threads} thread(s) per film"
    ),
    "clock": QT_TRANSLATE_NOOP("words", "Clock (UTC): {utc}"),
    "fonts": QT_TRANSLATE_NOOP("words", "Fonts for English and Chinese: {shipped}"),
    "store": QT_TRANSLATE_NOOP(
        "words",
        "Encrypted case store: {folder}, {users} user(s); a guess at a passphrase costs {memory_mb} MB, {iterations} rounds, {lanes} lane(s)",
    ),
    "store_none": QT_TRANSLATE_NOOP(
        "words", "No case store yet; the window makes an encrypted one here: {folder}"
    ),
    "store_keys": QT_TRANSLATE_NOOP(
        "words",
        "The key file of the case store can't be used [{code}]: {folder}. Restore a backup; delete nothing.",
    ),
    "disk_encryption_safe": QT_TRANSLATE_NOOP("words", "Disk encryption: on ({what})"),
    "disk_encryption_open": QT_TRANSLATE_NOOP(
        "words",
        "Disk encryption: off ({what}). The store is encrypted by itself; film files beside it are not. Switch it on (LUKS) when this computer is next set up.",
    ),
    "disk_encryption_unknown": QT_TRANSLATE_NOOP(
        "words", "Disk encryption: not checked here. Look in the system's settings that it is on."
    ),
    "swap_safe": QT_TRANSLATE_NOOP("words", "Swap: none, or encrypted"),
    "swap_open": QT_TRANSLATE_NOOP(
        "words",
        "Swap: not encrypted ({what}). Open films may be written there; switch it off (swapoff, /etc/fstab) or encrypt it.",
    ),
    "swap_unknown": QT_TRANSLATE_NOOP(
        "words", "Swap: not checked here. Disk encryption covers it where that is on."
    ),
    "hibernation_safe": QT_TRANSLATE_NOOP("words", "Hibernation: off, or into encrypted swap"),
    "hibernation_open": QT_TRANSLATE_NOOP(
        "words",
        "Hibernation: possible, into swap that is not encrypted ({what}). It writes all memory there; switch it off (systemctl mask hibernate.target).",
    ),
    "hibernation_unknown": QT_TRANSLATE_NOOP(
        "words", "Hibernation: not checked here. Lock the store before the computer hibernates."
    ),
    "crash_dumps_safe": QT_TRANSLATE_NOOP("words", "Crash dumps: off"),
    "crash_dumps_open": QT_TRANSLATE_NOOP(
        "words",
        "Crash dumps: on ({what}). A dump holds what was open; switch them off (sysctl kernel.core_pattern=|/bin/false).",
    ),
    "crash_dumps_unknown": QT_TRANSLATE_NOOP(
        "words", "Crash dumps: not checked here. Switch off error reports with memory contents."
    ),
    "data_folder_bad": QT_TRANSLATE_NOOP(
        "words", "Data folder can't be written: {folder}. Settings are lost at the end."
    ),
    "model_bad": QT_TRANSLATE_NOOP(
        "words", "Model {name} {version} is not used [{code}]. Install the package again."
    ),
    "gate_bad": QT_TRANSLATE_NOOP(
        "words", "The gate model is missing: no film can be scored. Install the package cxr-gate."
    ),
    "device_bad": QT_TRANSLATE_NOOP(
        "words",
        "Device: asked for {asked}, but {used} runs. Update the card's driver or choose cpu.",
    ),
    "clock_bad": QT_TRANSLATE_NOOP(
        "words", "The clock shows {utc} (UTC), before this program was made. Set it: ages need it."
    ),
    "fonts_bad": QT_TRANSLATE_NOOP("words", "The program's fonts are missing. Install it again."),
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
    "result_on_trial": QT_TRANSLATE_NOOP(
        "words",
        "On trial: this model was not validated here. Its result sorts nothing, and nothing is decided on it.",
    ),
    "site_since": QT_TRANSLATE_NOOP(
        "words",
        "site threshold since {since}",
    ),
    "site_chance": QT_TRANSLATE_NOOP(
        "words",
        "Corrected for a share of {share} % here: {chance} % chance of the finding",
    ),
    "sentinel_none": QT_TRANSLATE_NOOP(
        "words",
        "Look after a change of models: none yet. Sign in at the window once.",
    ),
    "sentinel_due": QT_TRANSLATE_NOOP(
        "words",
        "Look after a change of models: due, something changed since the last one of {at}. Sign in at the window.",
    ),
    "sentinel_same": QT_TRANSLATE_NOOP(
        "words",
        "Look after a change of models ({at}): {films} films, largest shift {largest} points of 100, no call changed",
    ),
    "sentinel_shifted": QT_TRANSLATE_NOOP(
        "words",
        "Look after a change of models ({at}): {films} films, largest shift {largest} points of 100, {calls} changed sides of the threshold, {lost} gained or lost their score. Check the model here before you trust it.",
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
