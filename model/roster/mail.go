package roster

import (
	"strings"
	"unicode"
)

// isMail says whether a text is a list of addresses rather than lines that may
// have some: every part that a semicolon, a comma after an address or a line
// end divides has one.
func isMail(text string) bool {
	parts, with := 0, 0
	for _, p := range mailParts(text) {
		parts++
		if address.MatchString(p) {
			with++
		}
	}
	return with > 0 && with*2 >= parts && (strings.Contains(text, "<") || with == parts)
}

func readMail(text string) []Line {
	var lines []Line
	for _, p := range mailParts(text) {
		l := person(p)
		if l.Name == "" {
			continue
		}
		if l.Mail == "" {
			l.unsure(NoMail, "")
		}
		l.group()
		lines = append(lines, l)
	}
	return lines
}

// mailHeads stand before the addresses in the head of a message.
var mailHeads = []string{"to:", "cc:", "bcc:", "from:", "an:", "required:", "optional:", "attendees:"}

// mailParts are what a semicolon, a comma or a line end divides, with quoted
// names whole. A comma divides only after an address.
func mailParts(text string) []string {
	var parts []string
	add := func(p string) {
		p = unbulleted(p)
		for _, head := range mailHeads {
			if len(p) >= len(head) && strings.EqualFold(p[:len(head)], head) {
				p = tidy(p[len(head):])
			}
		}
		if strings.Trim(p, ` ,;"'<>`) != "" {
			parts = append(parts, p)
		}
	}
	from, quoted := 0, false
	for i, r := range text {
		part := text[from:i]
		switch {
		case r == '"':
			quoted = !quoted
		case r == '\n', r == ';' && !quoted, r == ',' && !quoted && address.MatchString(part):
			add(part)
			from, quoted = i+1, false
		}
	}
	add(text[from:])
	return parts
}

// mailOf is an address without what may stand around it.
func mailOf(found string) string {
	found = strings.Trim(found, ` <>"'.,;()[]`)
	if len(found) > len("mailto:") && strings.EqualFold(found[:len("mailto:")], "mailto:") {
		found = found[len("mailto:"):]
	}
	return found
}

// nameIn is the name that an address suggests.
func nameIn(mail string) string {
	local, _, _ := strings.Cut(mail, "@")
	words := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' || r == '-' || r == '+' || unicode.IsDigit(r) })
	for i, w := range words {
		r := []rune(w)
		words[i] = string(unicode.ToUpper(r[0])) + string(r[1:])
	}
	if len(words) == 0 {
		return mail
	}
	return strings.Join(words, " ")
}
