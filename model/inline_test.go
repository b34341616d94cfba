package model_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"minutebook/model"
)

// show writes spans so that a test can say them: <b>, <i>, {address}.
func show(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		out := s.Text
		if s.Address != "" {
			out += "{" + s.Address + "}"
		}
		if s.Italic {
			out = "<i>" + out + "</i>"
		}
		if s.Bold {
			out = "<b>" + out + "</b>"
		}
		b.WriteString(out)
	}
	return b.String()
}

func TestInline(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                      "",
		"plain words":                           "plain words",
		"**bold** words":                        "<b>bold</b> words",
		"some *italic* words":                   "some <i>italic</i> words",
		"some *italic*":                         "some <i>italic</i>",
		"a **bold** and *slanted* word":         "a <b>bold</b> and <i>slanted</i> word",
		"**all of it**":                         "<b>all of it</b>",
		"***both***":                            "<b><i>both</i></b>",
		"**bold and *both* of them**":           "<b>bold and </b><b><i>both</i></b><b> of them</b>",
		"*italic and **both***":                 "<i>italic and </i><b><i>both</i></b>",
		"(*so*), she said":                      "(<i>so</i>), she said",
		"from A* to C*":                         "from A* to C*",
		"5 * 3 * 2":                             "5 * 3 * 2",
		"*Clerk":                                "*Clerk",
		"an open *star":                         "an open *star",
		"**not closed":                          "**not closed",
		"** not bold **":                        "** not bold **",
		"two\nlines":                            "two\nlines",
		"two\n*lines*":                          "two\n<i>lines</i>",
		"*over\nlines*":                         "*over\nlines*",
		"**over *lines*\n too**":                "**over <i>lines</i>\n too**",
		"see [the plan](https://a.org/x)":       "see the plan{https://a.org/x}",
		"[the plan](a/b) here":                  "the plan{a/b} here",
		"[**the** plan](plan.pdf), noted":       "<b>the{plan.pdf}</b> plan{plan.pdf}, noted",
		"**[bold link](https://a.org)**":        "<b>bold link{https://a.org}</b>",
		"[a](b(c)d) e":                          "a{b(c)d} e",
		"[minutes] (of May)":                    "[minutes] (of May)",
		"[minutes](of May)":                     "[minutes](of May)",
		"[128/17] Title":                        "[128/17] Title",
		"[empty]()":                             "[empty]()",
		"[](x)":                                 "[](x)",
		`\*not italic*`:                         "*not italic*",
		`\*not italic\*`:                        "*not italic*",
		`\**not bold**`:                         "**not bold**",
		`\**not bold\**`:                        "**not bold**",
		`\*\*not bold\*\*`:                      "**not bold**",
		`*not \*in\* it* or \*out\*`:            "<i>not *in* it</i> or *out*",
		`\*one\* and *two*`:                     "*one* and <i>two</i>",
		`\[no link](https://a.org)`:             "[no link](https://a.org)",
		`\\server\papers`:                       `\\server\papers`,
		`\\server\papers\*.docx or A\*`:         `\\server\papers\*.docx or A\*`,
		`\\server\papers\*.docx or *all*`:       `\\server\papers\*.docx or <i>all</i>`,
		"**over *lines* too":                    "**over <i>lines</i> too",
		"**half closed*":                        "**half closed*",
		"***a*":                                 "**<i>a</i>",
		`a \ b \* c \`:                          `a \ b \* c \`,
		"caf\u00e9 **\u05e9\u05dc** \U0001F642": "caf\u00e9 <b>\u05e9\u05dc</b> \U0001F642",
	} {
		spans := model.Inline(text)
		if got := show(spans); got != want {
			t.Errorf("Inline(%q) = %q, want %q", text, got, want)
		}
		if got := model.Plain(text); got != model.Words(spans) {
			t.Errorf("Plain(%q) = %q, and its spans say %q", text, got, model.Words(spans))
		}
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                  "",
		"plain words":                       "plain words",
		"a **bold** and *slanted* word":     "a bold and slanted word",
		"**bold *and* slanted**":            "bold and slanted",
		"grades A* to C*":                   "grades A* to C*",
		"2 * 3 * 4":                         "2 * 3 * 4",
		"(*see below*)":                     "(see below)",
		`a literal \*star\*`:                "a literal *star*",
		"[the plan](https://example.org/a)": "the plan",
		"[**the** plan](plan.pdf), noted":   "the plan, noted",
		"[an] (aside)":                      "[an] (aside)",
		"[not a link](with a space)":        "[not a link](with a space)",
		"bad \xff *byte*":                   "bad \xff byte",
	} {
		if got := model.Plain(text); got != want {
			t.Errorf("Plain(%q) = %q, want %q", text, got, want)
		}
	}
}

// marks draws text that is mostly marks.
func marks(t *rapid.T) string {
	parts := []string{"*", "**", "[", "]", "](", "(", ")", "\\", "a", "b", " ", "word", "\u00e9", ".", "\n"}
	return strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "text"), "")
}

// Nothing typed is lost but marks: all else is shown, or is where a link leads.
func TestInlineLosesOnlyMarks(t *testing.T) {
	t.Parallel()
	keep := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(`*[]()\\`, r) {
				return -1
			}
			return r
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := marks(t)
		all, address := "", "" // a link of many spans leads to one address, which stands behind it
		for _, s := range model.Inline(text) {
			if s.Text == "" {
				t.Fatalf("Inline(%q) has an empty span", text)
			}
			if s.Address != address {
				all += address
			}
			all += s.Text
			address = s.Address
		}
		if all += address; keep(all) != keep(text) {
			t.Fatalf("Inline(%q) says %q", text, all)
		}
	})
}

// Plain says what the spans say, which is the text with something left out.
func TestPlainOnlyLeavesOut(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := marks(t)
		got := model.Plain(text)
		if words := model.Words(model.Inline(text)); got != words {
			t.Fatalf("Plain(%q) = %q, and its spans say %q", text, got, words)
		}
		if !utf8.ValidString(got) {
			t.Fatalf("Plain(%q) = %q is not text", text, got)
		}
		rest := []rune(text)
		for _, r := range got {
			i := slices.Index(rest, r)
			if i < 0 {
				t.Fatalf("Plain(%q) = %q is not what was there with something left out", text, got)
			}
			rest = rest[i+1:]
		}
	})
}

func TestTarget(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"https://a.org/b?c=d": true, "http://a.org": true, "mailto:a@b.org": true,
		"": false, "#": false, "#x": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "//a.org": false, "https:": false, "data:text/html,x": false,
	} {
		if _, ok := (model.Span{Address: address}).Target(); ok != want {
			t.Errorf("%q: linked %t, want %t", address, ok, want)
		}
	}
}
