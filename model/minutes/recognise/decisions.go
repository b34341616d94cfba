package recognise

import "minutebook/model"

// decided are the entries of a decision, a motion or a vote.
func (r *reader) decided(what What, g guess) []model.Entry {
	return []model.Entry{{Kind: kinds[what], Text: typed(g.spans)}}
}
