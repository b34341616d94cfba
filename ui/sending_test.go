package ui

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
)

// mailBook is the full book in which two people and the body have addresses.
func mailBook() *fakeBook {
	b := fullBook()
	body := harbourBoard()
	body.Mail = []string{"office@harbour.example", "ANN@harbour.example"}
	return b.put(body, model.Person{ID: "p1", Rev: 1, Name: "Ann Zelenka", Mail: "ann@harbour.example"},
		model.Person{ID: "p3", Rev: 1, Name: "Cdr. Ola Lindqvist", Mail: "ola@coast.example"})
}

// asked is the window on a meeting, with a dialog that a command opens.
func asked(t *testing.T, world *world, meeting model.ID, command string) *Window {
	t.Helper()
	w := world.open()
	w.Open(meeting)
	world.settle()
	if command != "" {
		w.do(w.command(command))
		world.settle()
	}
	return w
}

const minutesPath = "/home/clerk/Documents/harbour-oversight-board-2026-06-18"

func TestCirculate(t *testing.T) {
	world := newWorld(t, mailBook())
	w := asked(t, world, "june", "circulate")
	mustShow(t, screenWords(w), "every number is frozen", "The exact file is kept in this book", "nothing is sent before you send it",
		"ann@harbour.example, ola@coast.example, office@harbour.example", "No address is known of Tomas Reyes, Mei Tanaka")
	picture(t, w, "circulate")
	hit(t, w, enterKey)
	world.settle()
	docx, err := export.Bytes(".docx", export.Input{Meeting: juneMeeting(), Style: style(t, "note"), Name: filepath.Base(minutesPath) + ".docx"})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.FromSlash(minutesPath)
	if !bytes.Equal(world.files[path+".docx"], docx) {
		t.Error("the file is not the minutes")
	}
	keepsWhatWasSent(t, world.book, docx)
	mustShow(t, string(world.files[path+".eml"]), "To: <ann@harbour.example>", "ola@coast.example", "Subject: ", "harbour-oversight-board-2026-06-18.docx")
	if len(world.shown) != 1 || world.shown[0] != path+".eml" {
		t.Errorf("opened: %v", world.shown)
	}
	mustShow(t, screenWords(w), "The minutes are circulated", "harbour-oversight-board-2026-06-18.docx", "harbour-oversight-board-2026-06-18.eml")
	picture(t, w, "circulated-done")
	hit(t, w, escKey)
	mustShow(t, screenWords(w), "CIRCULATED", "Circulated on 21 November 2026 to 3 addresses")
	picture(t, w, "circulated")
	if w.meeting.work.session.CanUndo() {
		t.Error("it can be taken back")
	}
}

// keepsWhatWasSent fails where the book does not hold the June minutes as
// circulated once, with the exact file.
func keepsWhatWasSent(t *testing.T, book *fakeBook, docx []byte) {
	t.Helper()
	kept := book.meetings["june"]
	if kept.State != model.Circulated || len(kept.Circulated) != 1 {
		t.Fatalf("the book holds %s, sent %+v", kept.State, kept.Circulated)
	}
	c := kept.Circulated[0]
	f := book.files[c.SHA256]
	if !bytes.Equal(f.Data, docx) || c.Name != filepath.Base(minutesPath)+".docx" || len(c.To) != 3 || c.On != "2026-11-21" || c.Rev != 4 || c.Audience != "" || c.Agenda {
		t.Errorf("recorded: %+v", c)
	}
}

func TestTheFileIsInTheBookBeforeTheMinutesAreCirculated(t *testing.T) {
	world := newWorld(t, mailBook())
	w := asked(t, world, "june", "circulate")
	hit(t, w, enterKey)
	world.settle()
	had := false
	for _, batch := range world.book.commits {
		had = had || len(batch.Files) > 0
		for _, m := range batch.Meetings {
			if len(m.Value.Circulated) > 0 && !had {
				t.Error("the meeting says that it was sent before the book has the file")
			}
		}
	}
	if !had {
		t.Error("the book has no file")
	}
}

func TestNothingIsCirculatedWhereSomethingFails(t *testing.T) {
	full := errors.New("the disk is full")
	for name, tt := range map[string]struct {
		spoil func(w *world)
		says  string
	}{
		"the folder":              {func(w *world) { w.fail = full }, "The disk is full."},
		"the book":                {func(w *world) { w.book.refuse = full }, "The disk is full."},
		"the mail draft":          {func(w *world) { w.fail, w.failOn = full, ".eml" }, "The mail draft could not be written: the disk is full."},
		"changed by another":      {func(w *world) { m := juneMeeting(); m.Rev = 9; w.book.put(m) }, "It was changed elsewhere meanwhile"},
		"an address that is none": {nil, "is no mail address"},
	} {
		world := newWorld(t, mailBook())
		w := asked(t, world, "june", "circulate")
		if tt.spoil == nil {
			typeText(t, w, ", nobody")
		} else {
			tt.spoil(world)
		}
		before := w.meeting.work.kept()
		hit(t, w, enterKey)
		world.settle()
		mustShow(t, screenWords(w), tt.says)
		now := w.meeting.work.kept()
		if now.State != model.Draft || now.Rev != before.Rev || len(now.Circulated) != 0 || len(world.shown) != 0 || !w.dialogOpen() {
			t.Errorf("%s: %s, sent %v, opened %v", name, now.State, now.Circulated, world.shown)
		}
	}
}

func TestCalledOffNothingIsCirculated(t *testing.T) {
	world := newWorld(t, mailBook())
	w := asked(t, world, "june", "circulate")
	hit(t, w, enterKey, escKey)
	world.settle()
	if m := w.meeting.work.kept(); m.State != model.Draft || len(world.shown) != 0 {
		t.Errorf("it is %s", m.State)
	}
	mustShow(t, screenWords(w), "the minutes are not circulated")
}

func TestWhereNoMailProgramOpensTheDraftIsNamed(t *testing.T) {
	world := newWorld(t, mailBook())
	world.noShow = errors.New("no program opens such files")
	w := asked(t, world, "june", "circulate")
	hit(t, w, enterKey)
	world.settle()
	hit(t, w, escKey)
	mustShow(t, screenWords(w), "The mail program did not open: no program opens such files.", minutesPath+".eml")
	if w.meeting.work.kept().State != model.Circulated {
		t.Error("the minutes are not circulated")
	}
}

func TestRestrictedMinutesSayForWhomTheyGoOut(t *testing.T) {
	m := juneMeeting()
	m.Items[0].Entries[0].Restricted = &model.Restriction{Reason: "staffing"}
	world := newWorld(t, mailBook().put(m))
	w := asked(t, world, "june", "circulate")
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Say who the file is for")
	hit(t, w, rightKey, enterKey)
	world.settle()
	kept := world.book.meetings["june"]
	if len(kept.Circulated) != 1 || kept.Circulated[0].Audience != "public" || kept.Circulated[0].Name != filepath.Base(minutesPath)+"-public.docx" {
		t.Fatalf("sent: %+v", kept.Circulated)
	}
	public, err := export.Bytes(".docx", export.Input{Meeting: m, Style: style(t, "note"), Audience: minutes.Public, Name: kept.Circulated[0].Name})
	if err != nil || !bytes.Equal(world.book.files[kept.Circulated[0].SHA256].Data, public) {
		t.Error("what was sent is not the public version", err)
	}
}

func TestCirculatingNeedsAClosedMeeting(t *testing.T) {
	for meeting, says := range map[model.ID]string{"dec": "The meeting is not closed yet", "april": "These minutes are approved"} {
		w := asked(t, newWorld(t, mailBook()), meeting, "circulate")
		mustShow(t, screenWords(w), says)
		if w.dialogOpen() {
			t.Errorf("%s can be circulated", meeting)
		}
	}
}

func TestWhatWasSentOutIsOpenedAsItWas(t *testing.T) {
	world := newWorld(t, mailBook())
	w := asked(t, world, "june", "circulate")
	hit(t, w, enterKey)
	world.settle()
	hit(t, w, escKey)
	path := filepath.FromSlash(minutesPath + ".docx")
	sent := bytes.Clone(world.files[path])
	world.files[path] = []byte("changed since")
	w.do(w.command("versions"))
	mustShow(t, screenWords(w), "21 November 2026", "harbour-oversight-board-2026-06-18.docx", "To ann@harbour.example")
	picture(t, w, "versions")
	hit(t, w, enterKey)
	world.settle()
	beside := filepath.FromSlash(minutesPath + "-2.docx")
	if string(world.files[path]) != "changed since" || !bytes.Equal(world.files[beside], sent) || world.shown[len(world.shown)-1] != beside {
		t.Errorf("opened %v", world.shown)
	}
	world.book.files = nil
	w.do(w.command("versions"))
	hit(t, w, enterKey)
	world.settle()
	mustShow(t, screenWords(w), "Could not open the file that was sent")
}

func TestReopenSaysWhatItMeans(t *testing.T) {
	world := newWorld(t, newFakeBook().put(model.Body{ID: "b", Name: "Quay Board"}, sentQuay()))
	w := asked(t, world, "m", "reopen")
	mustShow(t, screenWords(w), "Reopen the minutes as a draft?", "Those at 1 address have the copy of 5 March 2026", "Every number that was sent out stays")
	picture(t, w, "reopen")
	hit(t, w, escKey)
	if w.meeting.work.kept().State != model.Circulated {
		t.Error("Esc reopened them")
	}
	w.do(w.command("reopen"))
	hit(t, w, enterKey)
	world.settle()
	if kept := world.book.meetings["m"]; kept.State != model.Draft || kept.Frozen == nil {
		t.Errorf("reopened: %+v", kept)
	}
	mustShow(t, screenWords(w), "DRAFT", "Reopened as a draft: those who have the copy of 5 March 2026 have other words")
	w.do(w.command("reopen"))
	mustShow(t, screenWords(w), "These minutes are a draft")
}
