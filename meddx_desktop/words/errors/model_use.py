"""Models that are there: what is asked of them, and what is wrong with their files."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

MODEL_ERRORS: dict[str, str] = {
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
    "model_is_text": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} reads notes and looks at no film. Name a screening model.",
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
    "risk_unknown": QT_TRANSLATE_NOOP(
        "words", "There is no risk model named “{name}”. `meddx models list` shows what is here."
    ),
    "risk_without_share": QT_TRANSLATE_NOOP(
        "words",
        "The model {name} tells a curve over years, not a share. There is nothing to enter for it.",
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
}
