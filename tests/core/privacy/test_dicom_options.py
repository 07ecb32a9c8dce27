"""Protects: a file says by code what was done to it, and nothing that was not."""

import pytest
from pydicom.dataset import Dataset

from meddx_desktop.core.privacy.dicom_options import FilmDates, FilmOptions, state_method


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (FilmOptions(clean_descriptors=True), "113105"),
        (FilmOptions(FilmDates.SHIFT), "113107"),
        (FilmOptions(keep_characteristics=True), "113108"),
        (FilmOptions(retain_uids=True), "113110"),
    ],
)
def test_each_choice_has_its_code(options, code):
    out = Dataset()
    state_method(out, options)
    stated = [one.CodeValue for one in out.DeidentificationMethodCodeSequence]
    assert stated == ["113100", "113101", code]
    moved = options.dates is FilmDates.SHIFT
    assert out.LongitudinalTemporalInformationModified == ("MODIFIED" if moved else "REMOVED")
