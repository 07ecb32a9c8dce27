"""Make the checkout ready to run: the virtual environment, Qt's system libraries, the translations.

`make run` and `make test` call it first. It needs nothing but Python's standard library, and where
all is ready it says nothing and takes a blink. Older Pythons must be able to read this file, as one
of its jobs is to find a newer one.

    python3 packaging/setup_env.py           .venv (or $MEDDX_VENV) from requirements.lock
    python3 packaging/setup_env.py --train   .venv-train with the `train` extra of pyproject.toml
    python3 packaging/setup_env.py --long-checks   besides, what `make test-slow` calls
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
TRANSLATIONS = ROOT / "resources" / "translations"

OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.11", "python3.12", "python3.13")
WINDOWS = os.name == "nt"

# What the PySide6 wheel leaves to the system, by the Debian and Ubuntu package that has it.
# "Every Qt" is what QtGui and its offscreen platform load, "window" what a window on screen adds.
EVERY_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs that the long checks call, by the Debian and Ubuntu package that has them.
LONG_CHECKS = {"cc": "build-essential", "dciodvfy": "dicom3tools"}

LAUNCHER = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys
sys.path.insert(0, {root!r})
if __name__ == "__main__":  # processes that the program starts read this file too
    from meddx_desktop.__main__ import main

    sys.exit(main())
"""
WINDOWS_LAUNCHER = """\
@setlocal
@set "PYTHONPATH={root}"
@"{python}" -m meddx_desktop %*
"""


def main() -> int:
    """Set up what is asked for; return the exit status."""
    parser = argparse.ArgumentParser(description="Make the checkout ready to run.")
    parser.add_argument("--train", action="store_true", help="set up .venv-train instead")
    parser.add_argument("--long-checks", action="store_true", help="and what they call")
    given = parser.parse_args()
    train: bool = given.train
    if sys.version_info < OLDEST_PYTHON:
        return run_with_newer_python()
    venv = environment_folder(train=train)
    ready = is_ready(venv, train=train)
    usable = ready or is_usable(venv)
    provide_system_parts(may_install=not ready, for_venv=not usable, for_qt=not train)
    if not usable:
        create(venv)
    if not ready:
        fill(venv, train=train)
    if not train:
        compile_translations(venv)
    if given.long_checks:
        provide_tools(LONG_CHECKS)
    return 0


def say(line: str) -> None:
    """Tell the user what happens, before it happens."""
    print(f"setup: {line}", flush=True)


def stop(line: str) -> SystemExit:
    """Return the exception that ends the set-up with one clear line."""
    return SystemExit(f"setup: {line}")


# --- Python


def run_with_newer_python() -> int:
    """Run this file again with a Python that is new enough."""
    python = newer_python()
    if python is None:
        found = ".".join(map(str, sys.version_info[:2]))
        raise stop(f"Python 3.11 or newer is needed, this is {found}: install python3.11 or newer.")
    return subprocess.call([python, *sys.argv])


def newer_python() -> str | None:
    """Return the first Python on the path that is new enough and really starts."""
    for name in NEWER_PYTHONS:
        path = shutil.which(name)
        if path and succeeds([path, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]):
            return path
    return None


def succeeds(command: list[str]) -> bool:
    """Run `command` silently and tell whether it ended well."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# --- The virtual environment


def environment_folder(*, train: bool) -> Path:
    """Return where the virtual environment belongs; $MEDDX_VENV moves the program's own."""
    name = ".venv-train" if train else os.environ.get("MEDDX_VENV") or ".venv"
    return ROOT / name


def venv_python(venv: Path) -> Path:
    """Return the environment's interpreter."""
    return venv / "Scripts" / "python.exe" if WINDOWS else venv / "bin" / "python"


def stamp_file(venv: Path) -> Path:
    """Return the file that tells what the environment was built from."""
    return venv / "meddx-stamp"


def fingerprint(venv: Path, *, train: bool) -> str:
    """Return a hash of all that the environment depends on: requirements, Python, place."""
    digest = hashlib.sha256((PROJECT if train else LOCK).read_bytes())
    digest.update((venv / "pyvenv.cfg").read_bytes())
    digest.update(os.fsencode(ROOT))
    return digest.hexdigest()


def is_ready(venv: Path, *, train: bool) -> bool:
    """Tell whether the environment is there and was built from today's requirements."""
    stamp = stamp_file(venv)
    if not (venv_python(venv).exists() and stamp.exists() and (venv / "pyvenv.cfg").exists()):
        return False
    return stamp.read_text(encoding="ascii") == fingerprint(venv, train=train)


def fill(venv: Path, *, train: bool) -> None:
    """Install the requirements and the launcher, and stamp the environment last."""
    install(venv, train_requirements() if train else ["--require-hashes", "-r", str(LOCK)])
    if not train:
        write_launcher(venv)
    stamp_file(venv).write_text(fingerprint(venv, train=train), encoding="ascii")


def is_usable(venv: Path) -> bool:
    """Tell whether an environment that was left without a stamp can be completed."""
    python = venv_python(venv)
    check = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return python.exists() and succeeds([str(python), "-c", check])


def create(venv: Path) -> None:
    """Create the environment, with pip in it."""
    if venv.exists() and any(venv.iterdir()) and not (venv / "pyvenv.cfg").exists():
        raise stop(f"{venv} is no virtual environment; it stays as it is. Choose another folder.")
    say(f"creating {venv.name} with Python {sys.version.split()[0]}")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(venv)]):
        raise stop(f"{venv} could not be created; the lines above say why.")


def has_ensurepip() -> bool:
    """Tell whether Python can put pip into an environment; Debian packs that separately."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def install(venv: Path, requirements: list[str]) -> None:
    """Let the environment's pip install `requirements`, quietly where nobody watches."""
    say(f"installing into {venv.name}; the first time takes some minutes")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["--disable-pip-version-check", "--no-input", *quiet]
    command = [str(venv_python(venv)), "-m", "pip", "install", *options, *requirements]
    if subprocess.call(command):
        raise stop("the packages could not be installed; the lines above say why.")


def train_requirements() -> list[str]:
    """Return the program's own requirements and those of training."""
    import tomllib

    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["train"]]


def write_launcher(venv: Path) -> None:
    """Put the command `meddx` into the environment; it runs the program from this checkout."""
    python = venv_python(venv)
    text = WINDOWS_LAUNCHER if WINDOWS else LAUNCHER
    launcher = python.with_name("meddx.cmd" if WINDOWS else "meddx")
    launcher.write_text(text.format(python=python, root=str(ROOT)), encoding="utf-8")
    launcher.chmod(0o755)


# --- System packages


def provide_system_parts(*, may_install: bool, for_venv: bool, for_qt: bool) -> None:
    """Install what the system lacks or say so in one line; what only a window needs can wait."""
    missing = missing_parts(for_venv=for_venv, for_qt=for_qt)
    if missing and may_install and install_packages(sorted(set(missing.values()))):
        missing = missing_parts(for_venv=for_venv, for_qt=for_qt)
    if missing.keys() - WINDOW.keys():
        raise stop(how_to_install(missing))
    if missing and has_display():
        say(f"no window can open yet: {how_to_install(missing)}")


def provide_tools(tools: dict[str, str]) -> None:
    """Install the programs that are not found, or end with the line that says how to."""
    missing = {name: package for name, package in tools.items() if shutil.which(name) is None}
    if missing and not install_packages(sorted(missing.values())):
        raise stop(how_to_install(missing))


def missing_parts(*, for_venv: bool, for_qt: bool) -> dict[str, str]:
    """Return what the system lacks, each part with the Debian package that has it."""
    parts: dict[str, str] = {}
    if for_venv and not has_ensurepip():
        parts["Python's venv module"] = "python{}.{}-venv".format(*sys.version_info[:2])
    if for_qt and sys.platform.startswith("linux"):
        parts.update(missing_libraries({**EVERY_QT, **WINDOW}))
    return parts


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Return those of `libraries` (name and package) that this machine cannot load."""
    return {name: package for name, package in libraries.items() if not can_load(name)}


def can_load(library: str) -> bool:
    """Tell whether the dynamic linker finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_display() -> bool:
    """Tell whether a window could be shown."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def how_to_install(missing: dict[str, str]) -> str:
    """Return one line that says what is missing and how to get it."""
    if shutil.which("apt-get"):
        packages = " ".join(sorted(set(missing.values())))
        return f"system packages are missing: sudo apt-get install {packages}"
    names = ", ".join(sorted(missing))
    return f"install with your system's package manager what has {names}"


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages where that needs no password; tell whether it was done."""
    apt_get = apt_get_command()
    if apt_get is None:
        return False
    say(f"installing {' '.join(packages)}")
    command = [*apt_get, "install", "--yes", "--no-install-recommends", *packages]
    return succeeds(command) or (succeeds([*apt_get, "update"]) and succeeds(command))


def apt_get_command() -> list[str] | None:
    """Return how to call apt-get with the right to install, or None where there is no way."""
    apt_get = shutil.which("apt-get")
    if apt_get is None:
        return None
    command = ["env", "DEBIAN_FRONTEND=noninteractive", apt_get]
    if os.geteuid() == 0:
        return command
    if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", *command]
    return None


# --- Translations


def compile_translations(venv: Path) -> None:
    """Compile each .ts file whose .qm file is missing or older."""
    stale = stale_translations(TRANSLATIONS)
    if not stale:
        return
    lrelease = next(venv.rglob("PySide6/lrelease*"), None)
    if lrelease is None:
        raise stop(f"lrelease is missing in {venv.name}: remove the folder and try again.")
    for source in stale:
        target = source.with_suffix(".qm")
        if not succeeds([str(lrelease), "-silent", str(source), "-qm", str(target)]):
            raise stop(f"{source.relative_to(ROOT)} cannot be compiled by lrelease.")


def stale_translations(folder: Path) -> list[Path]:
    """Return the .ts files in `folder` that are newer than their compiled form."""
    sources = sorted(folder.glob("*.ts"))
    return [source for source in sources if is_newer(source, source.with_suffix(".qm"))]


def is_newer(source: Path, target: Path) -> bool:
    """Tell whether `target` is missing or older than `source`."""
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main())
