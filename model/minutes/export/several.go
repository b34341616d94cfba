package export

import (
	"fmt"
	"slices"

	"minutebook/model/minutes"
)

// guardSeveral refuses a file made of several meetings that holds words which
// its audience may not see, as minutes are refused: the error is a *[Leak]. What
// may be there is such a file of all the meetings from which every hidden part
// is cut, which made makes: what is hidden in two of them stands in neither.
// name is that of the file, as in [Input].
func guardSeveral(ext, name string, sources []Input, data []byte, made func([]Input) ([]byte, error)) error {
	look := newSearch(ext, name, data)
	open := slices.Clone(sources)
	var hidden []secret
	for i, one := range sources {
		c := cut(ext, one)
		open[i].Meeting, open[i].Ledger, open[i].Audience = c.rest, c.ledger, minutes.Full
		if len(c.hidden) == 0 {
			continue
		}
		for _, h := range c.hidden {
			hidden = append(hidden, secret{h.place + " of " + one.Meeting.Date.Long(), h.words})
		}
		look.allow(slices.Concat(c.open, stubWords(one))...)
	}
	if len(hidden) == 0 {
		return nil
	}
	allowed, err := made(open)
	if err != nil {
		return fmt.Errorf("the file cannot be checked for restricted words: %w", err)
	}
	look.allowFile(ext, allowed)
	for _, one := range sources {
		look.allow(stringsIn(one.Style)...)
	}
	if leak := look.leak(hidden); leak != nil {
		return leak
	}
	return nil
}
