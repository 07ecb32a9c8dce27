from meddx_desktop.core.errors import MedDxError, UnreadableImage
from meddx_desktop.core.operations import cases
from meddx_desktop.gui import messages
from meddx_desktop.gui.notices import Notice, Notices, Severity


def failures(*names):
    return messages.of_failed_files([(name, UnreadableImage("truncated")) for name in names])


def test_notices_of_one_group_add_up(qapp):
    notices = Notices()
    notices.tell(failures("a.dcm", "b.dcm"))
    notices.tell(failures("c.dcm"))
    (told,) = notices.waiting
    assert [detail.subject for detail in told.details] == ["a.dcm", "b.dcm", "c.dcm"]
    assert told.text.startswith("3 ")


def test_the_gravest_comes_first(qapp):
    notices = Notices()
    notices.tell(Notice("quiet"))
    notices.tell(Notice("loud", Severity.ERROR))
    assert [notice.text for notice in notices.waiting] == ["loud", "quiet"]


def test_a_repeat_is_told_once(qapp):
    notices = Notices()
    notices.tell(messages.of_error(MedDxError("disk_full")))
    notices.tell(messages.of_error(MedDxError("disk_full")))
    assert len(notices.waiting) == 1


def test_dismissing_what_is_gone_does_no_harm(qapp):
    notices = Notices()
    notices.dismiss(Notice("never told"))
    assert notices.waiting == ()


def test_a_bug_is_told_without_its_innards(qapp):
    assert "Traceback" not in messages.of_bug().text
    assert messages.of_bug().text


def test_a_notice_goes_with_the_case_it_speaks_of(parts):
    """Protects: a failure at one patient is not read of the next."""
    one, other = (cases.create(parts.app).case_id for _ in range(2))
    parts.session.open_case(one)
    parts.session.problem.emit(MedDxError("case_signed"))
    parts.notices.tell(Notice("for everybody"))
    assert len(parts.notices.waiting) == 2
    parts.session.open_case(other)
    assert [told.text for told in parts.notices.waiting] == ["for everybody"]


def test_another_language_takes_the_old_words_away(qapp):
    notices = Notices()
    notices.speak("en_US")
    notices.tell(Notice("told in English"))
    notices.speak("en_US")
    assert len(notices.waiting) == 1
    notices.speak("zh_CN")
    assert notices.waiting == ()


def test_something_unexpected_never_hides_what_can_be_acted_on(qapp):
    notices = Notices()
    notices.tell(messages.of_bug())
    notices.tell(Notice("kept"))
    notices.tell(Notice("check the patient", Severity.WARNING))
    assert [one.text for one in notices.waiting[:2]] == ["check the patient", "kept"]
    assert notices.waiting[2].group == "bug"
