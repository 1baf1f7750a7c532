"""Two judges of a Word file with remarks in it that nobody here wrote: ooxml-integrity holds it against the file that
it came from; python-docx says which comment hangs on which paragraph. Says "skipped:" where they are not installed."""
import json
import subprocess
import sys

try:
    import docx
    import ooxml_integrity
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(0)

annotated, source = sys.argv[1:3]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
document = docx.Document(annotated)
texts = {}
for paragraph in document.element.body.iter(WORD + "p"):
    for call in paragraph.iter(WORD + "commentReference"):
        texts[call.get(WORD + "id")] = "".join(t.text or "" for t in paragraph.iter(WORD + "t"))
comments = [
    {"id": c.comment_id, "author": c.author, "text": c.text, "paragraph": texts.get(str(c.comment_id))}
    for c in document.comments
]


def found(arguments):
    run = subprocess.run(
        [sys.executable, "-m", "ooxml_integrity", "check", *arguments], capture_output=True, text=True)
    return {line.strip() for line in run.stdout.splitlines() if "[ERROR]" in line or "[WARN" in line}, run


# What is wrong with the source is wrong with the copy, too: nothing of it is mended.
before, _ = found([source])
after, run = found([annotated, "--against", source])
print(json.dumps({"new": sorted(after - before), "ran": "error(s)" in run.stdout, "comments": comments}))
