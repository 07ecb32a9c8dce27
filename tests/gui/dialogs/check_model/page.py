"""What the tests of the check share."""

from PySide6.QtWidgets import QLabel

FIGURES, ROC, CALIBRATION, LEFT_OUT, THRESHOLD = range(5)


def words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def table(widget):
    cells = []
    for row in range(widget.rowCount()):
        items = [widget.item(row, column) for column in range(widget.columnCount())]
        cells.append([item.text() if item else "" for item in items])
    return cells
