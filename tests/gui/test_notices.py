from meddx_desktop.core.errors import MedDxError, UnreadableImage
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
