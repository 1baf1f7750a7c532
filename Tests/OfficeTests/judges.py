"""What python-docx and openpyxl read in a Word file or a workbook; says "skipped:" where they are not installed."""
import json
import subprocess
import sys

try:
    import docx
    import ooxml_integrity
    import openpyxl
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(0)

path = sys.argv[1]
if path.endswith(".xlsx"):
    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book.worksheets:
        sheets[sheet.title] = {
            "rows": [[str(c.value) if c.value is not None else "" for c in row] for row in sheet.iter_rows()],
            "formulas": sum(c.data_type == "f" for row in sheet.iter_rows() for c in row),
            "filter": sheet.auto_filter.ref or "",
            "frozen": sheet.freeze_panes or "",
        }
    print(json.dumps({"sheets": sheets}))
else:
    document = docx.Document(path)
    run = subprocess.run(
        [sys.executable, "-m", "ooxml_integrity", "check", path], capture_output=True, text=True)
    print(json.dumps({
        "status": run.returncode,
        "said": run.stdout,
        "paragraphs": [p.text for p in document.paragraphs],
        "tables": [[[c.text for c in row.cells] for row in table.rows] for table in document.tables],
    }))
