package minutes

import "minutebook/model"

// ComposeItem makes the document of one item of a meeting, numbered as in the
// whole. An action says its words there, even where the house style has them in
// a log at the end. The error is that of [Compose].
func ComposeItem(m model.Meeting, s Style, a Audience, item model.ID, later ...Later) (Document, error) {
	if err := a.Check(m); err != nil {
		return Document{}, err
	}
	s.Actions = ""
	c := newComposer(m, s, a)
	c.told(later)
	for _, it := range c.m.Items {
		if it.ID == item {
			c.item(it)
		}
	}
	return Document{Body: line(m.Body), Date: m.Date, Language: s.Language, Look: s.Look, Blocks: c.out}, nil
}
