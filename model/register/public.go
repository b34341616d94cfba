package register

// Bare is a without anything that was said of it after its meeting: what may be
// told of an action that the public does not see.
func (a Action) Bare() Action {
	a = a.Unsaid()
	a.On, a.Made, a.Chase, a.NotedBy = "", "", "", ""
	return a
}

// Unsaid is a without the words that were said of it after its meeting, where
// nobody knows whether they repeat words that public minutes leave out.
func (a Action) Unsaid() Action {
	if a.Agreed != nil {
		a.Owners, a.Agreed = a.Agreed, nil
	}
	a.Note, a.By, a.Link, a.To, a.ToMeeting, a.ToAction = "", "", "", "", "", ""
	return a
}
