"""Builds the ten lines of the library's documentation as a package of their own, which knows this one by its path alone,
and runs them on an example plan (make library-example). Takes some minutes the first time."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ARTICLE = ROOT / "Sources/Library/Documentation.docc/CheckAPlan.md"
FOLDER = ROOT / ".build-library-example"
PACKAGE = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "example",
  dependencies: [.package(name: "khung", path: "..")],
  targets: [.executableTarget(name: "example", dependencies: [.product(name: "Khung", package: "khung")])],
  swiftLanguageModes: [.v6]
)
"""


def main():
    lines = next(code for code in re.findall(r"```swift\n(.*?)```", ARTICLE.read_text(), re.S) if code.startswith("import"))
    sources = FOLDER / "Sources" / "example"
    sources.mkdir(parents=True, exist_ok=True)
    (FOLDER / "Package.swift").write_text(PACKAGE)
    (sources / "main.swift").write_text(lines + "_ = page\n")
    run = subprocess.run(
        ["swift", "run", "--package-path", FOLDER, "example", ROOT / "Examples/binh-lam-draft.xml"],
        stdout=subprocess.PIPE, text=True)
    print(run.stdout)
    if run.returncode != 0 or not run.stdout.startswith("non-conforming – "):
        sys.exit("the ten lines do not do what the documentation says")


main()
