"""What a laboratory file costs at least: the parsing library's own time, for `meddx bench labs`."""

import hl7


def hl7_file(data: bytes) -> int:
    """Let the HL7 library parse every message of a file; returns how many."""
    parts = data.decode("utf-8").split("MSH|")[1:]
    return len([hl7.parse(f"MSH|{part}") for part in parts])


def fhir_file(data: bytes) -> int:
    """Let the FHIR library parse and check a bundle; returns its number of entries."""
    from fhir.resources.R4B.bundle import Bundle

    return len(Bundle.model_validate_json(data).entry or ())
