package recognise

// entries finds the kinds of entry; what none of them knows is a bullet or a
// paragraph.
func (r *reader) entries() {
	t := r.weigh()
	t.actions()
	r.approvals()
	r.interests()
	r.movements()
	t.decisions()
	r.votes()
	t.lists()
	r.rest()
}

// rest takes what no stage took for a point of a list or a paragraph.
func (r *reader) rest() {
	for _, l := range r.lines {
		if l.taken() {
			continue
		}
		if l.num.bullet() {
			l.take(Bullet, 0.95, "mark of a list")
			continue
		}
		l.take(Paragraph, 1, "words")
	}
}
