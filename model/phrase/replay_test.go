package phrase_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/text"
	"minutebook/model/phrase"
	"minutebook/model/phrase/ideal"
	"minutebook/model/quick"
)

func meetingOf(t *testing.T, script []byte) model.Meeting {
	t.Helper()
	m, err := quick.ReadScript("meeting", script, model.Meeting{ID: "m"}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// replay is an ideal clerk minuting a meeting.
type replay struct {
	lines []ideal.Line
	known []string
	// characters are those of the finished document.
	characters int
	// shown are the completions that the clerk had before them while writing with
	// no abbreviation, right those whose first word was right.
	shown, right int
}

// minuted replays a meeting after earlier ones: of its own only the names, posts
// and groups of those on the roster and the body's name are known before it.
func minuted(t *testing.T, script []byte, earlier ...[]byte) replay {
	t.Helper()
	m := meetingOf(t, script)
	r := replay{characters: characters(t, m)}
	for _, e := range earlier {
		r.known = append(r.known, phrase.Texts(meetingOf(t, e))...)
	}
	r.known = append(r.known, m.Body)
	for _, a := range m.Attendees {
		r.known = append(r.known, phrase.Person(a), a.Group)
	}
	learnt := phrase.New()
	for _, text := range r.known {
		learnt.Learn(text)
	}
	_, agenda, _ := strings.Cut(string(script), "\n# ")
	for line := range strings.Lines("# " + agenda) {
		if line = strings.TrimRight(line, "\n"); line == "" {
			continue
		}
		r.write(learnt, line)
	}
	return r
}

// write has the clerk write a line, which is learnt then where it may be.
func (r *replay) write(learnt *phrase.Model, line string) {
	l := ideal.Line{Text: line, Offered: make([]string, len(line))}
	for i := range line {
		l.Offered[i] = learnt.Complete(line[:i])
	}
	r.look(l)
	r.lines = append(r.lines, l)
	if !strings.HasPrefix(line, "/") && !strings.HasPrefix(line, "p: ") {
		learnt.LearnNow(model.Plain(line))
	}
}

// look counts what the clerk had before them on the way through a line.
func (r *replay) look(l ideal.Line) {
	i := 0
	for _, s := range ideal.Strokes(l.Text, func(typed string) string { return l.Offered[len(typed)] }, nil) {
		if offered := l.Offered[i]; offered != "" {
			r.shown++
			if strings.HasPrefix(l.Text[i:], phrase.FirstWord(offered)) {
				r.right++
			}
		}
		i += len(s.Adds)
	}
}

// ratio is keys pressed for each character of the document.
func (r *replay) ratio(short []model.Abbreviation) float64 {
	keys := 0
	for _, l := range r.lines {
		keys += l.Keys(short)
	}
	return float64(keys) / float64(r.characters)
}

// characters are how many the meeting's minutes have as plain text.
func characters(t *testing.T, m model.Meeting) int {
	t.Helper()
	style, err := minutes.LoadStyle(m.Style)
	if err != nil {
		t.Fatal(err)
	}
	d, err := minutes.Compose(m, style, minutes.Full)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := text.Write(&out, d); err != nil {
		t.Fatal(err)
	}
	return utf8.RuneCount(out.Bytes())
}

// shared is the folder of the real minutes.
func shared(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("MINUTEBOOK_SHARED")
	if folder == "" {
		t.Skip("the real minutes are not at hand: MINUTEBOOK_SHARED is not set")
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", "..", folder) // it is relative to the project's root
	}
	return folder
}

func TestKeystrokesOfTheRealMeeting(t *testing.T) {
	t.Parallel()
	from := shared(t)
	seed := func(name string) []byte {
		script, err := os.ReadFile(filepath.Join(from, "seeds", name))
		if err != nil {
			t.Fatal(err)
		}
		return script
	}
	r := minuted(t, seed("2022-06-24.minutes"), seed("2021-06-25.minutes"))
	short := ideal.Prepare(r.known, r.lines, 25)
	plain, abbreviated, right := r.ratio(nil), r.ratio(short), float64(r.right)/float64(r.shown)
	t.Logf("completed seed-2022 plain %.4f", plain)
	t.Logf("completed seed-2022 abbreviations %.4f with %d", abbreviated, len(short))
	t.Logf("%d characters; %.2f of the completions on the way were right", r.characters, right)
	if plain > 0.48 {
		t.Errorf("plain ratio is %.4f, want at most 0.48", plain)
	}
	if abbreviated > 0.47 || abbreviated > plain {
		t.Errorf("ratio with %d abbreviations is %.4f, want at most 0.47 and less than %.4f", len(short), abbreviated, plain)
	}
	if right < 0.25 {
		t.Errorf("one completion in %.1f is right, want one in four", 1/right)
	}
}

// Other offices' minutes, with nothing in the book: the stock had no part of them.
func TestKeystrokesOfOtherOffices(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob(filepath.Join(shared(t), "corpus", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no minutes: %v", err)
	}
	keys, all := 0, 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r := replay{}
		learnt := phrase.New()
		_, said, _ := strings.Cut(string(data), "-----\n")
		for line := range strings.Lines(said) {
			line = strings.ToValidUTF8(line[:min(len(line), 600)], "")
			if line = strings.TrimSpace(line); line == "" || r.characters > 2000 {
				continue
			}
			r.write(learnt, line)
			r.characters += utf8.RuneCountInString(line) + 1
		}
		for _, l := range r.lines {
			keys += l.Keys(nil)
		}
		all += r.characters
	}
	ratio := float64(keys) / float64(all)
	t.Logf("completed other-offices plain %.4f", ratio)
	if ratio > 0.72 {
		t.Errorf("%.4f keys a character of what is typed, want at most 0.72", ratio)
	}
}

func TestKeystrokesOfTheSampleMeetings(t *testing.T) {
	t.Parallel()
	for body, names := range map[string][]string{
		"arts":    {"2026-02-04", "2026-06-10", "2026-10-14"},
		"harbour": {"2025-11-18", "2026-03-17", "2026-07-07"},
	} {
		var earlier [][]byte
		for _, name := range names {
			script, err := assets.Samples.ReadFile(fmt.Sprintf("samples/%s-%s.minutes", body, name))
			if err != nil {
				t.Fatal(err)
			}
			r := minuted(t, script, earlier...)
			plain := r.ratio(nil)
			t.Logf("completed %s-%s plain %.4f", body, name, plain)
			if plain > 0.75 {
				t.Errorf("%s of %s takes %.2f keys a character of the document", body, name, plain)
			}
			earlier = append(earlier, script)
		}
	}
}
