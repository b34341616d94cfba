package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/quick"
	"minutebook/model/register"
)

// seedBook is a book with the real minutes of June 2022, approved.
func seedBook(t *testing.T) *fakeBook {
	t.Helper()
	folder := os.Getenv("MINUTEBOOK_SHARED")
	if folder == "" {
		t.Skip("the real minutes are not at hand: MINUTEBOOK_SHARED is not set")
	}
	m, err := quick.ReadScript("2022-06-24.minutes", []byte(seedScript(t, folder, "2022-06-24")), model.Meeting{ID: "seed"}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m.ID, m.Rev, m.BodyID, m.Made, m.State = "seed", 1, "board", "2022-06-24T09:00:00Z", model.Approved
	return newFakeBook().put(model.Body{ID: "board", Rev: 1, Name: m.Body, Style: m.Style}, m)
}

// Three of the fifteen actions of the real minutes are completed by keyboard in
// the register. No byte of any document changes, and the next meeting is
// offered just those as completed and the others as open.
func TestThreeActionsOfTheSeedAreCompletedByKeyboard(t *testing.T) {
	book := seedBook(t)
	world := newWorld(t, book)
	w := world.open()
	w.Open("seed")
	before, written, meeting := everyDocument(t, w, book), byKeys(t, w, world), book.json(t, "seed")
	hit(t, w, ctrlShift(fyne.KeyA))
	s := registerOf(t, w)
	if len(s.shown) != 15 {
		t.Fatalf("%d actions are open", len(s.shown))
	}
	hit(t, w, downKey) // the second alone, with a day and a note
	typeText(t, w, "con 1 September 2022, report received")
	hit(t, w, enterKey)
	hit(t, w, bare(fyne.KeyEnd), shift(fyne.KeyUp)) // the last two together
	typeText(t, w, " ")
	typeText(t, w, "on 2 September 2022")
	hit(t, w, enterKey)
	if len(book.commits) != 2 || len(book.events) != 3 || len(s.shown) != 12 {
		t.Fatalf("%d commits, %d events, %d open", len(book.commits), len(book.events), len(s.shown))
	}
	offersTheThree(t, book)
	if book.json(t, "seed") != meeting {
		t.Error("the meeting changed")
	}
	for name, data := range everyDocument(t, w, book) {
		if !bytes.Equal(data, before[name]) {
			t.Errorf("%s changed", name)
		}
	}
	if !bytes.Equal(byKeys(t, w, world), written) {
		t.Error("the Word file that the window writes changed")
	}
}

// everyDocument is the seed's minutes in each format for each audience, but for
// the one format that carries the ledger.
func everyDocument(t *testing.T, w *Window, book *fakeBook) map[string][]byte {
	t.Helper()
	ledger, err := book.Ledger("seed")
	if err != nil {
		t.Fatal(err)
	}
	files, m := map[string][]byte{}, book.meetings["seed"]
	for _, ext := range export.Formats() {
		for _, audience := range []minutes.Audience{minutes.Public, minutes.Full} {
			if ext == ".json" {
				continue
			}
			data, err := export.Bytes(ext, export.Input{Meeting: m, Ledger: ledger, Style: w.styles.Of(m), Audience: audience})
			if err != nil {
				t.Fatal(err)
			}
			files[fmt.Sprint(ext, audience)] = data
		}
	}
	return files
}

// byKeys is the Word file that the window writes of the seed.
func byKeys(t *testing.T, w *Window, world *world) []byte {
	t.Helper()
	clear(world.files)
	w.Open("seed")
	hit(t, w, ctrlShift(fyne.KeyE), enterKey)
	world.settle()
	for w.dialogOpen() {
		hit(t, w, escKey)
	}
	for path, data := range world.files {
		if filepath.Ext(path) == ".docx" {
			return slices.Clone(data)
		}
	}
	t.Fatalf("nothing was exported: %s", screenWords(w))
	return nil
}

// offersTheThree fails where the next meeting is not offered the three actions
// as completed, and twelve as open.
func offersTheThree(t *testing.T, book *fakeBook) {
	t.Helper()
	var numbers []int
	actions, err := book.Actions()
	if err != nil {
		t.Fatal(err)
	}
	offer := register.Since(actions, book.meetings["seed"].Summary())
	for _, a := range offer.Completed {
		numbers = append(numbers, a.Number)
	}
	if !slices.Equal(numbers, []int{2, 14, 15}) || len(offer.Open) != 12 {
		t.Errorf("offered %v as completed, %d as open", numbers, len(offer.Open))
	}
}
