"""What a column of a laboratory's table may hold, in words, the usual first."""

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.operations.labs import Role

translate = QCoreApplication.translate


def names() -> list[tuple[Role, str]]:
    """Every role with its name, in the order of a list to choose from."""
    return [
        (Role.UNKNOWN, translate("labs_roles", "Not known")),
        (Role.IGNORED, translate("labs_roles", "Leave out")),
        (Role.TEST_NAME, translate("labs_roles", "Test")),
        (Role.VALUE, translate("labs_roles", "Value")),
        (Role.UNIT, translate("labs_roles", "Unit")),
        (Role.RANGE, translate("labs_roles", "Reference range")),
        (Role.RANGE_LOW, translate("labs_roles", "Range, lower end")),
        (Role.RANGE_HIGH, translate("labs_roles", "Range, upper end")),
        (Role.FLAG, translate("labs_roles", "Flag")),
        (Role.TAKEN, translate("labs_roles", "Specimen taken")),
        (Role.TAKEN_CLOCK, translate("labs_roles", "Time of day it was taken")),
        (Role.ANALYTE, translate("labs_roles", "Values of this test")),
        (Role.TEST_CODE, translate("labs_roles", "Code of the test")),
        (Role.PANEL, translate("labs_roles", "Panel")),
        (Role.SPECIMEN, translate("labs_roles", "Specimen")),
        (Role.STATUS, translate("labs_roles", "Status")),
        (Role.NOTE, translate("labs_roles", "Comment")),
        (Role.METHOD, translate("labs_roles", "Method")),
        (Role.LABORATORY, translate("labs_roles", "Laboratory")),
        (Role.RECEIVED, translate("labs_roles", "Specimen received")),
        (Role.REPORTED, translate("labs_roles", "Reported")),
        (Role.PATIENT_NAME, translate("labs_roles", "Patient's name")),
        (Role.PATIENT_ID, translate("labs_roles", "Patient ID")),
        (Role.RESIDENT_ID, translate("labs_roles", "Resident ID")),
        (Role.SEX, translate("labs_roles", "Sex")),
        (Role.AGE, translate("labs_roles", "Age")),
        (Role.BIRTH_DATE, translate("labs_roles", "Birth date")),
    ]
