"""The invented notes of `meddx bench notes`: visits, each with words that no other visit has."""

_ENGLISH = (
    "HPI: {n} year old man with cough and fever for 3 days. He denies chest pain, shortness of "
    "breath and hemoptysis.\n{more}\nPMH: hypertension, type 2 diabetes. Medications: metformin "
    "500 mg twice daily.\nExamination: T 38.5 C, BP 128/76, crackles at the right base, no wheeze. "
    "Chest film: right lower lobe consolidation without pleural effusion.\nPlan: amoxicillin. "
    "Return if dyspnea develops.\n\n"
)
_CHINESE = (
    "主诉：咳嗽、发热3天。\n现病史：患者{n}岁，3天前无明显诱因出现咳嗽、咳黄痰，伴发热，最高体温38.5℃，"
    "无胸痛、咯血。\n{more}\n"
    "既往史：高血压病史10年，口服氨氯地平5mg 每日一次，否认糖尿病、冠心病史。\n"
    "查体：T 38.2℃，BP 130/80mmHg，右下肺可闻及湿啰音，未闻及哮鸣音。\n"
    "初步诊断：社区获得性肺炎？处理：若出现呼吸困难，立即就诊。\n\n"
)
_MORE_ENGLISH = (
    "He works as welder number {n} in a shipyard and keeps budgerigars at home.",
    "His gait is mildly antalgic after a fall from scaffolding {n} weeks ago.",
    "A zoster rash over the left flank healed with a reticulate scar of {n} mm.",
    "Fundoscopy by the optometrist showed {n} drusen and a tilted disc.",
    "He takes ashwagandha bought at stall {n} of the market and a zinc lozenge at night.",
    "The podiatrist pared a callus of {n} mm under the second metatarsal head.",
    "Tinnitus has been worse since sawmill {n} changed its blades.",
    "He was seen {n} times for a ganglion of the wrist and for onychogryphosis.",
    "His brother was treated for brucellosis after lambing {n} ewes.",
    "The dentist drained a periapical collection in room {n} and gave chlorhexidine.",
)
"""With the three of each visit about as much of the note is asked of the tagger as of real ones."""
_MORE_CHINESE = (
    "曾因胆囊息肉、肝囊肿在外院随访。",
    "三年前体检发现肺大疱、间质性肺炎。",
    "查体见蜘蛛痣、颈部淋巴结肿大。",
    "外院考虑胆汁反流性胃炎、结节性痒疹。",
    "曾诊断为腱鞘囊肿、足底筋膜炎。",
    "五年前因声带息肉、鼻中隔偏曲手术。",
    "近来有甲沟炎、毛囊炎。",
    "曾因外耳道炎、泪囊炎就诊。",
)


def english(characters: int) -> str:
    """Visits in English, of so many characters together."""
    return _note(_ENGLISH, _MORE_ENGLISH, characters)


def chinese(characters: int) -> str:
    """Visits in Chinese, of so many characters together."""
    return _note(_CHINESE, _MORE_CHINESE, characters)


def _note(pattern: str, more: tuple[str, ...], characters: int) -> str:
    """Each line has the visit's number in it, so that no paragraph is known from before."""
    pieces, length, number = [], 0, 0
    while length < characters:
        said = (more[(3 * number + at) % len(more)].format(n=20 + number) for at in range(3))
        visit = pattern.format(n=20 + number, more="\n".join(said))
        pieces.append(visit.replace("\n", f" ({number})\n"))
        length += len(pieces[-1])
        number += 1
    return "".join(pieces)[:characters]
