"""
The hook by which PyInstaller takes the package along.
"""

import importlib.metadata
import pathlib
import runpy
import subprocess
import sys

from ascn_data.__pyinstaller import hook_dirs


HOOK = pathlib.Path(hook_dirs()[0]) / "hook-ascn_data.py"


def test_the_hook_is_found_and_takes_data_and_modules() -> None:
    """
    By its entry point; modules that nothing imports at first are named.
    """
    found = importlib.metadata.entry_points(group="pyinstaller40")
    names = {entry.value for entry in found}
    made = runpy.run_path(str(HOOK))

    assert "ascn_data.__pyinstaller:hook_dirs" in names
    assert any(path.endswith("cities.json") for path, _ in made["datas"])
    assert "ascn_data.tables.tidy.making" in made["hiddenimports"]


def test_a_frozen_program_answers(tmp_path: pathlib.Path) -> None:
    """
    Without an option about the package.
    """
    program = tmp_path / "app.py"
    program.write_text(
        "import ascn_data as ascn\n"
        "print(ascn.city('Saigon').name, len(ascn.load('2026.1').cities()))\n"
    )
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--onefile"),
            *("--distpath", str(tmp_path), "--additional-hooks-dir"),
            *(str(HOOK.parent), "--log-level", "ERROR", str(program)),
        ],
        check=True,
        cwd=tmp_path,
    )
    done = subprocess.run(
        [str(tmp_path / "app")], capture_output=True, check=True, text=True
    )

    assert done.stdout == "Ho Chi Minh City 31\n"
