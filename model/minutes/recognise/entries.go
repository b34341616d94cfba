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
	r.outcomes()
	t.lists()
	t.rest()
}

// rest takes what no stage took for a point of a list or a paragraph. It is
// asked about where it may be more.
func (t *tasks) rest() {
	for i, l := range t.lines {
		if l.taken() {
			continue
		}
		as, confidence, why := Paragraph, 1.0, l.sign()
		if l.num.bullet() {
			as, confidence = Bullet, 0.95
			if why == "words" {
				why = "mark of a list"
			}
		}
		if l.Instead = t.offered(i, l); l.Instead != nil {
			confidence = 0.7
		}
		l.take(as, confidence, why)
	}
}
