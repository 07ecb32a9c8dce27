"""The site's own numbers: what became of the films and cases of a week, and what may come next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week of ISO 8601: from Monday to Sunday, in the year that holds its Thursday."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week that a day lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    def after(self, weeks: int = 1) -> "Week":
        """The week that comes so many weeks later; earlier ones by a negative number."""
        return Week.of(self.monday + timedelta(days=_DAYS * weeks))

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of the audit trail, as far as times and users are counted."""

    case_id: str
    action: str
    user: str
    at: datetime
    model: str = ""


@dataclass(frozen=True, slots=True)
class Median:
    """A median and how many cases or films it was taken over; `seconds` None for none."""

    seconds: float | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Films and cases of one week, or of all weeks that are shown.

    Every film is counted in exactly one of `waiting`, `unscored`, `unread`, `positive`, `not_sure`
    and `below`, so that none is lost: what was not looked at must never look negative.

    Attributes
    ----------
    films : int
    waiting : int
        Not screened yet.
    unscored : int
        Refused, failed, or looked at by models on trial alone.
    unread : int
        Screened; what the models said waits for the reader's own first reading.
    positive, not_sure, below : int
        Screened, by the worst answer of a model in trusted use.
    reasons : tuple[tuple[str, int], ...]
        Why films have no score, the commonest first; codes of `words.reasons`.
    confirmed, rejected, reworded : int
        Of the positive films, by the clinician's word that stands; the rest has none.
    cases, signed : int
    to_answer : Median
        From filing a film to the models' answer.
    to_signature : Median
        From opening a case to its first signature.
    """

    films: int = 0
    waiting: int = 0
    unscored: int = 0
    unread: int = 0
    positive: int = 0
    not_sure: int = 0
    below: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    confirmed: int = 0
    rejected: int = 0
    reworded: int = 0
    cases: int = 0
    signed: int = 0
    to_answer: Median = Median()
    to_signature: Median = Median()

    @property
    def screened(self) -> int:
        """Films with a score of a model in trusted use."""
        return self.unread + self.positive + self.not_sure + self.below

    @property
    def undecided(self) -> int:
        """Positive films that no clinician has said a word about yet."""
        return self.positive - self.confirmed - self.rejected - self.reworded


@dataclass(frozen=True, slots=True)
class WeekNumbers:
    """The cases of one week, and what became of them until now."""

    week: Week
    tally: Tally


@dataclass(frozen=True, slots=True)
class UserNumbers:
    """What one user did with the cases of the weeks that are shown."""

    user: str
    films: int = 0
    """Films brought in."""
    decisions: int = 0
    """Words said on findings, taken back or not."""
    signatures: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """Films a week to reckon with; the same for each of the weeks to come.

    Attributes
    ----------
    mean : float
        Films a week.
    low, high : float
        Ends of the 95 % prediction interval of a single week.
    dispersion : float
        Variance over mean of the weeks it rests on, at least 1.
    counts : tuple[int, ...]
        Films of those weeks, oldest first.
    weeks : tuple[Week, ...]
        The weeks it is for.
    """

    mean: float
    low: float
    high: float
    dispersion: float
    counts: tuple[int, ...]
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class SiteNumbers:
    """The whole page. `users` is empty for everybody but the owner."""

    today: date
    weeks: tuple[WeekNumbers, ...]
    """From the oldest week with a case to the current one, without a gap."""
    total: Tally
    users: tuple[UserNumbers, ...] = ()
    forecast: Forecast | None = None
    """None where fewer than four full weeks lie behind, or no film came in them."""
    full_weeks: int = 0
    demonstration: bool = False
    """Counted from demonstration cases, for there are no others."""
