"""The results on paper: whose they are, each with range, source and doubts, page by page."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextDocument,
)

from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import cells, identity
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.cells import Column

_COLUMNS = (Column.TEST, Column.VALUE, Column.FLAG, Column.RANGE, Column.TAKEN)
_WIDTHS = (32, 18, 17, 15, 18)
"""Per cent of the sheet."""
_SPACE = 3
_POINTS = 9.5
_INK = "#181c21"
Groups = Sequence[tuple[str, Sequence[Row]]]


class Sheet(QObject):
    """The words of the sheet as simple HTML; every word from outside is escaped."""

    def __init__(self) -> None:
        super().__init__()
        self._sources: list[str] = []

    def html(self, session: CaseSession, groups: Groups, lost: int, narrowed: str) -> str:
        """The whole sheet."""
        self._sources = []
        whose = identity.line(session.case.patient) if session.case else ""
        printed = self.tr("Printed {time} by {user}").format(
            time=labels.moment(QDateTime.currentDateTime().toPython()),  # type: ignore[arg-type]
            user=session.app.access.user,
        )
        parts = [
            _tag("h2", self.tr("Laboratory results")),
            f"<p><b>{_safe(whose)}</b><br>{_safe(printed)}</p>",
            _tag("p", labels.safety("purpose")),
        ]
        if session.case is not None and not session.case.is_signed:
            parts.append(f"<p><b>{_safe(labels.safety('unreviewed'))}</b></p>")
        if narrowed:
            parts.append(_tag("p", narrowed))
        parts += [self._table(groups), *self._foot(lost)]
        return "".join(parts)

    def _table(self, groups: Groups) -> str:
        names = (
            self.tr("Test"),
            self.tr("Value"),
            self.tr("Flag"),
            self.tr("Range"),
            self.tr("Taken"),
        )
        heads = "".join(
            f"<th align='left' width='{width}%'>{_safe(name)}</th>"
            for name, width in zip(names, _WIDTHS, strict=True)
        )
        body = "".join(
            f"<tr><td colspan='{len(_COLUMNS)}'><br><b>{_safe(title)}</b></td></tr>"
            + "".join(map(self._row, rows))
            for title, rows in groups
        )
        head = f"<thead><tr>{heads}</tr></thead>"
        return f"<table cellpadding='{_SPACE}' width='100%'>{head}<tbody>{body}</tbody></table>"

    def _row(self, row: Row) -> str:
        made = "".join(f"<td>{self._cell(row, one)}</td>" for one in _COLUMNS)
        doubts = "<br>".join(_safe(labels.reason(one)) for one in row.loud)
        more = f"<tr><td colspan='{len(_COLUMNS)}'><i>{doubts}</i></td></tr>" if doubts else ""
        return f"<tr>{made}</tr>{more}"

    def _cell(self, row: Row, column: Column) -> str:
        text = _safe(cells.cell(row, column))
        reference = row.one.range
        if column is Column.RANGE and text and reference and not reference.is_laboratorys:
            return f"{text} <sup>{self._number(reference.source)}</sup>"
        is_said = column in (Column.VALUE, Column.FLAG) and row.is_critical
        return f"<b>{text}</b>" if is_said else text

    def _number(self, source: str) -> int:
        if source not in self._sources:
            self._sources.append(source)
        return self._sources.index(source) + 1

    def _foot(self, lost: int) -> list[str]:
        made = ["<br>"]
        if lost:
            words = self.tr("%n line(s) of the sources were not understood.", "", lost)
            made.append(_tag("p", words))
        said = [
            self.tr("“Not judged” means that nothing can be said; it does not mean normal."),
            self.tr("Ranges without a number are the laboratory's own."),
            *(f"{place} {source}" for place, source in enumerate(self._sources, 1)),
        ]
        made += [f"<p>{'<br>'.join(map(_safe, said))}</p>", _tag("p", labels.safety("support"))]
        return made


class Paper(QObject):
    """Puts a sheet on pages; each of them says whose it is and which of how many."""

    def draw(self, page: str, whose: str, device: QPagedPaintDevice) -> int:
        """Paint all pages, and tell how many there are."""
        font = QFont(theme.font())
        font.setPointSizeF(_POINTS)
        painter = QPainter(device)
        painter.setFont(font)
        metrics = QFontMetricsF(font, device)
        line = metrics.height()
        area = QRectF(painter.viewport())
        body = area.adjusted(0, 2 * line, 0, -2 * line)
        made = QTextDocument()
        made.documentLayout().setPaintDevice(device)
        made.setDocumentMargin(0)
        made.setDefaultFont(font)
        made.setHtml(page)
        made.setPageSize(QSizeF(body.width(), body.height()))
        for number in range(made.pageCount()):
            if number:
                device.newPage()
            self._edges(painter, area, whose, (number + 1, made.pageCount()))
            self._body(painter, body, made, number)
        painter.end()
        return made.pageCount()

    def _edges(self, painter: QPainter, area: QRectF, whose: str, of: tuple[int, int]) -> None:
        # Not plain black: a preview keeps no pen that is a painter's own, and draws in the theme's.
        painter.setPen(QColor(_INK))
        top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        right, bottom = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignBottom
        pages = self.tr("Page {number} of {count}").format(number=of[0], count=of[1])
        painter.drawText(area, int(top | left), whose)
        painter.drawText(area, int(top | right), pages)
        painter.drawText(area, int(bottom | left), labels.safety("purpose"))

    def _body(self, painter: QPainter, body: QRectF, made: QTextDocument, number: int) -> None:
        painter.save()
        painter.translate(body.left(), body.top() - number * body.height())
        inside = QRectF(0, number * body.height(), body.width(), body.height())
        painter.setClipRect(inside)
        how = QAbstractTextDocumentLayout.PaintContext()
        how.clip = inside
        ink = QPalette()
        ink.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        how.palette = ink
        made.documentLayout().draw(painter, how)
        painter.restore()


def _tag(name: str, words: str) -> str:
    return f"<{name}>{_safe(words)}</{name}>"


def _safe(text: str) -> str:
    return html.escape(labels.plain(text))
