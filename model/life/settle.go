package life

import (
	"cmp"
	"slices"

	"minutebook/model"
	"minutebook/model/register"
)

// Why says why earlier minutes were not approved, or not sealed, by an approval.
type Why string

// The reasons.
const (
	// NotInBook: the body has no earlier meeting on that day.
	NotInBook Why = "not in the book"
	// StillDraft: they were not circulated, so they are not approved by themselves.
	StillDraft Why = "still a draft"
	// PartOpen: the other part of them is not approved yet.
	PartOpen Why = "part open"
	// Unratified: what was done by mail or by the chair is not ratified yet.
	Unratified Why = "not ratified"
	// Already: another meeting approved them, and they are sealed.
	Already Why = "approved already"
)

// Outcome is what one approval came to.
type Outcome struct {
	Approval model.Approval
	// Meeting is the one whose minutes they are, as it is now; empty where the
	// book has none.
	Meeting model.Summary
	// Approved and Sealed say what is done by the batch.
	Approved, Sealed bool
	// Why they are not approved or not sealed; "" where all is done.
	Why Why
}

// Settlement is what a closed meeting does to earlier ones.
type Settlement struct {
	// Batch holds the earlier meetings, their seals, and the completed actions
	// that are noted. It is empty where all was done before.
	Batch model.Batch
	// Outcomes are one for each approval of which something is to be said.
	Outcomes []Outcome
	// Extraordinary warns that an extraordinary meeting approved minutes, which
	// it usually may not. It is done all the same.
	Extraordinary bool
}

// Empty says whether there is nothing to keep.
func (s Settlement) Empty() bool {
	return len(s.Batch.Meetings) == 0 && len(s.Batch.Seals) == 0 && len(s.Batch.Events) == 0
}

// Settle works out what m, once closed, does to earlier meetings: circulated
// minutes that it approves are passed, signed by its chair, and sealed behind the
// last seal of the body; what was approved by mail or by the chair is ratified;
// completed actions that it notes are noted. It may be asked as often as one
// likes: what is done already is not done again. made is the moment as RFC 3339.
// The error is one of the book.
func Settle(book Book, m model.Meeting, made string) (Settlement, error) {
	if !Closed(m.State) {
		return Settlement{}, nil
	}
	approvals := Approvals(m)
	if len(approvals) == 0 && !notes(m) {
		return Settlement{}, nil
	}
	meetings, err := book.Meetings()
	if err != nil {
		return Settlement{}, err
	}
	s := settling{book: book, m: m, made: made, meetings: meetings, touched: map[model.ID]*earlier{}}
	for _, a := range approvals {
		if err := s.approve(a); err != nil {
			return Settlement{}, err
		}
	}
	if err := s.seal(); err != nil {
		return Settlement{}, err
	}
	if err := s.note(approvals); err != nil {
		return Settlement{}, err
	}
	return s.result(), nil
}

// settling is a settlement being worked out.
type settling struct {
	book     Book
	m        model.Meeting
	made     string
	meetings []model.Summary
	touched  map[model.ID]*earlier
	outcomes []Outcome
	seals    []model.Seal
	events   []model.Event
	// signedBy is who signed what is approved; "" is the chair.
	signedBy string
}

// earlier is a meeting whose minutes are approved.
type earlier struct {
	base    int
	now     model.Meeting
	changed bool
	sealed  bool
}

func (s *settling) approve(a model.Approval) error {
	target, ok := Target(s.meetings, s.m, a)
	if !ok {
		s.outcomes = append(s.outcomes, Outcome{Approval: a, Why: NotInBook})
		return nil
	}
	if !target.State.Frozen() {
		s.outcomes = append(s.outcomes, Outcome{Approval: a, Meeting: target, Why: StillDraft})
		return nil
	}
	e, err := s.earlier(target.ID)
	if err != nil {
		return err
	}
	o := Outcome{Approval: a, Meeting: target}
	if e.now.Seal != nil {
		if !by(e.now, s.m.ID) {
			o.Why = Already
			s.outcomes = append(s.outcomes, o)
		}
		return nil
	}
	for c := s.change(e.now, a); c != nil; c = s.change(e.now, a) {
		next, _, err := e.now.With(c)
		if err != nil {
			return err
		}
		e.now, e.changed, o.Approved = next, true, true
	}
	s.outcomes = append(s.outcomes, o)
	return nil
}

func (s *settling) earlier(id model.ID) (*earlier, error) {
	if e, ok := s.touched[id]; ok {
		return e, nil
	}
	m, err := s.book.Meeting(id)
	if err != nil {
		return nil, err
	}
	s.touched[id] = &earlier{base: m.Rev, now: m}
	return s.touched[id], nil
}

// change is what the approval does to minutes that are not sealed, or what it
// does next; nil where all is done already.
func (s *settling) change(earlier model.Meeting, a model.Approval) model.Change {
	if !earlier.PassedFor(a.Part) {
		return model.Pass{Passed: model.Passed{Part: a.Part, Meeting: s.m.ID, On: s.m.Date, SignedBy: cmp.Or(s.signedBy, SignedBy(s.m))}}
	}
	if earlier.Unratified(a.Part) {
		return model.Ratify{Part: a.Part, Meeting: s.m.ID, On: s.m.Date}
	}
	return nil
}

// SignedBy is who signs what m approves, unless somebody says otherwise: its
// chair, as printed; "" where it has none.
func SignedBy(m model.Meeting) string {
	chair, _ := m.Attendee(m.Chair)
	return chair.Name
}

// by says whether a meeting had a part in the approval of the minutes of m.
func by(m model.Meeting, meeting model.ID) bool {
	return slices.ContainsFunc(m.Passed, func(p model.Passed) bool { return p.Meeting == meeting || p.Ratified == meeting })
}

// seal seals what is approved as a whole, in the order of the meetings.
func (s *settling) seal() error {
	var list []*earlier
	for _, e := range s.touched {
		if e.now.Seal == nil && e.now.State == model.Approved && !e.now.Unratified(model.Whole) {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortFunc(list, func(a, b *earlier) int {
		return cmp.Or(cmp.Compare(a.now.Date, b.now.Date), cmp.Compare(a.now.Made, b.now.Made), cmp.Compare(a.now.ID, b.now.ID))
	})
	chain, err := s.book.Seals(s.m.BodyID)
	if err != nil {
		return err
	}
	for _, e := range list {
		var last *model.Seal
		if n := len(chain); n > 0 {
			last = &chain[n-1]
		}
		sealed, seal, err := model.SealMeeting(e.now, last, s.made)
		if err != nil {
			return err
		}
		e.now, e.changed, e.sealed = sealed, true, true
		chain = append(chain, seal)
		s.seals = append(s.seals, seal)
	}
	return nil
}

// notes says whether m notes completed actions.
func notes(m model.Meeting) bool {
	for _, it := range m.Items {
		if slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Done != nil }) {
			return true
		}
	}
	return false
}

// note has the completed actions noted that the meeting notes, together with
// earlier minutes or one by one.
func (s *settling) note(approvals []model.Approval) error {
	all := slices.ContainsFunc(approvals, func(a model.Approval) bool { return a.Completed })
	if !all && !notes(s.m) {
		return nil
	}
	actions, err := s.book.Actions()
	if err != nil {
		return err
	}
	if all {
		s.events = append(s.events, register.NoteCompleted(s.m, actions, s.made)...)
	}
	for _, a := range s.named(actions) {
		e, err := a.Become(model.Noted, register.Facts{On: s.m.Date, NotedBy: s.m.ID, Made: s.made})
		if err == nil && a.State == model.Complete && !slices.ContainsFunc(s.events, func(had model.Event) bool { return had.Meeting == a.Meeting && had.Action == a.ID }) {
			s.events = append(s.events, e)
		}
	}
	return nil
}

// named are the actions that m names as done.
func (s *settling) named(actions []register.Action) []register.Action {
	find := register.Earlier{Body: s.m.BodyID, Date: s.m.Date, Meetings: s.meetings, Actions: actions}
	var list []register.Action
	for _, it := range s.m.Items {
		for _, e := range it.Entries {
			if e.Done == nil {
				continue
			}
			if a, err := find.Find(e.Done.Action); err == nil {
				list = append(list, a)
			}
		}
	}
	return list
}

// result puts together what was worked out.
func (s *settling) result() Settlement {
	r := Settlement{Outcomes: s.outcomes, Batch: model.Batch{Seals: s.seals, Events: s.events}}
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		e, ok := s.touched[o.Meeting.ID]
		if !ok || o.Why != "" {
			continue
		}
		o.Meeting, o.Sealed = e.now.Summary(), e.sealed
		r.Extraordinary = r.Extraordinary || o.Approved && s.m.Kind == model.Extraordinary
		switch {
		case o.Sealed:
		case e.now.State != model.Approved:
			o.Why = PartOpen
		default:
			o.Why = Unratified
		}
	}
	for _, one := range s.meetings { // in the order of the book
		if e, ok := s.touched[one.ID]; ok && e.changed {
			r.Batch.Meetings = append(r.Batch.Meetings, model.Save[model.Meeting]{Base: e.base, Value: e.now})
		}
	}
	return r
}

// Completed are the actions of a body's meetings before day that are reported
// complete by then and that no meeting has noted yet.
func Completed(meetings []model.Summary, actions []register.Action, body model.ID, day model.Date) []register.Action {
	return slices.DeleteFunc(offered(meetings, actions, body, day).Completed, func(a register.Action) bool { return a.On > day })
}

// Outstanding are the actions of a body's meetings before day that are still to
// be done.
func Outstanding(meetings []model.Summary, actions []register.Action, body model.ID, day model.Date) []register.Action {
	return offered(meetings, actions, body, day).Open
}

// offered is what the meeting of a body on day is offered of its actions.
func offered(meetings []model.Summary, actions []register.Action, body model.ID, day model.Date) register.Offer {
	var last model.Summary
	for _, m := range meetings {
		if m.BodyID == body && m.Date < day && m.State != model.Cancelled && m.State != model.Planned && m.Date >= last.Date {
			last = m
		}
	}
	if last.ID == "" {
		return register.Offer{}
	}
	return register.Since(actions, last)
}
