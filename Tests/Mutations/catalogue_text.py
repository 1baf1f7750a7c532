"""A catalogue's files as text, with the exact place of every element, attribute and value.

Mistakes are made by surgery on that text, never by writing a parsed tree again, so that one mistake is
one mistake.
"""

import dataclasses
import pathlib
import re

TOKEN = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|</([\w:.-]+)\s*>|<([\w:.-]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>", re.S)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclasses.dataclass
class Attribute:
    name: str
    value: str
    start: int
    """Where the name begins."""
    value_start: int
    end: int
    """After the closing quote."""

    @property
    def value_end(self):
        return self.end - 1


@dataclasses.dataclass(eq=False)
class Element:
    file: str
    name: str
    parent: "Element | None"
    start: int
    open_end: int
    close: int = 0
    """Where the end tag begins; for an empty element that is after it."""
    end: int = 0
    attributes: dict = dataclasses.field(default_factory=dict)
    children: list = dataclasses.field(default_factory=list)
    is_empty: bool = False

    def get(self, name):
        return self.attributes[name].value if name in self.attributes else None

    def all(self, *names):
        return [child for child in self.children if child.name in names]

    def first(self, name):
        return next(iter(self.all(name)), None)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def entry(self):
        """The entry around, which findings are told of: below root and part."""
        element = self
        while element.parent is not None and element.parent.parent is not None and element.parent.parent.parent is not None:
            element = element.parent
        return element

    @property
    def entry_id(self):
        return self.entry.get("id") or self.entry.get("criterion") or ""

    def above(self, name):
        element = self.parent
        while element is not None and element.name != name:
            element = element.parent
        return element


class Catalogue:
    """All files of a folder. `texts` maps a file's name in the folder to its text."""

    def __init__(self, texts):
        self.texts = dict(texts)
        self.roots = {name: parse(name, text) for name, text in self.texts.items() if name.endswith(".xml")}
        self.elements = [element for root in self.roots.values() for element in root.walk()]
        self.entries = {e.get("id"): e for kind in ("instrument", "standard", "framework", "indicator", "criterion")
                        for e in self.named(kind) if e.get("id")}
        self.targets = {e.get("id"): e for e in self.named("target") if e.get("id") and e.parent.name == "programme"}
        self.entries |= self.targets

    @classmethod
    def of(cls, folder):
        folder = pathlib.Path(folder)
        names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        return cls({name: (folder / name).read_bytes().decode() for name in names})

    def named(self, *names):
        """Elements of the catalogue with these names; samples of plans are left out."""
        return [e for e in self.elements if e.name in names and not is_in_sample(e)]

    def text(self, element):
        return self.texts[element.file][element.open_end:element.close]

    def source(self, element):
        return self.texts[element.file][element.start:element.end]

    def whole_line(self, element):
        """From the line break before an element to its end, so that nothing of its line stays."""
        text = self.texts[element.file]
        start = element.start
        while start > 0 and text[start - 1] in " \t":
            start -= 1
        return (start - 1 if start > 0 and text[start - 1] == "\n" else element.start), element.end


def is_in_sample(element):
    """Whether it is part of a plan or of a schema that stands in the catalogue, not of the catalogue itself."""
    return any(element.above(name) is not None for name in ("snippet", "schematron", "example"))


def parse(name, text):
    root = current = None
    for match in TOKEN.finditer(text):
        closing, opening, inside, slash = match.groups()
        if opening:
            element = Element(name, opening, current, match.start(), match.end(), is_empty=bool(slash))
            for found in ATTRIBUTE.finditer(text, match.start(3), match.end(3)):
                value = found.group(2) if found.group(2) is not None else found.group(3)
                element.attributes[found.group(1)] = Attribute(
                    found.group(1), value, found.start(), found.end() - 1 - len(value), found.end())
            if current is not None:
                current.children.append(element)
            else:
                root = element
            if slash:
                element.close = element.end = match.end()
            else:
                current = element
        elif closing:
            current.close, current.end = match.start(), match.end()
            current = current.parent
    return root
