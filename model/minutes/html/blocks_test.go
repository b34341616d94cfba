package html

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
)

func words(s string) []model.Span {
	if s == "" {
		return nil
	}
	return []model.Span{{Text: s}}
}

func write(t rapid.TB, d minutes.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		block minutes.Block
		want  string
	}{
		"names below one another": {minutes.People{Names: []minutes.Name{{Text: words("Ann"), Anchor: "p-1"}, {Text: words("Bob")}}},
			"<ul class=\"people\">\n<li id=\"p-1\">Ann</li>\n<li>Bob</li>\n</ul>"},
		"names in a paragraph": {minutes.People{Running: true, Names: []minutes.Name{{Text: words("Ann"), Anchor: "p-1"}, {Text: words("שלום")}, {Text: words("C & D")}}},
			"<p><span id=\"p-1\">Ann</span>, <span dir=\"rtl\">שלום</span>, <span>C &amp; D</span>.</p>"},
		"a name that ends a sentence": {minutes.People{Running: true, Names: []minutes.Name{{Text: words("Ann Jr.")}}}, "<p><span>Ann Jr.</span></p>"},
		"a heading that says nothing": {minutes.Heading{Level: 3, Text: words("\u200b "), Anchor: "item-4"}, "<p id=\"item-4\">\u200b </p>"},
		"nobody":                      {minutes.People{Running: true}, ""},
		"an action": {minutes.Action{Name: "Action 3:", Text: words("Ann to write"), Anchor: "action-3"},
			"<p class=\"action\" id=\"action-3\"><strong>Action 3:</strong> Ann to write</p>"},
		"an action with a margin": {minutes.Action{Name: "Action 3:", Text: words("Write"), Margin: words("Ann\nby 3 May"), Anchor: "action-3"},
			"<div class=\"action beside\" id=\"action-3\">\n<p><strong>Action 3:</strong> Write</p>\n<p class=\"margin\">Ann<br>\nby 3 May</p>\n</div>"},
		"an action in the table": {minutes.Action{Name: "Action 3", Anchor: "action-3", Row: "row-3"},
			"<p class=\"action in-table\" id=\"action-3\"><strong><a href=\"#row-3\">Action 3</a></strong></p>"},
		"a signature": {minutes.Signature{Text: words("Agreed as a record."), Lines: []string{"Signed (Chair)", "Date"}},
			"<div class=\"signature\">\n<p>Agreed as a record.</p>\n<p class=\"line\">Signed (Chair)</p>\n<p class=\"line\">Date</p>\n</div>"},
		"a signature page": {minutes.Signature{Lines: []string{"Date"}, Apart: true},
			"<div class=\"signature apart\">\n<p class=\"line\">Date</p>\n</div>"},
		"a table": {minutes.Table{Caption: "Actions", Summary: "All of them", Head: []string{"No", ""}, Shares: []int{12, 88}, Rows: []minutes.Row{{Anchor: "row-1", Cells: [][]model.Span{words("1"), words("שלום")}}, {Cells: [][]model.Span{nil, words("two")}}}},
			"<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"All of them\">\n<table aria-label=\"Actions\">\n<colgroup><col class=\"w12\"><col class=\"w88\"></colgroup>\n" +
				"<thead>\n<tr><th scope=\"col\">No</th><td></td></tr>\n</thead>\n<tbody>\n<tr id=\"row-1\"><th scope=\"row\">1</th><td dir=\"rtl\">שלום</td></tr>\n<tr><td></td><td>two</td></tr>\n</tbody>\n</table>\n</div>"},
		"a table with a long word": {minutes.Table{Head: []string{"No"}, Rows: []minutes.Row{{Cells: [][]model.Span{words(strings.Repeat("long", 10))}}}},
			"<div class=\"table\" tabindex=\"0\" role=\"group\">\n<table class=\"unbroken\">\n<colgroup></colgroup>\n<thead>\n<tr><th scope=\"col\">No</th></tr>\n</thead>\n<tbody>\n<tr><th scope=\"row\">" + strings.Repeat("long", 10) + "</th></tr>\n</tbody>\n</table>\n</div>"},
		"a long number": {minutes.Paragraph{Label: minutes.Label{Printed: "GBP/2223/001"}, Text: words("x")},
			"<p class=\"numbered long\"><span class=\"number\">GBP/2223/001</span> x</p>"},
		"points within points": {minutes.List{Points: []minutes.Point{{Level: 1, Text: words("a")}, {Level: 1, Text: words("b")}, {Text: words("c")}, {Level: 1, Text: words("d")}}},
			"<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c\n<ul>\n<li>d</li>\n</ul>\n</li>\n</ul>"},
	} {
		out := write(t, minutes.Document{Blocks: []minutes.Block{c.block}})
		_, main, _ := strings.Cut(out, "<main id=\"minutes\">\n")
		main, _, _ = strings.Cut(main, "</main>")
		if got := strings.TrimSuffix(main, "\n"); got != c.want {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, c.want)
		}
		if name == "a table" && !strings.Contains(out, "\n.w12{width:12%}\n.w88{width:88%}\n") {
			t.Errorf("%s has no widths", name)
		}
	}
}

func TestLogo(t *testing.T) {
	t.Parallel()
	out := write(t, minutes.Document{Logo: &minutes.Picture{Data: []byte("png"), Type: "image/png", About: "Arms of \"Ann\"", Width: 50.8, Height: 25.4}})
	want := "<img src=\"data:image/png;base64," + base64.StdEncoding.EncodeToString([]byte("png")) + "\" alt=\"Arms of &#34;Ann&#34;\" width=\"192\" height=\"96\">"
	if !strings.Contains(out, want) || !strings.Contains(out, "; img-src data:;") {
		t.Errorf("the page lacks %s or may not show it", want)
	}
	if out := write(t, minutes.Document{Logo: &minutes.Picture{}}); !strings.Contains(out, " alt=\"\" ") {
		t.Error("a logo that says nothing has no empty words")
	}
	if out := write(t, minutes.Document{}); strings.Contains(out, "img-src") || strings.Contains(out, "<img") {
		t.Error("without a logo pictures are allowed")
	}
}

func TestPaper(t *testing.T) {
	t.Parallel()
	d := minutes.Document{
		Mark: "DRAFT", Look: minutes.Look{Page: "Letter", Font: "Arial", Fallback: "sans-serif", Size: 11, Headings: "Georgia"},
		Header: minutes.Running{Left: []minutes.Piece{{Text: "Head"}}},
		Footer: minutes.Running{
			Left:  []minutes.Piece{{Text: "3 March</style> ש"}},
			Right: []minutes.Piece{{Text: "Page "}, {Field: minutes.PageNumber}, {Text: " of "}, {Field: minutes.PageCount}},
		},
	}
	out := write(t, d)
	for _, want := range []string{
		"@page{size:Letter;", "--headings:\"Georgia\",sans-serif;",
		"@top-right{content:\"DRAFT\";", "@bottom-left{content:\"3 March\\00003c\\00002fstyle\\00003e ש\";", `@bottom-right{content:"Page " counter(page) " of " counter(pages);`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	_, body, _ := strings.Cut(out, "<body")
	if strings.Contains(body, "3 March") || strings.Contains(body, "Page") || strings.Contains(out, "Head\"") {
		t.Error("a running line is among the words")
	}
	d.Mark, d.Look.Headings = "", ""
	if out := write(t, d); strings.Contains(out, "@top-right") || !strings.Contains(out, "--headings:\"Arial\",") {
		t.Error("approved minutes are marked, or headings have another font")
	}
}

// anyBlock is a block of any kind, with nothing in it that Compose would not
// put there but in an order that it would not.
func anyBlock(t *rapid.T, n int) minutes.Block {
	text := func() []model.Span {
		return words(rapid.SampledFrom([]string{"", "words", "<b>", "a & \"b\"", "שלום", "line\nline"}).Draw(t, "text"))
	}
	anchor := "id-" + string(rune('a'+n))
	label := minutes.Label{Printed: rapid.SampledFrom([]string{"", "1.", "GBP/2223/001"}).Draw(t, "label")}
	switch rapid.IntRange(0, 8).Draw(t, "kind") {
	case 0:
		return minutes.Heading{Level: rapid.IntRange(2, 4).Draw(t, "level"), Label: label, Text: text(), Anchor: anchor}
	case 1:
		var points []minutes.Point
		for range rapid.IntRange(0, 6).Draw(t, "points") {
			points = append(points, minutes.Point{Level: rapid.IntRange(0, 1).Draw(t, "level"), Text: text(), Under: []minutes.Block{minutes.Action{Name: "Action 1:", Text: text(), Margin: text()}}})
		}
		return minutes.List{Points: points}
	case 2:
		return minutes.People{Names: []minutes.Name{{Text: text(), Anchor: anchor}}, Running: rapid.Bool().Draw(t, "running")}
	case 3:
		return minutes.Table{Head: []string{"", "b"}, Shares: []int{20, 80}, Rows: []minutes.Row{{Cells: [][]model.Span{text(), text()}, Anchor: anchor}}}
	case 4:
		return minutes.Signature{Text: text(), Lines: []string{"Date"}, Apart: rapid.Bool().Draw(t, "apart")}
	case 5:
		return minutes.Resolution{Label: label, Name: "Decision:", Text: text(), Detail: text(), Anchor: anchor}
	case 6:
		return minutes.Vote{Name: "Vote:", Text: text(), Names: []minutes.Fact{{Label: "For", Text: text()}}, Anchor: anchor}
	case 7:
		return minutes.Stub{Label: label, Text: text(), Anchor: anchor}
	}
	return minutes.Paragraph{Label: label, Text: text(), Anchor: anchor}
}

// TestAnyBlocks parses pages of random blocks and finds every element where it
// was written: a browser mends nothing.
func TestAnyBlocks(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := minutes.Document{Title: "T", Language: "en", Blocks: []minutes.Block{minutes.Title{Lines: []string{"T"}}}}
		for n := range rapid.IntRange(0, 8).Draw(t, "blocks") {
			d.Blocks = append(d.Blocks, anyBlock(t, n))
		}
		out := write(t, d)
		root, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := html.Render(&again, root); err != nil {
			t.Fatal(err)
		}
		if got, want := tags(again.String()), tags(out); got != want {
			t.Errorf("it is mended to\n%s\nfrom\n%s", got, want)
		}
		level := 0
		for n := range root.Descendants() {
			if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] > '6' || n.Data[1] < '1' {
				continue
			}
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("h%d follows h%d", next, level)
			}
			level = next
		}
	})
}

// tags are the names of the tags of a page, in their order.
func tags(page string) string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(out, " ")
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			out = append(out, string(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			out = append(out, "/"+string(name))
		case html.TextToken, html.CommentToken, html.DoctypeToken:
		}
	}
}
