// Package minutes makes the document of a meeting: a tree of blocks composed
// from the meeting, a house style and an audience. All wording and all
// numbering is decided here, once; the writers below this package only set
// it in Word, HTML, plain text or Markdown.
package minutes
