package docx

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"minutebook/model/minutes"
	"minutebook/model/minutes/docx/lint"
	"minutebook/model/ziptest"
)

var look = minutes.Look{Page: "A4", Font: "Arial", Fallback: "sans-serif", Size: 11, Accent: "1F3864", Tint: "EEF2F8"}

func document(mark string, blocks ...minutes.Block) minutes.Document {
	return minutes.Document{Title: "T", Body: "Harbour & <Board>", Occasion: "Meeting of 3 March 2026", Date: "2026-03-03", Language: "en-GB", Mark: mark,
		Header: minutes.Running{Left: []minutes.Piece{{Text: "Harbour & <Board>"}}},
		Footer: minutes.Running{Left: []minutes.Piece{{Text: "Meeting of 3 March 2026"}}, Right: []minutes.Piece{{Text: "Page "}, {Field: minutes.PageNumber}, {Text: " of "}, {Field: minutes.PageCount}}}, Numbering: [2]string{"%1.", "%1.%2."}, Look: look, Blocks: blocks}
}

// written is the document as a file, in which nothing is wrong.
func written(t *testing.T, d minutes.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range lint.Check(b.Bytes()) {
		t.Error(wrong)
	}
	return b.Bytes()
}

func parted(t *testing.T, d minutes.Document) map[string]string {
	t.Helper()
	return ziptest.Parts(t, written(t, d))
}

func TestDraftStandsOnEveryPageUntilApproval(t *testing.T) {
	t.Parallel()
	draft, approved := parted(t, document("DRAFT")), parted(t, document(""))
	for _, name := range []string{"word/header1.xml", "word/header2.xml"} {
		if n := strings.Count(draft[name], "DRAFT"); n != 2 {
			t.Errorf("%s says DRAFT %d times, want in its mark and its watermark", name, n)
		}
	}
	for name, part := range approved {
		if strings.Contains(part, "DRAFT") || strings.Contains(part, "v:shape ") {
			t.Errorf("approved minutes say DRAFT in %s", name)
		}
	}
	if strings.Contains(draft["word/document.xml"], "DRAFT") {
		t.Error("DRAFT is among the words")
	}
}

func TestPartsSayWhatTheyShould(t *testing.T) {
	t.Parallel()
	p := parted(t, document("DRAFT"))
	for name, wants := range map[string][]string{
		"word/header1.xml":  {"Harbour &amp; &lt;Board&gt;"},
		"word/footer1.xml":  {"Meeting of 3 March 2026", " PAGE ", " NUMPAGES ", ">Page <", "> of <"},
		"docProps/core.xml": {"<dc:creator>Harbour &amp; &lt;Board&gt;</dc:creator>", "2026-03-03T00:00:00Z", "<dc:language>en-GB</dc:language>"},
		"word/styles.xml":   {`w:lang w:val="en-GB"`, `w:ascii="Arial"`, `w:outlineLvl w:val="0"`},
		"word/document.xml": {`<w:pgSz w:w="11906" w:h="16838"/>`, `<w:titlePg/>`},
	} {
		for _, want := range wants {
			if !strings.Contains(p[name], want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
	for name, part := range p {
		if strings.Contains(part, "{{") {
			t.Errorf("%s has a value left open", name)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	t.Parallel()
	body := parted(t, document("", minutes.Paragraph{Text: plain("שלום")}, minutes.Paragraph{Text: plain("left")}))["word/document.xml"]
	if strings.Count(body, "<w:bidi") != 1 || strings.Count(body, "<w:rtl") != 1 {
		t.Errorf("the body is %s", body)
	}
}

func TestTokensAreSwappedOrRefused(t *testing.T) {
	t.Parallel()
	tk := tokens{}
	one, two := tk.add(inlineToken, "<one/>"), tk.add(inlineToken, "<two/>")
	run := func(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }
	for name, c := range map[string]struct {
		body string
		want string
	}{
		"right":    {"<p>" + run(one) + "words" + run(two) + "</p>", "<p><one/>words<two/></p>"},
		"missing":  {"<p>" + run(one) + "</p>", ""},
		"order":    {run(two) + run(one), ""},
		"twice":    {run(one) + run(two) + run(two), ""},
		"place":    {run(one+" more") + run(two), ""},
		"no run":   {one + two, ""},
		"open end": {run(one) + run(mark+"i1"), ""},
	} {
		got, err := tk.swap([]byte(c.body))
		if (err != nil) != (c.want == "") || string(got) != c.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestWordsWithTheTokensOwnCharacter(t *testing.T) {
	t.Parallel()
	body := parted(t, document("", minutes.Paragraph{Text: plain(mark + "i0" + mark + " \ue000"), Anchor: "entry-1"}))["word/document.xml"]
	if !strings.Contains(body, "<w:t>i0 \ue000</w:t>") || strings.Contains(body, mark) {
		t.Errorf("the words are gone: %s", body)
	}
}

func TestUnknownBlock(t *testing.T) {
	t.Parallel()
	if err := Write(&bytes.Buffer{}, document("", nil)); !errors.As(err, new(*minutes.Unknown)) {
		t.Errorf("an unknown block is %v", err)
	}
}
