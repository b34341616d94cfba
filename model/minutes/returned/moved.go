package returned

// Moved are the words of the entry that a proposal moves, in the small Markdown,
// and "" for every other proposal: the place of an item or of somebody who
// attended names it already.
func (s Source) Moved(p Proposal) string {
	if p.Kind != Move || p.Entry == "" {
		return ""
	}
	e, _, _ := s.Base.Entry(p.Entry)
	return e.Text
}
