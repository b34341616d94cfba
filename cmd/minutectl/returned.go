package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/corrections"
	"minutebook/model/diff"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/returned"
	"minutebook/store"
)

// comingBack is a file that came back, as it was asked about.
type comingBack struct {
	file   string
	accept string
	// chosen are the numbers of the proposals to accept; everything is all.
	chosen       []int
	everything   bool
	json, dryRun bool
}

func (p *program) returnedCommand() *cobra.Command {
	var x comingBack
	cmd := &cobra.Command{
		Use:   "returned FILE",
		Short: "Read back minutes that were edited in Word",
		Long: `Read back a draft that was exported as .docx, edited elsewhere and returned. What
was edited, tracked or not, is listed as numbered proposals: who made each change and
when, where the file says so, and the words before and after. Comments are proposals
too: accepted, they become private notes. Nothing in the book changes until proposals
are accepted with --accept, by their numbers or all; the rest stay as they are.

The file is compared with the minutes as they were when it was made. Where the book
has changed there meanwhile, the proposal says so and shows all three texts. In
circulated minutes what is accepted becomes corrections; sealed minutes change no more.`,
		Example: `  minutectl returned draft-from-chair.docx
  minutectl returned draft-from-chair.docx --accept 1,3,4
  minutectl returned draft-from-chair.docx --accept all`,
		Args: takes(1, 1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"docx"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(_ *cobra.Command, args []string) error {
			x.file = args[0]
			if err := x.check(); err != nil {
				return err
			}
			data, err := export.ReadFile(x.file)
			if err != nil {
				return err
			}
			d, err := read.File(filepath.Base(x.file), data)
			if err != nil {
				return err
			}
			if x.accept == "" || x.dryRun {
				return p.reading(func(book *store.Book) error { return p.returned(book, x, d) })
			}
			return p.writing(func(book *store.Book) error { return p.returned(book, x, d) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.accept, "accept", "", "accept these proposals, by `NUMBER,NUMBER...` or all")
	flags.BoolVar(&x.dryRun, "dry-run", false, "say what accepting would do, and change nothing")
	flags.BoolVar(&x.json, "json", false, "write JSON for another program")
	p.complete(cmd, "accept", cobra.FixedCompletions([]string{"all"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// check reads the numbers.
func (x *comingBack) check() error {
	if x.accept == "" && x.dryRun {
		return usagef("--dry-run says what --accept would do; name what to accept")
	}
	if x.accept == "" || x.accept == "all" {
		x.everything = x.accept == "all"
		return nil
	}
	for _, one := range strings.Split(x.accept, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(one))
		if err != nil || n < 1 {
			return usagef("--accept takes the numbers of proposals as listed, as 1,3,4, or all; %q is neither", one)
		}
		x.chosen = append(x.chosen, n)
	}
	return nil
}

func (p *program) returned(book *store.Book, x comingBack, d read.Document) error {
	styles, err := stylesOf(book)
	if err != nil {
		return err
	}
	var all []minutes.Style
	for _, name := range styles.Names() {
		if s, err := styles.Load(name); err == nil {
			all = append(all, s)
		}
	}
	source, err := returned.Of(book, d, all)
	if err != nil {
		return err
	}
	own := styles.Of(source.Base)
	all = append([]minutes.Style{own}, all...)
	found, err := returned.Read(returned.Input{Document: d, Base: source.Base, Now: source.Now, Styles: all, NewID: p.newID})
	if err != nil {
		return err
	}
	for _, n := range x.chosen {
		if n > len(found.Proposals) {
			return usagef("there is no proposal %d; %s has %s", n, x.file, count(len(found.Proposals), "proposal"))
		}
	}
	results := make([]string, len(found.Proposals))
	m := source.Now
	if x.accept != "" {
		m = p.acceptAll(m, x, found.Proposals, results)
	}
	if m.Rev != source.Now.Rev && !x.dryRun {
		if err := book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: source.Now.Rev, Value: m}}}); err != nil {
			return err
		}
	}
	if x.json {
		return p.sayReturnedJSON(source, found, results)
	}
	return p.listReturned(x, source, found, results)
}

// What became of a proposal; any other word is why it was not accepted.
const accepted = "accepted"

// acceptAll accepts the proposals asked for, and notes what became of each.
func (p *program) acceptAll(m model.Meeting, x comingBack, list []returned.Proposal, results []string) model.Meeting {
	for _, i := range returned.Ordered(list) {
		if !x.everything && !slices.Contains(x.chosen, i+1) {
			continue
		}
		c, err := returned.Accept(m, list[i], func() model.Correction {
			return model.Correction{ID: p.newID(), By: list[i].By, On: p.today(), Made: p.stamp()}
		})
		var next model.Meeting
		if err == nil {
			next, _, err = m.With(c)
		}
		if err != nil {
			results[i] = explain(err)
			continue
		}
		m, results[i] = next, accepted
	}
	return m
}

// basisWords say what a file was compared with.
func basisWords(s returned.Source) string {
	switch {
	case s.Basis == returned.Same:
		return "It is compared with the minutes as they stand, which it was made of."
	case s.Basis == returned.Revision:
		return fmt.Sprintf("It was made of an earlier version, revision %d, and is compared with that; the minutes are at revision %d by now.", s.Version, s.Now.Rev)
	case s.Basis == returned.Sent:
		return fmt.Sprintf("It was made of an earlier version, revision %d, and is compared with the file that was circulated then.", s.Version)
	case s.Version == 0:
		return "It does not say which version it was made of: it is compared with the minutes as they stand, so what was changed in the book meanwhile is listed too, the other way round."
	}
	return fmt.Sprintf("It was made of revision %d, which the book no longer has: it is compared with the minutes as they stand, so what was changed in the book meanwhile is listed too, the other way round.", s.Version)
}

func (p *program) listReturned(x comingBack, s returned.Source, found returned.Returned, results []string) error {
	said := []string{fmt.Sprintf("%s: %s to the minutes of %s, %s.", x.file, count(len(found.Proposals), "proposal"), s.Now.Body, s.Now.Date.Long()), basisWords(s)}
	if s.Now.Seal != nil {
		said = append(said, "The minutes are approved and sealed, and nothing in them changes any more: correct them at a later meeting.")
	} else if corrections.Takes(s.Now) {
		said = append(said, "The minutes are circulated: what is accepted becomes corrections.")
	}
	if found.Already > 0 {
		said = append(said, fmt.Sprintf("The minutes have %s of the file already.", count(found.Already, "change")))
	}
	for _, line := range said {
		if err := p.say("%s", clean(line)); err != nil {
			return err
		}
	}
	for i, one := range found.Proposals {
		if err := p.sayProposal(i+1, s, one, results[i]); err != nil {
			return err
		}
	}
	return p.sayRest(x, found, results)
}

// sayRest tells of what is no proposal, and what became of all.
func (p *program) sayRest(x comingBack, found returned.Returned, results []string) error {
	if len(found.Left) > 0 {
		if err := p.say("\nNot the meeting's own words, and left as they are:"); err != nil {
			return err
		}
	}
	for _, l := range found.Left {
		if err := p.say("  %s", clean(l)); err != nil {
			return err
		}
	}
	if x.accept == "" {
		return nil
	}
	done, refused := 0, 0
	for _, r := range results {
		switch r {
		case "":
		case accepted:
			done++
		default:
			refused++
		}
	}
	verb := "Accepted"
	if x.dryRun {
		verb = "Would accept"
	}
	if err := p.say("\n%s %s of %d.", verb, count(done, "proposal"), len(results)); err != nil {
		return err
	}
	if refused > 0 {
		return fmt.Errorf("%s could not be accepted; the reasons stand with them", count(refused, "proposal"))
	}
	return nil
}

// proposalWords are what a proposal would do, in words.
func proposalWords(one returned.Proposal) string {
	words := map[returned.Kind]string{returned.Reword: "changed", returned.Insert: "added", returned.Delete: "deleted", returned.Move: "moved", returned.Note: "comment"}[one.Kind]
	if one.Kind == returned.Reword && len(one.Facts) > 0 && !slices.Equal(one.Facts, []string{"text"}) {
		words = strings.Join(slices.Compact(slices.Clone(one.Facts)), ", ") + " changed"
	}
	return words
}

// whoWords are who made a change, and when.
func whoWords(one returned.Proposal) string {
	when := localTime(one.When)
	switch {
	case !one.Tracked():
		return "untracked"
	case one.By == "":
		return when
	case when == "":
		return one.By
	}
	return one.By + ", " + when
}

func (p *program) sayProposal(n int, s returned.Source, one returned.Proposal, result string) error {
	lines := []string{fmt.Sprintf("\n%d. %s: %s (%s)", n, clean(one.Where), proposalWords(one), clean(whoWords(one)))}
	add := func(label, text string) {
		if text == "" {
			return
		}
		for i, l := range wrap(clean(text), max(width(p.out)-len(label)-5, narrowest)) {
			if i > 0 {
				label = strings.Repeat(" ", len(label))
			}
			lines = append(lines, "   "+label+" "+l)
		}
	}
	switch one.Kind {
	case returned.Reword:
		add("words:", wordsMarked(one.Before, one.After))
	case returned.Insert:
		add("new:", model.Plain(one.After))
	case returned.Delete:
		add("was:", model.Plain(one.Before))
	case returned.Move:
		add("what:", model.Plain(s.Moved(one)))
		add("from:", one.Before)
		add("to:", one.After)
	case returned.Note:
		add("on:", one.Before)
		add("says:", one.After)
	}
	if one.Conflict && one.Now == "" {
		add("book:", "(it is gone from the minutes meanwhile)")
	} else if one.Conflict {
		add("book:", model.Plain(one.Now)+" (changed meanwhile)")
	}
	add("note:", one.Remark)
	add("by hand:", one.Hand)
	add("→", result)
	return p.say("%s", strings.Join(lines, "\n"))
}

// wordsMarked is what words became, with what was deleted in [-...-] and what was
// inserted in {+...+}.
func wordsMarked(before, after string) string {
	var b strings.Builder
	was, is := model.Plain(before), model.Plain(after)
	if was == is { // only the look of words differs
		was, is = before, after
	}
	for _, run := range diff.Words(was, is) {
		switch run.Mark {
		case diff.Same:
			b.WriteString(run.Text)
		case diff.Deleted:
			b.WriteString("[-" + run.Text + "-]")
		case diff.Inserted:
			b.WriteString("{+" + run.Text + "+}")
		}
	}
	return b.String()
}

// proposalJSON is a proposal as other programs read it.
type proposalJSON struct {
	Number   int           `json:"number"`
	Kind     returned.Kind `json:"kind"`
	Where    string        `json:"where"`
	Item     model.ID      `json:"item,omitempty"`
	Entry    model.ID      `json:"entry,omitempty"`
	Attendee model.ID      `json:"attendee,omitempty"`
	Facts    []string      `json:"facts"`
	Before   string        `json:"before,omitempty"`
	After    string        `json:"after,omitempty"`
	By       string        `json:"by,omitempty"`
	When     string        `json:"when,omitempty"`
	Conflict bool          `json:"conflict,omitempty"`
	Now      string        `json:"now,omitempty"`
	Remark   string        `json:"remark,omitempty"`
	Hand     string        `json:"byHand,omitempty"`
	Result   string        `json:"result,omitempty"`
}

func (p *program) sayReturnedJSON(s returned.Source, found returned.Returned, results []string) error {
	list := make([]proposalJSON, len(found.Proposals))
	for i, o := range found.Proposals {
		list[i] = proposalJSON{i + 1, o.Kind, o.Where, o.Item, o.Entry, o.Attendee, some(o.Facts), o.Before, o.After, o.By, o.When, o.Conflict, o.Now, o.Remark, o.Hand, results[i]}
	}
	return p.sayJSON(struct {
		head
		Meeting   model.ID       `json:"meeting"`
		Body      string         `json:"body"`
		Date      model.Date     `json:"date"`
		Made      int            `json:"madeOfRevision"`
		Revision  int            `json:"revision"`
		Basis     returned.Basis `json:"basis"`
		Already   int            `json:"already"`
		Left      []string       `json:"left"`
		Proposals []proposalJSON `json:"proposals"`
	}{headOf("returned"), s.Now.ID, s.Now.Body, s.Now.Date, s.Version, s.Now.Rev, s.Basis, found.Already, some(found.Left), list})
}
