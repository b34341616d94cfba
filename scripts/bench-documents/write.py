"""Writes the content of a JSON file as a Word document with python-docx: write.py CONTENT FILE"""
import json
import sys

import docx

with open(sys.argv[1], encoding="utf-8") as f:
    content = json.load(f)
document = docx.Document()
document.add_heading(content["title"], 0)
for p in content["paragraphs"]:
    paragraph = document.add_paragraph()
    if p.get("label"):
        paragraph.add_run(p["label"] + " ").bold = True
    paragraph.add_run(p["text"])
if content.get("rows"):
    table = document.add_table(rows=0, cols=len(content["head"]))
    for row in [content["head"]] + content["rows"]:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
document.save(sys.argv[2])
