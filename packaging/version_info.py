"""What Windows shows in the properties of a program: the VERSIONINFO that PyInstaller reads."""

from __future__ import annotations

import re

from meddx_desktop import __version__

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags={flags}, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([
      StringTable("040904B0", [
        StringStruct("CompanyName", "MedDx Desktop"),
        StringStruct("FileDescription", "MedDx Desktop: screening support, no diagnosis"),
        StringStruct("FileVersion", "{version}"),
        StringStruct("InternalName", "{name}"),
        StringStruct("LegalCopyright", "The authors of MedDx Desktop. Apache-2.0."),
        StringStruct("OriginalFilename", "{name}"),
        StringStruct("ProductName", "MedDx Desktop"),
        StringStruct("ProductVersion", "{version}"),
      ]),
    ]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""
_PRERELEASE = 0x2


def four_numbers(version: str = __version__) -> tuple[int, int, int, int]:
    """The version as Windows compares it; a candidate's number is the last, a release has 65535."""
    found = re.fullmatch(r"(\d+)\.(\d+)(?:\.(\d+))?(?:(?:a|b|rc|\.dev)(\d+))?", version)
    if found is None:
        raise ValueError(f"no version that Windows can compare: {version}")
    major, minor, patch, candidate = found.groups()
    return int(major), int(minor), int(patch or 0), 65535 if candidate is None else int(candidate)


def windows_version(name: str, version: str = __version__) -> str:
    """The text of the version file for the program `name`."""
    numbers = four_numbers(version)
    flags = "0x0" if numbers[3] == 65535 else hex(_PRERELEASE)
    return _TEXT.format(numbers=numbers, flags=flags, version=version, name=name)
