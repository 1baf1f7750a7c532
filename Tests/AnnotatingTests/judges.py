"""Two judges of a Word file with remarks in it that nobody here wrote: ooxml-integrity holds it against the file that
it came from; python-docx says which comment hangs on which paragraph. Says "skipped:" where they are not installed."""
import json
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
import subprocess

run = subprocess.run(
    [sys.executable, "-m", "ooxml_integrity", "check", annotated, "--against", source], capture_output=True, text=True)
print(json.dumps({"status": run.returncode, "said": run.stdout + run.stderr, "comments": comments}))
