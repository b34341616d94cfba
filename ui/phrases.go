package ui

import "minutebook/model"

// newPhrases completes nothing: how lines go on is not learnt.
func newPhrases() completer { return nil }

// textsOf are the words of a meeting that may stand in public minutes.
func textsOf(m model.Meeting) []string {
	var all []string
	for _, it := range m.Items {
		if it.Restricted != nil {
			continue
		}
		all = append(all, "# "+model.Plain(it.Title))
		for _, e := range it.Entries {
			if text := textOf(e); text != "" {
				all = append(all, text)
			}
		}
	}
	return all
}

// textOf are those of an entry; "" where it may not stand there. Whether its
// item may is for the caller to ask.
func textOf(e model.Entry) string {
	if e.Kind == model.Private || e.Restricted != nil {
		return ""
	}
	return model.Plain(e.Text)
}
