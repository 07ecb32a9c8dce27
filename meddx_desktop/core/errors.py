"""The failures a user is told about: a stable code with parameters, never translated text.

The sentence for each code stands in `meddx_desktop.words`. Anything that is neither a
`MedDxError` nor `JobCancelled` is a bug and goes to the last-resort hook.
"""

Parameter = str | int | float


class MedDxError(Exception):
    """An expected failure, named by a code that scripts may rely on.

    Parameters
    ----------
    code
        Stable identifier in snake_case; `words.sentence` has a sentence for every one.
    **parameters
        What the sentence mentions: a file name, a limit, a tag. Never a patient's data.
    """

    def __init__(self, code: str, **parameters: Parameter) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters

    def bare(self) -> "MedDxError":
        """The same without its traceback, which would keep a whole film in memory."""
        return type(self)(self.code, **self.parameters)

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.parameters.items())
        return f"{self.code}({shown})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.code, self.parameters))


def _rebuild(kind: type[MedDxError], code: str, parameters: dict[str, Parameter]) -> MedDxError:
    return kind(code, **parameters)


class UnreadableImage(MedDxError):
    """A file that was offered as a picture and can't be shown or screened."""


class UnreadableArchive(MedDxError):
    """A zip or DICOMDIR that can't be expanded safely."""


class UnreadableResults(MedDxError):
    """A laboratory file that as a whole can't be read; single lines are rejected instead."""


class UnreadableNote(MedDxError):
    """A file or text that was offered as a note and can't be read as one."""


class ModelRejected(MedDxError):
    """A model package that failed a check; it is not loaded."""


class BadOutput(MedDxError):
    """A model answered with something that can't be a result (not a number, wrong shape)."""


class InvalidEntry(MedDxError):
    """Something typed by the user that can't be used as it stands (an age, a sex, a number)."""


class CannotWrite(MedDxError):
    """A result that could not be written: disk full, folder read-only, folder gone."""


class KnowledgeRejected(MedDxError):
    """A file of the knowledge (a condition, a decision table) that failed a check."""


class StoreDamaged(MedDxError):
    """A database, key file, stored film or backup that was cut, changed or weakened."""


class StoreRefused(MedDxError):
    """A store or a backup that can't be opened here: in use, newer, another key, another place."""


class WrongPassphrase(MedDxError):
    """A passphrase or recovery key that opens nothing; says no more than that."""


class NotPermitted(MedDxError):
    """An action that the signed-in user's role does not hold."""
