package register

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/packed"
)

// The actions of one meeting are kept as two records, so that the register of
// all meetings can be filtered without reading what is not wanted: one of the
// actions in brief and the numbers of the words that each is found by, and one
// of their words.

// Pack are the records of the actions of one meeting, which are all of them;
// number gives words their numbers in the vocabulary of the book. What they are
// found by is added to the signature of the meeting.
func Pack(actions []Action, number find.Numbering, signature find.Signature) (briefs, words []byte) {
	if len(actions) == 0 {
		return nil, nil
	}
	sorted := slices.SortedStableFunc(slices.Values(actions), ByMeeting)
	signed := func(word string) uint32 {
		n := number(word)
		signature.Add(n)
		return n
	}
	var brief, word packed.Writer
	brief.Number(len(sorted))
	word.Number(len(sorted))
	brief.Part(find.Numbers(find.Tokens(sorted[0].held()), signed))
	for _, a := range sorted {
		brief.Part(find.Numbers(find.Tokens(a.own()), signed))
		var own packed.Writer
		packBrief(&own, a)
		brief.Part(own.Record())
		packWords(&word, a)
	}
	return brief.Record(), word.Record()
}

func packBrief(w *packed.Writer, a Action) {
	w.Text(string(a.State))
	w.Text(string(a.Due.Date))
	w.Text(string(a.Chase))
	w.Text(a.Forum)
	w.Texts(a.Owners)
	w.Text(string(a.ID))
	w.Number(a.Number)
	w.Text(string(a.On))
	w.Text(a.Made)
	w.Text(string(a.NotedBy))
	w.Flag(a.Restricted)
	w.Flag(a.Tombstone)
}

// readStanding reads what most filters ask for, and readRest what is behind it.
func readStanding(r *packed.Reader[string], a *Action) {
	a.State = model.ActionState(r.Text())
	a.Due.Date = model.Date(r.Text())
	a.Chase = model.Date(r.Text())
	a.Forum = r.Text()
}

func readRest(r *packed.Reader[string], a *Action, owners *[]string) {
	a.Owners = r.TextsIn(owners)
	a.ID = model.ID(r.Text())
	a.Number = r.Number()
	a.On = model.Date(r.Text())
	a.Made = r.Text()
	a.NotedBy = model.ID(r.Text())
	a.Restricted = r.Flag()
	a.Tombstone = r.Flag()
}

// readBrief reads what packBrief wrote. Owners has the room for those of many
// actions; it may be nil.
func readBrief(r *packed.Reader[string], a *Action, owners *[]string) {
	readStanding(r, a)
	readRest(r, a, owners)
}

func packWords(w *packed.Writer, a Action) {
	w.Text(a.Text)
	w.Text(string(a.Item))
	w.Text(a.Printed)
	w.Text(a.Due.Words)
	w.Text(a.Note)
	w.Text(a.By)
	w.Text(a.Link)
	w.Texts(a.Agreed)
	w.Text(a.To)
	w.Text(string(a.ToMeeting))
	w.Text(string(a.ToAction))
}

func readWords(r *packed.Reader[string], a *Action) {
	a.Text = r.Text()
	a.Item = model.ID(r.Text())
	a.Printed = r.Text()
	a.Due.Words = r.Text()
	a.Note = r.Text()
	a.By = r.Text()
	a.Link = r.Text()
	a.Agreed = r.Texts()
	a.To = r.Text()
	a.ToMeeting = model.ID(r.Text())
	a.ToAction = model.ID(r.Text())
}

// Held is the meeting that agreed actions, as far as they are filtered by it.
type Held struct {
	Meeting, BodyID model.ID
	Body            string
	Date            model.Date
}

// of puts the meeting into an action of it.
func (h Held) of(a *Action) {
	a.Meeting, a.BodyID, a.Body, a.Date = h.Meeting, h.BodyID, h.Body, h.Date
}

// Unpack are the actions of the records that [Pack] made for a meeting, in the
// order of [ByMeeting]. The error is [packed.ErrSpoilt].
func Unpack(h Held, briefs, words []byte) ([]Action, error) {
	if len(briefs) == 0 && len(words) == 0 {
		return nil, nil
	}
	brief, word := packed.Read(string(briefs)), packed.Read(string(words))
	n := brief.Count()
	if word.Count() != n {
		return nil, packed.ErrSpoilt
	}
	brief.Text()
	actions := make([]Action, n)
	for i := range actions {
		h.of(&actions[i])
		brief.Text()
		own := packed.Read(brief.Text())
		readBrief(&own, &actions[i], nil)
		readWords(&word, &actions[i])
	}
	return actions, cmp.Or(brief.Err(), word.Err())
}

// Used tells the numbers of all words in a record in brief that [Pack] made.
// The error is [packed.ErrSpoilt].
func Used(briefs []byte, use func(number uint32)) error {
	r := packed.Read(string(briefs))
	n := r.Count()
	find.UsedNumbers([]byte(r.Text()), use)
	for range n {
		find.UsedNumbers([]byte(r.Text()), use)
		r.Text()
	}
	return r.Err()
}

// Scan goes over the records of many meetings for what a filter wants.
type Scan struct {
	matcher
	// text are the words of the filter, nil where it asks for none; somewhere
	// are the words of names, which a meeting has or has no such name.
	text      *find.Wanted
	somewhere [2]find.Wanted
	// names are those of bodies, owners and forums that were met before, and
	// whether they are wanted.
	names [3]map[string]bool
	// every says that nothing but words and bodies is asked for.
	every bool
	found []*held
	total int
	// copied are the actions of one meeting, of the record in the book, ends where
	// each ends, and wanted those of them that are wanted.
	copied, wanted []byte
	ends           []int
}

// The names that a scan remembers.
const (
	bodies = iota
	owners
	forums
)

// held are the wanted actions of one meeting, each in brief: so many packed one
// behind another, or as they are where there is no record of them.
type held struct {
	Held
	packed  string
	many    int
	actions []Action
}

// Scan begins to look in a book of that vocabulary for what f wants.
func (f Filter) Scan(v find.Vocabulary) *Scan {
	s := &Scan{matcher: f.matcher(), names: [3]map[string]bool{{}, {}, {}}}
	s.every = reflect.DeepEqual(Filter{Text: f.Text, Body: f.Body, BodyID: f.BodyID, Today: f.Today}, f)
	s.somewhere = [2]find.Wanted{s.owner.Whole(v), s.forum.Whole(v)}
	if !s.matcher.text.Empty() {
		wanted := s.matcher.text.Wanted(v)
		s.text = &wanted
	}
	return s
}

// Join adds what another found in other meetings.
func (s *Scan) Join(other *Scan) {
	s.found = append(s.found, other.found...)
	s.total += other.total
}

// Wants says whether the actions of a meeting, so many of which are still to be
// done, can be wanted; signature says which words may be in it.
func (s *Scan) Wants(bodyID, body []byte, outstanding int, signature find.Signature) bool {
	switch {
	case s.BodyID != "" && string(bodyID) != string(s.BodyID),
		outstanding == 0 && (s.Open || s.Overdue || s.Chase),
		s.text != nil && !s.text.May(signature), !s.somewhere[0].May(signature), !s.somewhere[1].May(signature):
		return false
	}
	return s.named(bodies, s.body, string(body))
}

// Meeting looks at the record in brief of a meeting that is wanted, which it
// keeps no part of. The error is [packed.ErrSpoilt].
func (s *Scan) Meeting(h Held, briefs []byte) error {
	if len(briefs) == 0 {
		return nil
	}
	r := packed.Read(briefs)
	n, common := r.Count(), r.Text()
	s.copied, s.ends = s.copied[:0], s.ends[:0]
	for range n {
		words, brief := r.Text(), r.Text()
		if s.text == nil || s.text.In(common, words) {
			s.copied = append(s.copied, brief...)
			s.ends = append(s.ends, len(s.copied))
		}
	}
	if copied, many := s.briefs(h.BodyID); many > 0 {
		s.found = append(s.found, &held{Held: h, packed: copied, many: many})
		s.total += many
	}
	return r.Err()
}

// briefs are those of the copied actions that are wanted, and how many they are.
func (s *Scan) briefs(body model.ID) (wanted string, many int) {
	copied := string(s.copied)
	if s.every {
		return copied, len(s.ends)
	}
	from := 0
	s.wanted = s.wanted[:0]
	for _, to := range s.ends {
		if brief := copied[from:to]; s.keepsBrief(body, brief) {
			s.wanted = append(s.wanted, brief...)
			many++
		}
		from = to
	}
	if many < len(s.ends) {
		copied = string(s.wanted)
	}
	return copied, many
}

// Whole looks at the actions of a meeting of which there is no record.
func (s *Scan) Whole(h Held, actions []Action) {
	var wanted []Action
	for _, a := range slices.SortedStableFunc(slices.Values(actions), ByMeeting) {
		if s.keeps(a) {
			wanted = append(wanted, a.Brief())
		}
	}
	if len(wanted) > 0 {
		s.found = append(s.found, &held{Held: h, actions: wanted})
		s.total += len(wanted)
	}
}

// keepsBrief is keeps for an action in brief, but for words.
func (s *Scan) keepsBrief(body model.ID, brief string) bool {
	a, r := Action{BodyID: body}, packed.Read(brief)
	readStanding(&r, &a)
	if !s.standing(a) || !s.named(forums, s.forum, a.Forum) {
		return false
	}
	if s.owner.Empty() {
		return true
	}
	return slices.ContainsFunc(r.Texts(), func(name string) bool { return s.named(owners, s.owner, name) })
}

// named says whether a name is wanted, and remembers it.
func (s *Scan) named(of int, q find.Query, name string) bool {
	if q.Empty() {
		return true
	}
	wanted, ok := s.names[of][name]
	if !ok {
		wanted = q.Names(name)
		s.names[of][strings.Clone(name)] = wanted
	}
	return wanted
}

// Actions are those that were wanted, in brief, in the order of [Newest]. Two
// readers would make them no sooner: what takes the time is the memory that they
// need, which the system gives to one after another.
func (s *Scan) Actions() []Action {
	slices.SortFunc(s.found, func(a, b *held) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Meeting, b.Meeting))
	})
	all := make([]Action, s.total)
	// A list as long sets off the clearing of memory, which looks it through at the
	// same time: a page of it that is looked at before it is written to is made
	// twice. So each is written to first, and fast; this many fit into one.
	const inPage = 8
	for i := 0; i < len(all); i += inPage {
		all[i].Number = 0
	}
	at := all
	var owners []string
	for _, h := range s.found {
		at = at[copy(at, h.actions):]
		r := packed.Read(h.packed)
		for i := range h.many {
			h.of(&at[i])
			readBrief(&r, &at[i], &owners)
			at[i].Forum = ""
		}
		at = at[h.many:]
	}
	return all
}
