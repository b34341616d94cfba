package quick

import (
	"strings"

	"minutebook/model"
)

// correction reads "/correction 21 April 2022 3.2, WORDS": what is put right in
// minutes that were approved long before. The words may stand on the lines below
// instead.
func correction(r *reader, a args) error {
	e := model.Entry{Kind: model.Paragraph, Text: a.text, Corrects: &model.CorrectsFact{}}
	what, said, _ := strings.Cut(a.words, ",")
	if e.Text == "" {
		e.Text = strings.Trim(said, blanks)
	}
	day, reference, ok := dayAndRest(strings.Trim(what, blanks), r.c.Meeting.Date)
	if !ok && !knows([]string{"date"}, a.pairs) {
		return bad("“"+strings.Trim(what, blanks)+"” names no minutes", "the day of their meeting, as in /correction 21 April 2022 3.2, WORDS")
	}
	e.Corrects.Date, e.Corrects.Reference = day, reference
	if err := setAll(&e, correctionKeys, a.pairs, r.c); err != nil {
		return err
	}
	if strings.TrimSpace(e.Text) == "" {
		return bad("the correction says nothing", "what should be read, behind a comma or on the lines below")
	}
	r.enter(e)
	return nil
}

// dayAndRest is the day that words begin with, and what follows it. The longest
// day counts: the year in "21 April 2022 3.2" belongs to it.
func dayAndRest(words string, from model.Date) (day model.Date, rest string, ok bool) {
	fields := strings.Fields(words)
	for n := len(fields); n > 0; n-- {
		if day, ok := parseDate(strings.Join(fields[:n], " "), from, backward); ok {
			return day, strings.Join(fields[n:], " "), true
		}
	}
	return "", "", false
}
