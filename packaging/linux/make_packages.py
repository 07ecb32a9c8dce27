"""Make the .deb and the .run file from the program that `make dist` built.

    .venv/bin/python packaging/linux/make_packages.py [--program dist/meddx] [--out dist]

Needs dpkg-deb (every Debian and Ubuntu has it) for the one and makeself for the other.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(HERE.parent))

from setup_env import EVERY_QT, WINDOW  # noqa: E402

from meddx_desktop import __version__  # noqa: E402

NAME = "meddx-desktop"
MAINTAINER = "MedDx Desktop <maintainers@meddx.invalid>"
LIBRARY = Path("usr/lib") / NAME
# Debian 11 can't unpack zstd; xz above level 3 takes minutes and saves a few megabytes.
_PACKED = ("-Zxz", "-z3")
_SAYS = "Screening support for chest films, notes and laboratory results"
_DESCRIPTION = f"""{_SAYS}
 A clinician drops an X-ray, pastes the note, imports the laboratory results,
 and gets one reasoned assessment, computed on this machine alone. It opens no
 network connection and encrypts all patient data. English and Simplified
 Chinese.
 .
 For research and screening support; a clinician decides. It makes no
 diagnosis, and is no registered medical device."""
# What is Debian's custom, and cannot hold for a program that brings its own libraries along.
_OVERRIDES = """\
# The program carries the libraries it was tested with, Qt and OpenCV among them.
meddx-desktop: embedded-library *
meddx-desktop: unstripped-binary-or-object *
meddx-desktop: hardening-no-fortify-functions *
meddx-desktop: library-not-linked-against-libc *
meddx-desktop: shared-library-lacks-prerequisites *
meddx-desktop: custom-library-search-path *
meddx-desktop: no-manual-page *
meddx-desktop: executable-not-elf-or-script *
meddx-desktop: package-installs-python-bytecode *
"""


def version() -> str:
    """The version as Debian sorts it: a release candidate comes before its release."""
    return re.sub(r"(?<=\d)(a|b|rc)(?=\d)", r"~\1", __version__)


def epoch() -> int:
    """The time that all files carry, so that two builds of one state are equal."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    said = subprocess.run(asked, check=False, capture_output=True, text=True)
    return int(said.stdout.strip() or 0) if said.returncode == 0 else 0


def described_commands(said: str) -> list[tuple[str, str]]:
    """Each command and what it is for, from the words of ``meddx --help``."""
    listed = said.partition("  COMMAND\n")[2].partition("\n\n")[0]
    joined = re.sub(r"\n {6,}", " ", listed)
    pairs = (line.split(maxsplit=1) for line in joined.splitlines() if line.strip())
    return [(name, " ".join(says.split())) for name, says in pairs]


def manual(program: Path) -> bytes:
    """The manual page, packed; the program itself says which commands it has."""
    day = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    asked = [str(program / "meddx"), "--help"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    commands = "\n".join(
        f".TP\n.B meddx {name}\n{says[0].upper()}{says[1:]}."
        for name, says in described_commands(said)
    )
    text = (HERE / "meddx.1").read_text("utf-8")
    for mark, words in (("@DATE@", day), ("@VERSION@", __version__), ("@COMMANDS@", commands)):
        text = text.replace(mark, words)
    return gzip.compress(text.encode(), 9, mtime=0)


def write(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Write one file of the package, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)


def beside(program: Path) -> dict[str, bytes]:
    """Menu entry, file types, icons and manual page, by the name that the system knows them by."""
    icons = ROOT / "resources" / "icons"
    return {
        f"applications/{NAME}.desktop": (HERE / f"{NAME}.desktop").read_bytes(),
        f"mime/packages/{NAME}.xml": (HERE / f"{NAME}.xml").read_bytes(),
        f"icons/hicolor/scalable/apps/{NAME}.svg": (icons / "meddx.svg").read_bytes(),
        f"icons/hicolor/256x256/apps/{NAME}.png": (icons / "meddx.png").read_bytes(),
        "man/man1/meddx.1.gz": manual(program),
    }


def copyright_text() -> str:
    """The licence of the program and of what it stands on, as Debian wants it."""
    rest = (ROOT / "THIRD_PARTY.md").read_text("utf-8")
    body = "\n".join(f" {line}" if line.strip() else " ." for line in rest.splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: MedDx Desktop\n\nFiles: *\nCopyright: the authors of MedDx Desktop\n"
        "License: Apache-2.0\n On Debian systems the text lies in"
        " /usr/share/common-licenses/Apache-2.0.\n"
        f"Comment:\n{body}\n"
    )


def control(size_kb: int) -> str:
    """The package's description, with the system libraries that Qt needs."""
    needs = sorted({"libc6", *EVERY_QT.values(), *WINDOW.values()})
    return (
        f"Package: {NAME}\nVersion: {version()}\nArchitecture: amd64\nSection: science\n"
        f"Priority: optional\nMaintainer: {MAINTAINER}\nInstalled-Size: {size_kb}\n"
        f"Depends: {', '.join(needs)}\nDescription: {_DESCRIPTION}\n"
    )


def stage(program: Path, root: Path) -> None:
    """Lay out the files of the .deb below `root`."""
    shutil.copytree(program, root / LIBRARY, symlinks=True)
    for command in ("meddx", NAME):
        link = root / "usr/bin" / command
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(f"../lib/{NAME}/{command}")
    for name, content in beside(program).items():
        write(root / "usr/share" / name, content)
    (root / "usr/share/man/man1" / f"{NAME}.1.gz").symlink_to("meddx.1.gz")
    documents = root / "usr/share/doc" / NAME
    write(documents / "copyright", copyright_text())
    changes = (
        f"{NAME} ({version()}) stable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n"
        f" -- {MAINTAINER}  {datetime.fromtimestamp(epoch(), UTC):%a, %d %b %Y %H:%M:%S +0000}\n"
    )
    write(documents / "changelog.gz", gzip.compress(changes.encode(), 9, mtime=0))
    write(root / "usr/share/lintian/overrides" / NAME, _OVERRIDES)
    settle(root)


def settle(root: Path) -> None:
    """Rights and times that do not depend on who built it, and when."""
    when = epoch()
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.suffixes)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when), follow_symlinks=False)


def make_deb(program: Path, out: Path) -> Path:
    """The .deb: for all users of a Debian or Ubuntu, by its own tools."""
    made = out / f"{NAME}_{version()}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=out) as folder:
        root = Path(folder) / "root"
        stage(program, root)
        files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
        size = sum(path.stat().st_size for path in files) // 1024
        write(root / "DEBIAN/control", control(size))
        write(root / "DEBIAN/md5sums", checksums(root, files))
        root.chmod(0o755)
        (root / "DEBIAN").chmod(0o755)
        built = ["dpkg-deb", "--root-owner-group", *_PACKED, "-b", str(root), str(made)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
        subprocess.run(built, check=True, env=environment, stdout=subprocess.DEVNULL)
    return made


def checksums(root: Path, files: list[Path]) -> str:
    """What `dpkg --verify` compares with."""
    names = [str(path.relative_to(root)) for path in sorted(files)]
    ran = subprocess.run(
        ["md5sum", "--", *names], cwd=root, check=True, capture_output=True, text=True
    )
    return ran.stdout


def make_run(program: Path, out: Path) -> Path:
    """The .run: unpacks itself into the user's own folders, on any Linux with the libraries."""
    made = out / f"MedDx-Desktop-{__version__}-x86_64.run"
    with tempfile.TemporaryDirectory(dir=out) as folder:
        payload = Path(folder) / "payload"
        shutil.copytree(program, payload / "meddx", symlinks=True)
        for name in ("install.sh", "uninstall.sh"):
            write(payload / name, (HERE / name).read_bytes(), 0o755)
        for name, content in beside(program).items():
            write(payload / Path(name).name, content)
        settle(payload)
        # gzip is the one packer that every Linux has; zstd and xz may not be there to unpack with.
        built = [
            "makeself",
            "--gzip",
            "--complevel",
            "6",
            "--nox11",
            "--quiet",
            "--tar-quietly",
            "--nomd5",
            "--sha256",
        ]
        built += ["--packaging-date", datetime.fromtimestamp(epoch(), UTC).isoformat()]
        label = f"MedDx Desktop {__version__}"
        subprocess.run([*built, str(payload), str(made), label, "./install.sh"], check=True)
    return made


def main() -> None:
    """Make what this machine has the tools for, and name each file with its size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--program", type=Path, default=ROOT / "dist" / "meddx")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    given = parser.parse_args()
    if not (given.program / NAME).exists():
        sys.exit(f"{given.program}: no built program; run `make dist` first")
    makers = {"dpkg-deb": make_deb, "makeself": make_run}
    for tool, make in makers.items():
        if shutil.which(tool) is None:
            print(f"left out: {tool} is not installed", file=sys.stderr)
            continue
        made = make(given.program.resolve(), given.out.resolve())
        print(f"{made}\t{made.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
