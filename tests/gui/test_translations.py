# ruff: noqa: E501
"""The texts of the window are all collected, all translated, and lose no field on the way."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from meddx_desktop.core.paths import RESOURCES, ROOT
from meddx_desktop.gui.translation import QT_LACKS

FOLDER = RESOURCES / "translations"
SAME_IN_CHINESE = {"1:1"}
FIELD = re.compile(r"\{\w*\}|%n|%\d")
FIXED = {
    "Screening support, not a diagnosis. Not a registered medical device. A clinician decides.": "仅供筛查辅助，不作诊断；未注册医疗器械；由医师决定。",
    "Does not rule out disease.": "低于阈值，不能排除疾病。",
    "Not the chance of disease.": "模型评分，非患病概率。",
    "TB not assessed; cough for 2 weeks or more: refer.": "未评估结核；咳嗽≥2周请转诊。",
    "Where the model looked; not the outline of a lesion.": "模型关注区域，非病灶边界。",
    "No score; repeat or have it read.": "无评分；请重拍或由医师阅片。",
    "Not reviewed by a clinician.": "未经医师审核。",
    "Check dose, weight, allergy.": "核对剂量、体重、过敏史。",
    "Reviewed and signed": "已审核",
}
"""The words that stand on the screen and on paper, as they were agreed."""


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield (
                context.findtext("name"),
                message.findtext("source"),
                forms or [translation.text or ""],
                translation.get("type"),
            )


@pytest.mark.parametrize(("language", "extra"), [("zh_CN", []), ("en", ["-pluralonly"])])
def test_every_text_is_collected_and_none_is_stale(tmp_path, language, extra):
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    copy = tmp_path / f"meddx_{language}.ts"
    shutil.copy(FOLDER / copy.name, copy)
    sources = sorted(str(path) for path in (ROOT / "meddx_desktop").rglob("*.py"))
    options = ["-silent", "-locations", "none", "-no-obsolete", *extra]
    subprocess.run([tool, *options, *sources, "-ts", str(copy)], check=True, cwd=ROOT)
    before = {message[:2] for message in messages(FOLDER / copy.name)}
    after = {message[:2] for message in messages(copy)}
    assert after - before == set(), "new texts: run `make translations`"
    assert before - after == set(), "texts that nobody says any more: run `make translations`"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_text_is_translated(language):
    open_ = [
        (context, source)
        for context, source, forms, kind in messages(FOLDER / f"meddx_{language}.ts")
        if kind is not None or not all(forms)
    ]
    assert open_ == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_field_is_lost(language):
    for _, source, forms, _ in messages(FOLDER / f"meddx_{language}.ts"):
        for form in forms:
            assert sorted(FIELD.findall(form)) == sorted(FIELD.findall(source)), source


def test_nothing_is_left_in_english():
    for _, source, forms, _ in messages(FOLDER / "meddx_zh_CN.ts"):
        if source not in SAME_IN_CHINESE:
            assert source not in forms
            if not FIELD.search(source) and re.search(r"[A-Za-z]{4}", source):
                assert any(re.search(r"[\u4e00-\u9fff]", form) for form in forms), source


def test_the_agreed_words_stand():
    found = {source: forms[0] for _, source, forms, _ in messages(FOLDER / "meddx_zh_CN.ts")}
    for source, words in FIXED.items():
        assert found[source] == words


def test_words_that_qt_leaves_in_english_are_ours():
    """The system's own file window is Qt's where the desktop has none."""
    found = {
        source: forms[0]
        for context, source, forms, _ in messages(FOLDER / "meddx_zh_CN.ts")
        if context == "QFileDialog"
    }
    assert found == dict(zip(QT_LACKS, ("查找范围(&L)：", "文件类型(&T)："), strict=True))
