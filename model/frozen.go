package model

import "maps"

// freeze keeps the numbers that are printed now, beside those that are out
// already: those of the items, and, unless it is only the agenda that leaves
// the office, all others.
func (m *Meeting) freeze(agenda bool) {
	n := Number(*m)
	f := m.Frozen.clone()
	if f == nil {
		f = &Frozen{}
	}
	f.Items = made(f.Items)
	for _, it := range m.Items {
		if it.Opening() {
			continue
		}
		if it.Reference != "" && f.Items[it.ID] == "" {
			f.Places = made(f.Places)
			f.Places[it.ID] = n.Places[it.ID]
		}
		f.Items[it.ID] = n.Items[it.ID]
	}
	if !agenda {
		f.entries(*m, n)
	}
	m.Frozen = f
}

func (f *Frozen) entries(m Meeting, n Numbers) {
	f.Paragraphs, f.Actions, f.Decisions = made(f.Paragraphs), made(f.Actions), made(f.Decisions)
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if number := n.Paragraphs[e.ID]; number != "" {
				f.Paragraphs[e.ID] = number
			}
			if e.Kind == Action {
				f.Actions[e.ID] = e.Number
			}
			if e.Resolution != nil && e.Resolution.Number != "" {
				f.Decisions[e.ID] = e.Resolution.Number
			}
		}
	}
}

// made is a map that can be written to.
func made[V any](m map[ID]V) map[ID]V {
	if m == nil {
		return map[ID]V{}
	}
	return m
}

func (f *Frozen) clone() *Frozen {
	if f == nil {
		return nil
	}
	return &Frozen{maps.Clone(f.Items), maps.Clone(f.Places), maps.Clone(f.Paragraphs), maps.Clone(f.Actions), maps.Clone(f.Decisions)}
}

// Renamed is f with other identities for those that are in names; nil where f
// is.
func (f *Frozen) Renamed(names map[ID]ID) *Frozen {
	if f == nil {
		return nil
	}
	return &Frozen{rekeyed(f.Items, names), rekeyed(f.Places, names), rekeyed(f.Paragraphs, names), rekeyed(f.Actions, names), rekeyed(f.Decisions, names)}
}

// Only is f with the numbers of what keep accepts alone; nil where f is.
func (f *Frozen) Only(keep func(ID) bool) *Frozen {
	if f == nil {
		return nil
	}
	f = f.clone()
	f.Items, f.Places, f.Paragraphs, f.Actions, f.Decisions = only(f.Items, keep), only(f.Places, keep), only(f.Paragraphs, keep), only(f.Actions, keep), only(f.Decisions, keep)
	return f
}

func only[V any](m map[ID]V, keep func(ID) bool) map[ID]V {
	maps.DeleteFunc(m, func(id ID, _ V) bool { return !keep(id) })
	return m
}

func rekeyed[V any](m map[ID]V, names map[ID]ID) map[ID]V {
	if m == nil {
		return nil
	}
	out := make(map[ID]V, len(m))
	for id, v := range m {
		if to, ok := names[id]; ok {
			id = to
		}
		out[id] = v
	}
	return out
}

// anothers says whether the number of an action or a decision is out and was
// that of another.
func (f *Frozen) anothers(e Entry) bool {
	if e.Kind == Action {
		return among(f.Actions, e.Number, e.ID)
	}
	return e.Resolution != nil && e.Resolution.Number != "" && among(f.Decisions, e.Resolution.Number, e.ID)
}

// among says whether something other than that has the number.
func among[V comparable](m map[ID]V, number V, but ID) bool {
	if m[but] == number {
		return false
	}
	for _, other := range m {
		if other == number {
			return true
		}
	}
	return false
}

// itemOut says whether the number of an item has left the office.
func (m Meeting) itemOut(id ID) bool { return m.Frozen != nil && m.Frozen.Items[id] != "" }

// actionOut says whether the number of an action has left the office.
func (m Meeting) actionOut(id ID) bool { return m.Frozen != nil && m.Frozen.Actions[id] != 0 }

// decisionOut is the number of a decision that has left the office; "" for
// none.
func (m Meeting) decisionOut(id ID) string {
	if m.Frozen == nil {
		return ""
	}
	return m.Frozen.Decisions[id]
}
