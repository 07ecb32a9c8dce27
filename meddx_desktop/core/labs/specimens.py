"""What was examined, from the specimen codes and words of HL7 and FHIR files.

Only codes whose meaning is certain. Anything else that is stated is `Specimen.OTHER`, with the
source's own words beside it; nothing stated is `Specimen.UNKNOWN`.
"""

from collections.abc import Iterable

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import Specimen

_V2 = {
    Specimen.BLOOD: "BLD BLDV BLDC WB",
    Specimen.ARTERIAL_BLOOD: "BLDA ABLD LNA",
    Specimen.SERUM: "SER PLAS ASERU CSERU TSERU PLEVS PPP",
    Specimen.URINE: "UR URC URT RANDU URINC URINM URINN URINP",
    Specimen.STOOL: "STL",
    Specimen.CSF: "CSF",
    Specimen.SPUTUM: "SPT SPTC SPTT DCS SPUTIN SPUTSP",
    Specimen.BODY_FLUID: "PLR PRT PCFL SNV JNTFLD AMN FLU FLD FLUID FGA BIFL PAFL DUFL VITF",
}
"""HL7 tables 0070 and 0487 (https://hl7.org/fhir/R4/v2/0487/index.html and .../0070/)."""
_SNOMED = {
    Specimen.BLOOD: "119297000 258580003 122555007 122554006",
    Specimen.ARTERIAL_BLOOD: "122552005",
    Specimen.SERUM: "119364003 119361006 122592007",
    Specimen.URINE: "122575003",
    Specimen.STOOL: "119339001",
    Specimen.CSF: "258450006",
    Specimen.SPUTUM: "119334006",
    Specimen.BODY_FLUID: "309051001 418564007 122571007 309201001",
    Specimen.SWAB: "258500001 258527002",
}
"""SNOMED CT specimen codes (value set eHDSILabSpecimenType; serum: FHIR R4, example 2364)."""
_WORDS = {
    Specimen.BLOOD: "blood|whole blood|venous blood|capillary blood|全血|血液|静脉血|末梢血",
    Specimen.ARTERIAL_BLOOD: "arterial blood|blood arterial|动脉血",
    Specimen.SERUM: "serum|plasma|serum or plasma|serum/plasma|ser/plas|血清|血浆",
    Specimen.URINE: "urine|random urine|spot urine|midstream urine|尿|尿液|随机尿|中段尿|晨尿",
    Specimen.URINE_24H: "24 hour urine|24h urine|24-hour urine|urine 24h|24h尿|24小时尿|24小时尿液",
    Specimen.STOOL: "stool|feces|faeces|粪便|大便",
    Specimen.CSF: "csf|cerebrospinal fluid|cerebral spinal fluid|脑脊液",
    Specimen.SPUTUM: "sputum|痰|痰液",
    Specimen.BODY_FLUID: "body fluid|pleural fluid|ascites|ascitic fluid|胸水|腹水|胸腹水|关节液",
    Specimen.SWAB: "swab|throat swab|nasopharyngeal swab|拭子|咽拭子|鼻咽拭子",
}
_UNSPECIFIED = frozenset({"USPEC", "UDENT", "XXX", "..."})


def _by_word(table: dict[Specimen, str], separator: str | None) -> dict[str, Specimen]:
    return {word: kind for kind, words in table.items() for word in words.split(separator)}


_OF_V2 = _by_word(_V2, None)
_OF_SNOMED = _by_word(_SNOMED, None)
_OF_WORD = _by_word(_WORDS, "|")


def specimen_of(codes: Iterable[Code], words: Iterable[str]) -> Specimen:
    """The specimen that all known codes agree on, else the one that the words name.

    A code that contradicts another one leaves `Specimen.OTHER`: it is not for a program to choose.
    """
    codes = [code for code in codes if code.value.upper() not in _UNSPECIFIED]
    texts = [word.strip() for word in words if word.strip()]
    known = {kind for code in codes if (kind := _of_code(code))}
    if not known:
        named = (_OF_WORD.get(" ".join(text.casefold().split())) for text in texts)
        known = {kind for kind in named if kind}
    if len(known) == 1:
        return known.pop()
    return Specimen.OTHER if codes or texts else Specimen.UNKNOWN


def _of_code(code: Code) -> Specimen | None:
    if code.scheme == "SCT":
        return _OF_SNOMED.get(code.value)
    # A laboratory's own list may use FLU for influenza: only HL7's lists, or none named.
    if not code.scheme or code.scheme.endswith(("0487", "0070")):
        return _OF_V2.get(code.value.upper())
    return None
