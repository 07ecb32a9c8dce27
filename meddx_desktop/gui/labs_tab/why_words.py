"""What stands behind a flag, in words: pairs of a caption and what it says."""

from PySide6.QtCore import QObject

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.laboratory import Conversion, ReferenceRange
from meddx_desktop.core.operations.labs import Explanation
from meddx_desktop.gui import labels
from meddx_desktop.gui.labs_tab import flag_marks, shown
from meddx_desktop.gui.labs_tab.board import Row

Line = tuple[str, str]


class WhyWords(QObject):
    """Makes the lines of the panel."""

    def lines(self, row: Row, why: Explanation, case: Case) -> list[Line]:
        """Everything that is known of the row, the range first."""
        places = shown.places_of(row.one)
        made = [(self.tr("Range"), self._range(why.range, places))]
        if why.range is not None:
            made += self._critical(why.range, places)
        if why.others:
            others = "\n".join(self._published(one, places) for one in why.others)
            made.append((self.tr("Other ranges"), others))
        made += self._conversion(row, why.conversion)
        if why.laboratorys_flag not in (None, why.interpretation):
            word = flag_marks.of_flag(why.laboratorys_flag).word
            made.append((self.tr("Laboratory's flag"), word))
        made += self._change(row)
        made.append((self.tr("From"), self._origin(row, case)))
        return [(caption, words) for caption, words in made if words]

    def _range(self, one: ReferenceRange | None, places: int | None) -> str:
        if one is None or not shown.limits(one, places):
            return self.tr("None. Without a range nothing is said; that does not mean normal.")
        if one.is_laboratorys:
            of_lab = self.tr("{range}: the laboratory's own")
            return of_lab.format(range=_with_unit(one, places))
        return self._published(one, places)

    def _published(self, one: ReferenceRange, places: int | None) -> str:
        said = self.tr("{range}, for {whom}\n{source}")
        return said.format(
            range=_with_unit(one, places), whom=shown.whom(one.whom), source=one.source
        )

    def _critical(self, one: ReferenceRange, places: int | None) -> list[Line]:
        parts = []
        if one.critical_low is not None:
            low = shown.number(one.critical_low)
            parts.append(self.tr("below {value}").format(value=low))
        if one.critical_high is not None:
            high = shown.number(one.critical_high)
            parts.append(self.tr("above {value}").format(value=high))
        if not parts:
            return []
        words = f"{labels.listed(parts)} {shown.unit(one.unit)}\n{one.critical_source}"
        return [(self.tr("Critical"), words)]

    def _conversion(self, row: Row, how: Conversion | None) -> list[Line]:
        if how is None:
            return []
        sum_ = f"× {how.factor:.6g}"
        if how.offset:
            sum_ += f" {'+' if how.offset > 0 else '−'} {abs(how.offset):.6g}"
        said = self.tr("{sent}, {sum} = {value}\n{source}")
        words = said.format(
            sent=shown.sent_value(row.one.sent),
            sum=sum_,
            value=shown.value(row.one),
            source=how.source,
        )
        return [(self.tr("Converted"), words)]

    def _change(self, row: Row) -> list[Line]:
        if row.before is None:
            return []
        then = row.before.observation
        words = f"{shown.value(then)}, {shown.taken(then.sent)}"
        if row.change is not None and then.quantity and then.quantity.value:
            share = 100 * row.change / abs(then.quantity.value)
            sign = "+" if share > 0 else "−" if share < 0 else "±"
            words += f" ({sign}{abs(share):.0f} %)"
        return [(self.tr("Before"), words)]

    def _origin(self, row: Row, case: Case) -> str:
        came = next((one for one in case.lab_imports if one.import_id == row.line.source), None)
        place = labels.plain(row.one.sent.place)
        if came is None:
            return self.tr("Typed in: {place}").format(place=place)
        said = self.tr("{file}, {place}\nimported {time} by {user}")
        return said.format(
            file=labels.plain(came.file_name) or self.tr("pasted text"),
            place=place,
            time=labels.moment(came.at),
            user=came.by,
        )


def _with_unit(one: ReferenceRange, places: int | None) -> str:
    return f"{shown.limits(one, places)} {shown.unit(one.unit)}".strip()
