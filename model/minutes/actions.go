package minutes

import (
	"strings"

	"minutebook/model"
)

// action is an action, or its stub.
func (c *composer) action(e model.Entry) Block {
	name := fill(c.s.Words.Action, values{"number": c.n.Entries[e.ID]})
	anchor := c.anchor("entry", e.ID)
	if c.hidden(e) {
		return Stub{Name: name, Text: plain(line(e.Text)), Anchor: anchor}
	}
	switch c.s.Actions {
	case ActionsLog:
		return Action{Name: strings.TrimRight(name, ": "), Anchor: anchor, Row: c.logRow(e)}
	case ActionsColumn:
		return Action{Name: name, Text: c.timed(e, c.actionText(e, asides{forum: true})), Margin: c.margin(e), Anchor: anchor}
	}
	return Action{Name: name, Text: c.timed(e, c.actionText(e, asides{true, true, true})), Anchor: anchor}
}

// actionText is the words of an action, with what is asked for of that which
// was recorded beyond them.
func (c *composer) actionText(e model.Entry, want asides) []model.Span {
	if e.Action != nil && e.Action.Withdrawn {
		return plain(c.s.Words.Withdrawn)
	}
	text := inline(e.Text)
	if more := c.s.added(c.m, e, want); more != "" {
		text = append(text, plain(line(more))...)
		text[len(text)-1].Text = " " + text[len(text)-1].Text
	}
	return text
}

// margin is who owns an action and, in the next line, when it is due.
func (c *composer) margin(e model.Entry) []model.Span {
	if e.Action == nil || e.Action.Withdrawn {
		return nil
	}
	var lines []string
	for _, said := range []string{c.s.Words.list(e.Action.Owners), c.s.due(*e.Action)} {
		if said = line(said); said != "" {
			lines = append(lines, said)
		}
	}
	return plain(strings.Join(lines, "\n"))
}

// logRow is the anchor of an action's row in the log, the same wherever it is
// asked for.
func (c *composer) logRow(e model.Entry) string {
	anchor, ok := c.rows[e.ID]
	if !ok {
		anchor = c.anchor("row", e.ID)
		c.rows[e.ID] = anchor
	}
	return anchor
}
