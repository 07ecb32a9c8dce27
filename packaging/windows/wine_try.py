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
sys.path[:0] = [str(HERE), str(HERE.parent / "linux")]

from try_packages import picture, run, scores, screen, wait_for  # noqa: E402
from wine_build import environment  # noqa: E402

# Without a space: wine would put quotation marks around it, which /D= does not know.
PLACE = r"C:\诊所\MedDx"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\MedDxDesktop"
FILMS = r"HKCU\Software\Classes\MedDx.Film\shell\open\command"
RUNNING = 5
NEWER = 6


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


def main() -> None:
    """Install, use, repair, remove; print what was found, stop at what is wrong."""
    parser = argparse.ArgumentParser(description="Try the Windows installer under wine.")
    parser.add_argument("setup", type=Path)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "windows")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "installers")
    given = parser.parse_args()
    work, setup = given.work.resolve(), given.setup.resolve()
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

        (windows.folder() / "LICENSE").unlink(missing_ok=True)
        lost = windows.folder() / "_internal" / "LICENSE"
        lost.unlink()
        assert install(windows, setup) == 0
        print(f"repaired: {lost.is_file()}")
        assert lost.is_file()
        newer = ["reg", "add", UNINSTALL, "/v", "Numbers", "/d", "99.0.0.0", "/f"]
        windows.run(*newer)
        code = install(windows, setup)
        print(f"an older one over a newer one: exit code {code} (wanted {NEWER})")
        assert code == NEWER

        foreign = windows.folder() / "somebody's own file.txt"
        foreign.write_text("left alone")
        records = next(windows.disk.glob("users/*/AppData/Local")) / "MedDx" / "kept.txt"
        records.parent.mkdir(parents=True, exist_ok=True)
        records.write_text("records")
        code, _ = windows.run(f"{PLACE}\\uninstall.exe", "/S")
        wait_for(lambda: not (windows.folder() / "uninstall.exe").exists())
        time.sleep(2)
        left = sorted(windows.files() - before)
        print("left:", json.dumps(left, ensure_ascii=False))
        assert records.exists() and foreign.exists()
        apart = ("AppData/Local/MedDx/", "somebody's own file.txt", "/Temp/", "/fontconfig/")
        assert not [name for name in left if not any(part in name for part in apart)]
        assert not windows.registry(UNINSTALL, "DisplayName") and not windows.registry(FILMS)
        shutil.rmtree(windows.folder().parent)
        shutil.rmtree(records.parent)
    print("done")


if __name__ == "__main__":
    main()
