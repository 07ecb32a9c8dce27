"""Try an update over a really older version, and the way back, on a bare Debian. Run it as root.

    git clone . build/older && cd build/older && git checkout COMMIT
    # give it an older number in meddx_desktop/__init__.py, then
    make dist-linux && cd -
    python3 packaging/linux/try_update.py build/older dist/meddx-desktop_*_amd64.deb

The older version makes a store with a film in it. The newer one, installed over it, must find the
film and keep a copy of the records as they were; the older one, put back, must refuse the store
and leave every byte of it; the newer one must then open it again. Needs what try_packages.py needs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from try_packages import _COUNT, PASSPHRASE, ROOT, Machine

_FILM = ROOT / "resources/demo/1-child-cough.dcm"
_MAKE = f"""
from pathlib import Path
from meddx_desktop.core import operations
from meddx_desktop.core.operations import images, intake, sign_in
from meddx_desktop.core.jobs import JobContext
app = operations.open_application()
sign_in.set_up(app, "Dr Li", {PASSPHRASE!r})
for found in images.find([Path({str(_FILM)!r})], JobContext()):
    intake.take(app, found.source)
sign_in.lock(app, reason="asked")
app.access.close()
"""


def install(machine: Machine, package: Path) -> str:
    """Put a package over what is there, newer or older; return the version that then answers."""
    place = machine.root / "tmp" / package.name
    shutil.copy(package, place)
    options = ("-y", "-q", "--no-install-recommends", "--allow-downgrades")
    machine.as_root("apt-get", "install", *options, f"/tmp/{package.name}", network=True)
    return machine.as_user("meddx", "--version").strip()


def opens(machine: Machine) -> tuple[int, str]:
    """Ask the installed program to open the records; return its exit code and what it said."""
    asked = f"printf '%s' '{PASSPHRASE}' | meddx audit verify --user 'Dr Li' --passphrase-fd 0"
    ran = subprocess.run(
        machine.of_user("sh", "-c", asked), capture_output=True, text=True, check=False
    )
    return ran.returncode, (ran.stdout + ran.stderr).strip()


def records(machine: Machine) -> dict[str, str]:
    """Every file of the store with the hash of its bytes; locks, journals and logs apart."""
    folder = machine.home / ".local/share/MedDx/store"
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".lock", ".log")
    }


def main() -> None:
    """Older, newer, older again, newer again; print what was found, stop at what is wrong."""
    parser = argparse.ArgumentParser(description="Try an update and the way back.")
    parser.add_argument("older", type=Path, help="the older source, with its package in dist/")
    parser.add_argument("newer", type=Path, help="the newer .deb")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "machines")
    given = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("run it as root: it makes machines in folders")
    given.work.mkdir(parents=True, exist_ok=True)
    (older,) = (given.older / "dist").glob("*.deb")
    machine = Machine(given.work.resolve(), "update")
    machine.as_root("apt-get", "update", "-q", network=True)
    before = install(machine, older)
    machine.source(_MAKE, given.older.resolve())
    made = records(machine)
    code, said = opens(machine)
    print(f"{before} made a store of {len(made)} files and opens it: {code}")
    assert code == 0, said

    after = install(machine, given.newer)
    assert after != before
    code, said = opens(machine)
    copies = sorted(name for name in records(machine) if ".before-" in name)
    print(f"{after} over it opens the store: {code}; copies kept: {copies}")
    assert code == 0 and copies, said
    assert "cases 1" in machine.source(_COUNT)

    moved = records(machine)
    install(machine, older)
    code, said = opens(machine)
    print(f"{before} put back: {code}, {said.splitlines()[-1]}")
    assert code != 0 and records(machine) == moved

    install(machine, given.newer)
    code, said = opens(machine)
    print(f"{after} again: {code}")
    assert code == 0, said
    shutil.rmtree(machine.root)


if __name__ == "__main__":
    main()
