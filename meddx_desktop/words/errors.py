"""What went wrong and what to do, for every error code. Fields in braces are parameters."""

from meddx_desktop.words.laboratory_cases import LABORATORY_CASE_ERRORS
from meddx_desktop.words.laboratory_files import LABORATORY_ERRORS
from meddx_desktop.words.laboratory_tables import TABLE_ERRORS
from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

ERRORS: dict[str, str] = {
    **LABORATORY_CASE_ERRORS,
    **LABORATORY_ERRORS,
    **TABLE_ERRORS,
    "file_missing": QT_TRANSLATE_NOOP(
        "words", "This file is not there. Check the name, or whether the stick is still plugged in."
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "This file may not be read. Ask the owner of the computer for permission, or copy it to your own folder.",
    ),
    "file_empty": QT_TRANSLATE_NOOP("words", "This file is empty. Export or copy it again."),
    "file_vanished": QT_TRANSLATE_NOOP(
        "words", "This file vanished while it was read. Plug the stick in again and retry."
    ),
    "file_changed": QT_TRANSLATE_NOOP(
        "words",
        "This file was changed since it was opened. Open it again; nothing is shown, because it could be another film.",
    ),
    "file_too_large": QT_TRANSLATE_NOOP(
        "words", "This file is larger than a film can be. Check that it is the right file."
    ),
    "not_an_image": QT_TRANSLATE_NOOP(
        "words", "This is no picture that the program knows. Use DICOM, PNG, JPEG, TIFF or BMP."
    ),
    "truncated": QT_TRANSLATE_NOOP(
        "words", "This file stops in the middle. Export or copy it again."
    ),
    "damaged_header": QT_TRANSLATE_NOOP(
        "words", "The header of this file is damaged. Export it again from the X-ray console."
    ),
    "no_pixel_data": QT_TRANSLATE_NOOP(
        "words", "This DICOM file holds no picture. Export the film itself."
    ),
    "not_an_image_object": QT_TRANSLATE_NOOP(
        "words", "This DICOM file is a document ({kind}), not a film. Export the film itself."
    ),
    "zero_size": QT_TRANSLATE_NOOP(
        "words", "This picture has no rows or no columns. Export it again."
    ),
    "size_mismatch": QT_TRANSLATE_NOOP(
        "words",
        "The picture data does not match the size in the header. Export it again; nothing is shown, because it could be wrong.",
    ),
    "image_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This picture claims {rows} x {columns} pixels, more than the program opens. Check that it is a film.",
    ),
    "unknown_transfer_syntax": QT_TRANSLATE_NOOP(
        "words",
        "This film is stored in a form that the program does not know ({uid}). Export it uncompressed.",
    ),
    "cannot_decode": QT_TRANSLATE_NOOP(
        "words",
        "The compressed picture in this file can't be decoded. Export it again or uncompressed.",
    ),
    "wrong_photometric": QT_TRANSLATE_NOOP(
        "words",
        "The colours of this film are described in a way that can't be right ({value}). Export it again.",
    ),
    "unsupported_pixels": QT_TRANSLATE_NOOP(
        "words",
        "This picture has a kind of pixel that is no X-ray film ({bits}). Export the film itself.",
    ),
    "missing_lut": QT_TRANSLATE_NOOP(
        "words", "A table that this film needs for its grey levels is missing. Export it again."
    ),
    "no_such_frame": QT_TRANSLATE_NOOP(
        "words", "Frame {frame} is not in this file, which holds {frames}."
    ),
    "zip_encrypted": QT_TRANSLATE_NOOP(
        "words", "This zip file is locked with a password. Unpack it first, then open the folder."
    ),
    "zip_bomb": QT_TRANSLATE_NOOP(
        "words", "This zip file unpacks to far more than it should and was not opened."
    ),
    "zip_unsafe_path": QT_TRANSLATE_NOOP(
        "words",
        "This zip file holds a name that points outside of it, so none of it was opened. Unpack it yourself if you trust it.",
    ),
    "zip_damaged": QT_TRANSLATE_NOOP("words", "This zip file is damaged. Copy it again."),
    "zip_unsupported": QT_TRANSLATE_NOOP(
        "words",
        "This zip file is packed in a way that the program does not open. Unpack it first, then open the folder.",
    ),
    "zip_nested": QT_TRANSLATE_NOOP(
        "words", "A zip file inside a zip file is not opened. Unpack it first."
    ),
    "dicomdir_outside": QT_TRANSLATE_NOOP(
        "words",
        "The directory of this disc points to a file outside the disc; that entry was not opened.",
    ),
    "dicomdir_missing_file": QT_TRANSLATE_NOOP(
        "words",
        "The directory of this disc names a film that is not there. Copy the whole disc again.",
    ),
    "dicomdir_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The directory of this disc (DICOMDIR) is damaged. Open the folder with the films instead.",
    ),
    "age_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no age. Write 45y, 18m or 10d."),
    "sex_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no sex. Write F or M."),
    "view_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no view. Write PA or AP."),
    "vital_impossible": QT_TRANSLATE_NOOP(
        "words", "This value can't be right; it must lie between {low} and {high}. It was not kept."
    ),
    "date_invalid": QT_TRANSLATE_NOOP(
        "words", "“{text}” is no date. Write year-month-day, for example 2024-03-31."
    ),
    "pressure_reversed": QT_TRANSLATE_NOOP(
        "words",
        "The diastolic pressure must lie below the systolic one. It was not kept; check both.",
    ),
    "number_invalid": QT_TRANSLATE_NOOP("words", "“{text}” is no number."),
    "resident_id_check": QT_TRANSLATE_NOOP(
        "words",
        "This resident number can't be right: its check digit or its date does not fit. Compare it with the card.",
    ),
    "correction_not_offered": QT_TRANSLATE_NOOP(
        "words",
        "The check of this film no longer says that. Look at the film again; nothing was changed.",
    ),
    "case_gone": QT_TRANSLATE_NOOP("words", "This case is no longer in the list."),
    "setting_invalid": QT_TRANSLATE_NOOP("words", "The setting “{key}” can't hold this value."),
    "settings_not_saved": QT_TRANSLATE_NOOP(
        "words",
        "The settings could not be saved; they hold until the program ends. Check free disk space.",
    ),
    "folder_not_writable": QT_TRANSLATE_NOOP(
        "words", "Nothing can be written to {folder}. Choose another folder."
    ),
    "output_not_written": QT_TRANSLATE_NOOP(
        "words",
        "The results could not be written to standard output. Check the disk or the program that reads them, and run it again.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "words", "The disk is full. Free some space and try again; what was finished is kept."
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "words", "The folder {folder} is not there. Choose another one."
    ),
    "model_unknown": QT_TRANSLATE_NOOP(
        "words", "There is no model named “{name}”. `meddx models list` shows what is installed."
    ),
    "model_is_gate": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} checks films and gives no findings; it runs before every other one. Name a screening model.",
    ),
    "model_is_risk": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} works on laboratory results and looks at no film. Name a screening model.",
    ),
    "model_file_missing": QT_TRANSLATE_NOOP(
        "words",
        "The model package {name} lacks its file {file} and was not loaded. Install the package again.",
    ),
    "model_hash_mismatch": QT_TRANSLATE_NOOP(
        "words",
        "The file {file} of the model package {name} was changed and the package was not loaded. Install it again.",
    ),
    "model_manifest_missing": QT_TRANSLATE_NOOP(
        "words", "The model package {name} has no manifest and was not loaded. Install it again."
    ),
    "model_manifest_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The manifest of the model package {name} is wrong at “{field}”; the package was not loaded.",
    ),
    "model_newer_schema": QT_TRANSLATE_NOOP(
        "words", "The model package {name} is made for a newer program. Update the program first."
    ),
    "model_shape_mismatch": QT_TRANSLATE_NOOP(
        "words",
        "The tensor {tensor} of the model package {name} is not as its manifest says; the package was not loaded.",
    ),
    "model_external_data": QT_TRANSLATE_NOOP(
        "words", "The model package {name} points to data outside itself and was not loaded."
    ),
    "model_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The network of the model package {name} can't be opened. Install the package again.",
    ),
    "model_not_listed": QT_TRANSLATE_NOOP(
        "words",
        "The model package {name} was not delivered with this program (models/SHA256SUMS does not name it) and was not loaded.",
    ),
    "model_too_large": QT_TRANSLATE_NOOP(
        "words", "The model package {name} is larger than the program accepts."
    ),
    "model_unlisted_file": QT_TRANSLATE_NOOP(
        "words",
        "The model package {name} holds {file}, which its manifest does not name; it was not loaded.",
    ),
    "model_bad_output": QT_TRANSLATE_NOOP(
        "words", "The model {name} answered with something that is no result; no score is shown."
    ),
    "model_sample_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The file {file} of the model package {name} can't be used as its sample; the package is not used. Ask whoever made it for a whole one.",
    ),
    "model_tolerance_wide": QT_TRANSLATE_NOOP(
        "words",
        "The sample of the model package {name} allows more deviation than {limit}, which would prove nothing; the package is not used. Ask whoever made it to state a smaller one.",
    ),
    "model_by_chance": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} answers differently to the same film. Do not use it; tell the supplier.",
    ),
    "model_random_operator": QT_TRANSLATE_NOOP(
        "words",
        "The network of the model package {name} uses {operator}, which answers by chance; it was not installed. Export it again without, as for use and not for training.",
    ),
    "model_no_memory": QT_TRANSLATE_NOOP(
        "words",
        "This computer has too little memory for the model {name}. Close other programs and try again; if it stays so, tell whoever made it.",
    ),
    "model_run_fails": QT_TRANSLATE_NOOP(
        "words",
        "The network of the model {name} stops while it runs. Do not use it; tell whoever made it.",
    ),
    "model_sample_differs": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} does not give its own sample's result on this computer. Do not use it; tell the supplier.",
    ),
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
    "risk_unknown": QT_TRANSLATE_NOOP(
        "words", "There is no risk model named “{name}”. `meddx models list` shows what is here."
    ),
    "risk_without_share": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} tells a curve over years, not a share. There is nothing to enter for it.",
    ),
    "model_risk_foreign": QT_TRANSLATE_NOOP(
        "words",
        "The package {name} holds a risk model for laboratory results. Those come with the program only; this one was not installed.",
    ),
    "model_name_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The model package calls itself {name}. A name has small letters, digits and hyphens; ask the sender to change it.",
    ),
    "model_custom_operator": QT_TRANSLATE_NOOP(
        "words",
        "The network of the model package {name} uses {operator}, which is no plain operator of the ONNX standard; it was not installed. Export it again without.",
    ),
    "model_opset": QT_TRANSLATE_NOOP(
        "words",
        "The network of the model package {name} is written in ONNX operator set {opset}, or its manifest says otherwise. Export it again in a set from {low} to {high} and state that one.",
    ),
    "model_never_finite": QT_TRANSLATE_NOOP(
        "words",
        "The model package {name} answers with something that is no number, so it was not installed. Tell whoever made it.",
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
    "provider_unknown": QT_TRANSLATE_NOOP("words", "“{text}” is no device. Use auto, cpu or cuda."),
    "no_display": QT_TRANSLATE_NOOP(
        "words",
        "There is no display for the window here. Use `meddx screen`, or `meddx demo` for a first look.",
    ),
    "no_models": QT_TRANSLATE_NOOP(
        "words",
        "A model is missing: the gate and at least one screening model are needed. Install the program again.",
    ),
    "no_input": QT_TRANSLATE_NOOP("words", "No film was found in what was given."),
    "no_font": QT_TRANSLATE_NOOP(
        "words",
        "No typeface with Chinese characters was found, so Chinese names may show as boxes. Install the program again.",
    ),
    "language_missing": QT_TRANSLATE_NOOP(
        "words",
        "The texts of the chosen language are missing, so the window speaks English. Install the program again.",
    ),
    "store_key_wrong": QT_TRANSLATE_NOOP(
        "words",
        "The passphrase does not open this store. Check the passphrase, and that it is the right folder.",
    ),
    "store_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The case store is damaged. Do not delete it; restore the newest backup beside it and keep the damaged one.",
    ),
    "store_busy": QT_TRANSLATE_NOOP(
        "words",
        "A backup, an erasure or the renewal of the keys is still running. Wait until it is done and try again.",
    ),
    "store_newer": QT_TRANSLATE_NOOP(
        "words",
        "This case store was written by a newer program. Update the program; nothing was changed.",
    ),
    "store_in_use": QT_TRANSLATE_NOOP(
        "words",
        "This case store is already open in another window or by another user of this computer. Close it there first.",
    ),
    "store_disk_failed": QT_TRANSLATE_NOOP(
        "words",
        "The disk did not take or give the data. Check the cable and the disk, then make a backup elsewhere.",
    ),
    "object_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The stored film {object} is damaged or was exchanged, so it is not shown. Restore it from a backup or add the film again.",
    ),
    "object_missing": QT_TRANSLATE_NOOP(
        "words",
        "The stored film {object} is gone. Restore it from a backup or add the film again.",
    ),
    "backup_several": QT_TRANSLATE_NOOP(
        "words", "Several backups lie in {folder}. Name the one to restore."
    ),
    "backup_missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no backup in {folder}. Choose the folder that the backup was written to.",
    ),
    "backup_damaged": QT_TRANSLATE_NOOP(
        "words",
        "This backup is damaged at {part}. Use another backup and replace the stick.",
    ),
    "backup_foreign": QT_TRANSLATE_NOOP(
        "words",
        "This backup belongs to another store. Open it with the passphrase of that store.",
    ),
    "backup_newer": QT_TRANSLATE_NOOP(
        "words",
        "This backup was written by a newer program. Update the program first.",
    ),
    "backup_inside": QT_TRANSLATE_NOOP(
        "words",
        "A backup inside the folder of the store is lost together with it. Choose another disk or stick.",
    ),
    "restore_inside": QT_TRANSLATE_NOOP(
        "words",
        "{folder} lies inside a backup or a case store and would be lost with it. Choose a folder outside.",
    ),
    "restore_not_empty": QT_TRANSLATE_NOOP(
        "words",
        "{folder} is not empty. Restore into an empty or a new folder; nothing was changed.",
    ),
    "handover_damaged": QT_TRANSLATE_NOOP(
        "words",
        "This bundle is damaged or the passphrase is wrong. Ask for both again.",
    ),
    "handover_known": QT_TRANSLATE_NOOP(
        "words",
        "This bundle was taken over before, on {day}. Take it over once more only if its cases are gone from here.",
    ),
    "handover_newer": QT_TRANSLATE_NOOP(
        "words",
        "This bundle was written by a newer program. Update the program first.",
    ),
    "handover_empty": QT_TRANSLATE_NOOP(
        "words", "No case was chosen. Choose at least one to hand over."
    ),
    "stopped_by_lock": QT_TRANSLATE_NOOP(
        "words",
        "The store was locked before this was finished; nothing was left half done. Sign in and start it again.",
    ),
    "erasure_not_confirmed": QT_TRANSLATE_NOOP(
        "words", "What was typed is not what is asked for. Nothing was erased; type it again."
    ),
    "retention_blocks": QT_TRANSLATE_NOOP(
        "words",
        "The rule of this site keeps these records until {until}. Nothing was erased; the owner can change the rule.",
    ),
    "retention_invalid": QT_TRANSLATE_NOOP(
        "words", "Records can be kept for 0 to {limit} years. Type a number in between."
    ),
    "month_invalid": QT_TRANSLATE_NOOP(
        "words", "“{text}” is no month. Write year-month, for example 2026-03."
    ),
    "user_needed": QT_TRANSLATE_NOOP(
        "words", "Several people use this store. Say who you are with --user NAME."
    ),
    "passphrase_needed": QT_TRANSLATE_NOOP(
        "words",
        "There is no terminal to ask for the passphrase. Hand it over with --passphrase-fd N.",
    ),
    "persons_joined": QT_TRANSLATE_NOOP(
        "words",
        "These cases belong to one person already. Separate them first, from the patient's menu.",
    ),
    "merge_gone": QT_TRANSLATE_NOOP(
        "words",
        "These records can no longer be separated, because one of them was changed since.",
    ),
    "passphrase_wrong": QT_TRANSLATE_NOOP(
        "words",
        "The name or the passphrase is wrong. Check the keyboard language and capital letters, then try again.",
    ),
    "passphrase_wait": QT_TRANSLATE_NOOP(
        "words", "Too many wrong passphrases. Wait {seconds} seconds, then try again."
    ),
    "passphrase_short": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase is too short. Use at least {shortest} characters; a few words that only you would put together are easiest.",
    ),
    "passphrase_long": QT_TRANSLATE_NOOP(
        "words", "This passphrase is too long. Use at most {longest} characters."
    ),
    "passphrase_pattern": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase repeats itself or follows the keyboard, and is tried first. Use a few unrelated words.",
    ),
    "passphrase_common": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase is one of those that are tried first. Use a few unrelated words, without dates and common phrases.",
    ),
    "passphrase_contains_name": QT_TRANSLATE_NOOP(
        "words",
        "This passphrase is little more than your name or the name of the program. Use a few unrelated words.",
    ),
    "passphrase_unchanged": QT_TRANSLATE_NOOP(
        "words", "The new passphrase is the old one. Choose another."
    ),
    "user_name_invalid": QT_TRANSLATE_NOOP(
        "words", "A user name has 1 to {limit} visible characters. Type it again."
    ),
    "user_name_taken": QT_TRANSLATE_NOOP("words", "This user name is taken. Choose another."),
    "user_unknown": QT_TRANSLATE_NOOP(
        "words", "There is no user of that name. Choose one from the list."
    ),
    "user_disabled": QT_TRANSLATE_NOOP(
        "words", "This user may no longer sign in. Ask the owner of this computer."
    ),
    "last_owner": QT_TRANSLATE_NOOP(
        "words", "This is the last owner. Make somebody else an owner first."
    ),
    "own_account": QT_TRANSLATE_NOOP("words", "You can't remove yourself. Ask another owner."),
    "not_permitted": QT_TRANSLATE_NOOP(
        "words", "Your role does not allow this. Ask the owner of this computer."
    ),
    "store_locked": QT_TRANSLATE_NOOP("words", "The store is locked. Sign in first."),
    "recovery_length": QT_TRANSLATE_NOOP(
        "words",
        "The recovery key has {expected} characters; {found} were typed. Compare with the paper.",
    ),
    "recovery_line_wrong": QT_TRANSLATE_NOOP(
        "words", "Line {line} of the recovery key has a mistake. Compare that line with the paper."
    ),
    "recovery_wrong": QT_TRANSLATE_NOOP(
        "words",
        "This recovery key does not open this store. A newer one may have been written since; look for it.",
    ),
    "keys_missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no key file in this folder. Choose the store's folder, or restore a backup.",
    ),
    "keys_exist": QT_TRANSLATE_NOOP(
        "words", "This folder holds a store already. Open it, or choose another folder."
    ),
    "keys_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The key file may not be read. Check that the disk is connected and that the folder belongs to you.",
    ),
    "keys_newer": QT_TRANSLATE_NOOP(
        "words", "This store was written by a newer program. Update the program first."
    ),
    "keys_damaged": QT_TRANSLATE_NOOP(
        "words",
        "The key file is damaged and opens nothing. Restore it from a backup; do not delete anything.",
    ),
    "keys_tampered": QT_TRANSLATE_NOOP(
        "words",
        "The key file was changed by something other than this program. Do not work with this store; restore a backup and tell the person responsible for data protection.",
    ),
    "keys_rolled_back": QT_TRANSLATE_NOOP(
        "words",
        "The key file and the records are not of one moment; it seems that an older copy of one of them was put back. Put the newest back, or restore a backup as a whole, or sign in with the recovery key on paper.",
    ),
    "key_parameters_weakened": QT_TRANSLATE_NOOP(
        "words",
        "The key file asks for a weaker protection than the program allows, and was not used. Restore a backup and tell the person responsible for data protection.",
    ),
    "memory_short": QT_TRANSLATE_NOOP(
        "words", "There is not enough memory to open the store. Close other programs and try again."
    ),
    "rotation_running": QT_TRANSLATE_NOOP(
        "words", "The keys are being changed already. Let that finish first."
    ),
    "ciphertext_damaged": QT_TRANSLATE_NOOP(
        "words",
        "Something encrypted can't be opened: it was changed, or belongs to another key. Restore a backup.",
    ),
    "audit_head_invalid": QT_TRANSLATE_NOOP(
        "words",
        "This is no line from a report's audit mark. Type it as it is printed: number, slash, letters.",
    ),
    "audit_changed": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail was changed at entry {seq}. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_missing": QT_TRANSLATE_NOOP(
        "words",
        "Entry {seq} of the audit trail is missing. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_reordered": QT_TRANSLATE_NOOP(
        "words",
        "Entries of the audit trail changed places at {seq}. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_cut": QT_TRANSLATE_NOOP(
        "words",
        "The audit trail ends before entry {seq}, although a printed sheet shows more. Keep this computer as it is and tell the person responsible for data protection.",
    ),
    "audit_rolled_back": QT_TRANSLATE_NOOP(
        "words",
        "From entry {seq} on, the audit trail is not the one that was printed: an older copy was put in its place. Tell the person responsible for data protection.",
    ),
    "case_signed": QT_TRANSLATE_NOOP(
        "words", "This case is signed and can't be changed. Add an addendum, or reopen it."
    ),
    "case_was_signed": QT_TRANSLATE_NOOP(
        "words",
        "This case carries a signature: it stays in the list, and only a clinician may change it. Ask a clinician, or erase the patient.",
    ),
    "case_unsigned": QT_TRANSLATE_NOOP(
        "words", "This case is not signed. Write into the case itself."
    ),
    "decision_words_missing": QT_TRANSLATE_NOOP(
        "words", "Write in your own words what the film shows."
    ),
    "films_waiting": QT_TRANSLATE_NOOP(
        "words", "Films still wait for their score. Sign when all of them have an answer."
    ),
    "critical_open": QT_TRANSLATE_NOOP(
        "words", "A critical result waits to be read back. Tell somebody, then sign."
    ),
    "patient_unidentified": QT_TRANSLATE_NOOP(
        "words", "Nobody knows whose films these are. Enter a name or a number, then sign."
    ),
    "reason_missing": QT_TRANSLATE_NOOP(
        "words", "The two readers disagree. Write what settles it, then sign."
    ),
    "second_reader_awaited": QT_TRANSLATE_NOOP(
        "words", "This case waits for a second reader. That reader finishes it."
    ),
    "second_reader_same": QT_TRANSLATE_NOOP(
        "words", "The second reader must be another clinician. Ask a colleague to sign in."
    ),
    "second_reader_unasked": QT_TRANSLATE_NOOP(
        "words", "Nobody asked for a second reader. Sign the case itself."
    ),
    "second_reader_asker": QT_TRANSLATE_NOOP(
        "words", "Another clinician asked for the second reader. Only that one takes it back."
    ),
    "addendum_empty": QT_TRANSLATE_NOOP("words", "Write the words that are to be added."),
    "critical_empty": QT_TRANSLATE_NOOP(
        "words", "Write what was found and has to be told at once."
    ),
    "told_whom_missing": QT_TRANSLATE_NOOP("words", "Write who was told."),
    "critical_gone": QT_TRANSLATE_NOOP(
        "words", "This critical result is no longer in the case. Open the case again."
    ),
    "bug": QT_TRANSLATE_NOOP(
        "words",
        "Something unexpected happened and was written to the local log. Nothing was lost; try again.",
    ),
    "labels_missing": QT_TRANSLATE_NOOP(
        "words",
        "The label file can't be read. Check its name and whether it is open in another program.",
    ),
    "labels_not_text": QT_TRANSLATE_NOOP(
        "words",
        "The label file is no text table. Save it from the spreadsheet as CSV (UTF-8).",
    ),
    "labels_empty": QT_TRANSLATE_NOOP(
        "words",
        "The label file holds no lines. It needs a header and one line for each film.",
    ),
    "labels_delimiter": QT_TRANSLATE_NOOP(
        "words",
        "The label file has one column only. Separate the columns by comma, semicolon or tab.",
    ),
    "labels_no_film_column": QT_TRANSLATE_NOOP(
        "words",
        "No column names the films. Call one of them path, file or SOPInstanceUID.",
    ),
    "labels_no_finding_column": QT_TRANSLATE_NOOP(
        "words",
        "No column is called {finding}. Name the column with the labels after the finding.",
    ),
    "labels_column_twice": QT_TRANSLATE_NOOP(
        "words",
        "Two columns mean the same: {column}. Keep one of them.",
    ),
    "labels_bad_line": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of the label file has too many or too few columns. Mend it; names with commas need quotes.",
    ),
    "labels_bad_value": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of the label file: {column} is neither 1/0, yes/no nor 阳性/阴性. Leave it empty if it is not known.",
    ),
    "labels_conflict": QT_TRANSLATE_NOOP(
        "words",
        "The label file says two things about one film: {film}. Keep the line that is right.",
    ),
    "labels_ambiguous": QT_TRANSLATE_NOOP(
        "words",
        "More than one film is called {film}. Write its path below the folder into the label file.",
    ),
    "labels_match_nothing": QT_TRANSLATE_NOOP(
        "words",
        "No line of the label file names a film in this folder. Compare the names with those of the files.",
    ),
    "labels_one_class": QT_TRANSLATE_NOOP(
        "words",
        "All films that got a score have the same label for {finding}. It takes films with and without it.",
    ),
    "finding_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The model gives no finding called {finding}. It gives: {findings}.",
    ),
    "finding_needed": QT_TRANSLATE_NOOP(
        "words",
        "The model gives several findings: {findings}. Name one of them.",
    ),
    "validation_not_written": QT_TRANSLATE_NOOP(
        "words",
        "The picture could not be written. Check that the folder is there and has room.",
    ),
    "threshold_too_few": QT_TRANSLATE_NOOP(
        "words",
        "{positives} patients with and {negatives} without the finding are too few to take a threshold from; it takes {least} of each.",
    ),
    "threshold_not_proven": QT_TRANSLATE_NOOP(
        "words",
        "{found} of {total} found means {low} to {high} %: that does not prove {target} %. It takes at least {needed} films with the finding, all found, of different patients.",
    ),
    "threshold_target_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The wanted sensitivity must lie between 50 and 99.9 %.",
    ),
    "threshold_days_invalid": QT_TRANSLATE_NOOP(
        "words",
        "A site threshold can hold from 1 to {limit} days.",
    ),
    "threshold_other_model": QT_TRANSLATE_NOOP(
        "words",
        "The model was changed since this check. Check it again.",
    ),
    "threshold_gone": QT_TRANSLATE_NOOP(
        "words",
        "This site threshold was changed or taken back meanwhile. Look at it again.",
    ),
    "threshold_same_person": QT_TRANSLATE_NOOP(
        "words",
        "Who chose a threshold can't confirm it. Another person, a clinician, signs in and confirms it.",
    ),
    "prevalence_invalid": QT_TRANSLATE_NOOP(
        "words",
        "The share of patients with the finding must lie between 0.01 and 99 %.",
    ),
    "prevalence_untaught": QT_TRANSLATE_NOOP(
        "words",
        "The model does not say how common {finding} was among the films it learnt from, so no probability can be computed. Leave the share empty.",
    ),
    "sentinel_too_many": QT_TRANSLATE_NOOP(
        "words",
        "At most {limit} films can be chosen for this. Choose fewer.",
    ),
    "sentinel_film_missing": QT_TRANSLATE_NOOP(
        "words",
        "One of these films is not in the store any more. Choose again.",
    ),
    "choose_needs_store": QT_TRANSLATE_NOOP(
        "words",
        "To keep a threshold, name the store with --store and the wanted share with --sensitivity.",
    ),
}
