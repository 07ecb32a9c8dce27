"""Take out of a built program for Linux what no line of ours can reach; build.spec calls it last.

Four things: symbols for debuggers; FFmpeg, OpenBLAS and the AV1 codec, which OpenCV's wheel links
and which only its video functions, its large matrices and AVIF pictures call; the tables of ICU,
which Qt asks only to sort by a language's rules, which we don't; the second copy of the program.
Pillow's own X11 goes with them, for it takes pictures of the screen only.

OpenCV can't be loaded without the libraries it names, nor Pillow, so small stand-ins take their
place. They hold the same names and end the program if one is ever called: nothing wrong is computed
in silence.
`tests/packaging/test_slim.py` holds the list of OpenCV's functions that the program may call.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple


class Wheel(NamedTuple):
    """A wheel whose libraries are replaced.

    Attributes
    ----------
    libraries : str
        The folder that holds them.
    callers : tuple[str, ...]
        Patterns of those that call the replaced ones, in the program's inner folder.
    stood_in : tuple[str, ...]
        How the names of the replaced ones begin.
    left_alone : tuple[str, ...]
        How the names of those begin that only the replaced ones need.
    """

    libraries: str
    callers: tuple[str, ...]
    stood_in: tuple[str, ...]
    left_alone: tuple[str, ...]


_WHEELS = (
    Wheel(
        "opencv_python_headless.libs",
        ("cv2/cv2.abi3.so", "opencv_python_headless.libs/libavif*"),
        ("libopenblas", "libavcodec", "libavformat", "libavutil", "libswscale", "libaom"),
        ("libvpx", "libdrm", "libswresample", "libgfortran", "libquadmath", "libssl", "libcrypto"),
    ),
    Wheel("pillow.libs", ("PIL/_imaging.*",), ("libxcb",), ("libXau",)),
)
# ICU's own "stub data": a header without a table (icu4c/source/stubdata/stubdata.cpp).
_ICU = "PySide6/Qt/lib"
_NO_TABLES = """\
.section .rodata
.globl {name}
.type {name},@object
.size {name},48
.balign 16
{name}: .short 32
.byte 0xda,0x27
.short 20,0
.byte 0,0,2,0
.ascii "ToCP"
.byte 1,0,0,0,0,0,0,0
.ascii "Stubdata"
.long 0,0,0,0
"""
# auditwheel's changed files lose their place in memory when they are stripped.
_REPAIRED = re.compile(r"(^|/)(cv2|numpy|PIL|imagecodecs|sentencepiece|[^/]*\.libs)/")
_FUNCTION, _DATA = "TtWiu", "DdBbRrVG"


def slim(program: Path, *, own: str = "meddx-desktop", linked: str = "meddx") -> None:
    """Make a built program folder smaller, in place.

    Parameters
    ----------
    own, linked
        The start program that stays, and the one that becomes a link to it: on Linux the two are
        equal, byte for byte.
    """
    inside = program / "_internal"
    for library in sorted(inside.rglob("*.so*")):
        name = library.relative_to(inside).as_posix()
        if library.is_symlink() or _REPAIRED.search(name):
            continue
        subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    if shutil.which("cc") is None:
        print("slim: no C compiler; FFmpeg, OpenBLAS and ICU's tables stay")
    else:
        for wheel in _WHEELS:
            _stand_in(inside, wheel)
        _without_tables(inside)
    for link in inside.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()
    if (program / own).read_bytes() == (program / linked).read_bytes():
        (program / linked).unlink()
        (program / linked).symlink_to(own)


def _stand_in(inside: Path, wheel: Wheel) -> None:
    folder = inside / wheel.libraries
    callers = [one for pattern in wheel.callers for one in inside.glob(pattern)]
    needed = {name for one in callers for name, _ in _symbols(one, "--undefined-only")}
    for library in sorted(folder.iterdir()):
        if library.name.startswith(wheel.stood_in):
            write_stand_in(library, needed)
    for library in sorted(folder.iterdir()):
        if library.name.startswith(wheel.left_alone):
            library.unlink()


def _symbols(library: Path, which: str) -> list[tuple[str, str]]:
    """The dynamic symbols of a library with their kinds; versions stay in the names."""
    asked = ["nm", "-D", which, "--with-symbol-versions", str(library)]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    lines = (line.split() for line in said.splitlines())
    return [(words[-1].replace("@@", "@"), words[-2]) for words in lines if len(words) > 1]


def write_stand_in(library: Path, needed: set[str]) -> None:
    """Replace `library` by one of the same name that holds only the `needed` names it had."""
    held = [(name, kind) for name, kind in _symbols(library, "--defined-only") if name in needed]
    source = "\n".join(_assembly(name.partition("@")[0], kind) for name, kind in held)
    _build(library, source, _version_script([name for name, _ in held]))


def _without_tables(inside: Path) -> None:
    """Replace ICU's 32 MB of tables by its own way to say that there are none."""
    for library in (inside / _ICU).glob("libicudata.so.*"):
        if not library.is_symlink():
            ((name, _),) = _symbols(library, "--defined-only")
            _build(library, _NO_TABLES.format(name=name), "")


def _build(library: Path, source: str, versions: str) -> None:
    assembly, script = library.with_suffix(".s"), library.with_suffix(".map")
    assembly.write_text(f'{source}\n.section .note.GNU-stack,"",@progbits\n')
    script.write_text(versions)
    built = ["cc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-o", str(library)]
    named = [f"-Wl,--version-script={script}"] if versions else []
    subprocess.run([*built, *named, str(assembly)], check=True)
    assembly.unlink()
    script.unlink()


def _assembly(name: str, kind: str) -> str:
    if kind in _DATA:
        return f".data\n.globl {name}\n.type {name},@object\n.size {name},64\n{name}: .zero 64"
    assert kind in _FUNCTION, (name, kind)
    return f".text\n.globl {name}\n.type {name},@function\n{name}: ud2"


def _version_script(names: list[str]) -> str:
    """Each name below the version that whoever needs it asks for."""
    by_version: dict[str, list[str]] = {}
    for name in names:
        plain, _, version = name.partition("@")
        by_version.setdefault(version, []).append(plain)
    parts = []
    for version, plain in sorted(by_version.items()):
        listed = "".join(f" {one};" for one in sorted(plain))
        parts.append(f"{version} {{ global:{listed} }};" if version else f"{{ global:{listed} }};")
    return "\n".join(parts)
