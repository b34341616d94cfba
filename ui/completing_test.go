package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// fakePhrases completes a line with the first text learnt that goes on with it.
type fakePhrases struct {
	learnt, now []string
	asked       int
}

func (f *fakePhrases) Learn(text string)    { f.learnt = append(f.learnt, text) }
func (f *fakePhrases) LearnNow(text string) { f.now = append(f.now, text) }

func (f *fakePhrases) Complete(line string) string {
	f.asked++
	for _, text := range slices.Concat(f.now, f.learnt) {
		if rest, ok := strings.CutPrefix(text, line); ok {
			return rest
		}
	}
	return ""
}

var (
	backKey  = bare(fyne.KeyBackspace)
	townBody = model.Body{ID: "b", Rev: 1, Name: "Town Board", Abbreviations: []model.Abbreviation{{Short: "hm", Long: "Harbour Master"}, {Short: "IT", Long: "information technology"}},
		Seats: []model.Seat{{ID: "s", Name: "Sophie Lund", Post: "Clerk", Group: "Town Council"}}}
	townEarlier = model.Meeting{ID: "old", Rev: 1, BodyID: "b", Body: "Town Board", Style: "note", Date: "2025-11-03", State: model.Approved, Items: []model.Item{
		{ID: "o1", Title: "Schools", Entries: []model.Entry{
			{ID: "e1", Kind: model.Paragraph, Text: "The Board thanked the Senior Shore Officers (SSOs)."},
			{ID: "e2", Kind: model.Private, Text: "The Board whispered"},
			{ID: "e3", Kind: model.Paragraph, Text: "The Board sacked nobody", Restricted: &model.Restriction{Reason: "Staffing"}}}}}}
)

// openTown shows a meeting whose book has earlier minutes, people and
// abbreviations, all of it learnt.
func openTown(t *testing.T) (*Window, *world, *fakePhrases) {
	t.Helper()
	m := model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Town Board", Style: "note", Date: "2026-11-21", State: model.Live,
		Attendees: []model.Attendee{
			{ID: "a1", Name: "Zoë Adair", Post: "Chair", Group: "Harbour Authority", Mark: model.Present},
			{ID: "a2", Name: "Sol Okafor", Post: "Deputy Master for Pilotage and Crime", Mark: model.Present}},
		Items: []model.Item{{ID: "i1", Title: "Minutes"}, {ID: "i2", Title: "Roads"}}}
	book := newFakeBook().put(townBody, townEarlier, m, model.Person{ID: "p", Name: "Ivo Hale"})
	book.clerk.Abbreviations = []model.Abbreviation{{Short: "hm", Long: "hot meal"}, {Short: "tfc", Long: "to follow"}}
	w := newWorld(t, book)
	ui := w.open()
	phrases := &fakePhrases{}
	ui.newCompleter = func() completer { return phrases }
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	w.pass(time.Second)
	return ui, w, phrases
}

func strip(ui *Window) string { return model.Plain(ui.meeting.panel.strip.Block().Text) }
func ghost(ui *Window) string { return ui.meeting.panel.composer.Ghost() }

func TestAtCompletesPeople(t *testing.T) {
	for _, c := range []struct{ typed, ghost, after string }{
		{"a: @zoe", " Adair", "a: Zoë Adair"},
		{"a: @zo", "ë Adair", "a: Zoë Adair"},
		{"@so", "l Okafor", "Sol Okafor"},
		{"(@dmpc", "  Sol Okafor", "(Sol Okafor"},
		{"@IVO", " Hale", "Ivo Hale"},
		{"@ha", "rbour Authority", "Harbour Authority"},
		{"@xyz", "", "@xyz"},
		{"clerk@so", "", "clerk@so"},
		{"@", "", "@"},
		{"nothing", "", "nothing"},
	} {
		ui, _, _ := openTown(t)
		typeText(t, ui, c.typed)
		want(t, ghost(ui), c.ghost)
		hit(t, ui, tabKey)
		want(t, composerText(ui), c.after)
	}
}

func TestTabGoesOnToTheNextAndBackspaceGivesTheLettersBack(t *testing.T) {
	ui, _, _ := openTown(t)
	typeText(t, ui, "a: @so")
	want(t, strip(ui), "Sol Okafor, Deputy Master for Pilotage and Crime  ·  Sophie Lund")
	if !strings.Contains(wordsOn(ui.foot.object), "takes it") {
		t.Error("the foot does not say what Tab does")
	}
	hit(t, ui, tabKey)
	if !strings.Contains(wordsOn(ui.foot.object), "the letters back") {
		t.Error("the foot does not say what Backspace does")
	}
	want(t, composerText(ui), "a: Sol Okafor")
	hit(t, ui, tabKey)
	want(t, composerText(ui), "a: Sophie Lund")
	if !strings.Contains(strip(ui), "Sophie Lund, Clerk") {
		t.Errorf("the strip says %q", strip(ui))
	}
	hit(t, ui, tabKey)
	want(t, composerText(ui), "a: Sol Okafor")
	hit(t, ui, backKey)
	want(t, composerText(ui), "a: @so")
	hit(t, ui, tabKey, backKey, backKey)
	want(t, composerText(ui), "a: @s")
	hit(t, ui, tabKey)
	typeText(t, ui, " ")
	hit(t, ui, tabKey)
	want(t, composerText(ui), "a: Sol Okafor ")
	if strings.Contains(wordsOn(ui.foot.object), "takes it") {
		t.Error("the foot says that Tab does something")
	}
}

func TestEnterTakesNothing(t *testing.T) {
	ui, _, phrases := openTown(t)
	minute(t, ui, "Spoke to @so")
	phrases.Learn("We met on Monday")
	minute(t, ui, "We met")
	want(t, order(ui.meeting.work), "p:Spoke to @so | p:We met")
}

func TestAbbreviationsExpand(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"The hm said", "The Harbour Master said"},
		{"Hm.", "Harbour Master."},
		{"Ask hm, then", "Ask Harbour Master, then"},
		{"HM ", "Harbour Master "},
		{"hM ", "hM "},
		{"tfc ", "to follow "},
		{"Tfc ", "To follow "},
		{"it IT ", "it information technology "},
		{"the hm's boat", "the Harbour Master's boat"},
		{"whm hmw x.hm @hm a/hm ", "whm hmw x.hm @hm a/hm "},
		{"(hm)", "(Harbour Master)"},
		{"hm: ", "hm: "},
		{"/hm ", "/hm "},
		{"hm", "hm"},
	} {
		ui, _, _ := openTown(t)
		typeText(t, ui, c.typed)
		want(t, composerText(ui), c.want)
	}
}

func TestExpansionIsTakenBack(t *testing.T) {
	for name, back := range map[string]key{"Backspace": backKey, "undo": ctrl(fyne.KeyZ)} {
		ui, _, _ := openTown(t)
		typeText(t, ui, "The hm ")
		hit(t, ui, back)
		if got := composerText(ui); got != "The hm " {
			t.Fatalf("%s leaves %q", name, got)
		}
		hit(t, ui, backKey)
		typeText(t, ui, ", ")
		want(t, composerText(ui), "The hm, ") // it was said once
		hit(t, ui, backKey, backKey, backKey)
		typeText(t, ui, "m ")
		want(t, composerText(ui), "The Harbour Master ")
		typeText(t, ui, "x")
		hit(t, ui, backKey)
		want(t, composerText(ui), "The Harbour Master ") // not straight after
	}
}

func TestWordsOfEarlierMinutesAreOffered(t *testing.T) {
	ui, _, phrases := openTown(t)
	if !slices.Contains(phrases.learnt, "The Board thanked the Senior Shore Officers (SSOs).") || !slices.Contains(phrases.learnt, "Sophie Lund, Clerk") {
		t.Fatalf("learnt %q", phrases.learnt)
	}
	minute(t, ui, "# Parks", "All were mown.")
	for _, words := range []string{"# Roads", "# Parks", "All were mown."} {
		if !slices.Contains(phrases.now, words) {
			t.Errorf("of this meeting it knows %q", phrases.now)
		}
	}
	typeText(t, ui, "The Bo")
	want(t, ghost(ui), "ard thanked the Senior Shore Officers (SSOs).")
	hit(t, ui, rightKey, rightKey)
	want(t, composerText(ui), "The Board thanked")
	hit(t, ui, leftKey)
	want(t, ghost(ui), "")
	hit(t, ui, tabKey)
	want(t, composerText(ui), "The Board thanked")
	hit(t, ui, rightKey, tabKey)
	want(t, composerText(ui), "The Board thanked the Senior Shore Officers (SSOs).")
	hit(t, ui, ctrl(fyne.KeyZ))
	want(t, composerText(ui), "The Board thanked")
}

// A space typed after words that came with one is that one.
func TestSpaceAfterCompletedWordsIsWrittenOnce(t *testing.T) {
	for typed, after := range map[string]string{" said": "The Mayor said", "said": "The Mayor said", ", ": "The Mayor, ", "  ": "The Mayor  ", "(": "The Mayor ("} {
		ui, _, phrases := openTown(t)
		phrases.Learn("The Mayor ")
		typeText(t, ui, "The M")
		hit(t, ui, tabKey)
		typeText(t, ui, typed)
		want(t, composerText(ui), after)
	}
}

// Keeping an abbreviation, which happens in the middle of a meeting, leaves what
// was learnt.
func TestWhatIsLearntOutlivesAnAbbreviation(t *testing.T) {
	ui, w, _ := openTown(t)
	ui.newCompleter = func() completer { t.Error("it is learnt again"); return &fakePhrases{} }
	if err := ui.addToBody("b", model.Abbreviation{Short: "dt", Long: "Dredging Trust"}); err != nil {
		t.Fatal(err)
	}
	w.pass(time.Second)
	typeText(t, ui, "dt The Bo")
	want(t, composerText(ui), "Dredging Trust The Bo")
	ui.meeting.panel.composer.Set("", 0)
	typeText(t, ui, "The Bo")
	want(t, ghost(ui), "ard thanked the Senior Shore Officers (SSOs).")
}

// What is learnt last counts most.
func TestLearningEndsWithTheBodysNewest(t *testing.T) {
	book := newFakeBook()
	m := model.Meeting{ID: "now", BodyID: "b", Body: "Town Board", Date: "2026-11-21"}
	for n := range learnMost {
		date := model.Date(fmt.Sprintf("%d-10-01", 1000+n))
		book.put(model.Meeting{ID: model.ID(fmt.Sprint("other", n)), BodyID: "c", Body: "Arts Panel", Date: date})
	}
	book.put(m, townEarlier, model.Meeting{ID: "newer", BodyID: "b", Body: "Town Board", Date: "2026-05-05"})
	ids, err := earlierMeetings(book, m)
	if err != nil || len(ids) != learnMost || slices.Contains(ids, "now") {
		t.Fatalf("%v: %d", err, len(ids))
	}
	for n, id := range map[int]model.ID{0: "other2", 1: "other3", learnMost - 3: "other999", learnMost - 2: "old", learnMost - 1: "newer"} {
		want(t, string(ids[n]), string(id))
	}
}

// A book of many meetings offers something once the newest few are learnt, and
// then is learnt whole.
func TestTheNewestFewAreOfferedFirst(t *testing.T) {
	book := newFakeBook().put(townBody, model.Meeting{ID: "m", Rev: 1, BodyID: "b", Body: "Town Board", Style: "note", Date: "2026-11-21"})
	for n := range learnAtOnce * 2 {
		e := model.Entry{ID: "e", Kind: model.Paragraph, Text: fmt.Sprintf("Year %02d: the Quay Fund Board (QFB) of %02d", n, n)}
		book.put(model.Meeting{ID: model.ID(fmt.Sprint("old", n)), Rev: 1, BodyID: "b", Body: "Town Board", Style: "note",
			Date: model.Date(fmt.Sprintf("20%02d-01-01", n)), Items: []model.Item{{ID: "i", Title: "Funds", Entries: []model.Entry{e}}}})
	}
	w := newWorld(t, book)
	ui := w.open()
	var made []*fakePhrases
	ui.newCompleter = func() completer {
		made = append(made, &fakePhrases{})
		return made[len(made)-1]
	}
	if !ui.Open("m") {
		t.Fatal("the meeting does not open")
	}
	for len(w.timers) > 0 { // time passes with nothing in the background done yet
		timer := w.timers[0]
		w.timers = w.timers[1:]
		timer.do()
	}
	c := &ui.meeting.panel.completing
	for c.phrases == nil {
		next := w.work[0]
		w.work = w.work[1:]
		next()
	}
	if c.phrases != completer(made[0]) || count(made[0].learnt, "# Funds") != learnAtOnce {
		t.Errorf("offered first: %q", made[0].learnt)
	}
	minute(t, ui, "# Roads")
	w.settle()
	if len(made) != 2 || c.phrases != completer(made[1]) || count(made[1].learnt, "# Funds") != learnAtOnce*2 || !slices.Contains(made[1].now, "# Roads") {
		t.Errorf("offered then: %q %q", made[len(made)-1].learnt, made[len(made)-1].now)
	}
	last := made[1].learnt[len(made[1].learnt)-1]
	want(t, last, "Year 15: the Quay Fund Board (QFB) of 15")
}

func TestPeopleWhoComeAreLearnt(t *testing.T) {
	ui, _, phrases := openTown(t)
	minute(t, ui, "/present Quay Trust: Ann Bell, Warden")
	if !slices.Contains(phrases.now, "Ann Bell, Warden") || !slices.Contains(phrases.now, "Quay Trust") {
		t.Errorf("of this meeting it knows %q", phrases.now)
	}
}

// A key asks once for what follows.
func TestAKeyAsksOnce(t *testing.T) {
	ui, _, phrases := openTown(t)
	for _, k := range []key{rightKey, tabKey, backKey, leftKey} {
		typeText(t, ui, "The B")
		phrases.asked = 0
		hit(t, ui, k)
		if phrases.asked > 1 {
			t.Errorf("%v asks %d times", k, phrases.asked)
		}
		phrases.asked = 0
		typeText(t, ui, "o")
		if phrases.asked > 1 {
			t.Errorf("a letter asks %d times", phrases.asked)
		}
		ui.meeting.panel.composer.Set("", 0)
	}
}

func TestLearningEndsWithTheMeeting(t *testing.T) {
	ui, w, _ := openTown(t)
	book := w.book
	for n := range learnAtOnce * 3 {
		m := townEarlier.Clone()
		m.ID = model.ID(fmt.Sprint("more", n))
		book.put(m)
	}
	again := model.Meeting{ID: "again", Rev: 1, BodyID: "b", Body: "Town Board", Style: "note", Date: "2026-12-21", Items: []model.Item{{ID: "i", Title: "Minutes"}}}
	book.put(again)
	phrases := &fakePhrases{}
	ui.newCompleter = func() completer { return phrases }
	ui.Open("again")
	for _, timer := range w.timers {
		if !timer.off {
			timer.do()
		}
	}
	for !slices.Contains(phrases.learnt, "# Schools") { // the first few are learnt
		next := w.work[0]
		w.work = w.work[1:]
		next()
	}
	ui.do(ui.command("close"))
	w.settle()
	if n := count(phrases.learnt, "# Schools"); n > learnAtOnce*2 { // those that were on their way
		t.Errorf("with the meeting closed it learnt from %d", n)
	}
}

func TestDefinedAbbreviationsAreSaidAndCompleted(t *testing.T) {
	ui, _, _ := openTown(t)
	typeText(t, ui, "Two SSOs")
	want(t, strip(ui), "SSO is Senior Shore Officer   Becomes Paragraph")
	typeText(t, ui, " ")
	want(t, composerText(ui), "Two SSOs ")
	hit(t, ui, backKey, tabKey)
	want(t, composerText(ui), "Two Senior Shore Officers")
	hit(t, ui, backKey)
	want(t, composerText(ui), "Two SSOs")
	typeText(t, ui, ". The senior S")
	want(t, ghost(ui), "hore Officer")
	hit(t, ui, rightKey)
	want(t, composerText(ui), "Two SSOs. The senior Shore")
}

// What must not be public is learnt from nowhere.
func TestSecretsAreNotLearnt(t *testing.T) {
	ui, _, phrases := openTown(t)
	minute(t, ui, "p: A secret of mine", "Said in the open", "/restricted Staffing", "Said behind doors", "/unrestricted", "Open again")
	all := fmt.Sprint(phrases.learnt, phrases.now)
	for _, secret := range []string{"secret", "doors", "whispered", "sacked"} {
		if strings.Contains(all, secret) {
			t.Errorf("it learnt %q", secret)
		}
	}
	for _, open := range []string{"Said in the open", "Open again"} {
		if !strings.Contains(all, open) {
			t.Errorf("it did not learn %q", open)
		}
	}
	hit(t, ui, ctrl(fyne.KeyUp))
	ui.meeting.change(ui.meeting.work.restrict(model.Restriction{Reason: "Staffing"}))
	hit(t, ui, ctrl(fyne.KeyE))
	typeText(t, ui, " and rewritten")
	hit(t, ui, enterKey)
	if strings.Contains(fmt.Sprint(phrases.now), "rewritten") {
		t.Error("it learnt from a restricted entry that was edited")
	}
}

// What was said in the open and is hidden afterwards is forgotten.
func TestWhatIsHiddenIsForgotten(t *testing.T) {
	for name, hide := range map[string]func(*Window){
		"restricted": func(ui *Window) { ui.meeting.change(ui.meeting.work.restrict(model.Restriction{Reason: "Staffing"})) },
		"private":    func(ui *Window) { hit(t, ui, ctrl(fyne.Key6)) },
	} {
		ui, w, _ := openTown(t)
		var again *fakePhrases
		ui.newCompleter = func() completer {
			again = &fakePhrases{}
			return again
		}
		minute(t, ui, "Said of the Quay Fund Board (QFB)", "Said in the open")
		hit(t, ui, upKey, upKey)
		hide(ui)
		if c := &ui.meeting.panel.completing; c.phrases != nil || len(c.defined) > 0 {
			t.Errorf("%s: it still knows %q", name, c.defined)
		}
		w.pass(time.Second)
		if again == nil || !slices.Contains(again.now, "Said in the open") || strings.Contains(fmt.Sprint(again), "Quay") {
			t.Errorf("%s: it knows %q", name, again)
		}
		for _, d := range ui.meeting.panel.completing.defined {
			if d.Short == "QFB" {
				t.Errorf("%s: it still says what QFB is", name)
			}
		}
	}
}

func TestCompletionsAreTurnedOff(t *testing.T) {
	ui, w, _ := openTown(t)
	ui.do(ui.command("completions"))
	w.pass(time.Second)
	if !w.book.clerk.Unprompted {
		t.Fatal("the book does not know")
	}
	typeText(t, ui, "The Bo")
	want(t, ghost(ui), "")
	ui.do(ui.command("completions"))
	w.pass(time.Second)
	typeText(t, ui, "a")
	want(t, ghost(ui), "rd thanked the Senior Shore Officers (SSOs).")
}

func TestStripSaysEveryFact(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"a: Zoë Adair to write by 14 dec", "Becomes Action 1   Owner Zoë Adair   Due Monday 14 December 2026"},
		{"a: Chair to report to the Audit Panel meeting in January 2027 {forum: Audit Panel}", "Becomes Action 1   Owner Chair   Due Sunday 31 January 2027   Report to Audit Panel"},
		{"v: for 5 against 2 abstain 1 carried", "Becomes Vote   For 5   Against 2   Abstained 1   Result carried"},
		{"v: for Adair against Okafor", "Becomes Vote   For Adair   Against Okafor"},
		{"i: Zoë Adair, item 4, a tenant, left the meeting", "Becomes Interest   Declared by Zoë Adair   Item 4   Nature a tenant   left the meeting for it"},
		{"i: none", "Becomes Interest   Nobody declared an interest"},
		{"/out Okafor 11:00", "Sol Okafor leaves   at 11:00"},
		{"/in Pat Moss", "Pat Moss joins   at 10:41"},
		{"/adjourn", "The meeting adjourns   at 10:41"},
		{"/present Quay Trust: Ann Bell, Warden", "On the list as present: Ann Bell, Warden   Group Quay Trust"},
		{"/apologies Okafor", "Apologies: Sol Okafor, Deputy Master for Pilotage and Crime"},
		{"/chair Adair", "Chair Zoë Adair"},
		{"/outcome noted", "Outcome noted   Item Roads"},
		{"/start 10:02", "Started 10:02   The meeting is then LIVE"},
		{"/next 12 September 10:00, Town Hall", "Next meeting Sunday 12 September 2027 · 10:00 · Town Hall"},
		{"/item 1", "Goes to the item Minutes"},
		{"/restricted Staffing", "What follows is restricted: Staffing"},
		{"/date 3 May 2027", "Date Monday 3 May 2027"},
		{"d: That it be so {mover: A. Smith; seconder: B. Jones; result: carried}", "Becomes Decision   Moved by A. Smith   Seconded by B. Jones   Result carried"},
		{"# Parks", "Begins a new item"},
	} {
		ui, _, _ := openTown(t)
		ui.meeting.panel.composer.Set(c.line, len([]rune(c.line)))
		ui.meeting.panel.fill()
		if got := strip(ui); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s\ngot  %s\nwant %s", c.line, got, c.want)
		}
	}
}
