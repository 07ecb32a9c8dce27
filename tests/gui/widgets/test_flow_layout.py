import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class Block(QFrame):
    def __init__(self, width, height):
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self):
        return self._size


@pytest.fixture
def row(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made, gap=10, line_gap=4)
    for _ in range(3):
        flow.addWidget(Block(100, 20))
    return made, flow


def test_one_line_where_there_is_room(row):
    _, flow = row
    assert flow.heightForWidth(320) == 20
    assert flow.sizeHint() == QSize(320, 20)


def test_breaks_where_there_is_none(row):
    _, flow = row
    assert flow.heightForWidth(319) == 44
    assert flow.heightForWidth(100) == 68


def test_hidden_items_take_no_room(row):
    made, flow = row
    made.show()
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(210) == 20


def test_items_of_a_line_are_centred_on_each_other(row):
    made, flow = row
    flow.addWidget(Block(50, 40))
    made.resize(500, 40)
    made.show()
    flow.setGeometry(made.rect())
    assert flow.itemAt(0).geometry().top() == 10
    assert flow.itemAt(3).geometry().top() == 0
