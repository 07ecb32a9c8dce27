"""Protects: calculators say what went in and what is missing; risk models are off, and say so."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import ModelIdentity
from meddx_desktop.core.domain.risk import Contribution, Filled, Given, RiskResult
from meddx_desktop.core.operations.labs import Missing, Result
from meddx_desktop.gui.labs_tab.risk_card import RiskCard
from meddx_desktop.gui.labs_tab.tree_drawing import TreeDrawing, lines


def page_of(tab, qtbot):
    page = tab.calculators
    with qtbot.waitSignal(page.asker.answered, timeout=20000):
        tab.show_page(page)
    return page


def answer(page, name):
    index = page.model.index_of(name)
    page.view.setCurrentIndex(index)
    return page.model.answer_at(index)


def words_of(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_a_value_comes_with_its_band_and_with_what_went_in(opened, qtbot):
    page = page_of(opened, qtbot)
    one = answer(page, "fib4")
    assert isinstance(one.outcome, Result)
    words = words_of(page.detail.widget())
    for part in ("FIB-4", "88", "72 U/L", "2024-03-01 06:30", "18 years and older"):
        assert part in words


def test_organs_stand_above_their_values_and_what_has_none_is_folded(opened, qtbot):
    page = page_of(opened, qtbot)
    headings = {index.data(): index for index in page.model.headings()}
    liver = next(index for words, index in headings.items() if words.startswith("Liver"))
    assert page.view.isExpanded(liver)
    assert page.model.index_of("fib4").parent() == liver
    lacking = page.model.index_of("child_pugh").parent()
    assert lacking.parent() == liver
    assert not page.view.isExpanded(lacking)
    assert "Cirrhosis" in lacking.data() or "cirrhosis" in lacking.data()
    page.view.clicked.emit(lacking)
    assert page.view.isExpanded(lacking)


def test_the_first_value_is_shown_without_a_click_and_an_open_fold_stays_open(opened, qtbot):
    page = page_of(opened, qtbot)
    first = page.model.answer_at(page.view.currentIndex())
    assert isinstance(first.outcome, Result)
    page.view.clicked.emit(page.model.index_of("child_pugh").parent())
    with qtbot.waitSignal(page.asker.answered, timeout=20000):
        page.refresh()
    assert page.view.isExpanded(page.model.index_of("child_pugh").parent())


def test_every_organ_has_a_name(opened, qtbot):
    page = page_of(opened, qtbot)
    assert not [
        words for index in page.model.headings() if (words := index.data()).startswith("Other")
    ]


def test_what_is_missing_leads_to_where_it_is_entered(opened, qtbot):
    page = page_of(opened, qtbot)
    one = answer(page, "bmi_china")
    assert isinstance(one.outcome, Missing)
    with qtbot.waitSignal(opened.entry_wanted) as heard:
        page.detail.entry_wanted.emit("vitals")
    assert heard.args == ["vitals"]
    page.detail.entry_wanted.emit("lines")
    assert opened.page_buttons[-1].isChecked()


def test_an_answer_is_used_and_forgotten_with_the_case(opened, parts, qtbot, case_id):
    page = page_of(opened, qtbot)
    before = answer(page, "child_pugh").outcome
    assert "cirrhosis" in before.names
    box = page.detail.boxes["cirrhosis"]
    with qtbot.waitSignal(page.asker.answered, timeout=20000):
        box.setCurrentIndex(box.findData(Answer.YES))
    assert "cirrhosis" not in answer(page, "child_pugh").outcome.names
    parts.session.open_case(case_id)
    assert page._answers == {}


def test_the_search_narrows_the_list(opened, qtbot):
    page = page_of(opened, qtbot)
    page.search.setText("fib")
    assert page.model.index_of("fib4").isValid()
    assert not page.model.index_of("apri").isValid()


def test_risk_models_are_off_and_one_line_says_so(opened, qtbot):
    with qtbot.waitSignal(opened.risks.asker.answered, timeout=20000):
        opened.show_page(opened.risks)
    assert "Risk models are off" in opened.risks.words
    assert opened.risks.cards == []


MODEL = ModelIdentity("lab-x", "1.0.0", "fp32", "CPUExecutionProvider", "ab" * 32)


def asked(name, kind="number", codes=(), titles=None, loinc=""):
    """One input of a risk model."""
    named = {"en": name.capitalize()}
    return SimpleNamespace(
        name=name,
        title=named,
        kind=kind,
        unit="cm",
        loinc=loinc,
        codes=codes,
        code_titles=titles or {},
    )


@pytest.fixture
def entry():
    risk = SimpleNamespace(
        outcome={"en": "an outcome"},
        limits={"en": ("Made from few patients.",)},
        inputs=(asked("waist"), asked("alt", loinc="1742-6"), asked("pain", "answer")),
    )
    return SimpleNamespace(manifest=SimpleNamespace(title={"en": "A model"}), risk=risk)


def test_a_score_stands_against_its_threshold_with_its_sentence_and_limits(entry, qtbot):
    answer = RiskResult(
        MODEL,
        "binary",
        score=0.12,
        threshold=0.3,
        above=False,
        filled=(Filled("waist", 98.0, "cm"),),
        contributions=(Contribution("alt", 61.0, 18.0, "U/L", 0.4, filled=False),),
    )
    card = RiskCard(entry, answer, {})
    qtbot.addWidget(card)
    words = "\n".join(card.words)
    for part in (
        "Score 12 of 100, threshold 30",
        "Not the chance of disease.",
        "Does not rule out disease.",
        "taken as usual: Waist 98 cm",
        "Made from few patients.",
        "Association, not cause",
    ):
        assert part in words


def test_what_has_no_place_among_results_is_answered_here(entry, qtbot):
    answer = RiskResult(MODEL, "binary", missing=("waist", "alt", "pain"))
    card = RiskCard(entry, answer, {})
    qtbot.addWidget(card)
    assert set(card.form.numbers) == {"waist"}
    box = card.form.boxes["pain"]
    with qtbot.waitSignal(card.given) as heard:
        box.setCurrentIndex(box.findData("yes"))
    assert heard.args == ["pain", Given("pain", Answer.YES)]
    field = card.form.numbers["waist"]
    field.setText("97,5")
    with qtbot.waitSignal(card.given) as heard:
        field.editingFinished.emit()
    assert heard.args == ["waist", Given("waist", 97.5, "cm")]


TREE = {
    "n": 10,
    "share": 0.4,
    "input": "waist",
    "unit": "cm",
    "at_most": 96.5,
    "yes": {"n": 6, "share": 0.1},
    "no": {
        "n": 4,
        "share": 0.8,
        "input": "alt",
        "unit": "U/L",
        "at_most": 20.0,
        "yes": {"n": 1, "share": 0.5},
        "no": {"n": 3, "share": 0.9},
    },
}


@pytest.mark.parametrize(
    ("values", "way"),
    [
        ({"waist": 96.5}, [0.4, 0.1]),
        ({"waist": 97.0, "alt": 21.0}, [0.4, 0.8, 0.9]),
        ({"waist": 97.0}, [0.4, 0.8]),
        ({}, [0.4]),
    ],
)
def test_the_tree_marks_the_patients_way_as_far_as_values_reach(values, way):
    drawn = lines(TREE, values)
    assert [one.share for one in drawn if one.is_way] == way
    assert len(drawn) == 5


def test_the_tree_is_behind_a_line_and_says_that_it_is_coarser(entry, qtbot):
    answer = RiskResult(
        MODEL,
        "binary",
        score=0.12,
        threshold=0.3,
        above=False,
        contributions=(
            Contribution("alt", 61.0, 18.0, "U/L", 0.4, filled=False),
            Contribution("waist", 97.0, 98.0, "cm", 0.001, filled=True),
        ),
    )
    card = RiskCard(entry, answer, {}, TREE)
    qtbot.addWidget(card)
    drawn = card.findChild(TreeDrawing)
    assert drawn.isHidden() or not drawn.isVisibleTo(card)
    card.tree_button.click()
    assert drawn.isVisibleTo(card)
    assert "Waist at most 96.5 cm" in drawn.accessibleDescription()
    words = words_of(card)
    assert "they may say something else" in words
    assert "As in the reference person, or nearly: Waist" in words
