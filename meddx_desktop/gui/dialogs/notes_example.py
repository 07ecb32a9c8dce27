"""An invented note with everything that is read in it: shown, and kept nowhere."""

from datetime import UTC, datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.operations import Application
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.notes_tab.page import NotePage
from meddx_desktop.gui.notes_tab.reader import NoteReader
from meddx_desktop.gui.widgets import fields

ENGLISH = """Chief complaint: cough and fever for 3 days.

History of present illness: 45 yo F with productive cough, fever up to 38.9 C and chills.
Denies chest pain, no shortness of breath at rest. Possible pneumonia. Return if breathing worsens.

Past medical history: hypertension, status post appendectomy 2010.
Family history: mother had diabetes.
Allergies: penicillin (rash).
Medications: lisinopril 10 mg po daily, paracetamol 500 mg po q6h prn.
Social history: smokes 10 cigarettes a day, no alcohol.

Vital signs: T 101.3 F, BP 128/82, HR 104, RR 22, SpO2 94% RA.
Labs: WBC 13.2 x10^9/L, CRP 86 mg/L.
Assessment: community-acquired pneumonia, rule out pulmonary embolism.
"""
CHINESE = """主诉：咳嗽、发热3天。

现病史：患者女，45岁，3天前受凉后出现咳嗽、咳黄痰，发热，体温最高38.9℃，伴畏寒。否认胸痛、咯血，无明显呼吸困难。

既往史：高血压病史5年，2010年行阑尾切除术。
过敏史：青霉素过敏（皮疹）。
家族史：母亲患糖尿病。
个人史：吸烟10年，每日10支，不饮酒。

体格检查：体温38.5℃，脉搏104次/分，呼吸22次/分，血压128/82mmHg，血氧饱和度94%。右下肺可闻及湿啰音。
辅助检查：白细胞 13.2×10^9/L，C反应蛋白 86 mg/L。
初步诊断：社区获得性肺炎？肺栓塞待排。
处理：阿莫西林胶囊 0.5g 口服 每日三次，疗程7天。
"""


class ExampleDialog(Dialog):
    """Nothing of it belongs to a patient."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("An example"), parent)
        self._case = Case("", Patient(allergies=()), datetime.now(UTC))
        hint = self.tr(
            "An invented note. Rest over a marked word to see why it was read so;"
            " choose a line to see its place."
        )
        self.body.addWidget(fields.text(hint, "muted", wrap=True))
        self.page = NotePage()
        self.page.editor.setReadOnly(True)
        self.page.editor.setPlainText(CHINESE if QLocale().name().startswith("zh") else ENGLISH)
        self.body.addWidget(self.page, 1)
        self.reader = NoteReader(
            app,
            self,
            text=self.page.editor.toPlainText,
            case=lambda: self._case,
            is_held=lambda: False,
        )
        self.reader.read.connect(lambda found: self.page.show_read(found, self._case))
        self.reader.refused.connect(lambda error: self.setWindowTitle(labels.error(error)))
        self.finished.connect(lambda _code: self.reader.close())
        self.add_close(self.tr("Close"))
        self.resize(theme.unit(120), theme.unit(80))
        self.reader.now()
