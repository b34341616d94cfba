package ui

import (
	"slices"
	"testing"

	"minutebook/model"
)

// acceptsFacts says of all facts and people, if any are doubtful, that they are
// right.
func acceptsFacts(t *testing.T, ui *Window, w *world) {
	t.Helper()
	s := ui.importing
	for s.pane == paneFacts && s.openFacts() > 0 {
		n := s.openFacts()
		typeText(t, ui, " ")
		w.settle()
		if s.openFacts() != n-1 {
			t.Fatalf("%d facts are left of %d", s.openFacts(), n)
		}
	}
}

// A file without a body's name is asked for it: one of the book, or a new one.
func TestImportIntoANewBody(t *testing.T) {
	b := lockBook()
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)))
	run(ui, "import-body")
	typeText(t, ui, "Tidal Moorings Panel")
	hit(t, ui, enterKey)
	w.settle()
	if p := atHand(t, ui).shown; !p.NewBody || p.Body.Name != "Tidal Moorings Panel" {
		t.Fatalf("the body is %+v", p.Body)
	}
	takesIn(t, ui, w)
	m := lastMeeting(t, w)
	if body := b.bodies[m.BodyID]; body.Name != "Tidal Moorings Panel" || len(body.Seats) == 0 {
		t.Errorf("the new body is %+v", body)
	}
}

// Who somebody is can be said otherwise: somebody of the book, somebody new, or
// nobody.
func TestImportMatchesPeople(t *testing.T) {
	b := lockBook().put(model.Person{ID: "other", Rev: 1, Name: "Otis Quill"})
	ui, w := bringing(t, b, "march.txt", string(oldMinutes(t)))
	hit(t, ui, rightKey)
	picture(t, ui, "import-facts")
	mustShow(t, screenWords(ui), "Lady Orla Fennimore", "somebody new in the book", "Wexmere Lock Trust", "Tuesday 14 March 2017")
	goToFact(t, ui, "Bertram Quill")
	hit(t, ui, enterKey)
	typeText(t, ui, "otis")
	hit(t, ui, enterKey)
	w.settle()
	goToFact(t, ui, "Ivo Marchbanks")
	hit(t, ui, enterKey)
	typeText(t, ui, "alone")
	hit(t, ui, enterKey)
	w.settle()
	takesIn(t, ui, w)
	m := lastMeeting(t, w)
	for name, person := range map[string]model.ID{"Bertram Quill": "other", "Lady Orla Fennimore": "orla", "Ivo Marchbanks": ""} {
		i := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return a.Name == name })
		if i < 0 || m.Attendees[i].Person != person {
			t.Errorf("%s is not %q: %+v", name, person, m.Attendees)
		}
	}
}

// goToFact chooses the row of a fact or of somebody.
func goToFact(t *testing.T, ui *Window, name string) {
	t.Helper()
	s := ui.importing
	n := slices.IndexFunc(s.shownFacts, func(f importFact) bool { return f.name == name })
	if n < 0 {
		t.Fatalf("there is no row for %s in %+v", name, s.shownFacts)
	}
	s.facts.Select(n)
}
