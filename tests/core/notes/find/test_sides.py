"""The side of the body goes to the mention that it stands at, and to no other."""

import pytest

from meddx_desktop.core.domain.note import Side
from meddx_desktop.core.notes.mentions import find_mentions

L, R, B, N = Side.LEFT, Side.RIGHT, Side.BOTH, None
ROWS = [
    ("left chest pain", {"chest_pain": L}),
    ("right-sided chest pain", {"chest_pain": R}),
    ("pain in the left leg", {"pain": L}),
    ("swelling of the right knee", {"localized_swelling": R}),
    ("bilateral crackles", {"crackles": B}),
    ("crackles bilaterally", {"crackles": B}),
    ("wheezing on the right", {"wheezing": R}),
    ("left pleural effusion", {"pleural_effusion": L}),
    ("left lower lobe consolidation", {"consolidation": L}),
    ("right upper lobe opacity", {"opacity": R}),
    ("left knee pain and right hip pain", {"knee_pain": L, "hip_pain": R}),
    ("fever and left ear pain", {"fever": N, "earache": L}),
    ("left-sided weakness", {"weakness": L}),
    ("numbness in the right arm", {"numbness": R}),
    ("both knees swollen", {"localized_swelling": B}),
    ("left shoulder pain", {"shoulder_pain": L}),
    ("rash on the left arm", {"rash": L}),
    ("right otitis media", {"otitis_media": R}),
    ("fracture of the left wrist", {"fracture": L}),
    ("bilateral pleural effusions", {"pleural_effusion": B}),
    ("no cough; right flank pain", {"cough": N, "flank_pain": R}),
    ("left-handed man with cough", {"cough": N}),
    ("She left the clinic with cough", {"cough": N}),
    ("right now no fever", {"fever": N}),
    ("cough and fever", {"cough": N, "fever": N}),
    ("right upper quadrant pain", {"ruq_pain": R}),
    ("左下肺实变", {"consolidation": L}),
    ("右侧胸腔积液", {"pleural_effusion": R}),
    ("双下肢水肿", {"edema": B}),
    ("双肺湿啰音", {"crackles": B}),
    ("左侧胸痛", {"chest_pain": L}),
    ("右侧气胸", {"pneumothorax": R}),
    ("双侧胸腔积液", {"pleural_effusion": B}),
    ("右上肺空洞", {"cavity": R}),
    ("左膝关节疼痛", {"knee_pain": L}),
    ("右下腹痛", {"rlq_pain": R}),
    ("左耳耳痛", {"earache": L}),
    ("左侧肢体无力", {"limb_weakness": L}),
    ("两肺哮鸣音", {"wheezing": B}),
    ("咳嗽，左侧胸痛", {"cough": N, "chest_pain": L}),
    ("左心衰，咳嗽", {"cough": N}),
    ("发热两天", {"fever": N}),
    ("右肾结石", {"kidney_stone": R}),
]


@pytest.mark.parametrize(("text", "sides"), ROWS)
def test_sides(text, sides):
    found = {one.concept: one.side for one in find_mentions(text, (), ())}
    assert {key: found.get(key, "not found") for key in sides} == sides
