package register

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/packed"
)

// The actions of one meeting are kept as one record, so that the register of
// all meetings can be filtered without reading what is not wanted: first what
// they have in common, then each in brief, then each one's words, then the
// words it is found by.

// Pack is the record of the actions of one meeting, which are all of them.
func Pack(actions []Action) []byte {
	if len(actions) == 0 {
		return nil
	}
	sorted := slices.SortedStableFunc(slices.Values(actions), ByMeeting)
	var record, briefs, words, found packed.Writer
	outstanding := 0
	for _, a := range sorted {
		if a.State.Outstanding() {
			outstanding++
		}
		packBrief(&briefs, a)
		var own packed.Writer
		packWords(&own, a)
		words.Part(own.Record())
		found.Text(" " + strings.Join(find.Tokens(a.words()), " "))
	}
	first := sorted[0]
	record.Text(string(first.BodyID))
	record.Text(first.Body)
	record.Text(string(first.Date))
	record.Number(outstanding)
	record.Number(len(sorted))
	record.Part(briefs.Record())
	record.Part(words.Record())
	record.Part(found.Record())
	return record.Record()
}

func packBrief(w *packed.Writer, a Action) {
	w.Text(string(a.ID))
	w.Text(string(a.State))
	w.Number(a.Number)
	w.Text(string(a.Due.Date))
	w.Text(string(a.Chase))
	w.Texts(a.Owners)
	w.Text(string(a.On))
	w.Text(a.Made)
	w.Text(string(a.NotedBy))
	w.Text(string(a.Item))
	w.Text(a.Printed)
	w.Flag(a.Restricted)
	w.Flag(a.Tombstone)
}

func readBrief(r *packed.Reader[string], a *Action) {
	a.ID = model.ID(r.Text())
	a.State = model.ActionState(r.Text())
	a.Number = r.Number()
	a.Due.Date = model.Date(r.Text())
	a.Chase = model.Date(r.Text())
	a.Owners = r.Texts()
	a.On = model.Date(r.Text())
	a.Made = r.Text()
	a.NotedBy = model.ID(r.Text())
	a.Item = model.ID(r.Text())
	a.Printed = r.Text()
	a.Restricted = r.Flag()
	a.Tombstone = r.Flag()
}

func packWords(w *packed.Writer, a Action) {
	w.Text(a.Forum)
	w.Text(a.Text)
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
	a.Forum = r.Text()
	a.Text = r.Text()
	a.Due.Words = r.Text()
	a.Note = r.Text()
	a.By = r.Text()
	a.Link = r.Text()
	a.Agreed = r.Texts()
	a.To = r.Text()
	a.ToMeeting = model.ID(r.Text())
	a.ToAction = model.ID(r.Text())
}

// Unpack are the actions of a record that [Pack] made for a meeting, in the
// order of [ByMeeting]. The error is [packed.ErrSpoilt].
func Unpack(meeting model.ID, record []byte) ([]Action, error) {
	if len(record) == 0 {
		return nil, nil
	}
	r := packed.Read(string(record))
	common := Action{Meeting: meeting, BodyID: model.ID(r.Text()), Body: r.Text(), Date: model.Date(r.Text())}
	r.Number()
	n := r.Number()
	briefs, words := packed.Read(r.Text()), packed.Read(r.Text())
	if n > len(record) || r.Err() != nil {
		return nil, packed.ErrSpoilt
	}
	actions := make([]Action, n)
	for i := range actions {
		actions[i] = common
		readBrief(&briefs, &actions[i])
		own := packed.Read(words.Text())
		readWords(&own, &actions[i])
		if own.Err() != nil {
			return nil, own.Err()
		}
	}
	return actions, cmp.Or(briefs.Err(), words.Err())
}

// Scan goes over the records of many meetings for what a filter wants.
type Scan struct {
	matcher
	// text are the words of the filter, each as it begins a word of a record.
	text [][]byte
	// bodies, owners and forums are the names that were met before, and whether
	// they are wanted.
	bodies, owners, forums map[string]bool
	found                  []held
	total                  int
}

// held are the wanted actions of one meeting.
type held struct {
	meeting model.ID
	date    model.Date
	actions []Action
}

// Scan begins to look for what f wants.
func (f Filter) Scan() *Scan {
	s := &Scan{matcher: f.matcher(), bodies: map[string]bool{}, owners: map[string]bool{}, forums: map[string]bool{}}
	for _, w := range s.matcher.text.Words() {
		s.text = append(s.text, []byte(" "+w))
	}
	return s
}

// Meeting looks at the record of a meeting, which it keeps no part of. The
// error is [packed.ErrSpoilt].
func (s *Scan) Meeting(meeting, record []byte) error {
	if len(record) == 0 {
		return nil
	}
	r := packed.Read(record)
	bodyID, body, date := r.Text(), r.Text(), r.Text()
	outstanding, n := r.Number(), r.Number()
	briefs, words, found := r.Text(), r.Text(), r.Text()
	if r.Err() != nil {
		return r.Err()
	}
	if s.BodyID != "" && string(bodyID) != string(s.BodyID) || outstanding == 0 && (s.Open || s.Overdue || s.Chase) || !s.hasText(found) {
		return nil
	}
	if !s.body.Empty() && !s.named(s.bodies, s.body, string(body)) {
		return nil
	}
	common := Action{Meeting: model.ID(meeting), BodyID: model.ID(bodyID), Body: string(body), Date: model.Date(date)}
	return s.actions(common, n, string(briefs), words, found)
}

// actions looks at the actions of one meeting.
func (s *Scan) actions(common Action, n int, briefs string, words, found []byte) error {
	h := held{meeting: common.Meeting, date: common.Date}
	brief, own, tokens := packed.Read(briefs), packed.Read(words), packed.Read(found)
	for range n {
		a := common
		readBrief(&brief, &a)
		about, said := own.Text(), tokens.Text()
		if brief.Err() != nil {
			return brief.Err()
		}
		if s.standing(a) && s.owned(a) && s.reported(about) && s.hasText(said) {
			h.actions = append(h.actions, a)
		}
	}
	if len(h.actions) > 0 {
		s.found = append(s.found, h)
		s.total += len(h.actions)
	}
	return cmp.Or(own.Err(), tokens.Err())
}

// hasText says whether every word of the filter begins one of the words found.
func (s *Scan) hasText(found []byte) bool {
	return !slices.ContainsFunc(s.text, func(w []byte) bool { return !bytes.Contains(found, w) })
}

func (s *Scan) owned(a Action) bool {
	return s.owner.Empty() || slices.ContainsFunc(a.Owners, func(name string) bool { return s.named(s.owners, s.owner, name) })
}

// reported says whether the forum, which the words of an action begin with, is
// wanted.
func (s *Scan) reported(words []byte) bool {
	if s.forum.Empty() {
		return true
	}
	r := packed.Read(words)
	return s.named(s.forums, s.forum, string(r.Text()))
}

// named says whether a name is wanted, and remembers it.
func (s *Scan) named(known map[string]bool, q find.Query, name string) bool {
	wanted, ok := known[name]
	if !ok {
		wanted = q.Names(name)
		known[strings.Clone(name)] = wanted
	}
	return wanted
}

// Actions are those that were wanted, in brief, in the order of [Newest].
func (s *Scan) Actions() []Action {
	slices.SortFunc(s.found, func(a, b held) int {
		return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(a.meeting, b.meeting))
	})
	all := make([]Action, 0, s.total)
	for _, h := range s.found {
		all = append(all, h.actions...)
	}
	return all
}
