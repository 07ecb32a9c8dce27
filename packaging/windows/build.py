r"""Build the program and its installer on Windows.

    py -3.11 packaging\setup_env.py
    .venv\Scripts\python packaging\windows\build.py [--out dist]

Needs NSIS 3.08 or newer (`winget install NSIS.NSIS`), its makensis.exe on the path or in its usual
place. The standard build wants `onnxruntime` in the place of `onnxruntime-gpu`; with MEDDX_GPU=1
the latter stays, with its libraries for NVIDIA's cards.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE.parent), str(ROOT)]

import version_info  # noqa: E402

from meddx_desktop import __version__  # noqa: E402

_USUAL = Path(r"C:\Program Files (x86)\NSIS\makensis.exe")


def installer(program: Path, out: Path, *, fast: bool = False, version: str = __version__) -> Path:
    """Pack the program with NSIS; `fast` for a test build, a third larger."""
    made = out / f"MedDx-Desktop-{version}-setup.exe"
    numbers = ".".join(map(str, version_info.four_numbers(version)))
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file()) // 1024
    listing = program.parent / "files.nsh"
    listing.write_text(removal(program), encoding="utf-8-sig")
    told = {
        "PROGRAM": program,
        "OUT": made,
        "VERSION": version,
        "NUMBERS": numbers,
        "SIZE_KB": size,
        "LISTING": listing,
        "ROOT": ROOT,
    }
    defined = [f"-D{name}={value}" for name, value in told.items()]
    if fast:
        defined.append("-DFAST")
    subprocess.run(
        [makensis(), "-V2", "-INPUTCHARSET", "UTF8", *defined, str(HERE / "meddx.nsi")], check=True
    )
    return made


def makensis() -> str:
    """Return where NSIS's compiler is."""
    return shutil.which("makensis") or str(_USUAL)


def removal(program: Path) -> str:
    """Return NSIS commands that delete each file of `program`, then each folder if it is empty."""
    files = sorted(path.relative_to(program) for path in program.rglob("*") if path.is_file())
    folders = sorted({parent for file in files for parent in file.parents}, reverse=True)
    lines = [f'Delete "$INSTDIR\\{_windows(file)}"' for file in files]
    lines += [f'RMDir "$INSTDIR\\{_windows(folder)}"' for folder in folders if folder.name]
    return "\n".join(lines) + "\n"


def _windows(path: Path) -> str:
    return str(path).replace("/", "\\").replace("$", "$$")


def main() -> None:
    """Freeze, pack, and name the installer with its size."""
    parser = argparse.ArgumentParser(description="Build the installer for Windows, on Windows.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out.resolve()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--distpath", str(out), "build.spec"], cwd=ROOT, check=True)
    made = installer(out / "meddx", out)
    print(f"{made}\t{made.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
