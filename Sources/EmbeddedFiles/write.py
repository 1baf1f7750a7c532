#!/usr/bin/env python3
"""Writes files.c: every file that travels inside the program, named once, by what stands in the repository.

usage: write.py    (make embedded; a test compares the list with the folders)
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files():
    """Path in the repository and name in the program."""
    for path in sorted((ROOT / "Standards").rglob("*.xml")) + sorted((ROOT / "Schemas").glob("*.xsd")):
        yield path, path.relative_to(ROOT).as_posix()
    built_in = ROOT / "Sources/BuiltIn"
    for path in sorted(p for folder in ("Data", "Entries", "Pages", "Words") for p in (built_in / folder).glob("*.*")):
        yield path, path.relative_to(built_in).as_posix()


def main():
    text = "// Written by write.py (make embedded). What is in Standards/, Schemas/ and Sources/BuiltIn travels inside\n"
    text += "// the program.\n#pragma clang diagnostic ignored \"-Wc23-extensions\"\n#include \"EmbeddedFiles.h\"\n"
    rows = []
    for path, name in files():
        symbol = re.sub(r"\W", "_", name)
        text += f'\nstatic const unsigned char {symbol}[] = {{\n#embed "../../{path.relative_to(ROOT).as_posix()}"\n}};\n'
        rows.append(f'    {{"{name}", {symbol}, sizeof {symbol}}},\n')
    text += "\nstatic const struct khung_embedded_file khung_embedded_files[] = {\n" + "".join(rows) + "};\n"
    text += "\nconst size_t khung_embedded_file_count = sizeof khung_embedded_files / sizeof *khung_embedded_files;\n"
    text += "\nstruct khung_embedded_file khung_embedded_file_at(size_t index) { return khung_embedded_files[index]; }\n"
    (ROOT / "Sources/EmbeddedFiles/files.c").write_text(text, encoding="utf-8")


main()
