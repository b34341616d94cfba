package ui

import (
	"slices"
	"strings"
	"time"

	"minutebook/model/find"
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
// where nobody does. Of two who fit alike it is the first.
func (r *rollCall) find(typed string) (at int, name string) {
	at, best := -1, len(nameFits)
	m := r.s.work.meeting()
	for n, l := range r.lines {
		who, post := "", ""
		if a, ok := m.Attendee(l.who); ok {
			who, post = a.Name, a.Post
		}
		if l.seat != nil {
			who, post = l.seat.Name, l.seat.Post
		}
		if rank := nameRank(typed, who, post); who != "" && rank < best {
			at, best, name = n, rank, who
		}
	}
	return at, name
}

// nameFits are the ways in which a few folded letters may mean somebody, the
// surest first: they begin the surname, another name, the initials, a word of
// the post, or the post's own initials.
var nameFits = []func(letters string, name, post []string) bool{
	func(letters string, name, _ []string) bool { return strings.HasPrefix(name[len(name)-1], letters) },
	func(letters string, name, _ []string) bool { return anyBegins(letters, name) },
	func(letters string, name, _ []string) bool { return initialsBegin(letters, name) },
	func(letters string, _, post []string) bool { return anyBegins(letters, post) },
	func(letters string, _, post []string) bool {
		return initialsBegin(letters, post) || initialsBegin(letters, slices.DeleteFunc(post, isSmallWord))
	},
}

// isSmallWord says whether a word gives no letter to an abbreviation: the
// Deputy Mayor for Policing and Crime is the DMPC.
func isSmallWord(w string) bool { return slices.Contains([]string{"and", "for", "of", "the", "to"}, w) }

// nameRank is the first of those ways; their number where none does.
func nameRank(typed, name, post string) int {
	said, names, posts := find.Tokens(typed), find.Tokens(name), find.Tokens(post)
	letters := strings.Join(said, "")
	switch {
	case letters == "" || len(names) == 0:
		return len(nameFits)
	case len(said) > 1:
		return wordsRank(said, names)
	}
	for rank, fits := range nameFits {
		if fits(letters, names, posts) {
			return rank
		}
	}
	return len(nameFits)
}

// wordsRank is the rank of several words: they begin names that follow one
// another, or mean nobody.
func wordsRank(said, names []string) int {
	for from := range max(len(names)-len(said)+1, 0) {
		fit := true
		for n, w := range said {
			fit = fit && strings.HasPrefix(names[from+n], w)
		}
		if fit {
			return 0
		}
	}
	return len(nameFits)
}

func anyBegins(letters string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, letters) {
			return true
		}
	}
	return false
}

// initialsBegin says whether letters begin the initials of the words, or of
// the words without those before: "js" is Cllr Jane Smith.
func initialsBegin(letters string, words []string) bool {
	if len([]rune(letters)) < 2 {
		return false
	}
	initials := ""
	for _, w := range words {
		initials += string([]rune(w)[0])
	}
	return strings.Contains(initials, letters)
}
