"""Cut the vocabulary to the scripts of English and Chinese notes; write it for sentencepiece.

Pieces hold one script each, so that cutting other scripts never changes how a text in the scripts
that stay is divided; what was cut becomes "unknown".
"""

import io
import unicodedata
from collections.abc import Sequence

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as proto

from training.notes_encoder.original import Original

SCRIPTS = frozenset({"LATIN", "GREEK", "CJK", "MODIFIER", "IDEOGRAPHIC", "FULLWIDTH", "MICRO"})
"""First words of the Unicode names of letters that stay: MICRO SIGN, IDEOGRAPHIC ITERATION MARK."""


def is_kept(piece: str) -> bool:
    """Say whether all letters of a piece are of scripts that stay."""
    return all(
        unicodedata.name(sign, "?").split()[0] in SCRIPTS
        for sign in piece
        if unicodedata.category(sign)[0] in "LM" and sign != "▁"
    )


def kept_pieces(original: Original) -> list[int]:
    """Return the places of the pieces that stay, in their order; the special ones always do."""
    special = {original.begin, original.end, original.pad, original.unknown}
    return [
        place
        for place, piece in enumerate(original.pieces)
        if place in special or (piece != "<mask>" and is_kept(piece))
    ]


def write_pieces(original: Original, kept: Sequence[int]) -> bytes:
    """Return the pieces as a model of sentencepiece whose numbers are the rows of the encoder."""
    model = proto.ModelProto()
    model.ParseFromString(_normal_forms())
    del model.pieces[:]
    kinds = proto.ModelProto.SentencePiece
    special = {
        original.begin: kinds.CONTROL,
        original.end: kinds.CONTROL,
        original.pad: kinds.CONTROL,
        original.unknown: kinds.UNKNOWN,
    }
    for place in kept:
        piece = model.pieces.add()
        piece.piece, piece.score = original.pieces[place], original.scores[place]
        piece.type = special.get(place, kinds.NORMAL)
    spec = model.trainer_spec
    spec.Clear()
    spec.model_type, spec.vocab_size = proto.TrainerSpec.UNIGRAM, len(kept)
    spec.bos_id, spec.eos_id = kept.index(original.begin), kept.index(original.end)
    spec.pad_id, spec.unk_id = kept.index(original.pad), kept.index(original.unknown)
    spec.bos_piece, spec.eos_piece = "<s>", "</s>"
    spec.pad_piece, spec.unk_piece = "<pad>", "<unk>"
    content: bytes = model.SerializeToString()
    return content


def _normal_forms() -> bytes:
    """Return a model whose texts are brought to the normal form ``nmt_nfkc``, as XLM-R does.

    sentencepiece makes the table of that form when it trains, so it trains on a few words.
    """
    written = io.BytesIO()
    words = [f"{a}{b} {b}{a}" for a in "abcdefgh" for b in "ijklmnop"]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(words),
        model_writer=written,
        vocab_size=24,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    return written.getvalue()
