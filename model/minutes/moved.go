package minutes

import (
	"slices"

	"minutebook/model"
)

// unsaid is what stands beside a decision or a motion without who moved and
// seconded it where its words say so already, as those of minutes that were
// written elsewhere may: "Moved by Dow, seconded by Marsh, and carried".
func unsaid(m model.Meeting, text string, r model.Resolution) model.Resolution {
	said := wordSet(model.Plain(Clean(text)))
	names := func(name string) bool { return name != "" && (said.hasAll(name) || said.names(m, name)) }
	if !said.any("moved", "moves", "proposed", "proposes", "motioned", "proposition", "proposal", "motion") || !said.any("seconded", "seconds", "second") || !names(r.Mover) {
		return r
	}
	r.Mover = ""
	if names(r.Seconder) {
		r.Seconder = ""
	}
	if said.hasAll(r.Result) {
		r.Result = ""
	}
	return r
}

// any says whether one of the words is among w.
func (w words) any(these ...string) bool {
	return slices.ContainsFunc(these, func(s string) bool { return w[s] })
}
