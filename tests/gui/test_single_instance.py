from pathlib import Path

from meddx_desktop.gui.single_instance import SingleInstance


def test_a_first_start_finds_nobody(qapp):
    assert SingleInstance().hand_over([]) is False


def test_a_second_start_hands_its_files_over(qapp, qtbot):
    first = SingleInstance()
    assert first.listen()
    received = []
    first.paths_received.connect(received.extend)
    second = SingleInstance()
    assert second.hand_over([Path("/films/李 小雨.dcm"), Path("/films/b.dcm")])
    qtbot.waitUntil(lambda: len(received) == 2)
    assert received == [Path("/films/李 小雨.dcm"), Path("/films/b.dcm")]
    first.close()


def test_the_socket_is_the_users_own(qapp, own_data_folder):
    first = SingleInstance()
    first.listen()
    (socket,) = Path(own_data_folder).glob("*.socket")
    assert socket.stat().st_mode & 0o077 == 0
    first.close()


def test_a_socket_left_by_a_crash_is_replaced(qapp, own_data_folder):
    (Path(own_data_folder) / "window.socket").touch()
    after = SingleInstance()
    assert after.hand_over([]) is False
    assert after.listen()
    after.close()
