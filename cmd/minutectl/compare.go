package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// comparing is what a comparison was asked for.
type comparing struct {
	// versions are the earlier and the later, as they were named.
	versions              [2]string
	body, style, audience string
	file                  string
	list, json, force     bool
}

func (p *program) compareCommand() *cobra.Command {
	var x comparing
	cmd := &cobra.Command{
		Use:   "compare EARLIER [LATER]",
		Short: "List what changed between two versions of minutes",
		Long: `List what changed between two versions of the minutes of a meeting. A version is
MEETING, as it is now; MEETING@REVISION, as it was, by a number that "minutectl
versions" lists; or a .json or .minutes file that export wrote. Without LATER an
earlier revision is compared with the meeting as it is now.

With -o the changes are written to a file instead: .docx is the later minutes
with Word's tracked changes, or with --list the list; .html, .txt and .md are the
list. The list on the terminal shows restricted parts too; a file says with
--audience who it is for.`,
		Example: `  minutectl versions last
  minutectl compare last@12
  minutectl compare last@12 -o changes.docx
  minutectl compare circulated.json last -o changes.html --audience public`,
		Args: takes(1, 2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return p.meetingNames(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error {
			copy(x.versions[:], args)
			audience, err := x.check()
			if err != nil {
				return err
			}
			if isFile(x.versions[0]) && isFile(x.versions[1]) {
				return p.compare(nil, &filer{p: p}, x, audience)
			}
			if x.file != "" {
				return p.filing(x.force, func(book *store.Book, f *filer) error { return p.compare(book, f, x, audience) })
			}
			return p.reading(func(book *store.Book) error { return p.compare(book, nil, x, audience) })
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&x.file, "output", "o", "", "write the changes to this `FILE`")
	flags.BoolVar(&x.list, "list", false, "the list of changes in a .docx too, not tracked changes")
	flags.BoolVar(&x.force, "force", false, "replace the file though it was changed since it was written")
	flags.BoolVar(&x.json, "json", false, "write JSON for another program")
	flags.StringVar(&x.style, "style", "", "house `STYLE` to use instead of the meeting's own")
	p.audienceFlag(cmd, &x.audience, "who the changes are for")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	p.complete(cmd, "style", p.completeStyle(false))
	return cmd
}

// isFile says whether a version is named by its file.
func isFile(version string) bool {
	if slices.Contains(export.Formats(), extension(version)) {
		return true
	}
	info, err := os.Stat(version)
	return err == nil && !info.IsDir() && extension(version) != ""
}

// check finds what is wrong with the asking, and gives the audience.
func (x comparing) check() (minutes.Audience, error) {
	if x.versions[1] == "" {
		if _, rev := addressed(x.versions[0]); isFile(x.versions[0]) || rev == "" {
			return minutes.Unsaid, usagef("%s is to be compared with what? Name two versions, or one as MEETING@REVISION; \"minutectl versions MEETING\" lists them", x.versions[0])
		}
	}
	for _, v := range x.versions {
		if isFile(v) && extension(v) != ".json" && extension(v) != ".minutes" {
			return minutes.Unsaid, usagef("%v", &export.NoVersion{Name: v})
		}
	}
	switch {
	case x.file != "" && x.json:
		return minutes.Unsaid, usagef("--json goes to the terminal and -o to a file; use one of them")
	case x.file != "" && !slices.Contains(export.ComparisonFormats(), extension(x.file)):
		return minutes.Unsaid, usagef("%s: %v", x.file, &export.NoComparison{Ext: extension(x.file)})
	}
	audience, err := exporting{style: x.style, audience: x.audience}.check()
	if audience == minutes.Unsaid && x.file == "" {
		audience = minutes.Full // for the eyes of the clerk
	}
	return audience, err
}

// addressed is the meeting and the revision that MEETING@REVISION names; an
// empty revision is the meeting as it is now.
func addressed(version string) (meeting, rev string) {
	if i := strings.LastIndexByte(version, '@'); i >= 0 {
		return version[:i], version[i+1:]
	}
	return version, ""
}

// compare tells what changed, or has f write it. book is nil where both versions
// are files: they need none.
func (p *program) compare(book *store.Book, f *filer, x comparing, audience minutes.Audience) error {
	in, err := p.comparison(book, x, audience)
	if err != nil {
		return err
	}
	if x.file != "" {
		if err := f.mayReplace(x.file); err != nil {
			return err
		}
		in.Name = filepath.Base(x.file)
		data, err := export.Compare(extension(x.file), in)
		if err != nil {
			return fmt.Errorf("%s was not written: %w", x.file, err)
		}
		if err := f.write(x.file, data); err != nil {
			return err
		}
		return p.say("%s", x.file)
	}
	if audience == minutes.Public { // it may go from here to anywhere: it is searched as its file would be
		if _, err := export.Compare(".txt", in); err != nil {
			return err
		}
	}
	changes, err := compare.Changes(in.Input)
	if err != nil {
		return err
	}
	if x.json {
		return p.sayChangesJSON(in, changes)
	}
	return p.listChanges(in, changes)
}

func (p *program) comparison(book *store.Book, x comparing, audience minutes.Audience) (export.Comparison, error) {
	in := export.Comparison{List: x.list}
	in.Audience = audience
	if x.versions[1] == "" {
		x.versions[1], _ = addressed(x.versions[0])
	}
	for i, m := range []*model.Meeting{&in.Earlier, &in.Later} {
		var err error
		if *m, in.Names[i], err = p.version(book, x.versions[i], x.body, []string{"earlier", "later"}[i]); err != nil {
			return in, err
		}
		if isFile(x.versions[i]) {
			in.Files[i] = x.versions[i]
		}
	}
	if err := audience.Check(in.Earlier); err != nil {
		return in, err
	}
	styles, err := minutes.Builtin(), error(nil)
	if book != nil {
		if styles, err = stylesOf(book); err != nil {
			return in, err
		}
	}
	style, err := styles.Load(cmp.Or(x.style, in.Later.Style))
	if x.file == "" && errors.As(err, new(*minutes.NoStyle)) {
		style, err = styles.Load("")
	}
	if err != nil {
		return in, fmt.Errorf("the house style of this meeting cannot be used (%w); choose one with --style", err)
	}
	in.Style = style
	return in, nil
}

// version reads one version of a meeting and says in words which it is. prefix
// begins the identities of what comes from a file without any.
func (p *program) version(book *store.Book, named, body, prefix string) (model.Meeting, string, error) {
	if isFile(named) {
		data, err := export.ReadFile(named)
		if err != nil {
			return model.Meeting{}, "", err
		}
		m, err := export.ReadVersion(named, data, prefix)
		return m, filepath.Base(named), err
	}
	words, rev := addressed(named)
	found, err := p.meeting(book, words, body)
	if err != nil {
		return model.Meeting{}, "", err
	}
	if rev == "" {
		m, err := book.Meeting(found.ID)
		return m, "now", err
	}
	revisions, err := book.Revisions(found.ID)
	if err != nil {
		return model.Meeting{}, "", err
	}
	n, wrong := strconv.Atoi(rev)
	i := slices.IndexFunc(revisions, func(r model.Revision) bool { return r.Rev == n })
	if wrong != nil || i < 0 {
		return model.Meeting{}, "", usagef("the book keeps no revision %q of the meeting of %s; \"minutectl versions %s\" lists those there are", rev, found.Date.Long(), words)
	}
	m, err := book.Revision(found.ID, n)
	return m, revisionWords(revisions[i]), err
}

// revisionWords name a revision by its time, where that is known.
func revisionWords(r model.Revision) string {
	words := fmt.Sprintf("revision %d", r.Rev)
	if t := localTime(r.Until); t != "" {
		words += ", as it stood until " + t
	}
	return words
}

// listChanges writes the list to the terminal.
func (p *program) listChanges(in export.Comparison, changes []compare.Change) error {
	if err := p.say("%s, %s, from %s to %s. %s", in.Later.Body, in.Later.Date.Long(), in.Names[0], in.Names[1], compare.Counted(len(changes))); err != nil {
		return err
	}
	where := ""
	for _, c := range changes {
		if c.Where != where {
			where = c.Where
			if err := p.say("\n%s", clean(where)); err != nil {
				return err
			}
		}
		if err := p.say("  %s", clean(c.Line())); err != nil {
			return err
		}
		if err := writeSides(p.out, c, width(p.out)); err != nil {
			return err
		}
	}
	return nil
}

// writeSides writes what was and what is, wrapped behind their labels.
func writeSides(w io.Writer, c compare.Change, wide int) error {
	for _, side := range []struct {
		label string
		words []model.Span
	}{{"was", c.Before}, {"now", c.After}} {
		if len(side.words) == 0 {
			continue
		}
		for i, line := range wrap(clean(model.Words(compare.Short(side.words))), max(wide-9, narrowest)) {
			label := side.label + ":"
			if i > 0 {
				label = "    "
			}
			if _, err := fmt.Fprintf(w, "    %s %s\n", label, line); err != nil {
				return err
			}
		}
	}
	return nil
}

// changeJSON is a change as other programs read it.
type changeJSON struct {
	Where   string       `json:"where"`
	Subject string       `json:"subject,omitempty"`
	What    compare.What `json:"what"`
	Fact    string       `json:"fact,omitempty"`
	Before  string       `json:"before,omitempty"`
	After   string       `json:"after,omitempty"`
}

func (p *program) sayChangesJSON(in export.Comparison, changes []compare.Change) error {
	list := make([]changeJSON, len(changes))
	for i, c := range changes {
		list[i] = changeJSON{c.Where, c.Subject, c.What, c.Fact, model.Words(c.Before), model.Words(c.After)}
	}
	return p.sayJSON(struct {
		head
		Body    string       `json:"body"`
		Date    model.Date   `json:"date"`
		From    string       `json:"from"`
		To      string       `json:"to"`
		Changes []changeJSON `json:"changes"`
	}{headOf("changes"), in.Later.Body, in.Later.Date, in.Names[0], in.Names[1], list})
}
