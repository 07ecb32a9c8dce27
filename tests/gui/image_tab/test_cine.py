from PySide6.QtCore import QObject

from meddx_desktop.gui.image_tab.cine import Cine


def test_it_runs_at_the_files_speed(qapp):
    parent = QObject()
    cine = Cine(parent)
    cine.play(40.0)
    assert cine.is_playing and cine.interval_ms == 40
    for absent in (None, 0.0, -3.0):
        cine.play(absent)
        assert cine.interval_ms == 100
    cine.play(0.5)
    assert cine.interval_ms == 16
    cine.stop()
    assert not cine.is_playing


def test_it_steps_and_waits_for_a_late_frame(qtbot):
    parent = QObject()
    cine = Cine(parent)
    with qtbot.waitSignal(cine.step):
        cine.play(16)
    cine.is_waiting = True
    with qtbot.assertNotEmitted(cine.step, wait=80):
        pass
    cine.is_waiting = False
    with qtbot.waitSignal(cine.step):
        pass
    cine.stop()
