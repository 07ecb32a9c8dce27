"""Try the Windows installer under wine: install, use, repair and remove it, silently.

    python3 packaging/windows/wine_try.py dist/MedDx-Desktop-*-setup.exe [--work build/windows]

After `wine_build.py`, whose prefix it uses. Needs xvfb, openbox, xdotool and imagemagick.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "linux"), str(ROOT)]

from build import installer  # noqa: E402
from try_packages import picture, run, scores, screen, wait_for  # noqa: E402
from wine_build import environment  # noqa: E402

# Without a space: wine would put quotation marks around it, which /D= does not know.
PLACE = r"C:\诊所\MedDx"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\MedDxDesktop"
FILMS = r"HKCU\Software\Classes\MedDx.Film\shell\open\command"
RUNNING = 5
NEWER = 6
OLDER = "0.0.9"
OF_THE_OLDER = "of the older version.txt"


class Windows:
    """The prefix, its disk and its registry."""

    def __init__(self, work: Path, shown: dict[str, str]) -> None:
        self.disk = work / "prefix" / "drive_c"
        self._told = {**environment(work), "DISPLAY": shown["DISPLAY"]}

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program; it runs beside this one."""
        return subprocess.Popen(
            ["wine", *command],
            env=self._told,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, *command: str, limit: int = 600) -> tuple[int, str]:
        """Run a program to its end; return its exit code and what it printed."""
        program = self.start(*command)
        said, _ = program.communicate(timeout=limit)
        return program.returncode, said.decode("utf-8", "replace")

    def registry(self, key: str, name: str | None = None) -> str:
        """Return a value of the registry, the unnamed one by default; empty where it is not."""
        code, said = self.run("reg", "query", key, *(["/v", name] if name else ["/ve"]))
        return said.split("REG_SZ", 1)[-1].strip() if code == 0 else ""

    def files(self) -> set[str]:
        """Every file on the disk, Windows' own apart."""
        found = (path for path in self.disk.rglob("*") if path.is_file())
        names = (path.relative_to(self.disk).as_posix() for path in found)
        return {name for name in names if not name.startswith("windows/")}

    def as_user(self, name: str) -> Path:
        """Give the user another name, as far as programs ask for folders; return the new home."""
        home = self.disk / "users" / name
        shell = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        for what, folder in (("Local AppData", "Local"), ("AppData", "Roaming")):
            (home / "AppData" / folder).mkdir(parents=True, exist_ok=True)
            place = rf"C:\users\{name}\AppData\{folder}"
            self.run("reg", "add", shell, "/v", what, "/d", place, "/f")
        return home

    def records(self) -> Path:
        """Put a file where the user's records lie, and return it."""
        shell = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        said = self.registry(shell, "Local AppData")
        homes = self.disk / "users"
        local = homes / said.split("\\")[2] if said.startswith("C:") else next(homes.glob("[!P]*"))
        kept = local / "AppData/Local/MedDx/kept.txt"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("records")
        return kept

    def wait_until_removed(self, folder: Path) -> None:
        """Wait for an uninstaller, which goes on after the program that was started."""
        wait_for(lambda: not (folder / "uninstall.exe").exists())
        time.sleep(2)

    def folder(self) -> Path:
        """Where the program was put."""
        return self.disk / PLACE[3:].replace("\\", "/")


def install(windows: Windows, setup: Path) -> int:
    """Install silently into a folder with Chinese letters and spaces; return the exit code."""
    code, _ = windows.run(str(setup), "/S", f"/D={PLACE}")
    return code


def demonstration(windows: Windows, work: Path) -> float:
    """Return the widest distance between the installed program's scores and the source's."""
    out, own = work / "demo", work / "source-demo"
    shutil.rmtree(out, ignore_errors=True)
    code, said = windows.run(f"{PLACE}\\meddx.exe", "demo", "--out", f"Z:{out}")
    assert code == 0, said
    if not own.exists():
        told = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        run([sys.executable, "-m", "meddx_desktop", "demo", "--out", own], env=told)
    found = scores((out / "results.jsonl").read_text("utf-8").replace("\\\\", "/"))
    wanted = scores((own / "results.jsonl").read_text("utf-8"))
    assert found.keys() == wanted.keys() and wanted
    return max(abs(found[key] - wanted[key]) for key in wanted)


def use(windows: Windows, setup: Path, shown: dict[str, str], out: Path) -> None:
    """Open the window, and see that an installer and an uninstaller refuse while it is open."""
    start = time.monotonic()
    program = windows.start(f"{PLACE}\\meddx-desktop.exe", "--demo")
    asked = ["xdotool", "search", "--onlyvisible", "--name", "MedDx"]
    wait_for(lambda: run(asked, env=shown, may_fail=True).strip())
    print(f"window seen after {time.monotonic() - start:.2f} s")
    time.sleep(10)
    picture(out / "windows-1-demonstration.png", shown)
    code = install(windows, setup)
    print(f"installing over the running program: exit code {code} (wanted {RUNNING})")
    windows.run("taskkill", "/F", "/IM", "meddx-desktop.exe")
    program.communicate(timeout=60)


def repair(windows: Windows, setup: Path) -> None:
    """The same version brings a lost file back; an older one stops before a newer one."""
    lost = windows.folder() / "_internal" / "LICENSE"
    lost.unlink()
    assert install(windows, setup) == 0
    print(f"repaired: {lost.is_file()}")
    assert lost.is_file()
    windows.run("reg", "add", UNINSTALL, "/v", "Numbers", "/d", "99.0.0.0", "/f")
    code = install(windows, setup)
    print(f"an older one over a newer one: exit code {code} (wanted {NEWER})")
    assert code == NEWER


def remove(windows: Windows, before: set[str]) -> None:
    """Remove it silently: what somebody else put there stays, and so do the records."""
    foreign = windows.folder() / "somebody's own file.txt"
    foreign.write_text("left alone")
    records = windows.records()
    windows.run(f"{PLACE}\\uninstall.exe", "/S")
    windows.wait_until_removed(windows.folder())
    left = sorted(windows.files() - before)
    print("left:", json.dumps(left, ensure_ascii=False))
    assert records.exists() and foreign.exists()
    apart = ("AppData/Local/MedDx/", "somebody's own file.txt", "/Temp/", "/fontconfig/")
    assert not [name for name in left if not any(part in name for part in apart)]
    assert not windows.registry(UNINSTALL, "DisplayName") and not windows.registry(FILMS)
    shutil.rmtree(windows.folder().parent)
    shutil.rmtree(records.parent)


def for_all_users(windows: Windows, setup: Path) -> None:
    """As an administrator does it: below Program Files, in the machine's registry; and removed."""
    code, said = windows.run(str(setup), "/S", "/AllUsers")
    assert code == 0, said
    folder = windows.disk / "Program Files" / "MedDx Desktop"
    machine = UNINSTALL.replace("HKCU", "HKLM")
    assert windows.registry(machine, "DisplayName") == "MedDx Desktop"
    assert not windows.registry(UNINSTALL, "DisplayName")
    program = r"C:\Program Files\MedDx Desktop"
    code, said = windows.run(f"{program}\\meddx.exe", "--version")
    print(f"for all users: {said.strip()}")
    assert code == 0
    windows.run(f"{program}\\uninstall.exe", "/AllUsers", "/S")
    windows.wait_until_removed(folder)
    assert not folder.exists() and not windows.registry(machine, "DisplayName")


def chinese_user(windows: Windows, older: Path, setup: Path) -> None:
    """A user's name in Chinese and with a space, the usual place, an update of an older version.

    wine has the name of who runs it: its registry is told other folders, as Windows' own would be.
    """
    home = windows.as_user("王 医生")
    folder = home / "AppData/Local/Programs/MedDx Desktop"
    assert windows.run(str(older), "/S")[0] == 0
    old_only = folder / "_internal" / OF_THE_OLDER
    assert old_only.is_file(), "the older version was not put into the user's own folder"
    records = windows.records()
    assert windows.run(str(setup), "/S")[0] == 0
    inside = rf"C:\users\{home.name}\AppData\Local\Programs\MedDx Desktop"
    code, said = windows.run(f"{inside}\\meddx.exe", "demo", "--out", f"{inside}-demo")
    print(f"user {home.name}: updated, demonstration {'screened' if code == 0 else said}")
    assert code == 0 and records.exists() and not old_only.exists()
    windows.run(f"{inside}\\uninstall.exe", "/S")
    windows.wait_until_removed(folder)
    assert not folder.exists() and records.exists()


def make_older(work: Path) -> Path:
    """Make an installer of the same program under an older number, with a file more."""
    program = work / "dist" / "meddx"
    more = program / "_internal" / OF_THE_OLDER
    more.write_text("older")
    try:
        return installer(program, work, fast=True, version=OLDER)
    finally:
        more.unlink()


def main() -> None:
    """Install, use, repair, update, remove; print what was found, stop at what is wrong."""
    parser = argparse.ArgumentParser(description="Try the Windows installer under wine.")
    parser.add_argument("setup", type=Path)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "windows")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "installers")
    given = parser.parse_args()
    work, setup = given.work.resolve(), given.setup.resolve()
    older = make_older(work)
    with screen() as shown:
        windows = Windows(work, shown)
        before = windows.files()
        start = time.monotonic()
        assert install(windows, setup) == 0
        print(f"{setup.stat().st_size / 1e6:.0f} MB, installed in {time.monotonic() - start:.0f} s")
        assert windows.registry(UNINSTALL, "DisplayName") == "MedDx Desktop"
        assert "meddx-desktop.exe" in windows.registry(FILMS)
        code, said = windows.run(f"{PLACE}\\meddx.exe", "--version")
        print(said.strip())
        assert code == 0
        print(f"demo differs from source by at most {demonstration(windows, work):.1e}")
        use(windows, setup, shown, given.out)
        repair(windows, setup)
        remove(windows, before)
        for_all_users(windows, setup)
        chinese_user(windows, older, setup)
    print("done")


if __name__ == "__main__":
    main()
