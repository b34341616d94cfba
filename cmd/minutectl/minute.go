package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/quick"
	"minutebook/store"
)

func (p *program) minuteCommand() *cobra.Command {
	var lenient bool
	cmd := &cobra.Command{
		Use:   "minute [FILE|-]",
		Short: "Make or continue a meeting from quick lines",
		Long: `Make a meeting from a script of quick lines, or continue one: where the book has
a meeting of the script's /body on its /date, what follows the lines that it has
already is added. A body that the book does not know is made. Without FILE the
script is read from the standard input.

Nothing is saved where a line cannot be read: each is named as file:line with what
was expected. With --lenient such lines are kept as private notes instead.`,
		Example: "  minutectl minute harbour.minutes\n  cat harbour.minutes | minutectl minute --lenient",
		Args:    takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			name, text, err := p.readScript(args)
			if err != nil {
				return err
			}
			return p.writing(func(book *store.Book) error {
				return p.minute(book, name, text, lenient)
			})
		},
	}
	cmd.Flags().BoolVar(&lenient, "lenient", false, "keep lines that cannot be read as private notes")
	return cmd
}

// readScript reads the script that the arguments name, and the name that its
// errors carry.
func (p *program) readScript(args []string) (name string, text []byte, err error) {
	if len(args) == 0 || args[0] == "-" {
		text, err = io.ReadAll(p.in)
		return "(standard input)", text, err
	}
	text, err = export.ReadFile(args[0])
	return args[0], text, err
}

func (p *program) minute(book *store.Book, name string, text []byte, lenient bool) error {
	s, err := p.prepare(book, name, text)
	if err != nil {
		return err
	}
	m, err := quick.ReadScript(s.name, s.text, s.base, quick.Options{
		Names: s.names, NewID: p.newID, Lenient: lenient, Continue: s.kept.ID != "",
		Earlier: func(action string) error { _, err := s.earlier.Find(action); return err },
	})
	var unread quick.ScriptErrors
	// Leniently read lines are in m; where m is as it was, nothing was read.
	if err != nil && (!lenient || !errors.As(err, &unread) || m.Rev == s.base.Rev) {
		return err
	}
	if s.kept.ID != "" && m.Rev == s.kept.Rev {
		return p.say("Nothing to add: the meeting of %s, %s, has all of this already.", s.body.Name, m.Date.Long())
	}
	if err := book.Commit(p.batch(s, m)); err != nil {
		return err
	}
	p.warn(book, m, unread)
	if err := p.sayMinuted(s.kept, m); err != nil {
		return err
	}
	return p.settle(book, m)
}

// warn tells of lines that were kept as private notes, and of a house style
// that m has and neither the program nor the book has.
func (p *program) warn(book *store.Book, m model.Meeting, unread quick.ScriptErrors) {
	for _, line := range unread {
		p.complain(line.Error())
	}
	if len(unread) > 0 {
		p.complain("minutectl: kept as private notes: " + count(len(unread), "line") + " that could not be read")
	}
	styles, err := stylesOf(book)
	if err == nil {
		_, err = styles.Load(m.Style)
	}
	var none *minutes.NoStyle
	switch {
	case errors.As(err, &none):
		p.complain(fmt.Sprintf("minutectl: there is no house style %q, so an export needs --style with one of %s", m.Style, strings.Join(none.Known, ", ")))
	case err != nil:
		p.complain("minutectl: " + err.Error())
	}
}

// sayMinuted says what the book has now.
func (p *program) sayMinuted(kept, m model.Meeting) error {
	what, entry := "Added the meeting", "entry"
	if kept.ID != "" {
		what, entry = "Continued the meeting", "new entry"
	}
	return p.say("%s of %s, %s: %s, %s, %s.", what, m.Body, m.Date.Long(),
		count(m.Summary().Items, "item"), count(entries(m)-entries(kept), entry), count(len(m.Actions()), "action"))
}

func entries(m model.Meeting) int {
	n := 0
	for _, it := range m.Items {
		n += len(it.Entries)
	}
	return n
}

// plurals are the words whose plural does not end in s alone.
var plurals = map[string]string{"body": "bodies", "unsure guess": "unsure guesses", "person": "people", "entry": "entries", "new entry": "new entries"}

// count is a number with its word: "1 item", "3 items".
func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	if plural, ok := plurals[word]; ok {
		return fmt.Sprintf("%d %s", n, plural)
	}
	return fmt.Sprintf("%d %ss", n, word)
}
