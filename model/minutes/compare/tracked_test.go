package compare_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/docx"
	"minutebook/model/ziptest"
)

// node is an element of a Word document as this test reads it: by names of its
// own, apart from the writer.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []node     `xml:",any"`
}

func (n node) is(names ...string) bool { return slices.Contains(names, n.XMLName.Local) }

func (n node) has(path ...string) (node, bool) {
	if len(path) == 0 {
		return n, true
	}
	for _, k := range n.Nodes {
		if k.is(path[0]) {
			return k.has(path[1:]...)
		}
	}
	return node{}, false
}

func (n node) val() string {
	for _, a := range n.Attrs {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

// side is which version is read: that with all changes accepted, or with all
// rejected.
type side struct {
	t rapid.TB
	// dropped and kept are the elements of changes that go and that stay.
	dropped, kept []string
	accept        bool
}

func sides(t rapid.TB) (accepted, rejected side) {
	ins, del := []string{"ins", "moveTo"}, []string{"del", "moveFrom"}
	return side{t, del, ins, true}, side{t, ins, del, false}
}

// body is the paragraphs of a document with their styles; those in tables say
// which row they stand in.
func (s side) body(data []byte) []string {
	s.t.Helper()
	var root node
	if err := xml.Unmarshal([]byte(ziptest.Parts(s.t, data)["word/document.xml"]), &root); err != nil {
		s.t.Fatal(err)
	}
	body, _ := root.has("body")
	return s.blocks(body, "")
}

func (s side) blocks(n node, prefix string) []string {
	var out []string
	pending := ""
	rows := 0
	for _, k := range n.Nodes {
		switch {
		case k.is("p"):
			text := pending + s.text(k)
			pending = ""
			if s.marked(k, s.dropped, "pPr", "rPr") {
				pending = text // its end is not there
				if text != "" {
					s.t.Fatalf("a paragraph without an end has words in it: %q", text)
				}
				continue
			}
			out = append(out, prefix+s.style(k)+"|"+text)
		case k.is("tbl"):
			out = append(out, s.blocks(k, prefix+"table ")...)
		case k.is("tr"):
			if !s.marked(k, s.dropped, "trPr") {
				rows++
				out = append(out, s.blocks(k, fmt.Sprintf("%s%d ", prefix, rows))...)
			}
		case k.is("tc"):
			out = append(out, s.blocks(k, prefix+"cell ")...)
		case k.is("sdt", "sdtContent"):
			out = append(out, s.blocks(k, prefix)...)
		}
	}
	return out
}

func (s side) marked(n node, names []string, path ...string) bool {
	p, ok := n.has(path...)
	return ok && slices.ContainsFunc(p.Nodes, func(k node) bool { return k.is(names...) })
}

func (s side) style(p node) string {
	props, _ := p.has("pPr")
	if was, ok := props.has("pPrChange", "pPr"); ok && !s.accept {
		props = was
	}
	style, _ := props.has("pStyle")
	return style.val()
}

// text is the words of a paragraph. What a field shows is worked out, such as
// the number of a page, and no words of it.
func (s side) text(n node) string {
	shows := false
	return s.words(n, &shows)
}

func (s side) words(n node, shows *bool) string {
	var b strings.Builder
	for _, k := range n.Nodes {
		switch {
		case k.is("fldChar"):
			*shows = slices.ContainsFunc(k.Attrs, func(a xml.Attr) bool { return a.Value == "separate" })
		case *shows && k.is("t", "delText"):
		case k.is("pPr", "rPr"), k.is(s.dropped...):
		case k.is("t", "delText", "instrText", "delInstrText"):
			b.WriteString(k.Text)
		case k.is("tab"):
			b.WriteByte('\t')
		case k.is("br"):
			b.WriteByte('\n')
		default:
			b.WriteString(s.words(k, shows))
		}
	}
	return b.String()
}

func compared(t rapid.TB, a, b model.Meeting, style string, audience minutes.Audience) compare.Input {
	t.Helper()
	s, err := minutes.LoadStyle(style)
	if err != nil {
		t.Fatal(err)
	}
	return compare.Input{Earlier: a, Later: b, Style: s, Audience: audience}
}

func tracked(t rapid.TB, in compare.Input) (data, earlier, later []byte) {
	t.Helper()
	a, b, err := compare.Documents(in)
	if err != nil {
		t.Fatal(err)
	}
	var w, x, y bytes.Buffer
	if err := docx.WriteTracked(&w, a, b, docx.Changer{Name: "A & B", At: "2026-03-17T00:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	if err := docx.Write(&x, a); err != nil {
		t.Fatal(err)
	}
	if err := docx.Write(&y, b); err != nil {
		t.Fatal(err)
	}
	return w.Bytes(), x.Bytes(), y.Bytes()
}

// sound checks that the tracked document says the later version with all
// changes accepted, and the earlier with all rejected.
func sound(t rapid.TB, in compare.Input) []byte {
	t.Helper()
	data, earlier, later := tracked(t, in)
	accepted, rejected := sides(t)
	same(t, "accepted", accepted.body(later), accepted.body(data))
	same(t, "rejected", rejected.body(earlier), rejected.body(data))
	return data
}

func same(t rapid.TB, what string, want, got []string) {
	t.Helper()
	for i := range max(len(want), len(got)) {
		a, b := "(end)", "(end)"
		if i < len(want) {
			a = want[i]
		}
		if i < len(got) {
			b = got[i]
		}
		if a != b {
			t.Fatalf("%s, paragraph %d of %d:\n%q\nwant\n%q", what, i, len(want), b, a)
		}
	}
}

func TestTrackedIsSound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := sample(t, rapid.SampledFrom([]string{"harbour-2026-03-17", "arts-2026-06-10"}).Draw(t, "sample"), "id")
		a := edited(t, m)
		b := edited(t, a)
		style := rapid.SampledFrom(minutes.StyleNames()).Draw(t, "style")
		audience := rapid.SampledFrom([]minutes.Audience{minutes.Public, minutes.Full}).Draw(t, "audience")
		sound(t, compared(t, a, b, style, audience))
	})
}

// Versions of two other meetings altogether, or of none, give a document too.
func TestTrackedOfOtherMeetings(t *testing.T) {
	t.Parallel()
	empty := model.Meeting{ID: "m", Body: "Quay Board", Date: "2026-03-03", State: model.Draft}
	list := []model.Meeting{empty, sample(t, "harbour-2026-03-17", "h"), sample(t, "arts-2026-10-14", "a")}
	for _, style := range minutes.StyleNames() {
		for _, a := range list {
			for _, b := range list {
				sound(t, compared(t, a, b, style, minutes.Full))
			}
		}
	}
}

func TestNothingChangedIsNotTracked(t *testing.T) {
	t.Parallel()
	m := sample(t, "harbour-2026-07-07", "id")
	data, _, later := tracked(t, compared(t, m, sample(t, "harbour-2026-07-07", "other"), "publication", minutes.Full))
	accepted, _ := sides(t)
	same(t, "accepted", accepted.body(later), accepted.body(data))
	text := ziptest.Parts(t, data)["word/document.xml"]
	for _, mark := range []string{"<w:ins ", "<w:del ", "<w:moveFrom", "<w:pPrChange"} {
		if strings.Contains(text, mark) {
			t.Errorf("the document has %s", mark)
		}
	}
}
