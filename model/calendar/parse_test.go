package calendar_test

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// property is a line of a calendar.
type property struct{ name, params, value string }

// component is a part of a calendar between BEGIN and END.
type component struct {
	kind       string
	properties []property
	parts      []component
}

func (c component) get(name string) string {
	for _, p := range c.properties {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// once are the properties that each kind must have once, and those that it may
// have once. There are no others.
var once = map[string][2]string{
	"VCALENDAR": {"VERSION PRODID CALSCALE METHOD", "X-WR-CALNAME"},
	"VEVENT":    {"UID DTSTAMP DTSTART SUMMARY", "DTEND DESCRIPTION LOCATION TRANSP"},
	"VTODO":     {"UID DTSTAMP DUE SUMMARY STATUS", "DESCRIPTION LOCATION"},
}

// parse reads a calendar as RFC 5545 has it, and minds everything.
func parse(data []byte) (component, error) {
	lines, err := unfolded(string(data))
	if err != nil {
		return component{}, err
	}
	stack := []component{{}}
	for _, line := range lines {
		p, err := parseLine(line)
		if err != nil {
			return component{}, err
		}
		switch p.name {
		case "BEGIN":
			stack = append(stack, component{kind: p.value})
		case "END":
			top := stack[len(stack)-1]
			if top.kind != p.value {
				return component{}, fmt.Errorf("%s ends %s", p.value, top.kind)
			}
			if err := top.check(); err != nil {
				return component{}, fmt.Errorf("%s: %w", p.value, err)
			}
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].parts = append(stack[len(stack)-1].parts, top)
		default:
			stack[len(stack)-1].properties = append(stack[len(stack)-1].properties, p)
		}
	}
	if len(stack) != 1 || len(stack[0].parts) != 1 || len(stack[0].properties) > 0 || stack[0].parts[0].kind != "VCALENDAR" {
		return component{}, fmt.Errorf("it is no one calendar")
	}
	return stack[0].parts[0], nil
}

// unfolded are the lines of a calendar, the folded ones in one.
func unfolded(text string) ([]string, error) {
	if !utf8.ValidString(text) || !strings.HasSuffix(text, "\r\n") {
		return nil, fmt.Errorf("no UTF-8, or no end of line at its end")
	}
	var lines []string
	for i, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		switch {
		case len(line) > 75, strings.ContainsAny(line, "\r\n"), !utf8.ValidString(line), line == "":
			return nil, fmt.Errorf("line %d: %q", i+1, line)
		case line[0] == ' ' && len(lines) > 0:
			lines[len(lines)-1] += line[1:]
		default:
			lines = append(lines, line)
		}
	}
	return lines, nil
}

func parseLine(line string) (property, error) {
	head, value, ok := strings.Cut(line, ":")
	if !ok || strings.ContainsFunc(value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
		return property{}, fmt.Errorf("%q is no property", line)
	}
	name, params, _ := strings.Cut(head, ";")
	for _, r := range name {
		if r != '-' && (r < 'A' || r > 'Z') {
			return property{}, fmt.Errorf("%q is no name", name)
		}
	}
	p := property{name, params, value}
	if strings.Contains(" SUMMARY DESCRIPTION LOCATION UID X-WR-CALNAME ", " "+name+" ") {
		var err error
		if p.value, err = unescape(value); err != nil {
			return p, err
		}
	}
	return p, nil
}

// unescape is a text as it was; a character that had to be escaped is an error.
func unescape(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == ';' || s[i] == ',':
			return "", fmt.Errorf("%q is not escaped in %q", s[i], s)
		case s[i] != '\\':
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) || !strings.ContainsRune(`\;,nN`, rune(s[i])) {
			return "", fmt.Errorf("a lone backslash in %q", s)
		}
		if s[i] == 'n' || s[i] == 'N' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String(), nil
}

func (c component) check() error {
	rule, ok := once[c.kind]
	if !ok {
		return fmt.Errorf("there is no %q", c.kind)
	}
	count := map[string]int{}
	for _, p := range c.properties {
		count[p.name]++
		if count[p.name] > 1 || !strings.Contains(" "+rule[0]+" "+rule[1]+" ", " "+p.name+" ") {
			return fmt.Errorf("%s does not have %s so", c.kind, p.name)
		}
		if err := p.check(); err != nil {
			return err
		}
	}
	for _, name := range strings.Fields(rule[0]) {
		if count[name] != 1 {
			return fmt.Errorf("%s has no %s", c.kind, name)
		}
	}
	return nil
}

// check minds the form of days and times.
func (p property) check() error {
	form := map[string]string{"DTSTAMP": "00000000T000000Z", "DTSTART": "00000000T000000", "DTEND": "00000000T000000", "DUE": "00000000T000000"}[p.name]
	if form == "" {
		return nil
	}
	if p.params == "VALUE=DATE" {
		form = "00000000"
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, p.value)
	if digits != form {
		return fmt.Errorf("%s is %q", p.name, p.value)
	}
	return nil
}
