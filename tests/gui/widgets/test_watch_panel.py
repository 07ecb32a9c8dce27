"""Protects: a usable picture is never told like an all-clear."""

import pytest

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.operations.watching import Advice, Verdict
from meddx_desktop.gui.watch import Judged
from meddx_desktop.gui.widgets.watch_panel import WatchPanel


@pytest.fixture
def panel(parts, qtbot, tmp_path):
    made = WatchPanel(parts.watch)
    qtbot.addWidget(made)
    parts.watch.folder = tmp_path
    return made


def judge(watch, name, risk, advice=Advice.KEEP, reasons=()):
    watch.film, watch.case_id = name, f"case of {name}"
    watch.verdict = Verdict(advice, reasons)
    watch.judged.appendleft(Judged(name, watch.case_id, watch.verdict, risk))
    watch.changed.emit()


@pytest.mark.parametrize(
    ("risk", "words", "tone"),
    [
        ((1, -0.9), "Above threshold: open the case", "danger"),
        ((2, -0.5), "Not sure: open the case", "warning"),
        ((3, -0.1), "Open case", ""),
    ],
)
def test_the_call_stands_beside_the_verdict(panel, parts, risk, words, tone, qtbot):
    judge(parts.watch, "a.dcm", risk)
    assert panel._word.text() == "Image usable"
    assert panel._word.property("tone") == ""
    assert panel.call.text() == words and panel.call.property("tone") == tone
    with qtbot.waitSignal(panel.show_case_wanted) as told:
        panel.call.click()
    assert told.args == ["case of a.dcm"]


def test_below_threshold_says_what_it_does_not_rule_out(panel, parts):
    judge(parts.watch, "a.dcm", (3, -0.1))
    assert "Does not rule out disease." in panel._reason.text()


def test_a_repeat_says_why(panel, parts):
    judge(parts.watch, "a.dcm", (0, 0.0), Advice.REPEAT, (Reason("rotated"),))
    assert panel._word.text() == "Repeat" and "side" in panel._reason.text()


def test_the_last_five_stay_newest_on_top(panel, parts):
    for number in range(7):
        judge(parts.watch, f"{number}.dcm", (1, -0.9))
    texts = [panel._lines.itemAt(n).widget().text() for n in range(panel._lines.count())]
    assert [text.split("   ")[1] for text in texts] == ["5.dcm", "4.dcm", "3.dcm", "2.dcm"]
    assert all("Above threshold" in text for text in texts)
