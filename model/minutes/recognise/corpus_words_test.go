package recognise

import (
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// marks are what stands in a text beside its words: the addresses of links,
// and tags. The words of comments are words.
var (
	linked   = regexp.MustCompile(`([^!]|^)(\[[^\]\n]*\])\((?:[^()\n]|\([^()\n]*\))*\)`)
	comments = regexp.MustCompile(`<!--|-->`)
	tagged   = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
)

// wordsOf are the words of the text of a file with the lines that they are in.
func wordsOf(text string) (count map[string]int, lines map[string][]int) {
	count, lines = map[string]int{}, map[string][]int{}
	for i, line := range strings.Split(text, "\n") {
		for {
			bare := linked.ReplaceAllString(line, "$1$2")
			if bare == line {
				break
			}
			line = bare
		}
		line = tagged.ReplaceAllString(comments.ReplaceAllString(line, " "), " ")
		for _, word := range tokens(html.UnescapeString(line)) {
			count[word]++
			lines[word] = append(lines[word], i+1)
		}
	}
	return count, lines
}

// holdWords holds that every word of a file is in the meeting, or in a label or
// in the record of what was dropped, and gives how many are not.
func holdWords(t *testing.T, of minutes, _ read.Document, f Found) (lost int) {
	t.Helper()
	source, lines := wordsOf(of.text)
	kept := meetingWords(f)
	for _, p := range f.Pieces {
		printed := map[string]int{}
		count(printed, p.Source)
		for _, word := range tokens(p.Label) {
			if printed[word]--; printed[word] < 0 {
				t.Errorf("%s:%d: the label %q has %q, the source has not: %s", of.name, p.Line, p.Label, word, p.Source)
			}
			kept[word]++
		}
		if p.As == Dropped {
			count(kept, p.Source)
		}
	}
	var told []string
	for _, word := range slices.Sorted(maps.Keys(source)) {
		n := source[word]
		if short := n - kept[word]; short > 0 {
			lost += short
			told = append(told, fmt.Sprintf("%s (%d of %d, lines %v)", word, short, n, lines[word][:min(len(lines[word]), 8)]))
		}
	}
	if testing.Verbose() && lost > 0 {
		fmt.Printf("%s: %d words lost: %s\n", of.number, lost, strings.Join(told[:min(len(told), mostTold)], "; "))
	}
	return lost
}

// holdShares holds that not too much of a file is in labels or was dropped: a
// recogniser that took nothing for minutes would lose no word either. What says
// how a page looks does not count.
func holdShares(t *testing.T, of minutes, d read.Document, f Found) {
	t.Helper()
	all, labels, dropped := 0, 0, 0
	for _, p := range f.Pieces {
		if d.Blocks[p.Block].Kind == read.Matter {
			continue
		}
		said, printed := len(tokens(p.Label)), len(tokens(p.Source))
		if said > mostLabel {
			t.Errorf("%s:%d: a label of %d words: %s", of.name, p.Line, said, p.Label)
		}
		all += printed
		labels += said
		if p.As == Dropped {
			dropped += printed
		}
	}
	if testing.Verbose() {
		fmt.Printf("%s: %d words, %d in labels, %d dropped\n", of.number, all, labels, dropped)
	}
	if s := share(labels, all); s > mostLabels {
		t.Errorf("%s: %.2f of the words are in labels", of.name, s)
	}
	if s := share(dropped, all); s > mostDropped {
		t.Errorf("%s: %.2f of the words were dropped", of.name, s)
	}
}

// mostTold is how many lost words are listed of a file.
const mostTold = 30

func count(into map[string]int, texts ...string) {
	for _, text := range texts {
		for _, word := range tokens(text) {
			into[word]++
		}
	}
}

// meetingWords counts the words that are in the meeting.
func meetingWords(f Found) map[string]int {
	kept := map[string]int{}
	m := f.Meeting
	count(kept, m.Body, m.Title, m.Venue, m.PublicationType, f.Signed)
	if m.Next != nil {
		count(kept, m.Next.Venue)
	}
	groups := map[string]bool{}
	for _, a := range m.Attendees {
		count(kept, a.Name, a.Post, a.Reason, a.DeputyFor)
		count(kept, a.Items...)
		if !groups[a.Group] {
			groups[a.Group] = true // a heading is printed once
			count(kept, a.Group)
		}
	}
	for _, it := range m.Items {
		count(kept, it.Reference, it.Title, it.Outcome, it.Presenter)
		for _, p := range it.Papers {
			count(kept, p.Title, p.Reference)
		}
		for _, e := range it.Entries {
			entryWords(kept, e)
		}
	}
	if m.Frozen != nil {
		for _, label := range m.Frozen.Paragraphs {
			count(kept, label)
		}
	}
	return kept
}

// entryWords counts the words of an entry. What facts repeat of its text is
// not there twice.
func entryWords(kept map[string]int, e model.Entry) {
	text, facts := map[string]int{}, map[string]int{}
	count(text, model.Plain(e.Text), string(e.At))
	if a := e.Action; a != nil {
		count(facts, a.Owners...)
		count(facts, a.Due.Words, a.Forum)
	}
	if r := e.Resolution; r != nil {
		count(facts, r.Mover, r.Seconder, r.Number, r.Result)
	}
	if v := e.Vote; v != nil {
		count(facts, v.ForNames...)
		count(facts, v.AgainstNames...)
		count(facts, v.AbstainNames...)
		count(facts, v.Result)
		for _, n := range []*int{v.For, v.Against, v.Abstain} {
			if n != nil {
				count(facts, fmt.Sprint(*n))
			}
		}
	}
	if i := e.Interest; i != nil {
		count(facts, i.Who, i.Item, i.Nature)
	}
	for word, n := range facts {
		text[word] = max(text[word], n)
	}
	for word, n := range text {
		kept[word] += n
	}
}
