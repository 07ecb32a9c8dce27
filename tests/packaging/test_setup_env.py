"""The set-up decides rightly what to make, what to install and what to tell the user."""

import importlib.util
import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def setup_env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module under test, looking at a small checkout of its own."""
    spec = importlib.util.spec_from_file_location("setup_env", ROOT / "packaging" / "setup_env.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "a checkout"
    root.mkdir()
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "LOCK", root / "requirements.lock")
    monkeypatch.setattr(module, "PROJECT", root / "pyproject.toml")
    module.LOCK.write_text("numpy==2.4.6\n")
    monkeypatch.delenv("MEDDX_VENV", raising=False)
    yield module


@pytest.fixture
def venv(setup_env: ModuleType) -> Path:
    """A stamped environment, as far as the set-up looks at one."""
    folder = setup_env.ROOT / ".venv"
    python = setup_env.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / "pyvenv.cfg").write_text("version = 3.11.7\n")
    stamp = setup_env.fingerprint(folder, train=False)
    setup_env.stamp_file(folder).write_text(stamp)
    return folder


def test_stamped_environment_is_ready(setup_env: ModuleType, venv: Path) -> None:
    assert setup_env.is_ready(venv, train=False)


def test_changed_lock_makes_it_stale(setup_env: ModuleType, venv: Path) -> None:
    setup_env.LOCK.write_text("numpy==2.5.0\n")
    assert not setup_env.is_ready(venv, train=False)


def test_other_python_makes_it_stale(setup_env: ModuleType, venv: Path) -> None:
    (venv / "pyvenv.cfg").write_text("version = 3.12.1\n")
    assert not setup_env.is_ready(venv, train=False)


def test_environment_without_its_python_is_stale(setup_env: ModuleType, venv: Path) -> None:
    setup_env.venv_python(venv).unlink()
    assert not setup_env.is_ready(venv, train=False)
    assert not setup_env.is_usable(venv)


def test_unstamped_environment_is_completed_not_thrown_away(
    setup_env: ModuleType, venv: Path
) -> None:
    setup_env.stamp_file(venv).unlink()
    assert not setup_env.is_ready(venv, train=False)
    assert setup_env.is_usable(venv)


def test_folder_that_is_no_environment_is_left_alone(setup_env: ModuleType) -> None:
    home = setup_env.ROOT / "home"
    home.mkdir()
    (home / "letter.txt").write_text("dear")
    with pytest.raises(SystemExit, match="no virtual environment"):
        setup_env.create(home)
    assert (home / "letter.txt").exists()


def test_environment_folder(setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert setup_env.environment_folder(train=False) == setup_env.ROOT / ".venv"
    assert setup_env.environment_folder(train=True) == setup_env.ROOT / ".venv-train"
    monkeypatch.setenv("MEDDX_VENV", "/elsewhere/venv")
    assert setup_env.environment_folder(train=False) == Path("/elsewhere/venv")


def test_train_requirements_hold_both_lists(setup_env: ModuleType) -> None:
    setup_env.PROJECT.write_text(
        '[project]\ndependencies = ["numpy>=2"]\n'
        '[project.optional-dependencies]\ntrain = ["torch==2.13.0"]\ndev = ["ruff"]\n'
    )
    assert setup_env.train_requirements() == ["numpy>=2", "torch==2.13.0"]


def test_launcher_runs_the_checkout_from_anywhere(
    setup_env: ModuleType, venv: Path, tmp_path: Path
) -> None:
    package = setup_env.ROOT / "meddx_desktop"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import sys\ndef main():\n    print(*sys.argv[1:], sep='|')\n    return 3\n"
    )
    setup_env.write_launcher(venv)
    launcher = setup_env.venv_python(venv).with_name("meddx")
    ran = subprocess.run(
        [launcher, "screen", "a film.dcm"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (3, "screen|a film.dcm\n", "")
    # A process that the program starts reads the launcher again, and must not start it again.
    runpy.run_path(str(launcher), run_name="__mp_main__")


def test_missing_libraries_are_found(setup_env: ModuleType) -> None:
    libraries = {"libnosuchthing.so.9": "libnosuchthing9"}
    assert setup_env.missing_libraries(libraries) == libraries


def test_advice_is_one_line_with_the_exact_command(
    setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
    monkeypatch.setattr(setup_env.shutil, "which", lambda name: f"/usr/bin/{name}")
    advice = setup_env.how_to_install(missing)
    assert advice == "system packages are missing: sudo apt-get install libegl1 libgl1"


def test_advice_names_the_libraries_where_there_is_no_apt(
    setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_env.shutil, "which", lambda name: None)
    advice = setup_env.how_to_install({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    assert advice.endswith("what has libEGL.so.1, libGL.so.1")
    assert "\n" not in advice


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
class TestQtLibraries:
    """What happens when this Linux lacks libraries and the user may not install any."""

    @pytest.fixture(autouse=True)
    def nothing_can_be_installed(
        self, setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(setup_env, "install_packages", lambda packages: False)

    def lack(self, setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
        monkeypatch.setattr(setup_env, "can_load", lambda name: name not in names)

    def test_stops_without_what_every_qt_needs(
        self, setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.lack(setup_env, monkeypatch, "libEGL.so.1")
        with pytest.raises(SystemExit, match=r"libegl1|libEGL\.so\.1"):
            setup_env.provide_system_parts(may_install=True, for_venv=False, for_qt=True)

    @pytest.mark.parametrize(("display", "lines"), [("", 0), (":0", 1)])
    def test_goes_on_without_what_only_a_window_needs(
        self,
        setup_env: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        display: str,
        lines: int,
    ) -> None:
        self.lack(setup_env, monkeypatch, "libxcb-cursor.so.0")
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        setup_env.provide_system_parts(may_install=True, for_venv=False, for_qt=True)
        assert capsys.readouterr().out.count("\n") == lines


def test_missing_ensurepip_without_the_right_to_install(
    setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_env, "has_ensurepip", lambda: False)
    monkeypatch.setattr(setup_env, "apt_get_command", lambda: None)
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    with pytest.raises(SystemExit, match=package):
        setup_env.provide_system_parts(may_install=True, for_venv=True, for_qt=False)


def test_a_tool_of_the_long_checks_that_cannot_be_installed_is_named(
    setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_env, "apt_get_command", lambda: None)
    with pytest.raises(SystemExit, match=r"dicom3tools|no-such-program"):
        setup_env.provide_tools({"no-such-program": "dicom3tools"})


def test_too_old_python_says_so(setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_env, "newer_python", lambda: None)
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        setup_env.run_with_newer_python()


def test_python_that_does_not_start_is_passed_over(
    setup_env: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "python3.11"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    working = tmp_path / "python3.12"
    working.symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert setup_env.newer_python() == str(working)


def test_only_newer_translations_are_stale(setup_env: ModuleType, tmp_path: Path) -> None:
    for name in ("fresh", "stale", "new"):
        (tmp_path / f"{name}.ts").touch()
    for name, seconds in (("fresh", +10), ("stale", -10)):
        compiled = tmp_path / f"{name}.qm"
        compiled.touch()
        moment = (tmp_path / f"{name}.ts").stat().st_mtime + seconds
        os.utime(compiled, (moment, moment))
    stale = setup_env.stale_translations(tmp_path)
    assert [path.name for path in stale] == ["new.ts", "stale.ts"]
