package compare

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Line says what changed in a few words: "Action 4: due changed".
func (c Change) Line() string {
	what := string(c.What)
	if c.What == Changed && c.Fact != "" {
		switch {
		case len(c.Before) == 0:
			what = string(Added)
		case len(c.After) == 0:
			what = string(Removed)
		}
	}
	switch {
	case c.Fact != "" && c.Subject != "":
		return c.Subject + ": " + c.Fact + " " + what
	case c.Fact != "":
		return capital(c.Fact) + " " + what
	case c.Subject == "":
		return "Item " + what
	}
	return c.Subject + " " + what
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// around is how many characters stay of what is the same beside what differs.
const around = 60

// Short is spans with long stretches that are the same cut in the middle, at
// words: what differs stays in view.
func Short(spans []model.Span) []model.Span {
	if len(spans) < 2 {
		return spans
	}
	out := make([]model.Span, 0, len(spans))
	for i, s := range spans {
		if !s.Bold {
			s.Text = cut(s.Text, i > 0, i < len(spans)-1)
		}
		out = append(out, s)
	}
	return out
}

// cut leaves of a text what stands next to the words before and behind it.
func cut(text string, before, behind bool) string {
	keep := 0
	if before {
		keep += around
	}
	if behind {
		keep += around
	}
	runes := []rune(text)
	if len(runes) <= keep+around/2 {
		return text
	}
	head, tail := "", ""
	if before {
		head = string(runes[:around])
		if i := strings.LastIndexFunc(head, unicode.IsSpace); i > 0 {
			head = head[:i]
		}
		head += " "
	}
	if behind {
		tail = string(runes[len(runes)-around:])
		if i := strings.IndexFunc(tail, unicode.IsSpace); i >= 0 {
			tail = tail[i:]
		}
		tail = " " + strings.TrimLeftFunc(tail, unicode.IsSpace)
	}
	return head + "…" + tail
}

// Counted says how many changes there are.
func Counted(n int) string {
	switch n {
	case 0:
		return "Nothing changed."
	case 1:
		return "1 change."
	}
	return fmt.Sprintf("%d changes.", n)
}

// Document is the changes as a document that every writer can write. names say
// which versions were compared. The error is that of composing the later one.
func Document(in Input, changes []Change, names [2]string) (minutes.Document, error) {
	in.Style.Footer = cmp.Or(in.Style.Agenda.Footer, in.Style.Footer) // nobody initials it
	_, d, err := Documents(in)
	if err != nil {
		return minutes.Document{}, err
	}
	heading := "Changes to the minutes"
	date := in.Later.Date.Long()
	d.Title = joined(" - ", heading, d.Body, date)
	d.Numbering, d.Logo, d.LinesNumbered, d.Origin = [2]string{}, nil, false, minutes.Origin{}
	d.Blocks = []minutes.Block{
		minutes.Title{Lines: []string{heading, joined(", ", d.Body, date)}},
		minutes.Facts{Rows: []minutes.Fact{{Label: "From", Text: plain(minutes.Clean(names[0]))}, {Label: "To", Text: plain(minutes.Clean(names[1]))}}},
		minutes.Paragraph{Text: plain(Counted(len(changes)))},
	}
	where := ""
	for _, c := range changes {
		if c.Where != where {
			where = c.Where
			d.Blocks = append(d.Blocks, minutes.Heading{Level: 2, Text: plain(oneLine(where)), Anchor: fmt.Sprintf("part-%d", len(d.Blocks))})
		}
		d.Blocks = append(d.Blocks, minutes.Paragraph{Text: []model.Span{{Text: oneLine(c.Line()) + "."}}})
		var rows []minutes.Fact
		for _, side := range []struct {
			label string
			words []model.Span
		}{{"Was", c.Before}, {"Now", c.After}} {
			if len(side.words) > 0 {
				rows = append(rows, minutes.Fact{Label: side.label, Text: clean(Short(side.words))})
			}
		}
		if len(rows) > 0 {
			d.Blocks = append(d.Blocks, minutes.Facts{Rows: rows})
		}
	}
	return d, nil
}

// clean makes words fit for every kind of document.
func clean(spans []model.Span) []model.Span {
	out := make([]model.Span, len(spans))
	for i, s := range spans {
		s.Text = minutes.Clean(s.Text)
		out[i] = s
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(minutes.Clean(s)), " ") }

// Documents are both versions as documents for the audience, with the same
// names for the same things, as tracked changes need them. The error is that of
// [minutes.Compose].
func Documents(in Input) (earlier, later minutes.Document, err error) {
	a, b := in.Masked()
	if earlier, err = minutes.Compose(a, in.Style, in.Audience); err != nil {
		return earlier, later, err
	}
	later, err = minutes.Compose(b, in.Style, in.Audience)
	return earlier, later, err
}
