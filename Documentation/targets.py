#!/usr/bin/env python3
"""Prints the graph of targets as the import lines of Sources/ have it; --write puts it into architecture.md.

The floors come from the table of targets in architecture.md: whoever adds a target adds a row there. An arrow that
follows from others is not drawn. Tests/KhungTests/ArchitectureTests.swift reads the imports by itself and holds the
picture against them.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "Documentation" / "architecture.md"
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)", re.M)
ROW = re.compile(r"^\|\s*(\d+)\s*\|\s*`(\w+)`\s*\|", re.M)
PICTURE = re.compile(r"(<!-- make graph -->\n```\n).*?(```\n<!-- /make graph -->)", re.S)
# The system's own modules are no dependencies.
SYSTEM = {"Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "Swift", "RegexBuilder"}


def targets():
    """The folder of every target by its name: its own, unless Package.swift names another."""
    package = (ROOT / "Package.swift").read_text()
    names = {}
    for folder in sorted((ROOT / "Sources").iterdir()):
        if folder.is_dir():
            names[folder.name] = folder
    for name, path in re.findall(r'name:\s*"(\w+)"(?:(?!name:).)*?path:\s*"Sources/(\w+)"', package, re.S):
        names[name] = names.pop(path)
    return names


def imports(folder):
    found = set()
    for file in sorted(folder.rglob("*.swift")):
        found |= set(IMPORT.findall(file.read_text()))
    return found - SYSTEM


def reach(name, arrows):
    found, rest = set(), [name]
    while rest:
        for other in arrows.get(rest.pop(), ()):
            if other not in found:
                found.add(other)
                rest.append(other)
    return found


def drawn(name, arrows):
    """The arrows of a target that do not follow from others, ours first."""
    ours = {other for other in arrows[name] if other in arrows}
    implied = set().union(*[reach(other, arrows) for other in ours]) if ours else set()
    return sorted(ours - implied) + sorted(arrows[name] - ours)


def main():
    page = PAGE.read_text()
    folders = targets()
    floors = {name: int(floor) for floor, name in ROW.findall(page)}
    if missing := sorted(folders.keys() - floors.keys()):
        sys.exit(f"Documentation/architecture.md: no row in the table of targets for {', '.join(missing)}")
    if gone := sorted(floors.keys() - folders.keys()):
        sys.exit(f"Documentation/architecture.md: a row for {', '.join(gone)}, which is no folder of Sources/")
    arrows = {name: imports(folder) - {name} for name, folder in folders.items()}
    lines = []
    for floor in sorted(set(floors.values()), reverse=True):
        for name in sorted(name for name in floors if floors[name] == floor):
            others = ", ".join(drawn(name, arrows))
            lines.append(f"{floor:2}  {name}" + (f" → {others}" if others else ""))
    picture = "\n".join(lines) + "\n"
    sys.stdout.write(picture)
    if "--write" in sys.argv[1:]:
        PAGE.write_text(PICTURE.sub(lambda match: match[1] + picture + match[2], page))


if __name__ == "__main__":
    main()
