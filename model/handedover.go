package model

import "fmt"

// HandedOver is the error of changing a body, or something of it, while it is
// in somebody else's hands.
type HandedOver struct {
	Body ID
	Name string
	Away Away
}

func (e *HandedOver) Error() string {
	to := ""
	if e.Away.To != "" {
		to = " to " + e.Away.To
	}
	return fmt.Sprintf("%s was handed over%s on %s, so nothing of it changes in this book: work goes on in the other one, and taking that back brings it here", e.Name, to, e.Away.On.Long())
}
