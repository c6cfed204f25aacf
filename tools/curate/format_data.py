"""
Write the data files in canonical form, or check that they are.

Canonical is: UTF-8, NFC, LF, two spaces, keys in field order with evidence
and disputes last, records sorted by id, one final newline.

    python -m tools.curate.format_data [--check] [DIRECTORY]
"""

import argparse
import pathlib
import sys
import unicodedata

from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical
from ascn_data.models.catalogue import FILES
from ascn_data.models.records import parse_table


DATA = pathlib.Path(__file__).resolve().parents[2] / "src/ascn_data/data"


def formatted(raw: bytes, table: str) -> bytes:
    """
    A file's bytes in canonical form.

    Raises:
        DataError: If they are no valid table.
    """
    text = unicodedata.normalize("NFC", raw.decode())
    return canonical(parse_table(text.encode(), table, f"{table}.json"))


def main(arguments: list[str]) -> int:
    """
    Format every table of a directory, or say which are not canonical.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument(
        "directory", nargs="?", type=pathlib.Path, default=DATA
    )
    options = parser.parse_args(arguments)
    wrong = 0
    for table in FILES:
        file = options.directory / f"{table}.json"
        raw = file.read_bytes()
        try:
            wanted = formatted(raw, table)
        except DataError as error:
            print(error)
            wrong += 1
            continue
        if raw != wanted and options.check:
            print(
                f"{file.name} is not canonical: "
                "python -m tools.curate.format_data"
            )
            wrong += 1
        elif raw != wanted:
            file.write_bytes(wanted)
            print(f"{file.name} written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
