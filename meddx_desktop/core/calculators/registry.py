"""Every calculator there is, in the order they are listed."""

from meddx_desktop.core.calculators.acute.curb65 import CRB65, CURB65
from meddx_desktop.core.calculators.acute.heart_score import HEART_SCORE
from meddx_desktop.core.calculators.acute.news2 import NEWS2
from meddx_desktop.core.calculators.acute.qsofa import QSOFA
from meddx_desktop.core.calculators.acute.sofa_labs import SOFA_LABS
from meddx_desktop.core.calculators.blood.mentzer import MENTZER
from meddx_desktop.core.calculators.blood.neutrophils import NEUTROPHILS, NEUTROPHILS_BY_ANALYSER
from meddx_desktop.core.calculators.blood.transferrin_saturation import TRANSFERRIN_SATURATION
from meddx_desktop.core.calculators.calculator import Calculator
from meddx_desktop.core.calculators.kidney.cockcroft_gault import COCKCROFT_GAULT
from meddx_desktop.core.calculators.kidney.egfr_both import EGFR_BOTH
from meddx_desktop.core.calculators.kidney.egfr_creatinine import EGFR_CREATININE
from meddx_desktop.core.calculators.kidney.egfr_cystatin import EGFR_CYSTATIN
from meddx_desktop.core.calculators.kidney.kdigo import KDIGO_A, KDIGO_G, KDIGO_RISK
from meddx_desktop.core.calculators.kidney.schwartz import SCHWARTZ
from meddx_desktop.core.calculators.lipids.ldl_friedewald import LDL_FRIEDEWALD
from meddx_desktop.core.calculators.lipids.ldl_sampson import LDL_SAMPSON
from meddx_desktop.core.calculators.lipids.non_hdl import NON_HDL
from meddx_desktop.core.calculators.liver.apri import APRI
from meddx_desktop.core.calculators.liver.child_pugh import CHILD_PUGH
from meddx_desktop.core.calculators.liver.fib4 import FIB4
from meddx_desktop.core.calculators.liver.meld3 import MELD3
from meddx_desktop.core.calculators.liver.meld_na import MELD_NA
from meddx_desktop.core.calculators.liver.nafld_fibrosis import NAFLD_FIBROSIS
from meddx_desktop.core.calculators.risk.cha2ds2_vasc import CHA2DS2_VASC
from meddx_desktop.core.calculators.risk.findrisc import FINDRISC
from meddx_desktop.core.calculators.risk.framingham import FRAMINGHAM_BMI, FRAMINGHAM_LIPIDS
from meddx_desktop.core.calculators.risk.has_bled import HAS_BLED
from meddx_desktop.core.calculators.risk.pooled_cohort import POOLED_COHORT
from meddx_desktop.core.calculators.salts.anion_gap import ANION_GAP, ANION_GAP_CORRECTED
from meddx_desktop.core.calculators.salts.corrected_calcium import CORRECTED_CALCIUM
from meddx_desktop.core.calculators.salts.corrected_sodium import (
    CORRECTED_SODIUM_HILLIER,
    CORRECTED_SODIUM_KATZ,
)
from meddx_desktop.core.calculators.salts.osmolal_gap import OSMOLAL_GAP
from meddx_desktop.core.calculators.sugar.average_glucose import AVERAGE_GLUCOSE
from meddx_desktop.core.calculators.sugar.body_mass import BMI_CHINA
from meddx_desktop.core.calculators.sugar.homa_ir import HOMA_IR
from meddx_desktop.core.calculators.sugar.tyg import TYG

ALL: tuple[Calculator, ...] = (
    EGFR_CREATININE,
    EGFR_CYSTATIN,
    EGFR_BOTH,
    SCHWARTZ,
    KDIGO_G,
    KDIGO_A,
    KDIGO_RISK,
    COCKCROFT_GAULT,
    FIB4,
    APRI,
    NAFLD_FIBROSIS,
    MELD3,
    MELD_NA,
    CHILD_PUGH,
    ANION_GAP,
    ANION_GAP_CORRECTED,
    OSMOLAL_GAP,
    CORRECTED_CALCIUM,
    CORRECTED_SODIUM_KATZ,
    CORRECTED_SODIUM_HILLIER,
    LDL_FRIEDEWALD,
    LDL_SAMPSON,
    NON_HDL,
    HOMA_IR,
    AVERAGE_GLUCOSE,
    TYG,
    BMI_CHINA,
    TRANSFERRIN_SATURATION,
    MENTZER,
    NEUTROPHILS,
    NEUTROPHILS_BY_ANALYSER,
    HEART_SCORE,
    CURB65,
    CRB65,
    QSOFA,
    NEWS2,
    SOFA_LABS,
    CHA2DS2_VASC,
    HAS_BLED,
    FRAMINGHAM_LIPIDS,
    FRAMINGHAM_BMI,
    POOLED_COHORT,
    FINDRISC,
)
BY_NAME = {calculator.name: calculator for calculator in ALL}
