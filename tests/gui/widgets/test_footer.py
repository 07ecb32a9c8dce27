def test_the_footer_does_not_jump_when_a_job_starts(window, parts, models, film, qtbot, wait_done):
    before = window.footer.height()
    models.gate.clear()
    parts.intake.open_paths([film("high.dcm")])
    jobs = window.footer.jobs
    qtbot.waitUntil(lambda: jobs.cancel.isVisible())
    qtbot.waitUntil(lambda: "Screening films" in jobs._text.whole)
    assert window.footer.height() == before
    jobs.cancel.click()
    wait_done()
    assert not jobs.cancel.isVisible()
    assert parts.session.case.films[0].error.code == "screening_stopped"


def test_the_footer_names_model_and_device(window, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    assert window.footer._model.text() == "CPU · cxr-pneumonia-children 1.0.0"


def test_a_tab_may_speak_while_nothing_runs(window):
    window.footer.show_status("Lung detail")
    assert window.footer.jobs._text.whole == "Lung detail"
