package ui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"minutebook/model"
	"minutebook/ui/widget"
)

// aprilQuay is the next meeting of the body of [sentQuay], held and not closed.
func aprilQuay() model.Meeting {
	return model.Meeting{ID: "apr", Rev: 1, BodyID: "b", Body: "Quay Board", Style: "note", Date: "2026-04-07", State: model.Live, Started: "10:00", Chair: "x",
		Attendees: []model.Attendee{{ID: "x", Name: "Ann Zelenka", Mark: model.Present}},
		Items:     []model.Item{{ID: "j1", Title: "Minutes", Entries: []model.Entry{{ID: "q1", Kind: model.Paragraph, Text: "The meeting began."}}}}}
}

// correctedQuay are the circulated minutes with two corrections.
func correctedQuay(t *testing.T) model.Meeting {
	t.Helper()
	m := sentQuay()
	for _, c := range []model.Correction{
		{ID: "c1", Entry: &model.Entry{ID: "p1", Kind: model.Paragraph, Text: "Two quotations were received."}, By: "Bo Orr", On: "2026-03-09"},
		{ID: "c2", Entry: &model.Entry{ID: "new", Kind: model.Paragraph, Text: "One of them was late."}, Item: "i2", After: "p2", On: "2026-03-09"}} {
		next, _, err := m.With(model.Correct{Correction: c})
		if err != nil {
			t.Fatal(err)
		}
		m = next
	}
	return m
}

func quayBook(earlier ...model.Meeting) *fakeBook {
	b := newFakeBook().put(model.Body{ID: "b", Rev: 1, Name: "Quay Board"}, aprilQuay())
	for _, m := range earlier {
		b.put(m)
	}
	return b
}

func TestApproveSubjectToCorrectionsAndSeal(t *testing.T) {
	world := newWorld(t, quayBook(correctedQuay(t)))
	w := asked(t, world, "apr", "approve-earlier")
	mustShow(t, screenWords(w), "Approve earlier minutes", "Tuesday 3 March 2026", "CIRCULATED", "“subject to”, with 2 corrections under it as bullets")
	picture(t, w, "approve")
	hit(t, w, enterKey)
	world.settle()
	approvesSubjectToTwo(t, world.book.meetings["apr"].Items[0].Entries)
	picture(t, w, "approved-sentence")
	hit(t, w, ctrl(fyne.KeyZ))
	world.settle()
	if n := len(world.book.meetings["apr"].Items[0].Entries); n != 1 {
		t.Errorf("one press takes it back: %d entries", n)
	}
	hit(t, w, ctrl(fyne.KeyY))
	world.settle()
	if world.book.meetings["m"].State != model.Circulated {
		t.Error("the earlier minutes are approved before the meeting closed")
	}
	w.do(w.command("approve-earlier"))
	world.settle()
	mustShow(t, screenWords(w), "No other minutes of this body wait", "approved in these minutes already")
	hit(t, w, escKey)
	closesAndSeals(t, w, world)
}

// approvesSubjectToTwo fails where entries are not the sentence that approves
// the earlier minutes, with the two corrections under it.
func approvesSubjectToTwo(t *testing.T, e []model.Entry) {
	t.Helper()
	if len(e) != 4 || e[1].Approves == nil || !e[1].Approves.SubjectTo || e[1].Approves.Meeting != "m" || e[2].Kind != model.Bullet || !strings.Contains(e[2].Text, "Two") {
		t.Fatalf("the item holds %+v", e)
	}
}

// closesAndSeals closes the meeting and looks at the minutes that it approved.
func closesAndSeals(t *testing.T, w *Window, world *world) {
	t.Helper()
	minute(t, w, "/close 11:45")
	world.settle()
	sealed := world.book.meetings["m"]
	if sealed.State != model.Approved || sealed.Seal == nil || sealed.Passed[0].Meeting != "apr" || sealed.Passed[0].SignedBy != "Ann Zelenka" || len(world.book.seals) != 1 {
		t.Fatalf("the earlier minutes: %s, %+v, %+v", sealed.State, sealed.Passed, sealed.Seal)
	}
	if !world.book.seals[0].Covers(sealed) {
		t.Error("the seal does not cover them")
	}
	mustShow(t, screenWords(w), "The minutes of 3 March 2026 are approved and sealed")
	w.do(w.command("settle"))
	world.settle()
	mustShow(t, screenWords(w), "approved and sealed already")
	if len(world.book.seals) != 1 {
		t.Error("sealed twice")
	}
	w.Open("m")
	world.settle()
	mustShow(t, screenWords(w), "SEALED", "Approved by the meeting of 7 April 2026, signed by Ann Zelenka.", "Sealed: number 1 of this body", sealed.Seal.Short(), "Corrected", "Added", "agreed with the minutes")
	picture(t, w, "sealed")
	hit(t, w, ctrl(fyne.KeyL))
	mustShow(t, screenWords(w), "SEALED")
}

func TestTheEarlierVersionsOfSealedMinutesCanGo(t *testing.T) {
	world := newWorld(t, quayBook(sentQuay()))
	world.book.revisions = map[model.ID][]revision{"m": {{Revision: model.Revision{Rev: 1}, meeting: sentQuay()}}}
	w := asked(t, world, "apr", "approve-earlier")
	mustShow(t, screenWords(w), "They hold 1 private note, which the seal will cover")
	hit(t, w, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	mustShow(t, screenWords(w), "are approved and sealed", "Remove their earlier versions")
	picture(t, w, "settled")
	tapWords(t, w, "Remove their earlier versions")
	mustShow(t, screenWords(w), "nobody can bring them back")
	hit(t, w, escKey)
	if len(world.book.revisions["m"]) != 1 {
		t.Fatal("Esc removed them")
	}
	w.askPurgeSealed([]model.ID{"m"})
	hit(t, w, enterKey)
	world.settle()
	if len(world.book.revisions["m"]) != 0 || world.book.meetings["m"].Seal == nil {
		t.Error("they stay, or the minutes are not sealed any more")
	}
	mustShow(t, screenWords(w), "1 earlier version")
}

// tapWords clicks the button of the band over the screen that has the words.
func tapWords(t *testing.T, w *Window, words string) {
	t.Helper()
	for _, o := range test.WidgetRenderer(w.alert.Objects[0].(fyne.Widget)).Objects() {
		if b, ok := o.(*widget.Button); ok && strings.Contains(wordsOn(b), words) {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button says %q", words)
}

// What is sealed takes no key, and says why; what was typed stays.
func TestSealedMinutesSayWhyNothingChanges(t *testing.T) {
	world := newWorld(t, quayBook(correctedQuay(t)))
	w := asked(t, world, "apr", "approve-earlier")
	hit(t, w, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	w.Open("m")
	world.settle()
	before := world.book.json(t, "m")
	minute(t, w, "More words")
	if composerText(w) != "More words" {
		t.Errorf("the composer holds %q", composerText(w))
	}
	mustShow(t, screenWords(w), "These minutes are approved and stay as they are")
	w.meeting.panel.composer.Set("", 0)
	for _, id := range []string{"edit", "delete", "move-up", "decision", "new-item", "withdraw-item", "item-up", "delete-item", "renumber", "start"} {
		w.meeting.work.selected = "p2"
		w.calm()
		w.do(w.command(id))
		if w.dialogOpen() {
			hit(t, w, escKey)
		}
		world.settle()
		if world.book.json(t, "m") != before {
			t.Fatalf("%s changed sealed minutes", id)
		}
	}
	for id, says := range map[string]string{"reopen": "approved and stay as they are", "circulate": "These minutes are approved", "approve-apart": "approved already",
		"approve-earlier": "have left the office", "correct-approved": "have left the office", "asker": "No corrections"} {
		w.do(w.command(id))
		if id != "asker" {
			mustShow(t, screenWords(w), says)
		}
		if w.dialogOpen() {
			t.Errorf("%s opens a dialog", id)
		}
	}
	w.do(w.command("corrections"))
	mustNotShow(t, screenWords(w), "Take it away", "Who asked for it")
	hit(t, w, escKey)
}

func TestWhatIsNotApprovedIsPointedOut(t *testing.T) {
	draft := sentQuay()
	draft.State = model.Draft
	world := newWorld(t, quayBook(draft))
	w := asked(t, world, "apr", "approve-earlier")
	mustShow(t, screenWords(w), "They are still a draft")
	hit(t, w, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	mustShow(t, screenWords(w), "The minutes of 3 March 2026 are not approved: they are still a draft", "Try again")
	if m := world.book.meetings["m"]; m.State != model.Draft || m.Seal != nil {
		t.Error("a draft was approved")
	}
}

func TestSealingThatFailsChangesNothingAndIsOfferedAgain(t *testing.T) {
	world := newWorld(t, quayBook(sentQuay()))
	w := asked(t, world, "apr", "approve-earlier")
	hit(t, w, enterKey)
	world.settle()
	minute(t, w, "/close 11:45")
	for len(world.work) > 0 { // the disk fills up once the close is kept
		next := world.work[0]
		world.work = world.work[1:]
		next()
		switch says := screenWords(w); {
		case strings.Contains(says, "not approved yet"):
			world.book.refuse = nil
		case world.book.meetings["apr"].State == model.Draft && world.book.refuse == nil:
			world.book.refuse = errors.New("the disk is full")
		}
	}
	mustShow(t, screenWords(w), "The earlier minutes are not approved yet: The disk is full.", "Try again")
	if m := world.book.meetings["m"]; m.State != model.Circulated || m.Seal != nil {
		t.Error("something was approved all the same")
	}
	again := newWorld(t, world.book)
	w = again.openAnother()
	w.Open("apr")
	again.settle()
	unsealed := "The meeting of 7 April 2026 approved the minutes of 3 March 2026, and they are not sealed yet."
	mustShow(t, screenWords(w), unsealed, "Approve and seal them")
	w.Open("m")
	again.settle()
	mustNotShow(t, screenWords(w), unsealed) // which is about the other meeting
	away := again.book.bodies["b"]
	away.Away = &model.Away{On: "2026-11-20", To: "Zoë Quay"}
	again.book.put(away)
	w.Open("apr")
	again.settle()
	mustNotShow(t, screenWords(w), unsealed) // which cannot be done here
	away.Away = nil
	again.book.put(away)
	w.closeMeeting()
	w.Open("apr")
	again.settle()
	mustShow(t, screenWords(w), unsealed)
	w.do(w.command("settle"))
	again.settle()
	if m := world.book.meetings["m"]; m.Seal == nil {
		t.Error("not sealed when asked again")
	}
}

// While the close is not on disk, nothing is sealed because of it.
func TestNothingIsSealedBeforeTheCloseIsKept(t *testing.T) {
	world := newWorld(t, quayBook(sentQuay()))
	w := asked(t, world, "apr", "approve-earlier")
	hit(t, w, enterKey)
	world.settle()
	world.book.refuse = errors.New("the disk is full")
	minute(t, w, "/close 11:45")
	world.settle()
	if world.book.meetings["m"].State != model.Circulated {
		t.Error("approved by a close that is not kept")
	}
	hit(t, w, ctrl(fyne.KeyZ)) // and is no close after all
	world.book.refuse = nil
	hit(t, w, ctrl(fyne.KeyS))
	world.settle()
	if m := world.book.meetings["m"]; m.State != model.Circulated || world.book.meetings["apr"].State != model.Live {
		t.Errorf("after the close was taken back the earlier minutes are %s", m.State)
	}
}

func TestAnExtraordinaryMeetingWarnsAndApproves(t *testing.T) {
	apr := aprilQuay()
	apr.Kind = model.Extraordinary
	world := newWorld(t, quayBook(sentQuay()).put(apr))
	w := asked(t, world, "apr", "approve-earlier")
	mustShow(t, screenWords(w), "usually may not approve minutes")
	hit(t, w, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	mustShow(t, screenWords(w), "usually may not approve minutes", "are approved and sealed")
	if world.book.meetings["m"].Seal == nil {
		t.Error("not sealed")
	}
}

// Minutes approved by mail are ratified by a meeting, whose close seals them.
func TestApprovedByMailAndRatified(t *testing.T) {
	world := newWorld(t, quayBook(sentQuay()))
	w := asked(t, world, "m", "approve-apart")
	mustShow(t, screenWords(w), "sealed when a later meeting has ratified that", "21 November 2026", "Ann Zelenka")
	picture(t, w, "approve-apart")
	hit(t, w, tabKey)
	for range 40 { // the day is taken out
		hit(t, w, bare(fyne.KeyBackspace))
	}
	typeText(t, w, "1 March 2026")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "That is before the meeting")
	for range 40 {
		hit(t, w, bare(fyne.KeyBackspace))
	}
	typeText(t, w, "20 March 2026")
	hit(t, w, enterKey)
	world.settle()
	m := world.book.meetings["m"]
	if m.State != model.Approved || m.Seal != nil || len(m.Passed) != 1 || m.Passed[0].How != model.ByMail || m.Passed[0].On != "2026-03-20" || m.Passed[0].SignedBy != "Ann Zelenka" {
		t.Fatalf("%s, %+v", m.State, m.Passed)
	}
	mustShow(t, screenWords(w), "APPROVED", "Approved by mail on 20 March 2026, signed by Ann Zelenka.", "sealed once a meeting has ratified that")
	minute(t, w, "One of them was late.") // which is a correction until they are sealed
	world.settle()
	if m := world.book.meetings["m"]; len(m.Corrections) != 1 || m.State != model.Approved {
		t.Fatalf("corrections: %+v", m.Corrections)
	}
	w.Open("apr")
	w.do(w.command("approve-earlier"))
	world.settle()
	mustShow(t, screenWords(w), "TO RATIFY")
	hit(t, w, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	if m := world.book.meetings["m"]; m.Seal == nil || m.Passed[0].Ratified != "apr" {
		t.Errorf("ratified: %+v, sealed %v", m.Passed, m.Seal)
	}
}

func TestARestrictedPartIsApprovedApart(t *testing.T) {
	sent := sentQuay()
	sent.Items[1].Entries[1].Restricted = &model.Restriction{Reason: "price"}
	world := newWorld(t, quayBook(sent))
	w := asked(t, world, "apr", "approve-earlier")
	mustShow(t, screenWords(w), "What is approved", "The open part", "The restricted part")
	hit(t, w, tabKey, rightKey, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	m := world.book.meetings["m"]
	if len(m.Passed) != 1 || m.Passed[0].Part != model.OpenPart || m.State != model.Circulated || m.Seal != nil {
		t.Fatalf("%s, %+v", m.State, m.Passed)
	}
	mustShow(t, screenWords(w), "A part of the minutes of 3 March 2026 is approved")
	w.Open("m")
	world.settle()
	mustShow(t, screenWords(w), "The open part approved by the meeting of 7 April 2026", "The rest waits")
	w.do(w.command("reopen"))
	mustShow(t, screenWords(w), "approved and stay as they are")
}

// Once the open part is agreed to, what is left to agree to is the restricted one.
func TestTheOtherPartIsOfferedInTheSameMeeting(t *testing.T) {
	sent := sentQuay()
	sent.Items[1].Entries[1].Restricted = &model.Restriction{Reason: "price"}
	world := newWorld(t, quayBook(sent))
	w := asked(t, world, "apr", "approve-earlier")
	hit(t, w, tabKey, rightKey, enterKey)
	w.do(w.command("approve-earlier"))
	world.settle()
	mustShow(t, screenWords(w), "RESTRICTED PART")
	mustNotShow(t, screenWords(w), "The open part")
	hit(t, w, enterKey)
	w.do(w.command("approve-earlier"))
	world.settle()
	mustShow(t, screenWords(w), "approved in these minutes already")
	hit(t, w, escKey)
	minute(t, w, "/close 11:45")
	world.settle()
	if m := world.book.meetings["m"]; len(m.Passed) != 2 || m.Seal == nil {
		t.Errorf("sealed %v, %+v", m.Seal != nil, m.Passed)
	}
	if n := strings.Count(wordsOn(w.alert), "approved and sealed"); n != 1 {
		t.Errorf("it is told %d times: %s", n, wordsOn(w.alert))
	}
}

func TestALaterMeetingPutsApprovedMinutesRight(t *testing.T) {
	world := newWorld(t, quayBook(sentQuay()))
	w := asked(t, world, "apr", "approve-earlier")
	hit(t, w, enterKey)
	minute(t, w, "/close 11:45")
	world.settle()
	may := aprilQuay()
	may.ID, may.Date = "may", "2026-05-05"
	world.book.put(may)
	w.Open("may")
	w.do(w.command("correct-approved"))
	world.settle()
	mustShow(t, screenWords(w), "Correct approved minutes in this meeting", "Tuesday 3 March 2026", "SEALED")
	picture(t, w, "put-right")
	hit(t, w, enterKey, enterKey) // from the list to the field, and on
	mustShow(t, screenWords(w), "Say what is wrong there")
	typeText(t, w, "2.1")
	hit(t, w, enterKey)
	mustShow(t, screenWords(w), "Say how it should read")
	typeText(t, w, "“Three” should read “Two”.")
	hit(t, w, enterKey)
	world.settle()
	e := world.book.meetings["may"].Items[0].Entries
	if len(e) != 2 || e[1].Corrects == nil || *e[1].Corrects != (model.CorrectsFact{Date: "2026-03-03", Reference: "2.1", Meeting: "m"}) || e[1].Text != "“Three” should read “Two”." {
		t.Fatalf("recorded: %+v", e)
	}
	w.Open("m")
	world.settle()
	mustShow(t, screenWords(w), "Corrected later", "by the meeting of 5 May 2026: 2.1")
	picture(t, w, "corrected-later")
	for _, line := range w.meeting.standing.lines {
		if strings.Contains(line.Block().Chip, "Corrected later") {
			line.OnTapped()
		}
	}
	if w.meeting.work.meeting().ID != "may" || w.meeting.work.selected != e[1].ID {
		t.Errorf("it goes to %s, %s", w.meeting.work.meeting().ID, w.meeting.work.selected)
	}
}

func TestIssueTheAgenda(t *testing.T) {
	m := quayMeeting()[1].(model.Meeting)
	world := newWorld(t, newFakeBook().put(model.Body{ID: "b", Rev: 1, Name: "Quay Board", Mail: []string{"all@quay.example"}}, m))
	w := asked(t, world, "m", "issue-agenda")
	mustShow(t, screenWords(w), "Issue the agenda", "the items keep their numbers", "all@quay.example", "quay-board-2026-03-03-agenda.docx")
	picture(t, w, "issue-agenda")
	hit(t, w, enterKey)
	world.settle()
	kept := world.book.meetings["m"]
	if kept.State != model.Planned || len(kept.Circulated) != 1 || !kept.Circulated[0].Agenda || kept.Frozen == nil || kept.Frozen.Items["i2"] != "2" {
		t.Fatalf("the book holds %s, %+v, %+v", kept.State, kept.Circulated, kept.Frozen)
	}
	if _, ok := world.book.files[kept.Circulated[0].SHA256]; !ok || len(world.shown) != 1 {
		t.Error("no file, or no mail draft")
	}
	hit(t, w, escKey)
	mustShow(t, screenWords(w), "The agenda was issued on 21 November 2026")
	if w.meeting.work.session.CanUndo() {
		t.Error("it can be taken back")
	}
	w.do(w.command("preview-agenda"))
	world.pass(previewPause * 3)
	mustShow(t, screenWords(w), "The preview shows the agenda")
	minute(t, w, "Words")
	w.do(w.command("issue-agenda"))
	mustShow(t, screenWords(w), "this one has begun")
}
