package read

import (
	"encoding/xml"
	"strings"
)

// wordField is a field that has begun: an instruction, and then what it gives.
type wordField struct {
	instruction string
	// result says that the instruction is read.
	result bool
	// shown is what a field shows that gives nothing else: a box to tick.
	shown string
	// address is where words led before it.
	address string
}

// longestInstruction is how many bytes of an instruction are read.
const longestInstruction = 4000

func (f *wordField) instruct(text string) {
	if len(f.instruction) < longestInstruction {
		f.instruction += text[:min(len(text), longestInstruction)]
	}
}

// field begins a field, ends its instruction, or ends it.
func (s *wordStory) field(e xml.StartElement) {
	n := len(s.fields)
	switch attr(e, "fldCharType") {
	case "begin":
		s.count(1)
		s.fields = append(s.fields, wordField{address: s.run.address, shown: s.formShows()})
		s.asking++
	case "separate":
		if n > 0 && !s.fields[n-1].result {
			f := &s.fields[n-1]
			f.result = true
			s.asking--
			if to := hyperlink(f.instruction); to != "" {
				s.run.address = to
			}
		}
	case "end":
		if n == 0 {
			return
		}
		f := s.fields[n-1]
		s.fields = s.fields[:n-1]
		s.run.address = f.address
		if !f.result {
			s.asking--
		}
		s.say(f.shown)
	}
}

// formShows is what a field of a form shows by itself.
func (s *wordStory) formShows() string {
	shown := ""
	var choices []string
	chosen := 0
	var within func(e xml.StartElement)
	within = func(e xml.StartElement) {
		val := attr(e, "val")
		switch e.Name.Local {
		case "checkBox":
			shown = "☐"
		case "checked", "default":
			if shown != "" {
				shown = map[bool]string{true: "☐", false: "☒"}[isOff(val)]
			} else {
				chosen = number(val, 0)
			}
		case "result":
			chosen = number(val, 0)
		case "listEntry":
			if len(choices) < 100 {
				choices = append(choices, val)
			}
		}
		s.each(within)
	}
	s.each(within)
	if chosen >= 0 && chosen < len(choices) {
		shown = choices[chosen]
	}
	return shown
}

// hyperlink is where a field leads with an instruction such as
//
//	HYPERLINK "https://example.org/" \l "place"
//
// and "" for one that leads nowhere outside the file.
func hyperlink(instruction string) string {
	words := instructed(instruction)
	if len(words) == 0 || !strings.EqualFold(words[0], "HYPERLINK") {
		return ""
	}
	address, place := "", ""
	for i := 1; i < len(words); i++ {
		switch w := words[i]; {
		case (w == `\l` || w == `\o` || w == `\t`) && i+1 < len(words):
			i++
			if w == `\l` {
				place = "#" + words[i]
			}
		case !strings.HasPrefix(w, `\`) && address == "":
			address = w
		}
	}
	if address == "" {
		return ""
	}
	return address + place
}

// instructed are the words of an instruction, of which some are in quotes.
func instructed(s string) []string {
	var words []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		var word string
		if s[0] == '"' {
			word, s, _ = strings.Cut(s[1:], `"`)
		} else {
			end := strings.IndexAny(s, " \t\n\"")
			if end < 0 {
				end = len(s)
			}
			word, s = s[:end], s[end:]
		}
		words = append(words, word)
	}
	return words
}
