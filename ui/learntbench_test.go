package ui

import (
	"fmt"
	"testing"
	"time"

	"minutebook/model"
)

// thousandMeetings puts a thousand meetings of sixty entries into a book: varied
// and yet alike, as an office's minutes are.
func thousandMeetings(book *fakeBook) {
	chance := uint64(271)
	roll := func(n int) int {
		chance = chance*6364136223846793005 + 1442695040888963407
		return int(chance >> 33 % uint64(n))
	}
	var words []string
	for range 12000 {
		word := ""
		for range 2 + roll(3) {
			word += string("bcdfghklmnprst"[roll(14)]) + []string{"a", "e", "i", "o", "u", "ea", "ou"}[roll(7)]
		}
		words = append(words, word)
	}
	word := func() string { return words[roll(1+roll(1+roll(len(words))))] }
	stems := []string{
		"The Board noted that the %s of the %s had been reviewed and that the %s was %s.",
		"There was a discussion of the %s and of how the %s would be measured in the %s of %s.",
		"The Chair asked whether the %s and the %s had changed. %s replied that the %s had.",
	}
	for n := range 1000 {
		it := model.Item{ID: "i", Title: "Business"}
		for k := range 60 {
			text := fmt.Sprintf(stems[roll(len(stems))], word(), word(), word(), word())
			for range roll(12) {
				text += " " + word()
			}
			it.Entries = append(it.Entries, model.Entry{ID: model.ID(fmt.Sprint("e", k)), Kind: model.Paragraph, Text: text})
		}
		book.put(model.Meeting{ID: model.ID(fmt.Sprint("old", n)), Rev: 1, Body: "Harbour Oversight Board", Style: "publication",
			Date: model.Date(fmt.Sprintf("%d-%02d-01", 1930+n/12, 1+n%12)), State: model.Approved, Items: []model.Item{it}})
	}
}

// benchLearnt types lines, a letter at a time, at the end of a meeting of 60
// entries with a thousand meetings learnt: each read, completed, drawn and laid
// out, or completed alone.
func benchLearnt(b *testing.B, alone bool) {
	book := newFakeBook().put(longMeeting(60))
	thousandMeetings(book)
	w := newWorld(b, book)
	ui := w.open()
	if !ui.Open("m") {
		b.Fatal("the meeting does not open")
	}
	w.pass(time.Second)
	composer, phrases := ui.meeting.panel.composer, ui.meeting.panel.completing.phrases
	if phrases == nil {
		b.Fatal("nothing is learnt")
	}
	typed, line, letters := 0, 0, []rune(nil)
	took := turns{b: b}
	for b.Loop() {
		if typed == len(letters) {
			line++
			from := book.meetings[model.ID(fmt.Sprint("old", line*37%1000))]
			letters, typed = []rune(from.Items[0].Entries[line%60].Text), 0
			composer.Set("", 0)
			w.timers = nil
		}
		typed++
		if alone {
			took.time(func() { phrases.Complete(string(letters[:typed])) })
		} else {
			took.time(func() { composer.TypedRune(letters[typed-1]) })
		}
	}
	took.report()
}
