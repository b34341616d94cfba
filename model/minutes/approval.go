package minutes

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// ApprovalStyle words how minutes are approved and corrected. Where the words
// of a sentence are empty those of the style "publication" stand in for them;
// Passed, ByMail, ByChair and Seal say nothing then.
type ApprovalStyle struct {
	// Noted stands for {noted} in the sentence that approves earlier minutes,
	// OpenPart and RestrictedPart for {part}. Ratified is that sentence where
	// they had been approved by mail or by the chair.
	Noted          string `json:"noted"`
	OpenPart       string `json:"openPart"`
	RestrictedPart string `json:"restrictedPart"`
	Ratified       string `json:"ratified"`
	// Passed is printed at the end of minutes that a meeting approved, ByMail
	// and ByChair of those approved in another way, and Seal on sealed ones.
	Passed  string `json:"passed"`
	ByMail  string `json:"byMail"`
	ByChair string `json:"byChair"`
	Seal    string `json:"seal"`
	// Corrected words a correction, Rewritten one of most of a paragraph, Inserted
	// and Struck what is to be added or deleted. The others are the places that
	// they name.
	Corrected  string `json:"corrected"`
	Rewritten  string `json:"rewritten"`
	Inserted   string `json:"inserted"`
	Struck     string `json:"struck"`
	Paragraph  string `json:"paragraph"`
	Action     string `json:"action"`
	Item       string `json:"item"`
	Attendance string `json:"attendance"`
	// Later words a correction of minutes that were approved long before, and
	// See points to it from them.
	Later string `json:"later"`
	See   string `json:"see"`
}

var (
	approvalNames = []string{"date", "part", "noted"}
	passedNames   = []string{"date", "part", "name", "ratified"}
	changeNames   = []string{"place", "Place", "after", "old", "new"}
)

// fields are the patterns of it.
func (a ApprovalStyle) fields() []field {
	return []field{
		{"approval.noted", a.Noted, nil},
		{"approval.openPart", a.OpenPart, nil},
		{"approval.restrictedPart", a.RestrictedPart, nil},
		{"approval.ratified", a.Ratified, approvalNames},
		{"approval.passed", a.Passed, passedNames},
		{"approval.byMail", a.ByMail, passedNames},
		{"approval.byChair", a.ByChair, passedNames},
		{"approval.seal", a.Seal, []string{"number", "seal"}},
		{"approval.corrected", a.Corrected, changeNames},
		{"approval.rewritten", a.Rewritten, changeNames},
		{"approval.inserted", a.Inserted, changeNames},
		{"approval.struck", a.Struck, changeNames},
		{"approval.paragraph", a.Paragraph, numberNames},
		{"approval.action", a.Action, numberNames},
		{"approval.item", a.Item, numberNames},
		{"approval.attendance", a.Attendance, nil},
		{"approval.later", a.Later, []string{"date", "reference", "words"}},
		{"approval.see", a.See, []string{"date", "reference"}},
	}
}

// usual are the words of the style that stands in for words that are empty.
func usual() Style {
	s, _ := LoadStyle("publication") // a test reads it
	return s
}

// approvalWords are the style's, with the usual ones in the place of empty ones.
func (s Style) approvalWords() ApprovalStyle {
	a, u := s.Approval, usual().Approval
	for _, p := range []struct {
		words *string
		usual string
	}{
		{&a.Noted, u.Noted}, {&a.OpenPart, u.OpenPart}, {&a.RestrictedPart, u.RestrictedPart}, {&a.Ratified, u.Ratified},
		{&a.Corrected, u.Corrected}, {&a.Rewritten, u.Rewritten}, {&a.Inserted, u.Inserted}, {&a.Struck, u.Struck},
		{&a.Paragraph, u.Paragraph}, {&a.Action, u.Action}, {&a.Item, u.Item}, {&a.Attendance, u.Attendance}, {&a.Later, u.Later}, {&a.See, u.See},
	} {
		if *p.words == "" {
			*p.words = p.usual
		}
	}
	return a
}

// approves words the approval of earlier minutes.
func (s Style) approves(a model.Approval) string {
	words := s.approvalWords()
	v := values{"date": s.Dates.long(a.Date), "part": words.part(a.Part)}
	if a.Completed {
		v["noted"] = words.Noted
	}
	pattern, usually := s.Words.Approved, usual().Words.Approved
	switch {
	case a.SubjectTo:
		pattern, usually = s.Words.SubjectTo, usual().Words.SubjectTo
	case a.Ratifies:
		pattern, usually = words.Ratified, usual().Approval.Ratified
	}
	if v["part"] != "" && !strings.Contains(pattern, "{part}") || a.Completed && !strings.Contains(pattern, "{noted}") {
		pattern = usually // rather than say less than was approved
	}
	return fill(pattern, v)
}

func (a ApprovalStyle) part(p model.Part) string {
	switch p {
	case model.OpenPart:
		return a.OpenPart
	case model.ClosedPart:
		return a.RestrictedPart
	case model.Whole:
	}
	return ""
}

// Printed is the meeting as a document for the audience shows it, and whether
// its minutes are approved: corrections hold from then on, and the mark of a
// draft is gone. For the public that is so once the open part is approved.
func Printed(m model.Meeting, a Audience) (shown model.Meeting, approved bool) {
	approved = m.State == model.Approved || a == Public && m.PassedFor(model.OpenPart)
	if approved {
		m = m.Corrected()
	}
	m.Corrections = nil
	return m, approved
}

// passed are the sentences that say how the minutes were approved, and their
// seal; none where nothing is recorded of it.
func (c *composer) passed() string {
	w := c.s.Approval
	var said []string
	for _, p := range c.m.Passed {
		pattern := map[model.How]string{model.AtMeeting: w.Passed, model.ByMail: w.ByMail, model.ByChair: w.ByChair}[p.How]
		words := fill(pattern, values{"date": c.s.Dates.long(p.On), "part": w.part(p.Part), "name": p.SignedBy, "ratified": c.s.Dates.long(p.RatifiedOn)})
		if words != "" {
			said = append(said, words)
		}
	}
	if seal := c.m.Seal; seal != nil {
		if words := fill(w.Seal, values{"number": strconv.Itoa(seal.N), "seal": seal.Short()}); words != "" {
			said = append(said, words)
		}
	}
	return line(strings.Join(said, " "))
}

// Later is a correction of minutes that a later meeting recorded.
type Later struct {
	// Date of that meeting, and Reference of what it corrected: the number as
	// printed, "action 4", "item 3"; "" where it named none.
	Date      model.Date
	Reference string
	// Restricted says that the public is not told of it.
	Restricted bool
}

// told takes the corrections that are to be told of.
func (c *composer) told(later []Later) {
	for _, l := range later {
		if !c.public || !l.Restricted {
			c.later = append(c.later, l)
		}
	}
}

// about says whether a later correction names an entry.
func (c *composer) about(l Later, e model.Entry) bool {
	number := c.n.Entries[e.ID]
	if e.Kind == model.Action {
		number = "action " + number
	}
	said := strings.TrimPrefix(strings.ToLower(l.Reference), "paragraph ")
	return c.n.Entries[e.ID] != "" && strings.EqualFold(said, number)
}

// corrected says whether a later correction names an entry.
func (c *composer) corrected(e model.Entry) bool {
	return slices.ContainsFunc(c.later, func(l Later) bool { return c.about(l, e) })
}

// see points from an entry to the later corrections of it.
func (c *composer) see(e model.Entry) {
	c.later = slices.DeleteFunc(c.later, func(l Later) bool {
		if c.about(l, e) {
			c.pointed(Later{Date: l.Date})
			return true
		}
		return false
	})
}

func (c *composer) pointed(l Later) {
	c.add(Paragraph{Role: Aside, Text: plain(line(fill(c.s.approvalWords().See, values{"date": c.s.Dates.long(l.Date), "reference": l.Reference})))})
}

// approval adds how the minutes were approved, what is to be signed, and the
// later corrections that stand nowhere above.
func (c *composer) approval(v values) {
	for _, l := range c.later {
		c.pointed(l)
	}
	passed := c.passed()
	signed := c.s.Signature
	if len(signed.Lines) == 0 {
		if passed != "" {
			c.add(Paragraph{Role: Aside, Text: plain(passed)})
		}
		return
	}
	text := line(fill(signed.Text, v))
	c.add(Signature{Text: plain(strings.TrimSpace(text + " " + passed)), Lines: signed.Lines, Apart: signed.Apart})
}
