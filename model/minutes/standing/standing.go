// Package standing makes the page that says where things stand with a body when
// somebody else takes it over: what is still to be done, which minutes wait for
// approval, when it meets next, what is restricted, and where its files are.
package standing

import (
	"fmt"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/register"
)

// Input is what the page is made of.
type Input struct {
	Body model.Body
	// To is who takes the body over, On the day; Book is the name of the file
	// that it is handed over in.
	To   string
	On   model.Date
	Book string
	// Meetings are those of the body in their order; Open are those with actions
	// that are still to be done, with what happened to these.
	Meetings []model.Summary
	Open     []actionlog.Source
	// Next is when the last meeting said that the body meets again; nil where it
	// did not.
	Next *model.Next
	// Sent are the files that left the office, by the meeting.
	Sent     map[model.ID][]string
	Style    minutes.Style
	Audience minutes.Audience
}

// Compose makes the page. For the public a restricted action is its number. The
// error is a *[minutes.NeedsAudience] where a meeting has restricted parts and
// nobody said for whom the page is.
func Compose(in Input) (minutes.Document, error) {
	log, err := actionlog.Compose(in.Log())
	if err != nil {
		return minutes.Document{}, err
	}
	title := oneLine(in.Body.Name) + ": where things stand"
	d := log.Document()
	actions := d.Blocks[1:]
	d.Title, d.Occasion, d.Body, d.Date = title, "Where things stand", oneLine(in.Body.Name), in.On
	d.Header = minutes.Running{Left: []minutes.Piece{{Text: title}}}
	d.Blocks = []minutes.Block{minutes.Title{Lines: []string{title, in.On.Long()}}, in.facts()}
	d.Blocks = append(d.Blocks, heading("Actions that are open"))
	d.Blocks = append(d.Blocks, withoutCaption(actions)...)
	d.Blocks = append(d.Blocks, part("Minutes to approve", in.toApprove(), "There are none: all minutes are approved.")...)
	d.Blocks = append(d.Blocks, part("Next meeting", in.next(), "None is planned yet.")...)
	d.Blocks = append(d.Blocks, part("What is restricted", in.restricted(), "Nothing is.")...)
	sent := in.sent()
	d.Blocks = append(d.Blocks, part("Files that left the office", sent, "None is recorded.")...)
	if len(sent) > 0 {
		d.Blocks = append(d.Blocks, minutes.Paragraph{Text: plain("Each is kept in the minute book as it was sent.")})
	}
	return d, nil
}

// Log is the log of the actions on the page.
func (in Input) Log() actionlog.Input {
	return actionlog.Input{Sources: in.Open, About: in.Body.Name, Wanted: register.Filter{Open: true}, Style: in.Style, Audience: in.Audience, Today: in.On}
}

// facts say who takes over what, and who may read the page.
func (in Input) facts() minutes.Facts {
	var f minutes.Facts
	add := func(label, value string) {
		if value = oneLine(value); value != "" {
			f.Rows = append(f.Rows, minutes.Fact{Label: label, Text: plain(value)})
		}
	}
	add("Handed over to", in.To)
	add("Handed over on", in.On.Long())
	add("Minute book", in.Book)
	for _, m := range in.Meetings {
		if m.Restricted && in.Audience == minutes.Full {
			add("Who may read this", "Full: it may name what is restricted. It is not for the public.")
			break
		}
	}
	return f
}

// toApprove are the minutes that are not approved yet, or not ratified.
func (in Input) toApprove() []string {
	var lines []string
	for _, m := range in.Meetings {
		what := ""
		switch m.State {
		case model.Live, model.Adjourned, model.Inquorate:
			what = "the meeting is not closed"
		case model.Draft:
			what = "a draft, not circulated yet"
		case model.Circulated:
			what = "circulated, to be approved"
		case model.Approved:
			if !m.ToRatify {
				continue
			}
			what = "approved without a meeting, to be ratified"
		case model.Planned, model.Cancelled:
			continue
		}
		lines = append(lines, day(m)+": "+what)
	}
	return lines
}

// next are the meetings that are planned, or the one that was announced.
func (in Input) next() []string {
	var lines []string
	for _, m := range in.Meetings {
		if m.State == model.Planned {
			lines = append(lines, m.Date.Full())
		}
	}
	if n := in.Next; len(lines) == 0 && n != nil && n.Date >= in.On {
		lines = append(lines, oneLine(strings.Join([]string{n.Date.Full(), string(n.At), n.Venue}, " ")))
	}
	return lines
}

// restricted are the meetings of which something is.
func (in Input) restricted() []string {
	var lines []string
	for _, m := range in.Meetings {
		if m.Restricted {
			lines = append(lines, "Parts of the minutes of "+day(m))
		}
	}
	return lines
}

// sent are the files that left the office.
func (in Input) sent() []string {
	var lines []string
	for _, m := range in.Meetings {
		if names := in.Sent[m.ID]; len(names) > 0 {
			lines = append(lines, fmt.Sprintf("%s: %s", day(m), oneLine(strings.Join(names, ", "))))
		}
	}
	return lines
}

// day names a meeting of the body.
func day(m model.Summary) string {
	if m.Kind == model.Ordinary {
		return m.Date.Long()
	}
	return fmt.Sprintf("%s (%s)", m.Date.Long(), m.Kind)
}

// part is a heading with a list under it, or with the sentence that there is
// nothing.
func part(title string, lines []string, none string) []minutes.Block {
	if len(lines) == 0 {
		return []minutes.Block{heading(title), minutes.Paragraph{Text: plain(none)}}
	}
	var l minutes.List
	for _, line := range lines {
		l.Points = append(l.Points, minutes.Point{Text: plain(line)})
	}
	return []minutes.Block{heading(title), l}
}

// withoutCaption are the blocks of a log under a heading of the page.
func withoutCaption(blocks []minutes.Block) []minutes.Block {
	for i, b := range blocks {
		if t, ok := b.(minutes.Table); ok {
			t.Caption = "Open actions"
			blocks[i] = t
		}
	}
	return blocks
}

func heading(words string) minutes.Heading { return minutes.Heading{Level: 2, Text: plain(words)} }

func plain(words string) []model.Span { return []model.Span{{Text: words}} }

func oneLine(words string) string { return strings.Join(strings.Fields(minutes.Clean(words)), " ") }
