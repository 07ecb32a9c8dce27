"""What `meddx doctor` says at the terminal."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

TERMINAL_DOCTOR: dict[str, str] = {
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
    "device_not_in_build": QT_TRANSLATE_NOOP(
        "words",
        "Device: runs on {used}, {threads} thread(s) per film. This build holds no part for graphics cards; the GPU installer does.",
    ),
    "device_no_card": QT_TRANSLATE_NOOP(
        "words",
        "Device: runs on {used}, {threads} thread(s) per film. No NVIDIA driver was found here.",
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
    "knowledge": QT_TRANSLATE_NOOP("words", "Knowledge of the assessment: {conditions} conditions"),
    "knowledge_bad": QT_TRANSLATE_NOOP(
        "words",
        "Knowledge of the assessment: {file} can't be used [{code}]. There is no assessment; install the program again.",
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
}
