"""Protects: what the window leaves behind is destroyed on the window's thread, never on a worker's.

Qt objects that die on another thread take the program with them, some time later.
"""

import threading
import weakref


class Held:
    """A cycle, as a closed dialog is one."""

    def __init__(self):
        self.me = self


def test_a_cycle_waits_for_the_thread_of_the_window(garbage):
    died, kept = [], []
    weakref.finalize(Held(), lambda: died.append(threading.current_thread()))
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(200_000)))
    worker.start()
    worker.join()
    assert died == []
    garbage.collect_due()
    assert died == [threading.main_thread()]


def test_the_event_loop_collects_by_itself(garbage, qtbot):
    died = []
    weakref.finalize(Held(), died.append, True)
    kept = [[] for _ in range(200_000)]
    qtbot.waitUntil(lambda: bool(died))
    assert kept
