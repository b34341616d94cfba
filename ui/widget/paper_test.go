package widget

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	minutestext "minutebook/model/minutes/text"
	"minutebook/model/quick"
	"minutebook/ui/theme"
)

// letters are the letters and figures of a text, without what parts them: lines
// break elsewhere on paper.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// paperLetters are the letters of all that a sheet shows between its head and
// its foot.
func paperLetters(p *Paper) string {
	var b strings.Builder
	p.prepare()
	for n := range p.parts {
		if p.parts[n].edge == nil {
			for _, r := range p.setOf(n).runs {
				b.WriteString(r.text)
			}
		}
	}
	return letters(b.String())
}

// laidPaper is a sheet in a window of that size.
func laidPaper(t testing.TB, width, height float32) *Paper {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light, Regular: assets.FontRegular, Bold: assets.FontBold, Italic: assets.FontItalic}))
	p := NewPaper()
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return p
}

// linksAddresses are links as plain text writes them, address and all.
var linksAddresses = regexp.MustCompile(`\[([^\[\]]*)\]\((?:https?|mailto|#)[^)\s]*\)`)

// sampleMeetings are the invented minutes that come with the program.
func sampleMeetings(t testing.TB) []model.Meeting {
	t.Helper()
	files, err := assets.Samples.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	var all []model.Meeting
	for _, f := range files {
		data, err := assets.Samples.ReadFile("samples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		m, err := quick.ReadScript(f.Name(), data, model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

// The paper has the words of the text writer, in their order, in every style.
func TestPaperSaysWhatTheTextSays(t *testing.T) {
	p := laidPaper(t, 700, 500)
	for _, m := range sampleMeetings(t) {
		for _, name := range minutes.StyleNames() {
			s, err := minutes.LoadStyle(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, audience := range []minutes.Audience{minutes.Public, minutes.Full} {
				d, err := minutes.Compose(m, s, audience)
				if err != nil {
					t.Fatal(err)
				}
				var b bytes.Buffer
				if err := minutestext.Write(&b, d); err != nil {
					t.Fatal(err)
				}
				p.Set(d)
				got, want := paperLetters(p), letters(linksAddresses.ReplaceAllString(b.String(), "$1"))
				if got != want {
					t.Fatalf("%s in %s differs:\n got %s\nwant %s", m.Date, name, got, want)
				}
			}
		}
	}
}
