"""What the command line says at the terminal, beside the sentences of codes."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TERMINAL: dict[str, str] = {
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
    "agrees": QT_TRANSLATE_NOOP(
        "words", "{name} {version}: files, shapes and sample agree ({provider})"
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
        "words", "This version keeps cases in memory only: nothing is saved, nothing is encrypted"
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
}
