package ui

import (
	"fmt"
	"path"
	"slices"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// latestFew is how many of a body's latest meetings are looked at for the one
// that shows most of a style.
const latestFew = 4

// readMeeting finds the minutes that a style is shown with: of the body's latest
// meetings the one with most in it, or an invented one where it has none.
func (s *styleScreen) readMeeting() error {
	all, err := s.w.book.Meetings()
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(m model.Summary) bool { return m.BodyID != s.body || m.Items == 0 })
	if len(all) == 0 {
		s.sample = true
		s.meeting, err = sampleMeeting()
		return err
	}
	var most model.Summary
	for _, m := range all[max(len(all)-latestFew, 0):] {
		if m.Items+m.Actions >= most.Items+most.Actions {
			most = m
		}
	}
	s.meeting, err = s.w.book.Meeting(most.ID)
	return err
}

// sampleMeeting is the latest invented meeting that comes with the program.
func sampleMeeting() (model.Meeting, error) {
	files, err := assets.Samples.ReadDir("samples")
	if err != nil || len(files) == 0 {
		return model.Meeting{}, fmt.Errorf("the sample is missing: %w", err)
	}
	name := files[len(files)-1].Name()
	text, err := assets.Samples.ReadFile(path.Join("samples", name))
	if err != nil {
		return model.Meeting{}, err
	}
	n := 0
	newID := func() model.ID { n++; return model.ID(fmt.Sprintf("sample-%d", n)) }
	return quick.ReadScript(name, text, model.Meeting{ID: "sample", State: model.Planned}, quick.Options{NewID: newID, Earlier: func(string) error { return nil }})
}

// showPaper sets the minutes in the style as it stands.
func (s *styleScreen) showPaper() {
	s.asked++
	s.showPages(s.pages()())
}

// showLater is showPaper while the clerk types: the minutes are set away from
// the window, and shown unless others were asked for since.
func (s *styleScreen) showLater() {
	s.asked++
	asked, set := s.asked, s.pages()
	var pages *widget.Pages
	s.w.out.Later(func() (err error) {
		pages, err = set()
		return err
	}, func(err error) {
		if asked == s.asked {
			s.showPages(pages, err)
		}
	})
}

// pages makes the minutes in the style as it stands, on any goroutine.
func (s *styleScreen) pages() func() (*widget.Pages, error) {
	meeting, style := s.meeting, s.style
	return func() (*widget.Pages, error) {
		doc, err := minutes.Compose(meeting, style, minutes.Full)
		return widget.NewPages(doc), err
	}
}

// showPages shows minutes that were set.
func (s *styleScreen) showPages(pages *widget.Pages, err error) {
	if err != nil {
		s.w.failed("show the minutes", err)
		return
	}
	s.paper.SetPages(pages)
	doc := s.paper.Document()
	note := trf("As it will be: %s", joinNotes(doc.Body, s.meeting.Date.Long()))
	if s.sample {
		note = tr("As it will be, with an invented meeting")
	}
	s.paperNote.Set(note)
}

// scrollPaper shows the place that the part of the style is about.
func (s *styleScreen) scrollPaper() {
	shows := s.sections[s.at].shows
	if shows == nil {
		s.paper.ScrollPages(-len(s.paper.Document().Blocks) - 1)
		return
	}
	for _, b := range s.paper.Document().Blocks {
		switch anchor, ok := shows(b); {
		case ok && anchor == atEnd:
			s.paper.ScrollPages(len(s.paper.Document().Blocks) + 1)
			return
		case ok && anchor != "":
			s.paper.ScrollTo(anchor)
			return
		}
	}
}

// scrollToHeading shows the part with that heading.
func (s *styleScreen) scrollToHeading(words string) {
	for _, b := range s.paper.Document().Blocks {
		if h, ok := b.(minutes.Heading); ok && len(h.Text) == 1 && h.Text[0].Text == words {
			s.paper.ScrollTo(h.Anchor)
			return
		}
	}
}
