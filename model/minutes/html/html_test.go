package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/quick"
)

const script = `/body Harbour "Board" <x>
/style publication
/date 3 March 2026

/present Board: Ann Zelenka, Chair

# Pilotage & <script>alert(1)</script>
See [the plan](https://harbour.example.org/a?b=1&c=2) and [this](javascript:alert(1)).
## Charges
שלום
- one
-- two
a: Ann Zelenka to write
- three
m: That it be so. {mover: A. Zelenka}
v: for Zelenka against Moss
`

func page(t *testing.T, state model.State) string {
	t.Helper()
	m, err := quick.ReadScript("test", []byte(script), model.Meeting{ID: "m"}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m.State = state
	s, err := minutes.LoadStyle(m.Style)
	if err != nil {
		t.Fatal(err)
	}
	d, err := minutes.Compose(m, s, minutes.Unsaid)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements are all elements of a page, in their order.
func elements(t *testing.T, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func value(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPageIsAccessible(t *testing.T) {
	t.Parallel()
	all := elements(t, page(t, model.Draft))
	headingsGoDown(t, all)
	linksLead(t, all)
	for _, n := range all {
		switch n.Data {
		case "html":
			if value(n, "lang") != "en-GB" {
				t.Errorf("the language is %q", value(n, "lang"))
			}
		case "script", "img", "link", "iframe":
			t.Errorf("there is a %s", n.Data)
		case "ul":
			for c := range n.ChildNodes() {
				if c.Type == html.ElementNode && c.Data != "li" {
					t.Errorf("a list holds a %s", c.Data)
				}
			}
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has %s", n.Data, a.Key)
			}
		}
	}
}

// headingsGoDown checks that there are headings, that the first alone is of
// the first level, and that none skips a level.
func headingsGoDown(t *testing.T, all []*html.Node) {
	t.Helper()
	level := 0
	for _, n := range all {
		if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		next := int(n.Data[1] - '0')
		if next > level+1 || next == 1 && level > 0 {
			t.Errorf("h%d follows h%d", next, level)
		}
		level = next
	}
	if level == 0 {
		t.Error("there are no headings")
	}
}

// linksLead checks that anchors differ and that every link leads to one of
// them or to the web.
func linksLead(t *testing.T, all []*html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range all {
		if id := value(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s is there twice", id)
			}
			ids[id] = true
		}
	}
	links := 0
	for _, n := range all {
		if n.Data != "a" {
			continue
		}
		links++
		to := value(n, "href")
		name, inner := strings.CutPrefix(to, "#")
		if inner && !ids[name] || !inner && !strings.HasPrefix(to, "https://") {
			t.Errorf("a link leads to %q", to)
		}
	}
	if links == 0 {
		t.Error("there are no links")
	}
}

func TestWordsAreOnlyWords(t *testing.T) {
	t.Parallel()
	out := page(t, model.Draft)
	for _, want := range []string{`&lt;script&gt;alert(1)&lt;/script&gt;`, `href="https://harbour.example.org/a?b=1&amp;c=2"`, `class="skip-link"`} {
		if !strings.Contains(out, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if !strings.Contains(out, `dir="rtl">שלום`) {
		t.Error("Hebrew does not run from right to left")
	}
	if strings.Contains(out, `href="javascript:`) {
		t.Error("a script is linked")
	}
}

func TestPolicyAllowsTheStyleSheetAlone(t *testing.T) {
	t.Parallel()
	out := page(t, model.Draft)
	_, rest, _ := strings.Cut(out, "<style>")
	css, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(css))
	if !strings.Contains(out, "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
		t.Error("the policy does not name this style sheet")
	}
}

func TestDraftIsNoWord(t *testing.T) {
	t.Parallel()
	draft, approved := page(t, model.Draft), page(t, model.Approved)
	if !strings.Contains(draft, `<body class="draft">`) || !strings.Contains(draft, `--mark:"DRAFT"`) || strings.Contains(approved, "DRAFT") {
		t.Error("DRAFT is not marked until approval")
	}
	_, body, _ := strings.Cut(draft, "<body")
	if strings.Contains(body, "DRAFT") {
		t.Error("DRAFT is among the words")
	}
}

func TestCSSString(t *testing.T) {
	t.Parallel()
	if got := cssString("a\"}</style>"); got != `"a\000022\00007d\00003c\00002fstyle\00003e"` {
		t.Errorf("it is %s", got)
	}
}

func TestUnknownBlock(t *testing.T) {
	t.Parallel()
	if err := Write(&bytes.Buffer{}, minutes.Document{Blocks: []minutes.Block{nil}}); !errors.As(err, new(*minutes.Unknown)) {
		t.Errorf("an unknown block is %v", err)
	}
}
