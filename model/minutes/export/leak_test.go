package export

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/ziptest"
)

// The canaries: a name that stands in restricted parts alone, a figure, a
// phrase of ordinary words, and a name that stands in private notes alone.
const (
	canary  = "quillonbrook"
	sum     = "4,917,233"
	phrase  = "the heron nests by the old weir"
	private = "zanzibarprivate"
)

// canaryMeeting is a meeting with canaries in all that is restricted or private.
type canaryMeeting struct {
	*rand.Rand
	n int
	m model.Meeting
	// printed are the canaries that every full document shows, kept those that
	// only files with every fact in them do.
	printed, kept []string
	ledger        []model.Event
}

func newCanaryMeeting(seed uint64) *canaryMeeting {
	c := &canaryMeeting{Rand: rand.New(rand.NewPCG(seed, 1))}
	c.m = model.Meeting{ID: "m", Body: "Harbour Board", Date: "2026-03-03", State: model.States[c.IntN(len(model.States))], Venue: "Custom House", Started: "10:00",
		Attendees: []model.Attendee{{ID: "ann", Name: "Ann Zelenka", Post: "Chair", Group: "Board", Mark: model.Present}, {ID: "bo", Name: "Bo Lee", Mark: model.Apologies, Reason: "away"}}}
	if c.some() {
		c.m.Restricting = c.reason()
	}
	for range 1 + c.IntN(4) {
		c.m.Items = append(c.m.Items, c.item())
	}
	c.life()
	return c
}

// life is what becomes of the minutes: they are sent to somebody, corrected, and
// approved in part.
func (c *canaryMeeting) life() {
	if !c.m.State.Frozen() || c.some() {
		return
	}
	c.m.Circulated = []model.Circulation{{On: "2026-03-09", To: []string{"clerk@" + c.bird(false) + ".example"}, Name: c.bird(false) + ".docx"}}
	for _, it := range c.m.Items {
		for _, e := range it.Entries {
			if e.Kind != model.Private && c.some() {
				c.correct(c.correction(it, e))
			}
		}
	}
	it := c.m.Items[c.IntN(len(c.m.Items))]
	c.correct(model.Correction{Entry: &model.Entry{ID: c.id(), Kind: model.Paragraph, Text: "It was " + c.bird(false) + " who asked.", Restricted: c.reason()}, Item: it.ID, After: model.Last})
	if c.some() {
		c.m.Passed = []model.Passed{{Part: model.OpenPart, Meeting: "next", On: "2026-05-05", SignedBy: "Ann Zelenka"}}
	}
}

func (c *canaryMeeting) correct(correction model.Correction) {
	correction.ID = c.id()
	next, _, err := c.m.With(model.Correct{Correction: correction})
	if err != nil && c.m.State == model.Circulated {
		panic(err)
	}
	if err == nil {
		c.m = next
	}
}

// correction is an entry put right, with more words, withheld where the entry
// is, or of themselves.
func (c *canaryMeeting) correction(it model.Item, e model.Entry) model.Correction {
	switch {
	case len(e.Withheld) > 0:
		name := "Orrin " + c.bird(false)
		e.Text += ", and " + name
		e.Withheld = append(slices.Clone(e.Withheld), model.Phrase{Words: name, Restriction: *c.reason()})
	case e.Restricted != nil, it.Restricted != nil:
		e.Text += " So did " + c.bird(false) + "."
	case c.some():
		e.Restricted = c.reason()
		e.Text += " " + strings.ToUpper(phrase) + ", said " + c.bird(false) + "."
	default:
		e.Text += " It rained."
	}
	return model.Correction{Entry: &e}
}

func (c *canaryMeeting) some() bool { return c.IntN(3) == 0 }

func (c *canaryMeeting) id() model.ID {
	c.n++
	return model.ID(fmt.Sprintf("id%03d", c.n))
}

func (c *canaryMeeting) reason() *model.Restriction {
	return &model.Restriction{Reason: []string{"price", "staffing matter", ""}[c.IntN(3)], Paragraph: []string{"", "3", "3 of Part 1 of Schedule 12A"}[c.IntN(3)]}
}

// bird is a canary unlike any other; a full document shows it where shown says
// so.
func (c *canaryMeeting) bird(shown bool) string {
	c.n++
	name := canary + string([]byte{'a' + byte(c.n/26%26), 'a' + byte(c.n%26)})
	c.kept = append(c.kept, name)
	if shown {
		c.printed = append(c.printed, name)
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// words are words with a canary in them, or ordinary ones.
func (c *canaryMeeting) words(hidden bool) string {
	if !hidden {
		return []string{"The Board noted the report of the weir.", "A heron was seen by the old gate.", "It nests there, 1,250 pounds or no."}[c.IntN(3)]
	}
	switch c.IntN(3) {
	case 0:
		return "The tender of " + c.bird(true) + " was " + sum + " pounds."
	case 1:
		return "**" + c.bird(true) + "**: " + phrase + "."
	}
	return "See [the letter](https://" + c.bird(false) + ".example.org/) of " + c.bird(true)
}

func (c *canaryMeeting) name(hidden, shown bool) string {
	if hidden {
		return "Orrin " + c.bird(shown)
	}
	return []string{"Ann Zelenka", "Bo Lee", "Harbour Master"}[c.IntN(3)]
}

func (c *canaryMeeting) item() model.Item {
	it := model.Item{ID: c.id(), Title: "Tenders"}
	if c.some() {
		it.Restricted, it.Title, it.PublicTitle = c.reason(), "Tender of "+c.bird(true), "A tender"
	}
	hidden := it.Restricted != nil
	if c.some() {
		it.OutcomeRestricted = c.reason()
	}
	if it.Outcome = "noted"; hidden || it.OutcomeRestricted != nil {
		it.Outcome = "referred to " + c.bird(true)
	}
	it.Papers = []model.Paper{{Title: "Survey", Reference: "HB/26/3"}}
	if c.some() {
		it.Papers = append(it.Papers, model.Paper{Title: "Appendix on " + c.bird(true), Reference: "https://example.org/" + c.bird(false), Restricted: c.reason()})
	}
	if !hidden && c.some() {
		bird := c.bird(true)
		it.Title, it.Withheld = "Tender of "+bird+" for the *weir*", []model.Phrase{{Words: bird, Restriction: *c.reason()}}
		if c.some() {
			it.Withheld[0].Words = canary + "gone"
		}
		if c.some() {
			it.Presenter = "Agent of " + bird
		}
	}
	if it.Presenter == "" {
		if c.some() {
			it.PresenterRestricted = c.reason()
		}
		it.Presenter = c.name(hidden || it.PresenterRestricted != nil, true)
	}
	for range 1 + c.IntN(7) {
		it.Entries = append(it.Entries, c.entry(hidden))
	}
	return it
}

func (c *canaryMeeting) entry(hidden bool) model.Entry {
	e := model.Entry{ID: c.id(), Kind: model.EntryKinds[c.IntN(len(model.EntryKinds))], At: "10:15"}
	switch {
	case e.Kind == model.Private:
		e.Text = "remind the chair of " + private + " and " + sum
		return e
	case c.some():
		e.Restricted, hidden = c.reason(), true
	case c.IntN(4) == 0:
		return c.inPart(e)
	}
	c.facts(&e, hidden)
	if e.Text == "" && e.Done == nil {
		e.Text = c.words(hidden)
	}
	if e.Kind == model.Action && hidden {
		c.ledger = append(c.ledger, model.Event{Meeting: "m", Action: e.ID, N: 1, State: model.Complete, On: "2026-04-01", Note: "paid " + c.bird(false)})
	}
	return e
}

// facts gives an entry all that its kind may have.
func (c *canaryMeeting) facts(e *model.Entry, hidden bool) {
	switch e.Kind {
	case model.Action:
		c.n++
		e.Number, e.Action = c.n, &model.ActionFacts{Owners: []string{c.name(hidden, true)}, Forum: c.name(hidden, true), Due: model.Due{Words: "the day of " + c.name(hidden, true), Date: "2026-04-09"}}
	case model.Decision, model.Motion:
		e.Resolution = &model.Resolution{Mover: c.name(hidden, true), Seconder: c.name(hidden, true), Number: "2026/14", Result: "carried"}
	case model.VoteTaken:
		for_ := c.IntN(9)
		e.Text = "for"
		e.Vote = &model.Vote{For: &for_, ForNames: []string{c.name(hidden, true)}, AgainstNames: []string{c.name(hidden, true)}, AbstainNames: []string{c.name(hidden, true)}}
	case model.Interest:
		e.Text = "declared"
		e.Interest = &model.InterestFact{Who: c.name(hidden, true), Item: "4", Nature: "shares of " + c.name(hidden, true), Left: c.some()}
	case model.Movement:
		e.Movement = &model.MovementFact{Way: model.In, Who: "ann"}
	case model.Bullet:
		e.Level = c.IntN(2)
	case model.Paragraph:
		if c.some() {
			e.Done = &model.DoneFact{Action: "14", Note: c.name(hidden, true)}
		}
	case model.Heading, model.Private:
	}
}

// inPart is an entry of which some words are withheld, those in the facts read
// from them too.
func (c *canaryMeeting) inPart(e model.Entry) model.Entry {
	shown := !slices.Contains([]model.EntryKind{model.VoteTaken, model.Interest}, e.Kind) // these print what was read from them
	bird := c.bird(shown)
	e.Text = "The Clerk asked **Orrin " + bird + "** for " + sum + " pounds, as " + phrase + ", by 9 April"
	e.Withheld = []model.Phrase{{Words: "orrin " + strings.ToUpper(bird), Restriction: *c.reason()}, {Words: sum, Restriction: *c.reason()}, {Words: phrase}}
	name := "Orrin " + bird
	switch e.Kind {
	case model.Action:
		c.n++
		e.Number, e.Action = c.n, &model.ActionFacts{Owners: []string{"Clerk", name}, Forum: "Panel of " + bird, Due: model.Due{Words: "9 April", Date: "2026-04-09"}}
		c.ledger = append(c.ledger, model.Event{Meeting: "m", Action: e.ID, N: 1, State: model.Complete, Note: "paid " + c.bird(false)})
	case model.Decision, model.Motion:
		e.Resolution = &model.Resolution{Mover: name, Seconder: "Ann Zelenka", Result: "carried"}
	case model.VoteTaken:
		e.Vote = &model.Vote{ForNames: []string{"Ann Zelenka"}, AgainstNames: []string{name}}
	case model.Interest:
		e.Interest = &model.InterestFact{Who: name, Nature: "a loan of " + sum + " pounds"}
	case model.Movement:
		e.Movement = &model.MovementFact{Way: model.Out, Who: "bo"}
	case model.Paragraph, model.Bullet, model.Heading, model.Private:
	}
	switch c.IntN(4) {
	case 0: // the text was changed since
		e.Withheld = append(e.Withheld, model.Phrase{Words: canary + "gone"})
	case 1: // a link leads there
		e.Text += " [there](https://example.org/" + bird + ")"
	}
	return e
}

// raw is all that stands in a file, unpacked.
func raw(t *testing.T, data []byte) string {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("PK")) {
		return strings.ToLower(string(data))
	}
	var b strings.Builder
	for name, part := range ziptest.Parts(t, data) {
		b.WriteString(name + "\n" + part + "\n")
	}
	return strings.ToLower(b.String())
}

// shows says which of the canaries stand in a file, read as it is and as words.
func shows(t *testing.T, ext string, data []byte, canaries ...string) []string {
	t.Helper()
	asIs, read := raw(t, data), seen(ext, data)
	var found []string
	for _, c := range canaries {
		if strings.Contains(asIs, c) || strings.Contains(read, strings.Join(words(c), " ")) {
			found = append(found, c)
		}
	}
	return found
}

// TestNothingLeaks makes every file of many meetings: no public one shows a
// canary or is refused, and every full one shows all of them.
func TestNothingLeaks(t *testing.T) {
	t.Parallel()
	const parallel = 10
	meetings := uint64(500)
	if raceDetector {
		meetings = 50 // some will do there: it is ten times as slow
	}
	for part := range uint64(parallel) {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < meetings; seed += parallel {
				c := newCanaryMeeting(seed)
				styles := minutes.StyleNames()
				in := input(t, c.m, minutes.Public)
				in.Ledger = c.ledger
				in.Later = []minutes.Later{{Date: "2027-01-12", Reference: "1.1"}, {Date: "2027-03-09", Reference: canary, Restricted: true}}
				var err error
				if in.Style, err = minutes.LoadStyle(styles[int(seed)%len(styles)]); err != nil {
					t.Fatal(err)
				}
				for _, ext := range Formats() {
					c.files(t, fmt.Sprintf("meeting %d %s", seed, ext), ext, in)
				}
			}
		})
	}
}

// files makes the files of a format for every audience.
func (c *canaryMeeting) files(t *testing.T, what, ext string, in Input) {
	t.Helper()
	public, err := Bytes(ext, in)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if found := shows(t, ext, public, canary, sum, phrase, private); found != nil {
		t.Fatalf("%s: the public file shows %q:\n%s", what, found, seen(ext, public))
	}
	wanted := c.printed
	if keepsPrivate(ext) {
		wanted = c.kept
		if ext == ".minutes" {
			wanted = c.printed // it has no ledger
		}
	}
	asked := []bool{false, true}
	if !keepsPrivate(ext) && c.n%5 > 0 {
		asked = asked[:1] // asked for or not, these never have them: a look now and then
	}
	for _, withPrivate := range asked {
		in.Audience, in.Private = minutes.Full, withPrivate
		full, err := Bytes(ext, in)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		asIs := raw(t, full) + seen(ext, full)
		for _, w := range wanted {
			if !strings.Contains(asIs, w) {
				t.Fatalf("%s: the full file lacks %q of %q", what, w, wanted)
			}
		}
		hasPrivate := slices.ContainsFunc(c.m.Items, func(it model.Item) bool {
			return slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Kind == model.Private })
		})
		if got, want := strings.Contains(asIs, private), hasPrivate && withPrivate && keepsPrivate(ext); got != want {
			t.Fatalf("%s, private %t: has private notes %t, want %t", what, withPrivate, got, want)
		}
	}
}
