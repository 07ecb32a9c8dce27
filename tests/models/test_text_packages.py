"""Every model of notes under models/ is what its manifest says, and reads words as it should."""

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import onnx
import pytest

from meddx_desktop.core.domain.note import Language, MentionKind, SectionName, Span
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.examine import check_sample
from meddx_desktop.core.inference.package import open_package, verify_files
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.settings import Settings

MODELS = Path(__file__).resolve().parents[2] / "models"
PACKAGES = sorted(
    path.parent
    for path in MODELS.glob("*/manifest.json")
    if json.loads(path.read_text("utf-8"))["task"].startswith("text-")
)
LARGEST = 50_000_000
RUNTIMES_OWN = {"MatMulNBits", "GatherBlockQuantized"}


def _manifest(package):
    return json.loads((package / "manifest.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """All of them, opened as the program does."""
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.json")
    return NoteModels(ModelRegistry(MODELS), SessionPool(settings).session)


def test_there_is_an_encoder():
    assert "notes-encoder" in {path.name for path in PACKAGES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
class TestPackage:
    def test_hashes_cover_every_file(self, package):
        present = {
            path.relative_to(package).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in package.rglob("*")
            if path.is_file() and path.name != "manifest.json"
        }
        assert present == _manifest(package)["files"]
        verify_files(open_package(package))

    def test_is_small(self, package):
        assert sum(path.stat().st_size for path in package.rglob("*") if path.is_file()) < LARGEST

    def test_the_sample_gives_what_is_stated(self, package, models):
        opened = open_package(package)
        check_sample(opened, models._open(opened))

    def test_another_answer_is_noticed(self, package, models, tmp_path):
        """The tolerance must not be so wide that any network would pass."""
        opened = open_package(package)
        session = models._open(opened)

        class Wrong:
            provider = session.provider

            @staticmethod
            def run(given):
                return {name: value[::-1] + 0.2 for name, value in session.run(given).items()}

        with pytest.raises(ModelRejected) as caught:
            check_sample(opened, Wrong)
        assert caught.value.code == "model_sample_differs"

    def test_graph_is_self_contained(self, package):
        manifest = _manifest(package)
        for variant in manifest["variants"]:
            model = onnx.load(str(package / variant["file"]), load_external_data=False)
            assert not any(tensor.external_data for tensor in model.graph.initializer)
            own = {node.op_type for node in model.graph.node if node.domain}
            assert own <= RUNTIMES_OWN and not model.functions
            [opset] = [one.version for one in model.opset_import if not one.domain]
            assert opset == manifest["opset"]

    def test_heads_are_tied_to_the_encoder_that_is_here(self, package):
        manifest = _manifest(package)
        if manifest["task"] != "text-embedding":
            encoder = _manifest(MODELS / "notes-encoder")
            file = encoder["variants"][0]["file"]
            wanted = {"name": "notes-encoder", "sha256": encoder["files"][file]}
            assert manifest["text"]["encoder"] == wanted

    def test_card_holds_the_figures_of_the_manifest(self, package):
        card = (package / "MODEL_CARD.md").read_text("utf-8")
        manifest = _manifest(package)
        rows = [
            tuple(cell.strip() for cell in line.strip("|").split("|"))
            for line in card.splitlines()
            if re.match(r"\| \w+ \| -?\d", line)
        ]
        figures = [(row[0], row[1], row[4]) for row in rows if len(row) == 8]
        assert figures == [
            (m["name"], f"{m['value']:.4f}", m["data"]) for m in manifest["evidence"]["metrics"]
        ]
        for limit in manifest["evidence"]["limits"]:
            assert f"- {limit}" in card
        assert "Not a registered medical device" in card


class TestEncoder:
    def test_pieces_are_those_of_the_sample(self, models):
        """The numbers in the sample were made from its texts: the pieces file still says so."""
        content = json.loads((MODELS / "notes-encoder/sample/input.json").read_text("utf-8"))
        pad = models.encoder.tokenizer.pad
        for text, numbers in zip(content["texts"], content["input"], strict=True):
            wanted = [number for number in numbers if number != pad]
            assert list(models.encoder.tokenizer.tokens(text).numbers) == wanted

    def test_vectors_have_length_1_and_do_not_depend_on_their_neighbours(self, models):
        texts = ["fever", "a much longer text about chest pain and its many causes", "发热"]
        together = models.encoder.vectors(texts)
        assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
        models.encoder.forget()
        alone = np.concatenate([models.encoder.vectors([text]) for text in texts])
        assert ((together * alone).sum(1) > 0.999).all()

    def test_the_same_phrase_is_computed_once(self, models, monkeypatch):
        models.encoder.vectors(["chest pain"])
        monkeypatch.setattr(models.encoder, "_run", None)
        assert models.encoder.vectors(["chest pain", "chest pain"]).shape == (2, 384)

    def test_english_and_chinese_words_of_one_meaning_lie_near(self, models):
        rows = models.encoder.vectors(["type 2 diabetes mellitus", "2型糖尿病", "broken arm"])
        assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.02

    @pytest.mark.parametrize(
        "text",
        ["", " ", "\0", "\ud800 torn", "😀" * 50, "a" * 30_000, "\u202e\u200b", "否认" * 9_000],
        ids=ascii,
    )
    def test_any_text_gives_a_vector(self, models, text):
        assert np.isfinite(models.encoder.vectors([text])).all()

    def test_places_are_those_of_the_text(self, models):
        text = "𠮷野 denies ﬁne β-blockers，否认发热。"
        tokens = models.encoder.tokenizer.tokens(text)
        shown = [text[place.start : place.end].strip() for place in tokens.places]
        assert "".join(shown) == text.replace(" ", "")

    def test_words_behind_the_end_get_zeros(self, models):
        text = "fever " * 700
        places = [Span(n * 6, n * 6 + 5) for n in range(700)]
        [rows] = models.encoder.words([text], [places])
        assert rows.shape[0] == 700 and rows[0].any() and not rows[-1].any()


def _needs(name):
    """Every package is optional: where one is not delivered there is nothing to test."""
    found = [path for path in PACKAGES if path.name == name]

    def mark(tests):
        tests.__test__ = bool(found)
        return pytest.mark.parametrize("package", found, ids=lambda path: path.name)(tests)

    return mark


@_needs("notes-tagger")
class TestTagger:
    def test_diseases_and_drugs_are_found_where_they_stand(self, package, models):
        text = "Note. The patient developed hepatotoxicity after amiodarone and isoniazid."
        found = models.tagger.tag(text, Span(6, len(text)))
        words = {text[one.span.start : one.span.end]: one.kind for one in found}
        assert words["amiodarone"] is MentionKind.DRUG
        assert words["hepatotoxicity"] is MentionKind.PROBLEM

    def test_together_and_one_by_one_agree(self, package, models):
        text = "He has diabetes mellitus. She took warfarin for atrial fibrillation."
        spans = (Span(0, 25), Span(26, len(text)))
        alone = [found for span in spans for found in models.tagger.tag(text, span)]
        models.forget()
        together = [
            one for some in models.tagger.tag_all([(text, s) for s in spans]) for one in some
        ]
        assert [(one.span, one.kind) for one in alone] == [(one.span, one.kind) for one in together]

    def test_what_was_tagged_is_known_again_wherever_it_stands_until_it_is_forgotten(
        self, package, models
    ):
        sentence = "She took warfarin for atrial fibrillation."
        moved = [("X. " + sentence, Span(3, 3 + len(sentence)))]
        models.forget()
        [first] = models.tagger.tag_all([(sentence, Span(0, len(sentence)))])
        assert len(models.tagger._known) == 1
        [again] = models.tagger.tag_all(moved, checkpoint=None)  # it would be called, had it to run
        assert [one.span for one in again] == [
            Span(one.span.start + 3, one.span.end + 3) for one in first
        ]
        models.forget()
        assert not len(models.tagger._known) and not len(models.encoder._known)

    @pytest.mark.parametrize("text", ["", " \n ", "😀", "word " * 400])
    def test_any_text_is_answered(self, package, models, text):
        models.tagger.tag(text, Span(0, len(text)))


@_needs("notes-coding")
class TestCoder:
    @pytest.mark.parametrize(
        ("words", "category"),
        [
            ("type 2 diabetes mellitus", "E11"),
            ("acute appendicitis", "K35"),
            ("pulmonary embolism", "I26"),
            ("2型糖尿病", "E11"),
        ],
    )
    def test_the_right_category_is_among_five(self, package, models, words, category):
        [found] = models.coder.nearest([words])
        assert len(found) == 5 and len({one.code.value for one in found}) == 5
        assert category in {one.code.value[:3] for one in found}
        assert all(one.code.scheme == "I10C" and one.code.meaning for one in found)

    def test_the_list_says_that_it_is_of_the_us(self, package, models):
        assert "(US)" in models.coder.codes.shape.edition

    def test_every_line_has_a_code_that_is_offered(self, package):
        lines = (package / "codes.tsv").read_text("utf-8").splitlines()
        codes = {line.split("\t")[0] for line in lines}
        assert len(lines) == _manifest(package)["text"]["codes"]["count"]
        assert not any(code[0] in "VWXY" for code in codes)
        assert {"E11.9", "I10", "A15", "J18.9"} <= codes

    def test_nearest_codes_of_a_changed_package_are_refused(self, package, models, tmp_path):
        from shutil import copytree

        from meddx_desktop.core.notes.coding import Coder

        copy = copytree(package, tmp_path / package.name)
        (copy / "codes.tsv").write_bytes((copy / "codes.tsv").read_bytes().replace(b"E11", b"E12"))
        with pytest.raises(ModelRejected) as caught:
            Coder(open_package(copy), models._open, models.encoder)
        assert caught.value.code == "model_hash_mismatch"


@_needs("notes-sections")
class TestTopics:
    @pytest.mark.parametrize(
        ("text", "section"),
        [
            ("No known drug allergies.", SectionName.ALLERGIES),
            ("Lisinopril 10 mg daily, metformin 500 mg twice a day.", SectionName.MEDICATION),
            ("Appendectomy in 1998 and a cesarean section.", SectionName.SURGICAL_HISTORY),
        ],
    )
    def test_plain_texts_are_named(self, package, models, text, section):
        name, probability = models.topics.guess_section(text)
        assert name is section
        assert _manifest(package)["text"]["sure_from"] <= probability <= 1

    @pytest.mark.parametrize("text", ["", "ok", "患者否认发热，既往有高血压病史。", "12 34"])
    def test_what_it_can_not_judge_gets_no_answer(self, package, models, text):
        assert models.topics.guess_section(text) is None

    def test_no_label_hides_a_finding_as_a_relatives(self, package):
        """A wrong guess of "family history" would take the patient's illness for a relative's."""
        assert SectionName.FAMILY_HISTORY.value not in _manifest(package)["text"]["labels"]


def test_a_head_made_for_another_encoder_is_not_used(models, tmp_path):
    from meddx_desktop.core.notes.on_encoder import require_encoder

    heads = [path for path in PACKAGES if path.name != "notes-encoder"]
    encoder = models.encoder
    for path in heads:
        package = open_package(path)
        require_encoder(package, encoder)
    with pytest.raises(ModelRejected) as caught:
        require_encoder(encoder.package, encoder)
    assert caught.value.parameters["field"] == "text.encoder"


def test_languages_are_those_of_the_program():
    for package in PACKAGES:
        assert set(_manifest(package)["text"]["languages"]) <= {one.value for one in Language}
