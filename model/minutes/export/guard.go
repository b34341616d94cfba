package export

import (
	stdjson "encoding/json"
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Leak is the error of a file that would have shown what its audience may not
// see. No such file leaves the program. It says where, and never what.
type Leak struct {
	// Part of the file the words stand in; "" where it has only one. The name
	// of the file itself is NameOfFile.
	Part string
	// Place in the meeting that they come from: "item 3".
	Place string
}

// NameOfFile stands for the name of the file among its parts.
const NameOfFile = "name"

func (e *Leak) Error() string {
	return fmt.Sprintf("the file was not made: %s would have shown words of %s that its readers may not see", partWords(e.Part), e.Place)
}

// partWords say which part of a file is meant.
func partWords(name string) string {
	switch base := name[strings.LastIndexByte(name, '/')+1:]; {
	case name == "":
		return "the file"
	case name == NameOfFile:
		return "its name"
	case strings.HasPrefix(base, "header"), strings.HasPrefix(base, "watermark"):
		return "the header"
	case strings.HasPrefix(base, "footer"):
		return "the footer"
	case strings.HasPrefix(name, "docProps/"):
		return "the properties (" + base + ")"
	}
	return name
}

// run is how many words in a row give a phrase away.
const run = 5

// Guard reads the words of a finished file and refuses it, with a *[Leak],
// where it holds a phrase, or a word or figure, of a part of the meeting that
// its audience may not see, and that stands nowhere else.
//
// What may be there is found without the projection that the file was made
// through: made makes such a file of another input, and is given the meeting
// from which every hidden part is cut.
func Guard(ext string, in Input, data []byte, made func(Input) ([]byte, error)) error {
	c := cut(ext, in)
	if len(c.hidden) == 0 {
		return nil
	}
	open := in
	open.Meeting, open.Ledger, open.Audience = c.rest, c.ledger, minutes.Full
	allowedFile, err := made(open)
	if err != nil {
		return fmt.Errorf("the file cannot be checked for restricted words: %w", err)
	}
	look := newSearch(ext, in.Name, data)
	look.allowFile(ext, allowedFile)
	look.allow(slices.Concat(c.open, stubWords(in), stringsIn(in.Style))...)
	if leak := look.leak(c.hidden); leak != nil {
		return leak
	}
	return nil
}

// secret is a part of the meeting that the audience may not see.
type secret struct {
	place string
	words []string
}

// cutting is a meeting taken apart for an audience.
type cutting struct {
	in      Input
	public  bool
	private bool
	// rest is the meeting without every part that may not be seen in full,
	// ledger what happened to the actions of it.
	rest   model.Meeting
	ledger []model.Event
	// open are words of parts that may be seen, where something in them is not.
	open   []string
	hidden []secret
}

// cut takes the meeting of in apart, for a file of that format. What is hidden is
// so in either version, as circulated and as corrected, though a file shows one.
func cut(ext string, in Input) cutting {
	m := in.Meeting
	shown, _ := minutes.Printed(m, in.Audience)
	if ext == ".json" && in.Audience != minutes.Public {
		shown = m // with its corrections
	}
	in.Meeting = shown
	c := cutOne(ext, in)
	if !c.public {
		return c
	}
	for _, sent := range m.Circulated {
		c.hide("its circulation", append(slices.Clone(sent.To), sent.Name)...)
	}
	c.rest.Circulated = nil
	if len(m.Corrections) > 0 {
		in.Meeting = m.Corrected()
		c.hidden = append(c.hidden, cutOne(ext, in).hidden...)
		in.Meeting = m
		in.Meeting.Corrections = nil
		c.hidden = append(c.hidden, cutOne(ext, in).hidden...)
	}
	return c
}

// cutOne is cut of a meeting as it is.
func cutOne(ext string, in Input) cutting {
	c := cutting{in: in, public: in.Audience == minutes.Public, private: in.Private && keepsPrivate(ext), rest: in.Meeting.Clone()}
	c.rest.Restricting = nil
	numbers := model.Number(in.Meeting)
	items := c.rest.Items[:0:0]
	for _, it := range c.rest.Items {
		place := "item " + numbers.Items[it.ID]
		if it.Opening() {
			place = "what stands before the first item"
		}
		if c.public && it.Restricted != nil {
			it.Restricted, it.PublicTitle, it.Reference = nil, "", ""
			c.hide(place, stringsIn(it)...)
			c.hide(place, notes(in.Ledger, it.Entries...)...)
			continue
		}
		if c.public {
			it = c.facts(place, it)
		}
		entries := it.Entries[:0:0]
		for _, e := range it.Entries {
			if !c.entry(place, e) {
				entries = append(entries, e)
				c.ledger = append(c.ledger, of(in.Ledger, e)...)
			}
		}
		it.Entries = entries
		items = append(items, it)
	}
	c.rest.Items = items
	return c
}

func (c *cutting) hide(place string, words ...string) {
	if len(words) > 0 {
		c.hidden = append(c.hidden, secret{place, words})
	}
}

// entry takes an entry out of what may be seen, or says false where it may.
func (c *cutting) entry(place string, e model.Entry) bool {
	switch {
	case e.Kind == model.Private && !c.private, c.public && e.Restricted != nil:
		e.Restricted = nil
		c.hide(place, stringsIn(e)...)
	case c.public && len(e.Withheld) > 0:
		if len(e.Lost()) > 0 {
			c.hide(place, stringsIn(e)...)
			break
		}
		beside := e
		beside.Text, beside.Withheld = "", nil
		c.phrases(place, e.Text, e.Withheld, stringsIn(beside))
		for _, event := range of(c.in.Ledger, e) {
			event.Note, event.By, event.Link, event.To, event.Owners = "", "", "", "", nil
			c.open = append(c.open, stringsIn(event)...)
		}
	default:
		return false
	}
	c.hide(place, notes(c.in.Ledger, e)...)
	return true
}

// facts takes those out of an item that may not be seen.
func (c *cutting) facts(place string, it model.Item) model.Item {
	if it.OutcomeRestricted != nil {
		c.hide(place, it.Outcome)
		it.Outcome, it.OutcomeRestricted = "", nil
	}
	if it.PresenterRestricted != nil {
		c.hide(place, it.Presenter)
		it.Presenter, it.PresenterRestricted = "", nil
	}
	if it.PurposeRestricted != nil {
		c.hide(place, it.Purpose)
		it.Purpose, it.PurposeRestricted = "", nil
	}
	it.Papers = slices.DeleteFunc(it.Papers, func(p model.Paper) bool {
		if p.Restricted != nil {
			c.hide(place, p.Title, p.Reference)
		}
		return p.Restricted != nil
	})
	if len(it.Withheld) > 0 {
		beside := []string{it.Outcome, it.Presenter, it.Purpose, it.Reference, it.PublicTitle}
		for _, p := range it.Papers {
			beside = append(beside, p.Title, p.Reference)
		}
		if len(it.Lost()) > 0 {
			c.hide(place, it.Title)
			c.phrases(place, "", append(it.Withheld, model.Phrase{Words: it.Title}), beside)
		} else {
			c.phrases(place, it.Title, it.Withheld, beside)
		}
		it.Title, it.Outcome, it.Presenter, it.Purpose, it.Papers, it.Withheld = "(…)", "", "", "", nil, nil
	}
	return it
}

// phrases hides those of a text. What else the text says is open, and so is
// what it says of the facts beside it.
func (c *cutting) phrases(place, text string, phrases []model.Phrase, beside []string) {
	text = model.Plain(minutes.Clean(text))
	var taken []string
	left := text
	for _, p := range phrases {
		c.hide(place, p.Words)
		taken = append(taken, words(p.Words)...)
		for at := p.In(left); len(at) > 0; at = p.In(left) {
			left = left[:at[0][0]] + " \x00 " + left[at[0][1]:]
		}
	}
	said := words(left)
	c.open = append(c.open, strings.Split(left, "\x00")...)
	for _, fact := range beside {
		for _, w := range words(fact) {
			if slices.Contains(said, w) || !slices.Contains(taken, w) {
				c.open = append(c.open, w)
			}
		}
	}
}

// of is what happened to an action.
func of(ledger []model.Event, e model.Entry) []model.Event {
	var out []model.Event
	for _, event := range ledger {
		if event.Action == e.ID {
			out = append(out, event)
		}
	}
	return out
}

// notes are what was said of actions afterwards.
func notes(ledger []model.Event, entries ...model.Entry) []string {
	var out []string
	for _, e := range entries {
		for _, event := range of(ledger, e) {
			for _, said := range append([]string{event.Note, event.By, event.Link, event.To}, event.Owners...) {
				if said != "" {
					out = append(out, said)
				}
			}
		}
	}
	return out
}

// marks are the field names and commands around a stub in .json and .minutes,
// and the class of one in .html.
const marks = "items entries title text number level reference restricted reason paragraph resolution public publicTitle unrestricted outcome presenter papers " +
	"words owner owners due date forum action vote motion decision mover seconder result interest who nature other none stub withheld"

// stubWords are the words that may stand in the place of what is left out.
func stubWords(in Input) []string {
	out := []string{marks, string(in.Meeting.ID)}
	for _, r := range in.Meeting.Restrictions() {
		out = append(out, r.Reason, r.Paragraph)
	}
	for _, it := range in.Meeting.Corrected().Items {
		out = append(out, string(it.ID), it.PublicTitle, it.Reference)
		for _, e := range it.Entries {
			out = append(out, string(e.ID), string(e.Kind))
			if e.Resolution != nil && len(e.Withheld) == 0 {
				out = append(out, e.Resolution.Number)
			}
		}
	}
	return out
}

// notWords are fields that hold no words of the minutes.
var notWords = []string{"id", "kind", "made", "way"}

// stringsIn are all words kept in v, whatever field they stand in, in order.
func stringsIn(v any) []string {
	data, err := stdjson.Marshal(v)
	if err != nil {
		return nil
	}
	var tree any
	if err := stdjson.Unmarshal(data, &tree); err != nil {
		return nil
	}
	var out []string
	walk(tree, func(name, s string) {
		if !slices.Contains(notWords, name) {
			out = append(out, model.Plain(minutes.Clean(s)))
		}
	})
	slices.Sort(out)
	return out
}

// walk tells of every text in a tree that JSON gave, with the name of its field.
func walk(tree any, tell func(name, s string)) {
	var each func(name string, v any)
	each = func(name string, v any) {
		switch v := v.(type) {
		case string:
			tell(name, v)
		case []any:
			for _, one := range v {
				each(name, one)
			}
		case map[string]any:
			for key, one := range v {
				each(key, one)
			}
		}
	}
	each("", tree)
}
