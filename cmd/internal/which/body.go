package which

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
)

// NoSuchBody is the error of words that name no body, or several.
type NoSuchBody struct {
	Words string
	// Known are the bodies that there are, by name.
	Known []string
}

func (e *NoSuchBody) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("the book has no body yet, so none is %q", e.Words)
	}
	return fmt.Sprintf("no one body in the book is %q; it has %s", e.Words, strings.Join(e.Known, ", "))
}

// Body is the body that words name: by its id, by its name, or by words that
// only one name has. The error is a *NoSuchBody.
func Body(bodies []model.Body, words string) (model.Body, error) {
	var names []string
	for _, b := range bodies {
		if b.ID == model.ID(words) {
			return b, nil
		}
		names = append(names, b.Name)
	}
	name, ok := oneBody(names, words)
	if !ok {
		return model.Body{}, &NoSuchBody{words, names}
	}
	return bodies[slices.Index(names, name)], nil
}
