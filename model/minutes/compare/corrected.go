package compare

import "minutebook/model"

// Corrected are the two versions of minutes that corrections make: as they were
// circulated, and as they should read.
func Corrected(m model.Meeting) (circulated, corrected model.Meeting) {
	circulated, corrected = m.Clone(), m.Corrected()
	circulated.Corrections = nil
	return circulated, corrected
}
