package main

import (
	"strings"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/store"
)

// settle does what a closed meeting does to earlier ones, and says so.
func (p *program) settle(book *store.Book, m model.Meeting) error {
	s, err := life.Settle(book, m, p.stamp())
	if err != nil {
		return err
	}
	if !s.Empty() {
		if err := book.Commit(s.Batch); err != nil {
			return err
		}
	}
	for _, o := range s.Outcomes {
		if err := p.sayApproved(o); err != nil {
			return err
		}
	}
	if n := len(s.Batch.Events); n > 0 {
		if err := p.say("Noted %s as complete.", count(n, "action")); err != nil {
			return err
		}
	}
	if s.Extraordinary {
		p.complain("minutectl: an extraordinary meeting usually may not approve minutes; it is recorded all the same")
	}
	return nil
}

// sayApproved says what became of the minutes that an approval means.
func (p *program) sayApproved(o life.Outcome) error {
	day := o.Approval.Date.Long()
	whose := strings.TrimPrefix(string(o.Approval.Part)+" minutes", " ")
	switch {
	case o.Why == life.NotInBook:
		p.complain("minutectl: the minutes of " + day + " were approved, but the book has no such meeting of this body")
	case o.Why == life.StillDraft:
		p.complain("minutectl: the minutes of " + day + " were approved, but were never circulated here, so they stay as they are; \"minutectl circulate\" them, then \"minutectl approve\"")
	case o.Why == life.Already:
		p.complain("minutectl: the minutes of " + day + " were approved and sealed before")
	case o.Sealed:
		return p.say("The %s of %s are approved and sealed.", whose, day)
	case o.Approved && o.Why == life.PartOpen:
		return p.say("The %s of %s are approved; they are sealed once the other part is too.", whose, day)
	case o.Approved:
		return p.say("The %s of %s are approved.", whose, day)
	}
	return nil
}
