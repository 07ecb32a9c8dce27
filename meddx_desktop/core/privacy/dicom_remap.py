"""What takes the place of UIDs, patients and dates: the same for the same, as long as a key lives.

Whoever lacks the key can't go back: every replacement is a keyed hash (HMAC-SHA-256).
"""

import base64
import re
from dataclasses import dataclass
from datetime import date, timedelta

from meddx_desktop.core.crypto import Bytes, keyed_hash

_DATE = re.compile(r"(\d{4})\.?(\d{2})\.?(\d{2})(.*)", re.ASCII)
_REST_OF_DT = re.compile(r"(\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?)?([+-]\d{4})?", re.ASCII)
_WEEKS = 104
_DAYS_A_WEEK = 7
_PURPOSE_DAYS = b"days that dates of a patient are moved by "
_PURPOSE_UID = b"new UID for "
_PURPOSE_PERSON = b"pseudonym for "
_SIGNS = 10


def days_back(key: Bytes, who: str) -> int:
    """By how many days the dates of a person are moved, the same for notes and films.

    One to 104 whole weeks back: the days of the week stay right, and no date lies in the future.
    """
    number = int.from_bytes(keyed_hash(key, _PURPOSE_DAYS + who.encode()))
    return -_DAYS_A_WEEK * (1 + number % _WEEKS)


@dataclass(frozen=True, slots=True, repr=False)
class Remap:
    """The replacements for one person under one key.

    Parameters
    ----------
    key
        Secret: of the store for as long as it lives, or drawn for one run.
    who
        What tells the person from others: ID, name and birth date.
    """

    key: Bytes
    who: str

    def uid(self, uid: str) -> str:
        """A UID from a 128-bit number (PS3.5 B.2), the same for the same, of whomever."""
        digest = keyed_hash(self.key, _PURPOSE_UID + uid.encode())
        return f"2.25.{int.from_bytes(digest[:16])}"

    @property
    def pseudonym(self) -> str:
        """For Patient's Name and Patient ID."""
        digest = keyed_hash(self.key, _PURPOSE_PERSON + self.who.encode())
        return f"ANON-{base64.b32encode(digest).decode()[:_SIGNS]}"

    def moved(self, text: str) -> str:
        """A DA or DT value moved by the person's days; empty where it is no date."""
        match = _DATE.fullmatch(text)
        if match is None or _REST_OF_DT.fullmatch(match[4]) is None:
            return ""
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
            new = day + timedelta(days=days_back(self.key, self.who))
        except (ValueError, OverflowError):
            return ""
        return f"{new:%Y%m%d}".rjust(8, "0") + match[4]
