package ui

import (
	"time"

	"minutebook/model/who"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// jumpFor is how long a jump waits for its next letter.
const jumpFor = time.Second

// rollJump is a jump to a name that is being typed.
type rollJump struct {
	on     bool
	typed  string
	found  string // the name gone to; "" for none
	endNow func() // calls off the end by a pause
}

// jumpBy goes on with a jump, or begins one, by a letter or by none.
func (r *rollCall) jumpBy(letter string) {
	j := &r.jump
	if j.endNow != nil {
		j.endNow()
	}
	if !j.on {
		*j = rollJump{on: true}
	}
	r.just = ""
	j.typed += letter
	j.endNow = r.s.w.out.After(jumpFor, r.endJump)
	j.found = ""
	if at, name := r.find(j.typed); at >= 0 {
		j.found = name
		r.rows.Select(at)
	}
	r.fillStrip()
}

// jumpBack takes the last letter of a jump away. It says false where none is
// going on.
func (r *rollCall) jumpBack() bool {
	if !r.jump.on {
		return false
	}
	typed := []rune(r.jump.typed)
	r.jump.typed = string(typed[:max(len(typed)-1, 0)])
	r.jumpBy("")
	return true
}

// endJump ends a jump where it is.
func (r *rollCall) endJump() {
	if !r.jump.on {
		return
	}
	r.jump.endNow()
	r.jump = rollJump{}
	r.fillStrip()
}

// block is how the jump stands, in words.
func (j rollJump) block() widget.Block {
	b := widget.Block{Style: widget.Message, Chip: tr("Go to"), Tone: theme.Interest}
	switch {
	case j.typed == "":
		b.Text = tr("Type a name, initials or a post")
	case j.found == "":
		b.Text = trf("Nobody here is “%s”. Backspace takes a letter back, Esc ends it", literal(j.typed))
	default:
		b.Text = trf("“%s” is %s   Space or an arrow ends it", literal(j.typed), bold(j.found))
	}
	return b
}

// find is the line of the one who fits the letters best, with the name; -1
// where nobody does.
func (r *rollCall) find(typed string) (at int, name string) {
	m := r.s.work.meeting()
	people := make([]who.Person, len(r.lines)) // without a name where the line is nobody's
	for n, l := range r.lines {
		if a, ok := m.Attendee(l.who); ok {
			people[n] = who.Person{Name: a.Name, Post: a.Post}
		}
		if l.seat != nil {
			people[n] = who.Person{Name: l.seat.Name, Post: l.seat.Post}
		}
	}
	if at = who.Best(typed, people); at >= 0 {
		name = people[at].Name
	}
	return at, name
}
