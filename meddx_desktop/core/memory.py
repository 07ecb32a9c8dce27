"""The program's own memory: what the system may copy of it, and handing back what was freed."""

import ctypes
import gc
import sys
import threading

_PR_SET_DUMPABLE = 4


def close_off() -> None:
    """Keep memory out of crash dumps, and other programs of the same user from reading it.

    For the start of the real program. Linux only; elsewhere the system's own rules hold. An
    administrator, and whoever starts the program under a debugger, reads it all the same.
    """
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def hand_back() -> None:
    """After the lock: free what only cycles hold, and give empty pages back to the system.

    A page that is given back comes again as zeros; one that still holds something else does not.
    A worker collects nothing: the cycles may be the window's, which must go on its own thread.
    """
    if threading.current_thread() is threading.main_thread():
        gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc alone has it
        if trim is not None:
            trim(0)
