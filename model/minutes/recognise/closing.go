package recognise

import (
	"strings"

	"minutebook/model"
)

// closing finds when the meeting ended, the next one, and the signature.
func (r *reader) closing() {
	for _, l := range r.lines {
		if l.said && l.As == Signature {
			r.found.Signed = strings.TrimSpace(r.found.Signed + " " + l.Source)
		}
		if l.said && l.As == Closing {
			r.closed(l)
		}
	}
	end := len(r.lines)
	from := end - max(12, end/4)
	for i := end - 1; i >= 0 && i >= from; i-- {
		l := r.lines[i]
		if l.taken() || l.grown || l.text == "" {
			continue
		}
		switch {
		case i >= end-12 && r.signature(l):
		case r.found.Meeting.Closed == "" && r.closed(l):
		}
	}
	r.signatureLines(max(0, end-12))
	r.nextMeeting(max(0, end-max(20, end/3)))
}

// signatureLines takes "Chair" and "Date" below a place to sign, whose lines to
// write on the file draws.
func (r *reader) signatureLines(from int) {
	for i := from; i < len(r.lines); i++ {
		l, above := r.lines[i], r.body(i, -1)
		ts := wordsIn(l.text, 4)
		if l.taken() || l.table > 0 || len(ts) == 0 || len(ts) == 4 || !allAmong(ts, signWords) || above == nil || above.As != Signature {
			continue
		}
		l.take(Signature, 0.9, "place to sign")
		l.Label = l.Source
	}
}

// closed reads that the meeting ended, and when.
func (r *reader) closed(l *line) bool {
	ts := wordsIn(l.text, 40)
	low := strings.ToLower(l.text)
	if len(ts) == 40 || !closes(low) && !l.said {
		return false
	}
	at, where := clockIn(l.text)
	if at == "" {
		return false
	}
	r.found.Meeting.Closed = at
	l.take(Closing, 0.95, "time at which the meeting closed")
	if allAmong(besides(ts, where), closingWords) {
		l.Label = l.Source
	} else {
		l.entries = []model.Entry{{Kind: model.Paragraph, Text: typed(l.spans)}}
	}
	return true
}

// closes says whether the words are those of the end of a meeting.
func closes(low string) bool {
	if strings.Contains(low, "to the public") || strings.Contains(low, "closed session") || strings.Contains(low, "reconvene") {
		return false
	}
	for _, w := range []string{"closed", "ended", "concluded", "adjourned", "finished", "close of meeting", "closed the meeting"} {
		if strings.Contains(low, w) && (strings.Contains(low, "meeting") || strings.HasPrefix(low, "closed")) {
			return true
		}
	}
	return false
}

// closingWords are those that say no more than that a meeting was closed.
var closingWords = set("the meeting was then declared closed close ended concluded adjourned finished at by chair chairman chairwoman chairperson there being with as no nothing further more other items item of on for to be discuss discussion business matters having been all transacted and thanked members everyone for attending their attendance approximately circa formally officially time closing")

// nextMeeting reads when and where the body meets again, from line from on. Of
// several days, as committees that report have theirs, none is taken but that
// under a heading of its own.
func (r *reader) nextMeeting(from int) {
	var last, under *line
	days := map[model.Date]bool{}
	for i := from; i < len(r.lines); i++ {
		day, below := r.namesNext(i)
		if day == "" {
			continue
		}
		days[day] = true
		last = r.lines[i]
		if under == nil && below {
			under = last
		}
	}
	switch {
	case under != nil:
		r.next(under)
	case len(days) == 1:
		r.next(last)
	}
}

// namesNext is the day that line i gives the next meeting, "" for none; below
// says that it stands under a heading about it.
func (r *reader) namesNext(i int) (day model.Date, below bool) {
	l := r.lines[i]
	if l.grown || l.taken() && (!l.said || l.As != Next) {
		return "", false
	}
	below = r.underNext(i)
	low := strings.ToLower(l.text)
	ts := wordsIn(l.text, 60)
	if len(ts) == 60 || !below && (!strings.Contains(low, "next") || !strings.Contains(low, "meeting")) {
		return "", false
	}
	if day, _ = r.dayIn(l.text); r.found.Meeting.Date != "" && day <= r.found.Meeting.Date {
		return "", false
	}
	return day, below
}

// next takes a line for the day, the time and the place of the next meeting.
func (r *reader) next(l *line) {
	ts := wordsIn(l.text, 60)
	day, on := r.dayIn(l.text)
	at, when := clockIn(l.text, on)
	next := model.Next{Date: day, At: at}
	rest := besides(ts, on, when)
	l.take(Next, 0.9, "day of the next meeting")
	venue, all := venueOf(ts, rest, max(on.to, when.to))
	next.Venue = venue
	r.found.Meeting.Next = &next
	if !all {
		l.entries = []model.Entry{{Kind: model.Paragraph, Text: typed(l.spans)}}
		return
	}
	l.Label = l.Source
	if i := strings.LastIndex(l.Source, venue); venue != "" && i >= 0 {
		l.Label = strings.TrimSpace(l.Source[:i] + l.Source[i+len(venue):])
	}
}

// underNext says whether line i stands right under a heading about the next
// meeting.
func (r *reader) underNext(i int) bool {
	above := r.body(i, -1)
	if above == nil || above.As != Item {
		return false
	}
	low := strings.ToLower(above.text)
	return strings.Contains(low, "next") && strings.Contains(low, "meeting")
}

// venueOf is the place behind the day and the time; all says that it and the
// usual words are all there is.
func venueOf(ts, rest []token, from int) (venue string, all bool) {
	if allAmong(rest, nextWords) {
		return "", true
	}
	behind := besides(ts, moment{to: from})
	if len(behind) == 0 || len(behind) > 10 {
		return "", false
	}
	for len(behind) > 0 && placeWords[strings.ToLower(behind[0].bare())] {
		behind = behind[1:]
	}
	var words []string
	for _, t := range behind {
		words = append(words, t.text)
	}
	venue = strings.Trim(strings.Join(words, " "), " ,.;:–—-")
	return venue, venue != "" && allAmong(rest[:max(0, len(rest)-len(behind))], nextWords)
}

var (
	// nextWords are those that say no more than when the body meets again.
	nextWords = set("the next meeting of will be held take place is was scheduled for arranged confirmed as on at date time and dates day a monday tuesday wednesday thursday friday saturday sunday in to our ordinary")
	// placeWords stand before a place.
	placeWords = set("at in on and venue")
)

// signature reads the place where minutes are signed, and who did.
func (r *reader) signature(l *line) bool {
	ts := wordsIn(l.text, 30)
	if _, at := clockIn(l.text); len(ts) == 30 || at.to > 0 || !placeToSign(l.text, ts) {
		return false
	}
	l.take(Signature, 0.9, "place to sign")
	if allAmong(ts, signWords) {
		l.Label = strings.Join(strings.FieldsFunc(l.Source, func(c rune) bool { return c == ' ' || c == '_' || c == '.' || c == '…' }), " ")
		return true
	}
	r.found.Signed = strings.TrimSpace(l.Source + " " + r.found.Signed)
	return true
}

// placeToSign says whether the words are those of a place to sign.
func placeToSign(text string, ts []token) bool {
	low := strings.ToLower(text)
	if strings.Contains(low, "minutes were") {
		return false
	}
	for _, w := range []string{"signed", "minutes approved", "minutes signed", "approved and signed"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	if strings.Contains(low, "record") && (strings.HasPrefix(low, "approved as ") || strings.Contains(low, "signed as a") && len(ts) < 20) {
		return true
	}
	blank := strings.Contains(text, "____") || strings.Contains(text, ".....") || strings.Contains(text, "……")
	return blank && allAmong(ts, signWords)
}

// signWords are those beside the lines to sign on.
var signWords = set("signed sign signature by chair chairman chairwoman chairperson clerk secretary president mayor date dated name print the of position minutes approved as a true and correct accurate record")
