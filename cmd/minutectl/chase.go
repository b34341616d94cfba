package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/mail"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/register"
	"minutebook/store"
)

// chasing is what was asked of chase.
type chasing struct {
	wanted                            register.Filter
	folder, from, audience, day, next string
	again                             model.Date
	force                             bool
}

func (p *program) chaseCommand() *cobra.Command {
	var x chasing
	cmd := &cobra.Command{
		Use:   "chase",
		Short: "Write to the owners of open actions",
		Long: `Write a message to each owner of open actions. With --eml they are files in a
folder, which a mail program opens as drafts, addressed where the book knows the
owner's address; without it they are shown here. With --again the register says
that every action in them is to be asked for again on that day.

Where actions are restricted, --audience full says that their owners may read
them, and --audience public leaves them out.`,
		Example: `  minutectl chase --owner "Harbour Master"
  minutectl chase --overdue --eml letters --again "1 October 2026"`,
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			x.wanted.Open = true
			opening := p.reading
			if x.next != "" {
				opening = p.writing
			}
			return opening(func(book *store.Book) error { return p.chase(book, x) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.wanted.Owner, "owner", "", "only to this `NAME`: a person, post or organisation")
	flags.BoolVar(&x.wanted.Overdue, "overdue", false, "only what is overdue")
	flags.BoolVar(&x.wanted.Chase, "due", false, "only what is to be chased by now")
	flags.StringVar(&x.folder, "eml", "", "write the messages to files in this `FOLDER`")
	flags.StringVar(&x.from, "from", "", "the `ADDRESS` they come from (default: the mail program's)")
	flags.StringVar(&x.next, "again", "", "the `DATE` to ask again")
	flags.StringVar(&x.day, "on", "", "the `DATE` they are written on (default today)")
	p.audienceFlag(cmd, &x.audience, "whether restricted actions may be in them")
	flags.BoolVar(&x.force, "force", false, "replace files that are there")
	p.bodyFlag(cmd, &x.wanted.Body, "only actions of this `BODY`")
	return cmd
}

func (p *program) chase(book *store.Book, x chasing) error {
	letters, err := p.letters(book, &x)
	if err != nil {
		return err
	}
	if len(letters) == 0 {
		return p.say("Nothing to chase.")
	}
	var batch model.Batch
	if x.again != "" {
		if batch.Events, err = p.again(x, letters); err != nil {
			return err
		}
	}
	files, err := lettersIn(x, letters)
	if err != nil {
		return err
	}
	wrote, err := writeLetters(files)
	if err == nil && x.again != "" {
		err = book.Commit(batch)
	}
	if err != nil { // the register says that it was asked where the letters are there
		return errors.Join(err, takeAway(wrote))
	}
	if err := p.sayLetters(x, files, letters); err != nil || x.again == "" {
		return err
	}
	return p.say("The register will say on %s that %s to be asked for again.", x.again.Long(), are(len(batch.Events)))
}

// letters are those to be written, to whom the book knows.
func (p *program) letters(book *store.Book, x *chasing) ([]mail.Letter, error) {
	audience, err := audienceOf(x.audience)
	if err != nil {
		return nil, err
	}
	x.wanted.Today = p.today()
	if err := datesOf([]dayFlag{{"on", x.day, &x.wanted.Today}, {"again", x.next, &x.again}}); err != nil {
		return nil, err
	}
	all, err := book.Actions()
	if err != nil {
		return nil, err
	}
	var actions []register.Action
	for _, a := range x.wanted.Select(all) {
		switch {
		case !a.Restricted || audience == minutes.Full:
			actions = append(actions, a)
		case audience == minutes.Unsaid:
			return nil, usagef("action %s of %s is restricted; say --audience full where its owner may read it, or --audience public to leave such actions out", a.Printed, a.Date.Long())
		}
	}
	people, err := book.People()
	if err != nil {
		return nil, err
	}
	bodies, err := book.Bodies()
	if err != nil {
		return nil, err
	}
	letters := mail.Chase(actions, mail.Addresses(people, bodies, x.wanted.Today), x.wanted.Today)
	return onlyTo(x.wanted.Owner, letters), nil
}

// onlyTo leaves out those whom an action that is wanted belongs to beside the
// one who is written to.
func onlyTo(owner string, letters []mail.Letter) []mail.Letter {
	var list []mail.Letter
	for _, l := range letters {
		if (register.Filter{Owner: owner}).Keep(register.Action{Owners: []string{l.Owner}}) && l.Owner != "" {
			list = append(list, l)
		}
	}
	return list
}

// letterFile is a letter as a file that is to be written.
type letterFile struct {
	path string
	data []byte
	// there says that a file of that name is to be replaced.
	there bool
}

// lettersIn are the files of the letters, where any are wanted; the error says
// why one of them cannot be.
func lettersIn(x chasing, letters []mail.Letter) ([]letterFile, error) {
	if x.folder == "" {
		return nil, nil
	}
	if err := os.MkdirAll(x.folder, 0o750); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be made: %w", x.folder, err)
	}
	taken := map[string]bool{}
	var files []letterFile
	for _, l := range letters {
		l.Message.From = x.from
		data, err := l.Message.Bytes()
		if err != nil {
			return nil, err
		}
		f := letterFile{path: filepath.Join(x.folder, export.OwnName(l.Owner, taken)+".eml"), data: data}
		_, err = os.Lstat(f.path)
		if f.there = err == nil; f.there && !x.force {
			return nil, fmt.Errorf("%s is there already, so it was left as it is, and no letter was written; --force replaces it", f.path)
		}
		files = append(files, f)
	}
	return files, nil
}

// writeLetters writes files, and gives those that were not there before.
func writeLetters(files []letterFile) (fresh []string, err error) {
	for _, f := range files {
		if err := export.WriteFile(f.path, f.data); err != nil {
			return fresh, fmt.Errorf("%s: %w", f.path, err)
		}
		if !f.there {
			fresh = append(fresh, f.path)
		}
	}
	return fresh, nil
}

// takeAway removes files.
func takeAway(paths []string) error {
	var all error
	for _, path := range paths {
		all = errors.Join(all, os.Remove(path))
	}
	return all
}

// sayLetters shows the letters, or says which files they are in.
func (p *program) sayLetters(x chasing, files []letterFile, letters []mail.Letter) error {
	if x.folder == "" {
		return p.showLetters(letters)
	}
	for i, l := range letters {
		to := ""
		if len(l.Message.To) == 0 {
			to = ": the book has no address of " + l.Owner
		}
		if err := p.say("%s (%s)%s", files[i].path, count(len(l.Actions), "action"), to); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) showLetters(letters []mail.Letter) error {
	for i, l := range letters {
		to := strings.Join(l.Message.To, ", ")
		if to == "" {
			to = l.Owner + " (the book has no address)"
		}
		rule := ""
		if i > 0 {
			rule = strings.Repeat("-", 72) + "\n"
		}
		if err := p.say("%sTo: %s\nSubject: %s\n\n%s", rule, clean(to), clean(l.Message.Subject), l.Message.Text); err != nil {
			return err
		}
	}
	return nil
}

// again are the events by which the register has every action in the letters
// asked for again.
func (p *program) again(x chasing, letters []mail.Letter) ([]model.Event, error) {
	var events []model.Event
	entered := map[[2]model.ID]bool{}
	for _, l := range letters {
		for _, a := range l.Actions {
			key := [2]model.ID{a.Meeting, a.ID}
			if entered[key] {
				continue
			}
			entered[key] = true
			e, err := a.AskAgain(x.again, register.Facts{On: x.wanted.Today, Note: "Asked by mail", Made: p.stamp()})
			if err != nil {
				return nil, err
			}
			events = append(events, e)
		}
	}
	return events, nil
}

func are(n int) string {
	if n == 1 {
		return "1 action is"
	}
	return fmt.Sprintf("%d actions are", n)
}
