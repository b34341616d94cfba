package returned_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/returned"
)

// retyped is the file of a meeting with words typed over.
func retyped(t *testing.T, m model.Meeting, s minutes.Style, a minutes.Audience, words ...string) read.Document {
	t.Helper()
	file := unpacked(t, written(t, m, s, a))
	for i := 0; i < len(words); i += 2 {
		file.retype(words[i], words[i+1])
	}
	return opened(t, file.packed())
}

func mint() model.Correction { return model.Correction{ID: "c1", On: "2026-03-20"} }

func TestCirculatedMinutesTakeCorrectionsAndSealedOnesNothing(t *testing.T) {
	t.Parallel()
	m := script(t, quay)
	m.State = model.Draft
	sent, _, err := m.With(model.Circulate{Circulation: model.Circulation{On: "2026-03-05", Rev: m.Rev}})
	if err != nil {
		t.Fatal(err)
	}
	r := found(t, retyped(t, m, style(t, "publication"), minutes.Full, "The dredger is late.", "The dredger is here."), m, sent)
	if len(r.Proposals) != 1 {
		t.Fatal(listed(r))
	}
	c, err := returned.Accept(sent, r.Proposals[0], mint)
	if err != nil {
		t.Fatal(err)
	}
	next, _, err := sent.With(c)
	if err != nil || len(next.Corrections) != 1 || next.Corrections[0].Entry.Text != "The dredger is here." {
		t.Errorf("%+v, %v", next.Corrections, err)
	}
	sent.State, sent.Seal = model.Approved, &model.SealMark{N: 1}
	var sealed *model.Sealed
	if _, err := returned.Accept(sent, r.Proposals[0], mint); !errors.As(err, &sealed) {
		t.Errorf("sealed minutes take it: %v", err)
	}
}

func TestWhatChangedInTheBookMeanwhile(t *testing.T) {
	t.Parallel()
	m := script(t, quay)
	set := func(text, to string) func(model.Meeting) model.Meeting {
		return func(m model.Meeting) model.Meeting {
			for i := range m.Items {
				for j := range m.Items[i].Entries {
					if e := &m.Items[i].Entries[j]; e.Text == text {
						e.Text = to
					}
				}
			}
			return m
		}
	}
	gone := func(m model.Meeting) model.Meeting {
		it := &m.Items[2]
		it.Entries = slices.DeleteFunc(it.Entries, func(e model.Entry) bool { return e.Text == "The dredger is late." })
		return m
	}
	d := retyped(t, m, style(t, "publication"), minutes.Full, "The dredger is late.", "The dredger is here.")
	for name, c := range map[string]struct {
		book     func(model.Meeting) model.Meeting
		conflict bool
		now      string
		already  int
	}{
		"elsewhere":         {set("Nothing else was said about the harbour.", "Nothing was said."), false, "", 0},
		"to the same":       {set("The dredger is late.", "The dredger is here."), false, "", 1},
		"to something else": {set("The dredger is late.", "The dredger sank."), true, "The dredger sank.", 0},
		"gone":              {gone, true, "", 0},
	} {
		r := found(t, d, m, c.book(m.Clone()))
		if r.Already != c.already || len(r.Proposals) != 1-c.already {
			t.Errorf("%s: %d already, %s", name, r.Already, listed(r))
			continue
		}
		if c.already == 0 && (r.Proposals[0].Conflict != c.conflict || r.Proposals[0].Now != c.now) {
			t.Errorf("%s: %+v", name, r.Proposals[0])
		}
	}
}

// What the public copy leaves out stays in the book, whatever is edited around it.
func TestWordsAroundWhatIsWithheld(t *testing.T) {
	t.Parallel()
	m := script(t, `/body Quay Board
/style note
/date 3 March 2026
# Lease
The tenant, Harold Finch, asked for a lower rent in May.
The letter of Harold Finch was read.
`)
	m.Items[0].Entries[0].Withheld = []model.Phrase{{Words: "Harold Finch", Restriction: model.Restriction{Reason: "Personal"}}}
	m.Items[0].Entries[1].Withheld = m.Items[0].Entries[0].Withheld
	s := style(t, "note")
	r := found(t, retyped(t, m, s, minutes.Public, "a lower rent in May", "a much lower rent in June"), m, m)
	if len(r.Proposals) != 1 || r.Audience != minutes.Public {
		t.Fatal(listed(r))
	}
	got := accepted(t, m, r.Proposals).Items[0].Entries[0]
	if got.Text != "The tenant, Harold Finch, asked for a much lower rent in June." || len(got.Withheld) != 1 {
		t.Errorf("%+v", got)
	}
	public, err := minutes.Compose(m, s, minutes.Public)
	if err != nil {
		t.Fatal(err)
	}
	stub := ""
	for _, b := range public.Blocks {
		if p, ok := b.(minutes.Paragraph); ok && stub == "" {
			_, rest, _ := strings.Cut(model.Words(p.Text), "The tenant, ")
			stub, _, _ = strings.Cut(rest, " asked")
		}
	}
	r = found(t, retyped(t, m, s, minutes.Public, stub+" asked", "Mr Smith asked"), m, m)
	if len(r.Proposals) != 1 || r.Proposals[0].Hand == "" {
		t.Errorf("what stands for withheld words is taken over: %s", listed(r))
	}
}

func TestOtherPapersOfTheMeeting(t *testing.T) {
	t.Parallel()
	m := script(t, quay)
	for _, s := range styles(t) {
		agenda, err := minutes.ComposeAgenda(m, s, minutes.Full)
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := docx.Write(&file, agenda); err != nil {
			t.Fatal(err)
		}
		var none *returned.NoMinutes
		if _, err := returned.Read(returned.Input{Document: opened(t, file.Bytes()), Base: m, Now: m, Styles: styles(t), NewID: ids("new")}); !errors.As(err, &none) {
			t.Errorf("%s: the agenda is taken for minutes: %v", s.Name, err)
		}
		extract, err := minutes.ComposeExtract(m, s, minutes.Full, []model.ID{m.Items[1].ID})
		if err != nil {
			t.Fatal(err)
		}
		file.Reset()
		if err := docx.Write(&file, extract); err != nil {
			t.Fatal(err)
		}
		if r := found(t, opened(t, file.Bytes()), m, m); len(r.Proposals) > 0 || len(r.Left) > 0 || !r.Extract {
			t.Errorf("%s: an extract proposes\n%s", s.Name, listed(r))
		}
	}
}

// kept is a book with one meeting.
type kept struct {
	now       model.Meeting
	revisions map[int]model.Meeting
	files     []model.File
}

var errNone = errors.New("there is none")

func (b kept) Meeting(id model.ID) (model.Meeting, error) {
	if id != b.now.ID {
		return model.Meeting{}, errNone
	}
	return b.now, nil
}

func (b kept) Revision(_ model.ID, rev int) (model.Meeting, error) {
	if m, ok := b.revisions[rev]; ok {
		return m, nil
	}
	return model.Meeting{}, errNone
}

func (b kept) Revisions(model.ID) (list []model.Revision, err error) {
	for rev := range b.revisions {
		list = append(list, model.Revision{Rev: rev})
	}
	return list, nil
}

func (b kept) File(sha string) (model.File, error) {
	for _, f := range b.files {
		if f.SHA256 == sha {
			return f, nil
		}
	}
	return model.File{}, errNone
}

func TestWhatAFileIsComparedWith(t *testing.T) {
	t.Parallel()
	m := script(t, quay)
	data := written(t, m, style(t, "publication"), minutes.Full)
	d := opened(t, data)
	later := m.Clone()
	later.Rev = 60
	later.Items[2].Entries[0].Text = "The dredger sank."
	sent := model.NewFile("sent.docx", data)
	circulated := later.Clone()
	circulated.Circulated = []model.Circulation{{On: "2026-03-05", Rev: m.Rev, SHA256: sent.SHA256, Name: "sent.docx"}}
	for want, book := range map[returned.Basis]kept{
		returned.Same:     {now: m},
		returned.Revision: {now: later, revisions: map[int]model.Meeting{m.Rev: m}},
		returned.Sent:     {now: circulated, files: []model.File{sent}},
		returned.Today:    {now: later},
	} {
		s, err := returned.Of(book, d, styles(t))
		if err != nil || s.Basis != want || s.Version != m.Rev {
			t.Errorf("%s: %s, %v", want, s.Basis, err)
			continue
		}
		// The book's own later words are no edit of the file's, unless nothing else
		// is left to compare with.
		r := found(t, d, s.Base, s.Now)
		if n := len(r.Proposals); (want == returned.Today) != (n == 1) || n > 1 {
			t.Errorf("%s:\n%s", want, listed(r))
		}
	}
	var ours *returned.NotOurs
	if _, err := returned.Of(kept{now: m}, read.Document{Name: "x.docx"}, nil); !errors.As(err, &ours) {
		t.Errorf("%v", err)
	}
	var other *returned.OtherBook
	if _, err := returned.Of(kept{}, d, nil); !errors.As(err, &other) || !errors.Is(err, errNone) {
		t.Errorf("%v", err)
	}
}
