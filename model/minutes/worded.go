package minutes

import "minutebook/model"

// Sentence is the words of an entry in this house style, with the small
// Markdown: what is kept as facts is worded from them.
func (s Style) Sentence(m model.Meeting, e model.Entry) string { return s.sentence(m, e) }
