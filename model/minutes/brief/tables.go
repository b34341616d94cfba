package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/register"
)

const (
	// lines is how many fit on the page beside what is always there, in the
	// widest of the type that may be at hand. atLeast is how many actions a part
	// shows however many stand before it.
	lines, atLeast = 27, 1
	// more is how many lines it takes to say that there are more.
	more = 2
	// letters is how much of an action's words is shown, narrow how much of
	// what stands in a narrow column, long how much of a name that has a line.
	letters, narrow, long = 96, 34, 110
	// mostMeetings is of how many meetings the completed actions are named,
	// mostMinutes how many minutes to approve are, size how large the words are
	// at most, in points.
	mostMeetings, mostMinutes, size = 4, 3, 9
)

// facts say which meeting it is, and in figures what it has before it.
func (in Input) facts(parts []Part) []minutes.Fact {
	when := joined(", ", in.When.Date.Full(), string(in.When.At), short(in.When.Venue, long))
	var counts []string
	for _, p := range parts {
		counts = append(counts, strconv.Itoa(len(p.Actions))+" "+strings.ToLower(p.Heading))
	}
	rows := []minutes.Fact{{Label: "Meeting", Text: words(joined(" ", kinds[in.Kind], cmp.Or(when, "day not known")))}}
	for _, f := range []struct{ label, text string }{{"Chair", in.Chair}, {"Actions", strings.Join(counts, ", ")}} {
		if f.text != "" {
			rows = append(rows, minutes.Fact{Label: f.label, Text: words(f.text)})
		}
	}
	if in.Log.Audience == minutes.Public {
		rows = append(rows, minutes.Fact{Label: "Audience", Text: words("public: restricted actions are left out")})
	}
	return rows
}

var kinds = map[model.MeetingKind]string{model.Extraordinary: "Extraordinary,", model.Annual: "Annual,"}

// sentences are the minutes to be approved, as the minutes may say it.
func (in Input) sentences(parts []Part) []minutes.Block {
	blocks := []minutes.Block{heading("Minutes to approve", "approve")}
	if len(in.Approve) == 0 {
		return append(blocks, minutes.Paragraph{Text: words("None: the minutes of all earlier meetings are approved.")})
	}
	var list minutes.List
	for i, w := range in.Approve {
		if i == mostMinutes {
			list.Points = append(list.Points, minutes.Point{Text: words(fmt.Sprintf("and those of %d more", len(in.Approve)-i))})
			break
		}
		approval, state := w.Approval, "not circulated yet"
		approval.Completed = i == len(in.Approve)-1 && len(parts[complete].Actions) > 0
		said := in.Log.Style.Sentence(model.Meeting{}, model.Entry{Approves: &approval})
		switch {
		case approval.Ratifies:
			state = "to be ratified"
		case w.Meeting.State == model.Circulated:
			state = "circulated"
		}
		if n := len(w.Meeting.Corrections); n > 0 {
			said = strings.TrimSuffix(said, ":") + " …"
			state += fmt.Sprintf(", corrections: %d", n)
		}
		list.Points = append(list.Points, minutes.Point{Text: []model.Span{{Text: "“" + model.Plain(said) + "”"}, {Text: " (" + state + ")", Italic: true}}})
	}
	return append(blocks, list)
}

// actions is the table of all parts, as many of each as there is room for.
func (in Input) actions(parts []Part) []minutes.Block {
	t := minutes.Table{Caption: "Actions", Summary: "Each action with when it was agreed, who has it and when it is due",
		Head: []string{"What", "Agreed", "Action", "Owner", "Due"}, Shares: []int{12, 14, 42, 18, 14}}
	done := parts[complete]
	parts = []Part{parts[overdue], parts[dueNow], parts[others]}
	room := in.fit(parts, in.room(done))
	for i, p := range parts {
		for n, a := range p.Actions[:room[i]] {
			what := model.Span{Text: p.Heading}
			if n == 0 {
				what = model.Span{Text: fmt.Sprintf("%s (%d)", p.Heading, len(p.Actions)), Bold: true}
			}
			t.Rows = append(t.Rows, minutes.Row{Cells: [][]model.Span{{what}, words(in.number(a)), words(short(a.Text, letters)),
				words(short(strings.Join(a.Owners, ", "), narrow)), words(short(due(a), narrow))}})
		}
		if n := len(p.Actions) - room[i]; n > 0 {
			t.Rows = append(t.Rows, minutes.Row{Cells: [][]model.Span{words(p.Heading), words(""), words(fmt.Sprintf("and %d more in the action register", n)), words(""), words("")}})
		}
	}
	var blocks []minutes.Block
	if len(done.Actions) > 0 {
		blocks = append(blocks, heading(fmt.Sprintf("%s (%d)", done.Heading, len(done.Actions)), "complete"), in.completed(done))
	}
	blocks = append(blocks, heading("Actions", "actions"))
	if len(t.Rows) == 0 {
		return append(blocks, minutes.Paragraph{Text: words("None is open.")})
	}
	return append(blocks, t)
}

// completed are the numbers of the actions to be noted, a line for each meeting
// that agreed them.
func (in Input) completed(p Part) minutes.List {
	var list minutes.List
	for i, g := range register.Grouped(p.Actions, model.GroupMeeting) {
		if i == mostMeetings {
			list.Points = append(list.Points, minutes.Point{Text: words("and those of earlier meetings, in the action register")})
			break
		}
		var numbers []string
		for _, a := range g.Actions {
			numbers = append(numbers, a.Printed)
		}
		list.Points = append(list.Points, minutes.Point{Text: words(g.Date.Long() + ": " + plural(numbers) + strings.Join(numbers, ", "))})
	}
	return list
}

func plural(numbers []string) string {
	if len(numbers) == 1 {
		return "action "
	}
	return "actions "
}

// room is how many lines the actions may take: what the title, the minutes to
// approve and the completed actions leave of the page.
func (in Input) room(done Part) int {
	left := lines - 3*(turned(in.title(), 60)-1) - 3*min(len(in.Approve), mostMinutes+1)
	if n := len(register.Grouped(done.Actions, model.GroupMeeting)); n > 0 {
		left -= 2 * min(n, mostMeetings+1)
	}
	return left
}

// turned is how many lines a text takes in a column that is so many letters
// wide.
func turned(text string, wide int) int { return max(1, (len([]rune(text))+wide-1)/wide) }

// takes is how many lines an action takes, with the room between two.
func (in Input) takes(a register.Action) int {
	return 1 + max(turned(short(a.Text, letters), 42), turned(short(strings.Join(a.Owners, ", "), narrow), 15), turned(short(due(a), narrow), 11), turned(in.number(a), 12))
}

// fit is how many actions of each part are shown in so many lines: those of the
// first parts before those of the last, but one of each.
func (in Input) fit(parts []Part, left int) []int {
	room := make([]int, len(parts))
	for i, p := range parts {
		room[i] = min(len(p.Actions), atLeast)
		for _, a := range p.Actions[:room[i]] {
			left -= in.takes(a)
		}
		if len(p.Actions) > room[i] {
			left -= more
		}
	}
	for i, p := range parts {
		for room[i] < len(p.Actions) {
			takes := in.takes(p.Actions[room[i]])
			if room[i] == len(p.Actions)-1 {
				takes -= more // there are none then
			}
			if takes > left {
				break
			}
			left -= takes
			room[i]++
		}
	}
	return room
}

// number says which action it is.
func (in Input) number(a register.Action) string {
	number := shortDate(a.Date) + ", " + a.Printed
	if a.BodyID != in.Body {
		number = short(a.Body, narrow) + ", " + number
	}
	return number
}

// shortDate is a day in a narrow column: 24 Jun 2022.
func shortDate(d model.Date) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format("2 Jan 2006")
}

// due is when an action is due.
func due(a register.Action) string {
	when := a.Due.Words
	if a.Due.Date.Valid() {
		when = shortDate(a.Due.Date)
	}
	if a.Forum != "" && !strings.Contains(when, a.Forum) {
		when = joined("; ", when, a.Forum)
	}
	return when
}

// turns is how many of the last meetings are counted.
const turns = 5

// glance are the open actions in figures: by age and by owner, and what each of
// the last meetings did to their number.
func (in Input) glance(parts []Part) []minutes.Block {
	var open []register.Action
	for _, n := range []int{overdue, dueNow, others} {
		open = append(open, slices.DeleteFunc(slices.Clone(parts[n].Actions), func(a register.Action) bool { return a.BodyID != in.Body })...)
	}
	all := in.Actions
	if in.Log.Audience == minutes.Public {
		all = slices.DeleteFunc(slices.Clone(all), func(a register.Action) bool { return a.Restricted })
	}
	var tables []minutes.Block
	if len(open) > 0 {
		tables = append(tables, byOwner(open, in.Log.Today))
	}
	if list := register.Turns(in.Body, in.Meetings, all); len(list) > 1 {
		tables = append(tables, byMeeting(list[max(0, len(list)-turns):]))
	}
	if len(tables) == 0 {
		return nil
	}
	return append([]minutes.Block{heading("At a glance", "glance")}, tables...)
}

// ages are what the bands of age are called, the newest first.
var ages = []string{"up to a month", "3 months", "6 months", "a year", "longer"}

// owners is how many rows of owners there are; more of them are counted together.
const owners = 4

// byOwner counts open actions by who has them and for how long they have been
// open.
func byOwner(open []register.Action, today model.Date) minutes.Table {
	t := figures("Open actions by owner and age", "How many open actions each owner has, how long ago they were agreed, and how many are overdue", "Owner")
	t.Head = append(append(t.Head, ages...), "Overdue", "Open")
	var list [][]string
	loads := register.OpenByOwner(open, today)
	named := map[string]bool{}
	for i, l := range loads {
		if i == owners-1 && len(loads) > owners {
			rest := slices.DeleteFunc(slices.Clone(open), func(a register.Action) bool {
				return slices.ContainsFunc(a.Owners, func(o string) bool { return named[o] })
			})
			list = append(list, counted("others", rest, today))
			break
		}
		own := slices.DeleteFunc(slices.Clone(open), func(a register.Action) bool {
			return !slices.Contains(a.Owners, l.Owner) && (l.Owner != "" || len(a.Owners) > 0)
		})
		named[l.Owner] = true
		list = append(list, counted(cmp.Or(short(l.Owner, 24), "nobody"), own, today))
	}
	if len(loads) > 1 {
		list = append(list, counted("all", open, today))
	}
	t = filled(t, list...)
	t.Shares = []int{26, 10, 10, 10, 10, 10, 13, 11}
	return t
}

// counted is a row of figures.
func counted(name string, open []register.Action, today model.Date) []string {
	row, late := []string{name}, 0
	for _, b := range register.OpenByAge(open, today) {
		row, late = append(row, strconv.Itoa(b.Open)), late+b.Overdue
	}
	return append(row, strconv.Itoa(late), strconv.Itoa(len(open)))
}

func byMeeting(list []register.Turn) minutes.Table {
	t := figures("Actions by meeting", "How many actions each meeting opened, how many were closed by then, and how many were left", "Meeting")
	opened, closed, left := []string{"Opened"}, []string{"Closed"}, []string{"Left open"}
	for _, turn := range list {
		t.Head = append(t.Head, cmp.Or(shortDate(turn.Date), "since then"))
		opened, closed, left = append(opened, strconv.Itoa(turn.Opened)), append(closed, strconv.Itoa(turn.Closed)), append(left, strconv.Itoa(turn.Open))
	}
	return filled(t, opened, closed, left)
}

func figures(caption, summary, first string) minutes.Table {
	return minutes.Table{Caption: caption, Summary: summary, Head: []string{first}}
}

// filled is a table with its rows, and columns of like width.
func filled(t minutes.Table, list ...[]string) minutes.Table {
	n := len(t.Head)
	for range n {
		t.Shares = append(t.Shares, 100/n)
	}
	t.Shares[0] += 100 - 100/n*n
	for i := range t.Shares[1:] { // the first has names, the others figures
		t.Shares[i+1] -= t.Shares[i+1] / 6
		t.Shares[0] += 100/n - t.Shares[i+1]
	}
	for _, row := range list {
		var cells [][]model.Span
		for _, cell := range row {
			cells = append(cells, words(cell))
		}
		t.Rows = append(t.Rows, minutes.Row{Cells: cells})
	}
	return t
}

func heading(text, anchor string) minutes.Heading {
	return minutes.Heading{Level: 2, Text: words(text), Anchor: anchor}
}

func words(s string) []model.Span { return []model.Span{{Text: oneLine(s)}} }

// oneLine is words without line breaks and control characters.
func oneLine(s string) string { return strings.Join(strings.Fields(minutes.Clean(s)), " ") }

// short is the beginning of a text, cut between words where it is long.
func short(text string, letters int) string {
	text = oneLine(text)
	all := []rune(text)
	if len(all) <= letters {
		return text
	}
	head := string(all[:letters])
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:") + "…"
}

// joined are the parts that there are, with between between them.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), between)
}
