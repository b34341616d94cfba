// Writes the content of a JSON file as a Word document with npm's docx: node write.js CONTENT FILE
const { readFileSync, writeFileSync } = require("fs");
const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = require("docx");

const content = JSON.parse(readFileSync(process.argv[2], "utf8"));
const children = [new Paragraph({ text: content.title, heading: HeadingLevel.TITLE })];
for (const p of content.paragraphs) {
  const runs = [];
  if (p.label) runs.push(new TextRun({ text: p.label + " ", bold: true }));
  runs.push(new TextRun(p.text));
  children.push(new Paragraph({ children: runs }));
}
if (content.rows) {
  const row = (cells, tableHeader) =>
    new TableRow({ tableHeader, children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  children.push(new Table({ rows: [row(content.head, true), ...content.rows.map((cells) => row(cells, false))] }));
}
Packer.toBuffer(new Document({ sections: [{ children }] })).then((data) => writeFileSync(process.argv[3], data));
