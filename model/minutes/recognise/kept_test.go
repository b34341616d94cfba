package recognise

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// lost are the words of a document that are neither in the meeting nor in a
// label nor in what was dropped.
func lost(d read.Document, f Found) []string {
	source := map[string]int{}
	for _, b := range d.Blocks {
		count(source, b.Label, strings.ReplaceAll(b.Text(), "\n", " "))
	}
	kept := meetingWords(f)
	for _, p := range f.Pieces {
		count(kept, p.Label)
		if p.As == Dropped {
			count(kept, p.Source)
		}
	}
	var words []string
	for _, word := range slices.Sorted(maps.Keys(source)) {
		if kept[word] < source[word] {
			words = append(words, fmt.Sprintf("%s (%d of %d)", word, kept[word], source[word]))
		}
	}
	return words
}

// awkward is what awkward minutes are made of.
var awkward = []string{
	"1.", "2.", "3.", "3", "4", "1.1", "1.2.", "3.1", "(a)", "b)", "c.", "i)", "A.", "B.", "C.", "124/17", "125/17", "12617", "Item 2:", "•", "-", "*", "- 3.1.", "\\_\\_\\_",
	"Apologies", "Welcome", "MINUTES", "The Clerk reported", "There were none.", "Cllr Moss left the meeting at 8.55pm.", "Matters Arising", "AOB", "Any other business",
	"The minutes of the 3 May 2031 meeting were agreed.", "No interests were declared.", "None", "None declared", "Cllr Moss declared an interest in item 4 as a tenant.",
	"The meeting closed at 9.30 pm", "Next meeting: 3 May 2022 at 7pm, the Old Mill", "Signed ......... Date ........", "Page 2 of 5", "7", "Contents", "Back to top",
	"DECISION:", "RESOLVED:", "Action: Clerk to write.", "and", "went on with it", "of the quay", "Agenda", "summoned to", "Present:", "Ann Moss, Chair", "Noted", "N/A",
	"£12", "http://x.example/a", "[a](b)", "**bold**", "\n", "\t", "\u00a0", "é", "שלום", "👩‍🚀", "\u202e", "…", "(", ")", ".", ":", ";", ",",
}

// anyBlock is a block of any kind.
func anyBlock() *rapid.Generator[read.Block] {
	kinds := []read.Kind{read.Paragraph, read.Paragraph, read.Paragraph, read.Heading, read.ListItem, read.Rule, read.PageBreak, read.Header, read.Footer, read.Matter}
	return rapid.Custom(func(t *rapid.T) read.Block {
		b := read.Block{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Gap: rapid.Bool().Draw(t, "gap"), Level: rapid.IntRange(0, 3).Draw(t, "level")}
		if rapid.IntRange(0, 3).Draw(t, "labelled") == 0 {
			b.Label = rapid.SampledFrom([]string{"1.", "2.", "•", "a)", "3.2", "-", "o"}).Draw(t, "label")
		}
		for range rapid.IntRange(0, 3).Draw(t, "spans") {
			words := strings.Join(rapid.SliceOfN(rapid.SampledFrom(awkward), 1, 6).Draw(t, "words"), " ")
			b.Spans = append(b.Spans, model.Span{Text: words, Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.IntRange(0, 5).Draw(t, "italic") == 0})
		}
		if b.Kind == read.Rule || b.Kind == read.PageBreak {
			b.Spans, b.Label = nil, ""
		}
		return b
	})
}

// anyDocument is a document of any blocks, with rows of tables among them.
func anyDocument() *rapid.Generator[read.Document] {
	return rapid.Custom(func(t *rapid.T) read.Document {
		d := read.Document{Name: "any", Format: read.PlainText}
		for n := range rapid.IntRange(1, 14).Draw(t, "blocks") {
			b := anyBlock().Draw(t, "block")
			if rapid.IntRange(0, 4).Draw(t, "row") == 0 {
				row := read.Block{Kind: read.TableRow, Table: 1, HeaderRow: rapid.Bool().Draw(t, "head")}
				for range rapid.IntRange(1, 3).Draw(t, "cells") {
					row.Cells = append(row.Cells, read.Cell{Columns: 1, Blocks: rapid.SliceOfN(anyBlock(), 0, 2).Draw(t, "within")})
				}
				b = row
			}
			b.Line = n + 1
			d.Blocks = append(d.Blocks, b)
		}
		return d
	})
}

// TestNoWordIsLost reads documents of any kind, and again with corrections:
// every word is somewhere, every piece has a place of its own, and the same
// gives the same.
func TestNoWordIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDocument().Draw(t, "document")
		o := Options{Date: "2022-03-04"}
		f := Meeting(d, o)
		holdAll(t, d, f)
		o.Said = Said{}
		for _, p := range f.Pieces {
			if rapid.IntRange(0, 4).Draw(t, "said") == 0 {
				o.Said[p.Place] = rapid.SampledFrom([]What{Paragraph, Bullet, Item, Subheading, Dropped, Interest, Movement, Approval, Signature}).Draw(t, "what")
			}
		}
		again := Meeting(d, o)
		holdAll(t, d, again)
		for i, p := range again.Pieces {
			if p.Place != f.Pieces[i].Place {
				t.Fatalf("piece %d moved from %v to %v", i, f.Pieces[i].Place, p.Place)
			}
			if what, said := o.Said[p.Place]; said && (p.As != what || p.Confidence != 1) {
				t.Fatalf("piece %v is %s, and %s was said", p.Place, p.As, what)
			}
		}
	})
}

// holdAll holds that nothing was lost and that identities and places are each
// one's own.
func holdAll(t interface{ Fatalf(string, ...any) }, d read.Document, f Found) {
	if words := lost(d, f); len(words) > 0 {
		var told strings.Builder
		for _, p := range f.Pieces {
			fmt.Fprintf(&told, "%v %s (%s) %q label %q is", p.Place, p.As, p.Why, p.Source, p.Label)
			for _, id := range p.IDs {
				e, _, _ := f.Meeting.Entry(id)
				it, _ := f.Meeting.Item(id)
				fmt.Fprintf(&told, " %q", it.Reference+it.Title+e.Text)
			}
			told.WriteString("\n")
		}
		t.Fatalf("lost %v\n%s", words, told.String())
	}
	places := map[Place]bool{}
	for _, p := range f.Pieces {
		if places[p.Place] {
			t.Fatalf("two pieces at %v", p.Place)
		}
		places[p.Place] = true
	}
	ids := map[model.ID]bool{}
	for _, it := range f.Meeting.Items {
		if ids[it.ID] {
			t.Fatalf("two items %s", it.ID)
		}
		ids[it.ID] = true
		for _, e := range it.Entries {
			if ids[e.ID] {
				t.Fatalf("two entries %s", e.ID)
			}
			ids[e.ID] = true
		}
	}
}

// FuzzMeeting reads any text as minutes: nothing panics, and no word is lost.
func FuzzMeeting(f *testing.F) {
	f.Add("Quay Board\n\nPresent: Ann Moss\n\n1. Apologies There were none.\n\n2. Finance\n\n2.1. The Clerk reported:\n- rates\n- rents\n\nPage 1 of 2\n")
	f.Add("124/17 Welcome The Chair was there. 125/17 Roads • a • b\n\n126/17 Close\n\n9\n")
	f.Add("# Minutes\n\n## One\n\n| No | Item |\n|---|---|\n| **1.** | **Two** |\n")
	f.Add("0) Apologies none")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"x.txt", "x.md"} {
			d, err := read.File(name, []byte(text))
			if err != nil {
				continue
			}
			if words := lost(d, Meeting(d, Options{})); len(words) > 0 {
				t.Fatalf("%s: lost %v", name, words)
			}
		}
	})
}
