"""A case as it leaves the store: PDF, FHIR, DICOM, sheets for patients and for the day."""
