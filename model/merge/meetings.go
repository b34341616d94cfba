package merge

import (
	"encoding/json"
	"errors"
	"slices"

	"minutebook/model"
)

// same says whether two meetings say the same, whatever their revisions.
func same(a, b model.Meeting) bool {
	a.Rev, b.Rev = 0, 0
	return sameJSON(a, b)
}

// called is how a meeting is named to the clerk.
func called(m model.Summary) string {
	if m.Date == "" {
		return m.Body
	}
	return m.Body + ", " + m.Date.Long()
}

func (c *comparer) meetings() error {
	ours, err := c.ours.Meetings()
	if err != nil {
		return err
	}
	theirs, err := c.theirs.Meetings()
	if err != nil {
		return err
	}
	have := map[model.ID]bool{}
	for _, s := range ours {
		have[s.ID] = true
	}
	away, err := c.away()
	if err != nil {
		return err
	}
	if c.take.Back != "" {
		theirs = slices.DeleteFunc(slices.Clone(theirs), func(s model.Summary) bool { return s.BodyID != c.take.Back })
	}
	var bodies []model.ID
	for _, s := range theirs {
		if !slices.Contains(bodies, s.BodyID) {
			bodies = append(bodies, s.BodyID)
		}
		p, err := c.meeting(s, have[s.ID])
		switch {
		case err != nil:
			return err
		case p.What == "":
			c.Same++
			continue
		case away[s.BodyID]:
			p.stays()
		}
		c.note(p)
	}
	for _, b := range bodies {
		if err := c.chain(b); err != nil {
			return err
		}
	}
	return nil
}

// stays has a meeting stay as it is since its body is in somebody else's hands.
func (p *Part) stays() {
	if p.What.Comes() || p.What == Conflict {
		p.What, p.Why, p.Events = Kept, "its body was handed over: take it back from the book it was handed over in", 0
	}
}

// away are the bodies that are in somebody else's hands and stay there.
func (c *comparer) away() (map[model.ID]bool, error) {
	bodies, err := c.ours.Bodies()
	away := map[model.ID]bool{}
	for _, b := range bodies {
		away[b.ID] = b.Away != nil && b.ID != c.take.Back
	}
	return away, err
}

// meeting is what becomes of a meeting of the other book. Nothing does where
// both have the same.
func (c *comparer) meeting(s model.Summary, there bool) (Part, error) {
	p := Part{Kind: OfMeeting, ID: s.ID, Name: called(s), Body: s.BodyID, Date: s.Date}
	theirs, err := c.theirs.Meeting(s.ID)
	if err != nil {
		return p, err
	}
	result := theirs
	if !there {
		p.What = New
	} else {
		ours, err := c.ours.Meeting(s.ID)
		if err != nil {
			return p, err
		}
		p.base = ours.Rev
		if p.What, p.Why, err = c.versions(ours, theirs); err != nil {
			return p, err
		}
		if p.What == Conflict || p.What == Taken || p.What == Left || p.What == Kept {
			p.Differs = meetingDiffers(ours, theirs)
		}
		if !p.What.Comes() {
			result = ours
		}
	}
	_, p.Events, err = c.histories(result)
	if p.Events > 0 && (p.What == "" || p.What == Older) {
		p.What = Events
	}
	return p, err
}

// versions is what becomes of a meeting that both books have.
func (c *comparer) versions(ours, theirs model.Meeting) (What, string, error) {
	if same(ours, theirs) {
		return "", "", nil
	}
	if ours.Seal != nil {
		return Kept, "the minutes are sealed in this book, and nothing in them changes any more", nil
	}
	newer, err := descends(c.theirs, theirs, ours)
	if err != nil || newer {
		return Newer, "", err
	}
	older, err := descends(c.ours, ours, theirs)
	if err != nil || older {
		return Older, "", err
	}
	if c.take.Back != "" { // nothing of it can have changed here
		return Newer, "", nil
	}
	return c.settled(ours.ID), "", nil
}

// descends says whether a meeting was made from an earlier version of it.
func descends(in Book, m, from model.Meeting) (bool, error) {
	if wentOn(m, from) {
		return true, nil
	}
	found := false
	err := in.Records(model.InRevisions, []string{string(m.ID)}, func(r model.Record) error {
		var was model.Meeting
		if err := json.Unmarshal(r.Body, &was); err != nil {
			return err
		}
		found = found || same(was, from)
		return nil
	})
	return found, err
}

// wentOn says whether circulated or approved minutes are as they were but for
// having been approved, ratified or sealed: no earlier versions of those are kept.
func wentOn(m, from model.Meeting) bool {
	if !from.State.Frozen() || m.State != model.Approved || from.Seal != nil || len(m.Passed) < len(from.Passed) {
		return false
	}
	m.State, m.Seal, m.Passed = from.State, nil, slices.Clone(m.Passed[:len(from.Passed)])
	for i, p := range from.Passed {
		if p.Ratified == "" { // it may have been ratified since
			m.Passed[i].Ratified, m.Passed[i].RatifiedOn = "", ""
		}
	}
	return same(m, from)
}

// chain looks which of the other book's seals of a body can follow those of
// this one. A meeting whose seal cannot does not come over.
func (c *comparer) chain(body model.ID) error {
	ours, err := c.ours.Seals(body)
	if err != nil {
		return err
	}
	theirs, err := c.theirs.Seals(body)
	if err != nil {
		return err
	}
	n := alike(ours, theirs)
	why := ""
	if n < len(ours) {
		why = "the two books sealed minutes of this body in different order, and a seal is never taken back"
	}
	for _, s := range theirs[n:] {
		i := slices.IndexFunc(c.Parts, func(p Part) bool { return p.Kind == OfMeeting && p.ID == s.Meeting })
		comes := i < 0 || slices.Contains([]What{New, Newer, Taken}, c.Parts[i].What)
		switch {
		case why == "" && comes:
			c.seals = append(c.seals, s)
		case why == "":
			why = "its seal follows that of minutes that do not come over: " + c.Parts[i].Name
		case comes && i >= 0:
			c.Parts[i].What, c.Parts[i].Why = Kept, why
			if c.Parts[i].base == 0 {
				c.Parts[i].Events = 0
			}
		}
	}
	return nil
}

// alike is how many seals two chains begin with together.
func alike(a, b []model.Seal) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].Sum == b[n].Sum {
		n++
	}
	return n
}

// histories are the actions of a meeting, as it will be, to which more has
// happened in the other book, and how much more.
func (c *comparer) histories(m model.Meeting) ([]model.History, int, error) {
	return histories(c.ours, c.theirs, m)
}

func histories(ours, theirs Book, m model.Meeting) ([]model.History, int, error) {
	mine, err := ours.Ledger(m.ID)
	if err != nil {
		return nil, 0, err
	}
	other, err := theirs.Ledger(m.ID)
	if err != nil {
		return nil, 0, err
	}
	var all []model.History
	more := 0
	for _, e := range m.InForce().Actions() {
		of := func(events []model.Event) []model.Event {
			return slices.DeleteFunc(slices.Clone(events), func(ev model.Event) bool { return ev.Action != e.ID })
		}
		had := of(mine)
		now := Union(had, of(other))
		if len(now) > len(had) {
			more += len(now) - len(had)
			all = append(all, model.History{Meeting: m.ID, Action: e.ID, Events: now})
		}
	}
	return all, more, nil
}

// Union is what happened to an action by both ledgers: ours in its order, and
// what only theirs has, by when each was recorded. What both say is there once.
func Union(ours, theirs []model.Event) []model.Event {
	bare := func(e model.Event) model.Event { e.N = 0; return e }
	left := slices.Clone(ours)
	all := slices.Clone(ours)
	for _, e := range theirs {
		same := slices.IndexFunc(left, func(o model.Event) bool { return sameJSON(bare(o), bare(e)) })
		if same >= 0 {
			left = slices.Delete(left, same, same+1)
			continue
		}
		at := len(all)
		for at > 0 && all[at-1].Made > e.Made {
			at--
		}
		all = slices.Insert(all, at, e)
	}
	for i := range all {
		all[i].N = i + 1
	}
	return all
}

// together is how many meetings come over in one transaction.
const together = 200

// Each gives visit what comes over, in steps each of which leaves the book
// whole: merging again after one failed goes on where it stopped. A body that is
// taken back comes in one step.
func (p Plan) Each(visit func(model.Incoming) error) error {
	in, err := p.first()
	if err != nil {
		return err
	}
	for _, part := range p.Parts {
		if part.Kind != OfMeeting || part.Events == 0 && !part.What.Comes() {
			continue
		}
		if err := p.meeting(part, &in); err != nil {
			return err
		}
		if p.take.Back == "" && len(in.Meetings) >= together {
			if err := visit(in); err != nil {
				return err
			}
			in = model.Incoming{}
		}
	}
	in.Seals = p.seals
	return visit(in)
}

// first is what comes over of bodies, people and house styles.
func (p Plan) first() (model.Incoming, error) {
	in := model.Incoming{Back: p.take.Back}
	bodies, errB := p.theirs.Bodies()
	people, errP := p.theirs.People()
	styles, errS := p.theirs.Styles()
	if err := errors.Join(errB, errP, errS); err != nil {
		return in, err
	}
	coming := func(kind Kind, id model.ID) (base int, comes bool) {
		i := slices.IndexFunc(p.Parts, func(part Part) bool { return part.Kind == kind && part.ID == id && part.What.Comes() })
		if i < 0 {
			return 0, false
		}
		return p.Parts[i].base, true
	}
	for _, b := range bodies {
		if base, comes := coming(OfBody, b.ID); comes {
			b.Away, b.Rev = nil, max(b.Rev, base+1)
			in.Bodies = append(in.Bodies, model.Save[model.Body]{Base: base, Value: b})
		}
	}
	for _, one := range people {
		if base, comes := coming(OfPerson, one.ID); comes {
			one.Rev = max(one.Rev, base+1)
			in.People = append(in.People, model.Save[model.Person]{Base: base, Value: one})
		}
	}
	for _, h := range styles {
		if base, comes := coming(OfStyle, h.ID); comes {
			h.Rev = max(h.Rev, base+1)
			in.Styles = append(in.Styles, model.Save[model.HouseStyle]{Base: base, Value: h})
		}
	}
	return in, nil
}

// meeting adds a meeting with all that belongs to it.
func (p Plan) meeting(part Part, in *model.Incoming) error {
	comes := part.What.Comes() && part.What != Events
	from := p.ours
	if comes {
		from = p.theirs
	}
	m, err := from.Meeting(part.ID)
	if err != nil {
		return err
	}
	if part.Events > 0 {
		more, _, err := histories(p.ours, p.theirs, m)
		if err != nil {
			return err
		}
		in.Histories = append(in.Histories, more...)
	}
	if !comes {
		return nil
	}
	if part.base > 0 {
		m.Rev = max(m.Rev, part.base+1)
	}
	in.Meetings = append(in.Meetings, model.Save[model.Meeting]{Base: part.base, Value: m})
	for _, circulated := range m.Circulated {
		if circulated.SHA256 == "" {
			continue
		}
		f, err := p.theirs.File(circulated.SHA256)
		if err != nil {
			return err
		}
		in.Files = append(in.Files, f)
	}
	for _, kind := range []string{model.InRevisions, model.InDrafts} {
		err := p.theirs.Records(kind, []string{string(m.ID)}, func(r model.Record) error {
			in.Records = append(in.Records, r)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
