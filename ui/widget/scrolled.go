package widget

// scrolled is how far something of rows that are each as high as they need is
// scrolled: only what is in view is ever measured.
type scrolled struct {
	top    int     // the first row that shows
	offset float32 // how much of it is scrolled away
}

// slack is room that nobody sees and that may stay empty: less than it is lost
// in the sums of the rows' heights.
const slack = 0.05

// move scrolls by so many units, down where it is above 0. It has to be settled
// then.
func (s *scrolled) move(by float32, height func(n int) float32) {
	s.offset += by
	for s.offset < 0 && s.top > 0 {
		s.top--
		s.offset += height(s.top)
	}
}

// settle makes the first of count rows the one that shows first, and leaves no
// room empty under the last row, nor over the first.
func (s *scrolled) settle(count int, room float32, height func(n int) float32) {
	s.top = min(max(s.top, 0), max(count-1, 0))
	s.offset = max(s.offset, 0)
	for s.top < count-1 && s.offset >= height(s.top) {
		s.offset -= height(s.top)
		s.top++
	}
	left := room + s.offset
	for n := s.top; n < count && left > 0; n++ {
		left -= height(n)
	}
	for left > slack && (s.top > 0 || s.offset > 0) {
		back := min(left, s.offset)
		s.offset -= back
		left -= back
		if left > slack && s.top > 0 {
			s.top--
			s.offset = height(s.top)
		}
	}
}
