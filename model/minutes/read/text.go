package read

import (
	"strings"

	"minutebook/model"
)

// text reads plain text: every line is a block.
func text(name string, data []byte) (Document, error) {
	d := Document{Name: name, Format: PlainText}
	gap := false
	for i, line := range strings.Split(string(data), "\n") {
		words := strings.TrimSpace(line)
		if words == "" {
			gap = true
			continue
		}
		indent := len(line) - len(strings.TrimLeft(line, " "))
		d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Line: i + 1, Indent: indent, Gap: gap, Spans: []model.Span{{Text: words}}})
		gap = false
	}
	return d, nil
}
