"""Model packages from a stick: the file, its signature, versions, revocations."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PACK_ERRORS: dict[str, str] = {
    "pack_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "This file can't be read. Check that the stick is still plugged in and the file may be read.",
    ),
    "pack_damaged": QT_TRANSLATE_NOOP(
        "words",
        "This file is no whole model package. Copy it again, or ask the sender for it again.",
    ),
    "pack_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This file or a part of it is larger than a model package may be ({limit_mb} MB). Nothing of it was installed; ask the sender.",
    ),
    "pack_bomb": QT_TRANSLATE_NOOP(
        "words",
        "This file unpacks to more than it states, so none of it was installed. Tell whoever gave it to you.",
    ),
    "pack_unsafe_name": QT_TRANSLATE_NOOP(
        "words",
        "This file holds a name that no model package needs ({file}), so none of it was installed. Tell whoever gave it to you.",
    ),
    "pack_link": QT_TRANSLATE_NOOP(
        "words",
        "This file holds a link to another place ({file}), so none of it was installed. Tell whoever gave it to you.",
    ),
    "pack_duplicate": QT_TRANSLATE_NOOP(
        "words",
        "This file holds {file} twice, so none of it was installed. Ask the sender to pack it again.",
    ),
    "pack_nested": QT_TRANSLATE_NOOP(
        "words",
        "This file holds an archive inside itself ({file}), so none of it was installed. Ask the sender for the package itself.",
    ),
    "pack_foreign_file": QT_TRANSLATE_NOOP(
        "words",
        "This file holds {file}, which does not belong in a model package, so none of it was installed. Ask the sender to pack it again.",
    ),
    "pack_encrypted": QT_TRANSLATE_NOOP(
        "words",
        "This file is locked with a password. Ask the sender for a package without one; a signature protects it.",
    ),
    "pack_changed": QT_TRANSLATE_NOOP(
        "words",
        "This file was changed since it was looked at, so it was not installed. Open it again and compare.",
    ),
    "pack_not_written": QT_TRANSLATE_NOOP(
        "words",
        "The file could not be written to {folder}. Check the stick and its free space, and try again.",
    ),
    "model_signature_missing": QT_TRANSLATE_NOOP(
        "words",
        "Nobody signed the model package {name}. Ask the sender for a signed one, or type its name to install it all the same.",
    ),
    "model_signature_wrong": QT_TRANSLATE_NOOP(
        "words",
        "The signature of this file does not hold: it was changed after it was signed. Ask the sender for it again.",
    ),
    "model_signer_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The signer of the model package {name} is not known here ({signer}). Telephone the sender and compare, or type the package's name to install it all the same.",
    ),
    "model_signer_revoked": QT_TRANSLATE_NOOP(
        "words",
        "The signature under {name} was revoked ({signer}). It can't be used; ask the sender for a new one.",
    ),
    "model_name_not_confirmed": QT_TRANSLATE_NOOP(
        "words",
        "What was typed is not the package's name, {name}. Nothing was installed; type it again.",
    ),
    "model_revoked": QT_TRANSLATE_NOOP(
        "words",
        "The model package {name} {version} was revoked and is not used. Choose another version under Models.",
    ),
    "model_version_taken": QT_TRANSLATE_NOOP(
        "words",
        "Another content of {name} {version} is here already. Ask the sender to give theirs a version of its own.",
    ),
    "model_version_unknown": QT_TRANSLATE_NOOP(
        "words",
        "There is no installed version {version} of {name}. Look at the list of models.",
    ),
    "model_in_use": QT_TRANSLATE_NOOP(
        "words",
        "{name} {version} is in use. Switch to another version first.",
    ),
    "model_gate_foreign": QT_TRANSLATE_NOOP(
        "words",
        "{name} checks films before they are scored. Such a package comes with the program alone; it was not installed.",
    ),
    "model_risk_foreign": QT_TRANSLATE_NOOP(
        "words",
        "The package {name} holds a risk model for laboratory results. Those come with the program only; this one was not installed.",
    ),
    "model_text_foreign": QT_TRANSLATE_NOOP(
        "words",
        "The package {name} holds a model that reads notes. Those come with the program only; this one was not installed.",
    ),
    "signer_name_missing": QT_TRANSLATE_NOOP(
        "words",
        "Give the signer a name of up to {limit} letters, by which people here know it.",
    ),
    "signer_fingerprint_wrong": QT_TRANSLATE_NOOP(
        "words",
        "This is not the fingerprint of that signer. Telephone the sender and compare all of it; nothing was changed.",
    ),
    "signer_unknown": QT_TRANSLATE_NOOP(
        "words",
        "No such signer is known here. Look at the list of signers.",
    ),
    "revocations_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The list of revoked packages is damaged, so it was not taken in and no installed model is used without it. Ask for it again, or install the program again.",
    ),
    "revocations_foreign": QT_TRANSLATE_NOOP(
        "words",
        "This list of revoked packages was signed by somebody who is not known here ({signer}). Telephone the sender, make the signer known, and try again.",
    ),
}
