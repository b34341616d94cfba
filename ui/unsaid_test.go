package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// A new meeting approves minutes that have corrections subject to them.
func TestNewMeetingApprovesSubjectToCorrections(t *testing.T) {
	book := newFakeBook().put(model.Body{ID: "b", Rev: 1, Name: "Quay Board"}, correctedQuay(t))
	world, w := newOf(t, book)
	hit(t, w, enterKey)
	world.settle()
	approvesSubjectToTwo(t, append([]model.Entry{{}}, append(made(t, w, book).Items[0].Entries, model.Entry{})...)[:4])
}

// agreesQuay is the April meeting with the sentence that approves the March
// minutes, put in before those were corrected.
func agreesQuay(t *testing.T) (*world, *Window) {
	t.Helper()
	world := newWorld(t, quayBook(sentQuay()))
	w := asked(t, world, "apr", "approve-earlier")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Put in: the approval")
	world.book.put(correctedQuay(t))
	return world, w
}

func TestCorrectionsMadeLaterArePutUnderTheSentence(t *testing.T) {
	world, w := agreesQuay(t)
	typeText(t, w, "half a line")
	w.do(w.command("approve-earlier"))
	world.settle()
	mustShow(t, screenWords(w), "APPROVED HERE", "does not say 2 corrections")
	mustNotShow(t, screenWords(w), "nothing takes back")
	picture(t, w, "approve-unsaid")
	hit(t, w, enterKey)
	world.settle()
	approvesSubjectToTwo(t, world.book.meetings["apr"].Items[0].Entries)
	want(t, composerText(w), "half a line")
	w.do(w.command("approve-earlier"))
	world.settle()
	mustShow(t, screenWords(w), "approved in these minutes already")
	hit(t, w, escKey)
	typeAll(t, w, "")
	closesAndSeals(t, w, world)
}

func TestNothingIsSealedThatTheSentenceDoesNotSay(t *testing.T) {
	world, w := agreesQuay(t)
	minute(t, w, "/close 11:45")
	world.settle()
	if m := world.book.meetings["m"]; m.State != model.Circulated || m.Seal != nil {
		t.Fatalf("the earlier minutes are %s, sealed %v", m.State, m.Seal != nil)
	}
	mustShow(t, screenWords(w), "corrections that these minutes do not say", "not approved and sealed yet")
	picture(t, w, "unsaid")
	tapWords(t, w, "Put them in")
	world.settle()
	mustShow(t, screenWords(w), "This meeting is closed, so the earlier minutes are then approved and sealed, which nothing takes back.")
	hit(t, w, enterKey)
	world.settle()
	world.pass(time.Second)
	world.settle()
	if m := world.book.meetings["m"]; m.State != model.Approved || m.Seal == nil {
		t.Errorf("the earlier minutes are %s: %s", m.State, screenWords(w))
	}
}

func TestSealedAllTheSameWhereTheClerkSaysSo(t *testing.T) {
	world, w := agreesQuay(t)
	minute(t, w, "/close 11:45")
	world.settle()
	tapWords(t, w, "Approve and seal all the same")
	world.settle()
	if m := world.book.meetings["m"]; m.Seal == nil {
		t.Errorf("the earlier minutes are %s: %s", m.State, screenWords(w))
	}
}

// What the clerk empties in the dialog is empty in the meeting.
func TestNewMeetingWithoutTheTimeItOffers(t *testing.T) {
	book := fullBook()
	m := book.meetings["dec"]
	m.Next = &model.Next{Date: "2027-02-11", At: "14:00", Venue: "Custom House"}
	_, w := newOf(t, book.put(m))
	hit(t, w, tabKey, tabKey, bare(fyne.KeyBackspace), tabKey, bare(fyne.KeyBackspace), enterKey)
	if got := made(t, w, book); got.Begin != "" || got.Venue != "" || got.Date != "2027-02-11" {
		t.Errorf("it is on %s at %q in %q", got.Date, got.Begin, got.Venue)
	}
}
