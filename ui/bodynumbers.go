package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/widget"
)

// bodyNumbers are a body's policies for the numbers of meetings to come, with
// what the next meeting's numbers will be.
type bodyNumbers struct {
	s                         *bodyScreen
	object                    fyne.CanvasObject
	items, actions, decisions *widget.Segments
	year                      *widget.Field
	next                      *widget.Para
}

func newBodyNumbers(s *bodyScreen) *bodyNumbers {
	n := &bodyNumbers{s: s, next: widget.NewPara(widget.Block{})}
	n.items = n.runs(func(b *model.Body) *model.Run { return &b.Numbering.Items }, tr("The items of the agenda"), tr("1, 2, 3 by place"), tr("By year, 124/17"), tr("On and on"))
	n.actions = n.runs(func(b *model.Body) *model.Run { return &b.Numbering.Actions }, tr("Actions"), tr("1, 2, 3 in each meeting"), tr("By year, 2022/15"), tr("On and on"))
	n.decisions = n.runs(func(b *model.Body) *model.Run { return &b.Numbering.Decisions }, tr("Decisions"), tr("None"), tr("By year, 2026/14"), tr("On and on"))
	n.year = widget.NewField(tr("Its year begins in"), tr("January"))
	s.keepOnLeaving(n.year, n.setYear)
	form := newForm(labelled(tr("The items of the agenda"), n.items), labelled(tr("Actions"), n.actions), labelled(tr("Decisions"), n.decisions), n.year, n.next)
	form.follow(n.items, n.actions, n.decisions, n.year)
	n.object = form.object
	return n
}

// runs are the segments of one series.
func (n *bodyNumbers) runs(of func(*model.Body) *model.Run, what string, words ...string) *widget.Segments {
	s := n.s
	var all []widget.Segment
	for _, w := range words {
		all = append(all, widget.Segment{Words: w})
	}
	segments := widget.NewSegments(func(chosen int) {
		was := words[slices.Index(model.Runs, *of(&s.body))]
		s.change(trf("%s were numbered: %s.", what, was), nil, func(b *model.Body) { *of(b) = model.Runs[chosen] })
	}, all...)
	segments.Wrap = true
	segments.OnKey, segments.OnShortcut = s.w.wired(s.escape)
	return segments
}

func (n *bodyNumbers) fill() {
	b := n.s.body
	for _, one := range []struct {
		segments *widget.Segments
		run      model.Run
	}{{n.items, b.Numbering.Items}, {n.actions, b.Numbering.Actions}, {n.decisions, b.Numbering.Decisions}} {
		one.segments.Choose(slices.Index(model.Runs, one.run))
	}
	setVisible(n.year, slices.Contains([]model.Run{b.Numbering.Items, b.Numbering.Actions, b.Numbering.Decisions}, model.PerYear))
	if !n.year.Focused() && n.year.Error() == "" {
		n.year.Set(monthNames()[max(b.Numbering.YearBegins, 1)-1], 0)
	}
	n.next.Set(widget.Block{Style: widget.Message, Text: literal(n.preview())})
}

// preview says what the numbers of the next meeting will be.
func (n *bodyNumbers) preview() string {
	meetings, err := n.s.w.book.Meetings()
	if err != nil {
		return explain("read the meetings", err)
	}
	today := n.s.today()
	next := n.s.body.Numbered(today, meetings)
	decisions := tr("and its decisions not at all")
	if next.Decisions.Run != model.PerMeeting {
		decisions = trf("and its decisions from %s", next.Decisions.YearFirst(max(next.Decisions.First, 1)))
	}
	return trf("A meeting made today numbers its items from %s, its actions from %s %s.", itemNumber(next.Items, max(next.Items.First, 1)),
		next.Actions.YearFirst(max(next.Actions.First, 1)), decisions) + " " + tr("Meetings that are in the book keep their numbers.")
}

// itemNumber is the number of an item as it is printed: "124/17".
func itemNumber(s model.Series, n int) string {
	if s.Year == "" {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n) + "/" + s.Year
}

var errMonth = errors.New("write a month, as in April or 4")

// monthNames are the months in the language of the screens.
func monthNames() []string {
	return []string{tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
		tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December")}
}

// monthOf is the month that somebody typed, by its name, the beginning of it or
// its number; 0 for none.
func monthOf(typed string) int {
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= 12 {
		return n
	}
	for m, name := range monthNames() {
		for _, name := range []string{time.Month(m + 1).String(), name} {
			if len([]rune(typed)) >= 3 && strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed)) {
				return m + 1
			}
		}
	}
	return 0
}

func (n *bodyNumbers) setYear() {
	s, typed := n.s, tidy(n.year.Text())
	month := monthOf(typed)
	if typed == "" {
		month = 1
	}
	problem := ""
	if month == 0 {
		problem = sentence(capital(reason(errMonth)))
	}
	if n.year.Error() != problem {
		n.year.SetError(problem)
		s.root.Refresh()
	}
	if month == 0 || month == max(s.body.Numbering.YearBegins, 1) {
		return
	}
	was := monthNames()[max(s.body.Numbering.YearBegins, 1)-1]
	s.change(trf("Its year began in %s.", was), nil, func(b *model.Body) { b.Numbering.YearBegins = month })
}
