"""Try the .deb and the .run on a bare Debian, as its user would. Run it as root.

    python3 packaging/linux/try_packages.py dist/*.deb dist/*.run [--out build/installers]

For each: a root made by debootstrap, with no Python, a user whose home has Chinese letters and a
space, no network while the program runs, a program folder that the user can't write. There: the
version, the models, the demonstration against the source's scores, the window on a virtual screen,
a film handed over by a second start, sign-in, a film dropped from another process, and removal.
What is left must be the store alone.
Needs debootstrap, xvfb, openbox, xdotool and imagemagick on this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.end_to_end.real_drop import SOURCE, moves  # noqa: E402

USER, UID, HOME = "clinic", 1000, "/home/诊所 一"
PASSPHRASE = "a long enough passphrase"
FILM, SECOND = "胸片 一.dcm", "胸片 二.dcm"
DISPLAY = f":{os.getpid() % 500 + 70}"
PATIENCE_S = 90.0
_MAKE_STORE = f"""
from meddx_desktop.core import operations
from meddx_desktop.core.operations import sign_in
app = operations.open_application()
sign_in.set_up(app, "Dr Li", {PASSPHRASE!r})
app.access.close() if hasattr(app.access, "close") else None
"""
_COUNT = f"""
from meddx_desktop.core import operations
from meddx_desktop.core.operations import sign_in, worklist
app = operations.open_application()
sign_in.sign_in(app, "Dr Li", {PASSPHRASE!r})
print("cases", worklist.count(app))
"""


def run(command: list[str | Path], *, may_fail: bool = False, **more: object) -> str:
    """Run a command and return what it printed; stop everything when it fails."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload]
    if ran.returncode != 0 and not may_fail:
        sys.exit(f"{' '.join(map(str, command))}\n{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}")
    return str(ran.stdout + ran.stderr)


class Machine:
    """A bare Debian in a folder, and its user."""

    def __init__(self, work: Path, name: str) -> None:
        base = work / "base"
        if not (base / "ready").exists():
            shutil.rmtree(base, ignore_errors=True)
            run(["debootstrap", "--variant=minbase", "bookworm", base])
            (base / "ready").touch()
        self.root = work / name
        shutil.rmtree(self.root, ignore_errors=True)
        run(["cp", "-a", base, self.root])
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        self.home = self.root / HOME.lstrip("/")
        made = ["useradd", "-m", "-d", HOME, "-u", str(UID), "-s", "/bin/sh", USER]
        self.as_root(*made)

    def _inside(self, *command: str, network: bool) -> list[str]:
        """Namespaces of its own: processes, mounts, and no network unless it is for apt."""
        x11 = f"{self.root}/tmp/.X11-unix"
        mounts = f'mount -t proc proc "{self.root}/proc"; mkdir -p "{x11}"; '
        mounts += f'[ -d /tmp/.X11-unix ] && mount --bind /tmp/.X11-unix "{x11}"; "$@"'
        spaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        return ["unshare", *spaces, "sh", "-c", mounts, "sh", "chroot", *command]

    def as_root(self, *command: str, network: bool = False) -> str:
        """Run as the machine's administrator."""
        path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"
        told = ["env", path, "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", *command]
        return run(self._inside(str(self.root), *told, network=network))

    def of_user(self, *command: str) -> list[str]:
        """Return the command line that runs something as the user, without a network."""
        told = ["env", "-i", f"HOME={HOME}", f"USER={USER}", "LANG=C.UTF-8", f"DISPLAY={DISPLAY}"]
        told += [f"PATH={HOME}/.local/bin:/usr/bin:/bin", "sh", "-c", 'cd "$HOME"; exec "$@"', "sh"]
        who = f"--userspec={UID}:{UID}"
        return self._inside(who, str(self.root), *told, *command, network=False)

    def as_user(self, *command: str) -> str:
        """Run as the user, without a network."""
        return run(self.of_user(*command))

    def files(self) -> set[str]:
        """Every path that a program of ours could have put somewhere."""
        apart = ("proc", "sys", "dev", "tmp", "run", "var")
        found = set()
        for folder, _, names in os.walk(self.root):
            inner = Path(folder).relative_to(self.root)
            if inner.parts and inner.parts[0] in apart:
                continue
            found |= {str(inner / name) for name in names}
        return found

    def source(self, code: str, tree: Path = ROOT) -> str:
        """Run code of a source tree, this one by default, on this user's data folder."""
        data = self.home / ".local/share/MedDx"
        told = {**os.environ, "MEDDX_DATA": str(data), "PYTHONPATH": str(tree)}
        # Python looks into its own folder before anything else.
        said = run([sys.executable, "-c", code], env=told, cwd=tree)
        run(["chown", "-R", f"{UID}:{UID}", self.home / ".local"])
        return said


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give a virtual screen with a window manager."""
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-ac"], stderr=subprocess.DEVNULL
    )
    environment = {**os.environ, "DISPLAY": DISPLAY}
    socket = Path("/tmp/.X11-unix") / f"X{DISPLAY[1:]}"
    wait_for(socket.exists)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        manager.terminate()
        server.terminate()
        server.wait()


def wait_for(done: object, *, patience: float = PATIENCE_S) -> float:
    """Wait until `done()`; return the seconds it took."""
    start = time.monotonic()
    while not done():  # type: ignore[operator]
        if time.monotonic() - start > patience:
            sys.exit(f"waited {patience} s in vain")
        time.sleep(0.02)
    return time.monotonic() - start


def scores(lines: str) -> dict[tuple[str, str, str], float]:
    """Return each score by film, model and finding."""
    return {
        (Path(film["path"]).name, film["model"]["name"], finding["label"]): finding["probability"]
        for film in map(json.loads, lines.splitlines())
        if film.get("model")
        for finding in film["findings"]
    }


def demonstration(machine: Machine, work: Path) -> float:
    """Return the widest distance between the installed program's scores and the source's."""
    machine.as_user("meddx", "demo", "--out", "demo")
    own = work / "source-demo"
    if not own.exists():
        told = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        run([sys.executable, "-m", "meddx_desktop", "demo", "--out", own], env=told)
    found = scores((machine.home / "demo/results.jsonl").read_text("utf-8"))
    wanted = scores((own / "results.jsonl").read_text("utf-8"))
    assert found.keys() == wanted.keys() and wanted
    shutil.rmtree(machine.home / "demo")
    return max(abs(found[key] - wanted[key]) for key in wanted)


def window(machine: Machine, out: Path, name: str) -> dict[str, float]:
    """Open the window, hand a film over by a second start, sign in; pictures go to `out`."""
    machine.source(_MAKE_STORE)
    for film, demo in ((FILM, "1-child-cough.dcm"), (SECOND, "3-adult.dcm")):
        shutil.copy(ROOT / "resources/demo" / demo, machine.home / film)
        run(["chown", f"{UID}:{UID}", machine.home / film])
    took: dict[str, float] = {}
    with screen() as environment:
        for start in ("first start", "second start"):
            if start == "first start":
                forget_disk()
            program = subprocess.Popen(
                machine.of_user("meddx-desktop"), stderr=subprocess.STDOUT, stdout=subprocess.PIPE
            )
            took[start] = wait_for(lambda: is_seen(environment))
            if start == "first start":
                stop(program)
        time.sleep(2)
        machine.as_user("meddx-desktop", FILM)
        time.sleep(2)
        picture(out / f"{name}-1-handed-over.png", environment)
        run(["xdotool", "type", "--delay", "40", PASSPHRASE], env=environment)
        run(["xdotool", "key", "Return"], env=environment)
        time.sleep(12)
        picture(out / f"{name}-2-signed-in.png", environment)
        drop(environment, f"{HOME}/{SECOND}")
        time.sleep(12)
        picture(out / f"{name}-3-dropped.png", environment)
        said = stop(program)
        # The shell above it tells that it was ended.
        assert said.strip() in ("", "Terminated"), said
    assert "cases 2" in machine.source(_COUNT)
    return took


def forget_disk() -> None:
    """Empty the system's cache of files: the next start reads from the disk, as after power-on."""
    run(["sync"])
    with suppress(OSError):
        Path("/proc/sys/vm/drop_caches").write_text("3")


def drop(environment: dict[str, str], path: str) -> None:
    """Drag a file from a window of another process into the middle of the screen."""
    shown = {**environment, "QT_QPA_PLATFORM": "xcb"}
    source = subprocess.Popen([sys.executable, "-c", SOURCE, path], env=shown)
    time.sleep(3)
    run(["bash", "-c", moves(683, 400)], env=environment)
    time.sleep(5)  # what is dropped is handed over by the source, which has to live until then
    source.terminate()
    source.wait()


def is_seen(environment: dict[str, str]) -> bool:
    """Whether a window of ours is on the virtual screen."""
    asked = ["xdotool", "search", "--onlyvisible", "--name", "MedDx"]
    return bool(run(asked, env=environment, may_fail=True).strip())


def stop(program: subprocess.Popen[bytes]) -> str:
    """End a window that this file started; return what it printed."""
    parents = [str(program.pid)]
    for parent in parents:
        parents += run(["pgrep", "-P", parent], may_fail=True).split()
    # The last one is the program itself; those above wait for it.
    with suppress(ProcessLookupError):
        os.kill(int(parents[-1]), 15)
    said, _ = program.communicate(timeout=30)
    return said.decode("utf-8", "replace")


def picture(path: Path, environment: dict[str, str]) -> None:
    """Take a picture of the whole screen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    run(["import", "-window", "root", path], env=environment)


def left_over(machine: Machine, before: set[str]) -> list[str]:
    """Return the files that came with the program and stayed, the user's own records apart."""
    films = (f"{HOME[1:]}/{name}" for name in (FILM, SECOND))
    own = (f"{HOME[1:]}/.local/share/MedDx/", *films)
    kept = ("etc/", "usr/share/man/", f"{HOME[1:]}/.cache")
    return sorted(
        name
        for name in machine.files() - before
        if not name.startswith((*own, *kept)) and ("meddx" in name.lower() or "home/" in name)
    )


def try_one(package: Path, work: Path, out: Path) -> None:
    """Install, use and remove one package; print what was found."""
    kind = package.suffix[1:]
    machine = Machine(work, kind)
    place = f"/tmp/{package.name}"
    shutil.copy(package, machine.root / place[1:])
    machine.as_root("apt-get", "update", "-q", network=True)
    start = time.monotonic()
    if kind == "deb":
        before = machine.files()
        install = ("apt-get", "install", "-y", "-q", "--no-install-recommends", place)
        machine.as_root(*install, network=True)
        program = machine.root / "usr/lib/meddx-desktop"
    else:
        sys.path.insert(0, str(ROOT / "packaging"))
        from setup_env import EVERY_QT, WINDOW

        needed = sorted({*EVERY_QT.values(), *WINDOW.values()})
        fetch = ("apt-get", "install", "-y", "-q", "--no-install-recommends", *needed)
        machine.as_root(*fetch, network=True)
        before = machine.files()
        start = time.monotonic()
        print(machine.as_user("sh", place).strip())
        program = machine.home / ".local/share/meddx-desktop"
        run(["chmod", "-R", "a-w", program])
    took = time.monotonic() - start
    size = package.stat().st_size / 1e6
    print(f"{kind}: {size:.0f} MB, installed in {took:.0f} s", flush=True)
    print(machine.as_user("meddx", "--version").strip())
    assert "python" not in machine.as_user("sh", "-c", "ls /usr/bin").split()
    machine.as_user("meddx", "models", "verify")
    print(f"{kind}: demo differs from source by at most {demonstration(machine, work):.1e}")
    for what, seconds in window(machine, out, kind).items():
        print(f"{kind}: {what}, window seen after {seconds:.2f} s")
    if kind == "deb":
        machine.as_root("apt-get", "purge", "-y", "-q", "meddx-desktop")
    else:
        run(["chmod", "-R", "u+w", program])
        machine.as_user("sh", f"{HOME}/.local/share/meddx-desktop/uninstall.sh")
    assert (machine.home / ".local/share/MedDx/store").is_dir(), "the records must stay"
    left = left_over(machine, before)
    print(f"{kind}: removed; left besides the records: {left or 'nothing'}")
    assert not left
    shutil.rmtree(machine.root)


def main() -> None:
    """Try each package that is named."""
    parser = argparse.ArgumentParser(description="Try the packages on a bare Debian.")
    parser.add_argument("packages", type=Path, nargs="+")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "machines")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "installers")
    given = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("run it as root: it makes machines in folders")
    given.work.mkdir(parents=True, exist_ok=True)
    for package in given.packages:
        try_one(package.resolve(), given.work.resolve(), given.out.resolve())


if __name__ == "__main__":
    main()
