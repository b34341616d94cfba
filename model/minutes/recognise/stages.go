package recognise

// head finds the title, the body, the day, the times and the place.
func (r *reader) head() {}

// closing finds when the meeting ended, the next one, and the signature.
func (r *reader) closing() {}

// nearest finds the house style that comes nearest.
func (r *reader) nearest() {}
