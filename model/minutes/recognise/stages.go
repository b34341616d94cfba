package recognise

// head finds the title, the body, the day, the times and the place.
func (r *reader) head() {}
