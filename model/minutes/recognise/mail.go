package recognise

import (
	"slices"
	"strings"

	"minutebook/model/pattern"
)

// mailField finds the lines that stand at the head of an e-mail.
var mailField = pattern.Of(`^(From|To|Cc|Bcc|Sent|Date|Reply-To|Subject|Attachments?): *\S`)

// mailHead drops the head of an e-mail that minutes came in. Its subject, and when it
// was sent, stay where nothing else names a day.
func (r *reader) mailHead() {
	var head []*line
	for i, l := range r.lines {
		if l.text == "" {
			continue
		}
		if i > 12 || !mailField.MatchString(l.text) {
			break
		}
		head = append(head, l)
	}
	begun := slices.ContainsFunc(head, func(l *line) bool { return strings.HasPrefix(l.text, "From:") })
	if len(head) < 2 || !begun {
		return
	}
	dated := slices.ContainsFunc(r.lines, func(l *line) bool {
		return !slices.Contains(head, l) && slices.ContainsFunc(days(l.text, false), func(m moment) bool { return !m.yearless })
	})
	for _, l := range head {
		if dated || !strings.HasPrefix(l.text, "Subject:") && !strings.HasPrefix(l.text, "Date:") && !strings.HasPrefix(l.text, "Sent:") {
			l.drop(0.9, "head of an e-mail")
		}
	}
}
