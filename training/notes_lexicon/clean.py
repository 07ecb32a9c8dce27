"""Which words of the terminologies may stand in the lexicon, by rules that can be read."""

import re
from pathlib import Path

from meddx_desktop.core.notes.folding import fold_term
from training.notes_lexicon.sources import Term

HERE = Path(__file__).parent
LONGEST_ENGLISH = 60
MOST_WORDS = 7
LONGEST_CHINESE = 14
_QUALIFIER = re.compile(
    r",? (?:unspecified|NOS|not otherwise specified|unspecified site|\(disorder\))$"
    r"|\s*[\[(][^\])]*[\])]",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:other|unspecified|elsewhere|classified|encounter|sequela|specified|without|not|due to"
    r"|type|history of|status|allergy|conditions?|disorders? of|involving"
    r"|following|personal|abnormality of"
    r"|abnormal\w* morphology|in diseases)\b|[,;:/]",
    re.IGNORECASE,
)
_HAN_ONLY = re.compile(r"[㐀-鿿]+")
_CLINICAL = frozenset(
    "痛疼热烧咳痰喘血肿胀炎癌瘤病症疹痒麻晕吐泻秘渴厥搐痉挛瘫萎溃疡脓疮癣疱疣痔瘘疝梗塞栓衰竭折畸聋盲哑哮鸣噎"
    "呕嗳痿癫痫淋毒菌疟核囊瘀疸癔癖痨痘疤疔疖痣瘢瘙瘫痹悸喉颤尿便汗涎涕衄痢疳酸"
)
_NOT_BEFORE = (
    "无",
    "不",
    "未",
    "否",
    "非",
    "有",
    "伴",
    "可见",
    "出现",
    "排除",
    "疑似",
    "既往",
    "后",
)
_NAMED_SO = (
    "无菌",
    "无痛",
    "无症状",
    "无力",
    "无尿",
    "无汗",
    "无脉",
    "不孕",
    "不育",
    "不稳定",
    "非",
)
"""Names that hold a word of negation: the whole is the name, and denies nothing."""
_NOT_AFTER = (
    "史",
    "科",
    "等",
    "者",
    "时",
    "后",
    "前",
    "期",
    "过敏",
    "性",
    "的",
    "及",
    "和",
    "或",
    "伴",
)
_DRUG_FORM = re.compile(
    r"(?:肠溶|缓释|控释|分散|咀嚼|泡腾|口腔崩解|口崩|含|薄膜衣|双层|干|软|硬)*"
    r"(?:片剂?|胶囊|颗粒剂?|口服溶液|口服液|糖浆剂?|混悬液|混悬剂|滴丸|水丸|蜜丸|丸|散|冲剂|注射液|粉针剂?|注射剂"
    r"|软膏剂?|乳膏剂?|膏|凝胶剂?|栓剂?|滴眼液|眼膏|滴耳液|滴鼻液|贴膏?|气雾剂|喷雾剂|吸入剂|粉雾剂|溶液|搽剂|洗剂|酊|合剂|滴剂)$"
)
_SALT = re.compile(
    r"^(?:注射用|盐酸|硫酸|马来酸|富马酸|酒石酸|枸橼酸|琥珀酸|氢溴酸|磷酸|醋酸|苯磺酸|甲磺酸|乳酸|硝酸|重组人?|小儿|复方(?=$))+"
    r"|(?:钠|钾|钙)$"
)
_PROCEDURE = re.compile(r"(?:术|切除|造影|活检|镜检查|透析|移植|引流|缝合|插管|穿刺)$")


def stop_list(name: str) -> frozenset[str]:
    """Read a stop list: folded words that mean too much else; what follows `#` is the reason."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    words = (line.partition("#")[0] for line in lines)
    return frozenset(fold_term(word) for word in words if word.strip())


def english_forms(term: Term, stop: frozenset[str]) -> list[str]:
    """Fold the name and the synonyms of a term that may count as words of a note."""
    found: dict[str, None] = {}
    for words in (term.name, *term.synonyms):
        bare = _QUALIFIER.sub("", words.strip())
        bare = _QUALIFIER.sub("", bare)
        if bare.count(", ") == 1 and len(bare.split()) <= 3:
            after, before = bare.split(", ")
            bare = f"{before} {after}"
        folded = fold_term(bare)
        if _VAGUE.search(bare) or not _is_english(bare, folded) or folded in stop:
            continue
        found.setdefault(folded)
    return list(found)


def _is_english(words: str, folded: str) -> bool:
    if not words.isascii() or len(folded) > LONGEST_ENGLISH or not folded[:1].isalpha():
        return False
    parts = folded.split()
    if len(parts) > MOST_WORDS or "(" in words or "[" in words:
        return False
    if len(parts) == 1:
        return len(folded) >= 5 and folded.isalpha() and not words.isupper()
    return len(folded) >= 6 and len(max(parts, key=len)) >= 4


def chinese_words(words: list[str], stop: frozenset[str], known: frozenset[str]) -> list[str]:
    """Clean one of the Chinese lists of diseases or symptoms.

    Kept are words of Chinese signs alone, 2 to 14 of them; of 2 to 4 signs only those with a
    sign of illness (the lists hold names of persons); never those that begin as a statement on a
    word that is in the list itself (无发热, 伴咳嗽), or that end in the middle of a phrase.
    """
    everything = known | frozenset(words)
    kept: dict[str, None] = {}
    for word in words:
        bare = word.rstrip(".…。")
        if not _HAN_ONLY.fullmatch(bare) or not 2 <= len(bare) <= LONGEST_CHINESE:
            continue
        if "正常" in bare or "良好" in bare:
            continue
        if bare != word or bare in stop or bare.endswith(_NOT_AFTER):
            continue
        if len(bare) <= 4 and not _CLINICAL & set(bare):
            continue
        if not bare.startswith(_NAMED_SO) and any(
            bare.startswith(b) and bare[len(b) :] in everything for b in _NOT_BEFORE
        ):
            continue
        kept.setdefault(bare)
    return list(kept)


def chinese_drugs(words: list[str], stop: frozenset[str]) -> dict[str, str]:
    """Clean the list of drugs: from each name that may stand to the name without salt and form."""
    kept: dict[str, str] = {}
    for word in words:
        bare = re.sub(r"[（(][^）)]*[）)]", "", word).strip()
        if not _HAN_ONLY.fullmatch(bare) or not 3 <= len(bare) <= LONGEST_CHINESE or bare in stop:
            continue
        base = _DRUG_FORM.sub("", bare)
        if base == bare or len(base) < 2:
            continue
        kept[bare] = base
    return kept


def without_salt(name: str) -> str:
    """Take the salt off a Chinese name: 盐酸二甲双胍 is 二甲双胍."""
    return _SALT.sub("", name) or name


def chinese_procedures(words: list[str], stop: frozenset[str]) -> list[str]:
    """Clean the lists of examinations: only what is done to the patient."""
    return [
        word
        for word in dict.fromkeys(words)
        if _HAN_ONLY.fullmatch(word)
        and 3 <= len(word) <= LONGEST_CHINESE
        and _PROCEDURE.search(word)
        and word not in stop
    ]
