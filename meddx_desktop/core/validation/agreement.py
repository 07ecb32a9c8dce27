"""How far two readers of the same things agree beyond chance: Cohen's kappa."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from meddx_desktop.core.validation.rates import exact_interval


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts and kappa; `kappa`, `low` and `high` are None where they say nothing.

    Attributes
    ----------
    agreed, total : int
    counts : tuple[tuple[Hashable, Hashable, int], ...]
        How often the first said the one and the second the other.
    kappa, low, high : float | None
        None without pairs, and where both said one and the same each time: then chance alone
        would agree as well.
    """

    agreed: int
    total: int
    counts: tuple[tuple[Hashable, Hashable, int], ...] = ()
    kappa: float | None = None
    low: float | None = None
    high: float | None = None


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    """Agreement of two readers on nominal answers, one pair for each thing both read.

    Kappa is ``(o - e) / (1 - e)`` with the observed share of agreement `o` and the share `e` that
    the two margins give by chance. The 95 % interval carries the exact interval of `o` (Clopper
    and Pearson) over, `e` taken as known, as the usual standard error does too; it does not
    shrink to nothing where few pairs all agree. Several pairs of one patient make it too narrow.

    Source: "Statistics for Data Science", chapter 6, Cohen's kappa and table 6.1,
    https://fliphtml5.com/gmzdr/dnmf/statistics_for_data_science/232 (opened 2026-11-22).
    """
    total = len(pairs)
    agreed = sum(one == other for one, other in pairs)
    counted = Counter(pairs)
    counts = tuple(
        (one, other, number)
        for (one, other), number in sorted(counted.items(), key=lambda item: str(item[0]))
    )
    if not total:
        return Agreement(0, 0)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    same_by_chance = sum(number * second[answer] for answer, number in first.items())
    if same_by_chance == total * total:
        return Agreement(agreed, total, counts)
    chance = same_by_chance / (total * total)
    low, high = exact_interval(agreed, total)
    kappa, lower, upper = (
        max((share - chance) / (1 - chance), -1.0) for share in (agreed / total, low, high)
    )
    return Agreement(agreed, total, counts, kappa, lower, upper)
