package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/brief"
	"minutebook/ui/widget"
)

// briefScreen shows the chair's brief for a meeting of a body as it will be on
// paper.
type briefScreen struct {
	ofBody
	meeting model.ID // that it is for; "" for the body's next
	in      brief.Input
	// restricted says that some of what it is made of is, audience for whom it
	// is shown.
	restricted bool
	audience   minutes.Audience
	asked      int // how often it was to be made

	page  *fyne.Container
	paper *widget.Paper
	says  *widget.Para
	whom  *widget.Segments
	out   *widget.Button
}

// askBrief shows the chair's brief for the meeting that is open, where it is
// still to come or being held, or else for the next of the body at hand.
func (w *Window) askBrief() {
	if onMeeting(w) {
		switch m := w.meeting.work.meeting(); m.State {
		case model.Planned, model.Live, model.Adjourned:
			w.showBrief(m.BodyID, m.ID)
			return
		case model.Inquorate, model.Cancelled, model.Draft, model.Circulated, model.Approved:
		}
	}
	w.forBody(func(id model.ID) { w.showBrief(id, "") })
}

func (w *Window) showBrief(body, meeting model.ID) {
	s := &briefScreen{ofBody: ofBody{w: w, from: w.cameFrom(), body: model.Body{ID: body}}, meeting: meeting, audience: minutes.Full}
	s.paper, s.says = widget.NewPaper(), caption(tr("Gathering what the meeting has to deal with …"))
	s.whom = newAudiences(func() { s.setAudience(audiences[s.whom.Chosen()]) })
	s.whom.Choose(1)
	s.whom.Hide()
	s.out = widget.NewPrimary(tr("Export"), "Ctrl+Shift+E", s.askExport)
	s.whom.OnKey, s.whom.OnShortcut = w.wired(s.key)
	s.out.OnKey, s.out.OnShortcut = w.wired(s.key)
	s.page = container.New(desk{}, container.New(tower{1}, newBar(s.says, s.whom, s.out), s.paper))
	w.show(s)
}

func (s *briefScreen) object() fyne.CanvasObject { return s.page }
func (s *briefScreen) focus()                    { s.w.window.Canvas().Focus(s.out) }

func (s *briefScreen) heading() heading {
	h := heading{title: tr("Chair’s brief"), about: s.body.Name}
	if day := s.in.When.Date; day.Valid() {
		h.about = joinNotes(s.body.Name, trf("for the meeting of %s", day.Long()))
	}
	return h
}

func (s *briefScreen) hints() []hint {
	hints := []hint{{"Up, Down, PgUp, PgDn", "scroll"}, {"Enter", "export"}}
	if s.restricted {
		hints = append(hints, hint{"Shift+Tab", "for whom"})
	}
	return append(hints, hint{"Esc", "back"})
}

// key scrolls the paper, and goes back.
func (s *briefScreen) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyPageUp:
		s.paper.ScrollPages(-1)
	case fyne.KeyPageDown, fyne.KeySpace:
		s.paper.ScrollPages(1)
	case fyne.KeyHome:
		s.paper.ScrollPages(-1000)
	case fyne.KeyEnd:
		s.paper.ScrollPages(1000)
	case fyne.KeyUp:
		s.paper.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, unit()*6)})
	case fyne.KeyDown:
		s.paper.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -unit()*6)})
	default:
		return s.escape(name)
	}
	return true
}

// refresh gathers the brief anew, away from the window.
func (s *briefScreen) refresh() {
	var b model.Body
	var in brief.Input
	id, today := s.body.ID, model.DateOf(s.w.out.Now())
	s.w.out.Later(func() (err error) {
		if b, err = s.w.book.Body(id); err == nil {
			in, err = brief.Gather(s.w.book, b, s.meeting, today)
		}
		return err
	}, func(err error) {
		if err == nil {
			in.Log.Style, err = s.w.styleNamed(b.Style)
		}
		if err != nil {
			setCaption(s.says, tr("The brief cannot be made."))
			s.w.failed("make the brief", err)
			return
		}
		s.body, s.in, s.read = b, in, true
		s.restricted = false
		for _, source := range in.Log.Sources {
			s.restricted = s.restricted || source.Meeting.HasRestricted()
		}
		setVisible(s.whom, s.restricted)
		s.fill()
	})
}

// styleNamed is a house style, or the usual one where there is none of that
// name.
func (w *Window) styleNamed(name string) (minutes.Style, error) {
	style, err := w.styles.Load(name)
	if errors.As(err, new(*minutes.NoStyle)) {
		return w.styles.Load("")
	}
	return style, err
}

// setAudience shows the brief as somebody may see it.
func (s *briefScreen) setAudience(a minutes.Audience) {
	s.audience = a
	if s.read {
		s.fill()
	}
}

// fill sets the brief on paper, away from the window.
func (s *briefScreen) fill() {
	in := s.in
	in.Log.Audience = s.audience
	s.asked++
	asked := s.asked
	var pages *widget.Pages
	s.w.out.Later(func() error {
		d, err := brief.Compose(in)
		pages = widget.NewPages(d)
		return err
	}, func(err error) {
		switch {
		case asked != s.asked:
			return
		case err != nil:
			s.w.failed("make the brief", err)
			return
		}
		s.paper.SetPages(pages)
		setCaption(s.says, s.words())
		s.page.Refresh()
		if s.w.screen == screen(s) {
			s.w.headChanged()
		}
	})
}

// words say what is shown.
func (s *briefScreen) words() string {
	switch {
	case s.restricted && s.audience == minutes.Full:
		return tr("As it will be, with restricted parts: for the chair’s eyes.")
	case s.restricted:
		return tr("As it will be, without restricted parts.")
	}
	return tr("As it will be.")
}

// askExport exports the brief.
func (s *briefScreen) askExport() {
	if !s.read {
		s.w.say(tr("The brief is still being gathered"))
		return
	}
	s.w.export(newBriefSubject(s.w, s.in, s.body, s.restricted), nil)
}
