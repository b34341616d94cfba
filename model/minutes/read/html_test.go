package read

import (
	"strings"
	"testing"
)

func TestPages(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ page, want string }{
		"words": {`<!DOCTYPE html><html lang="en-GB"><head><title>Board</title><style>p{}</style></head><body>
<h1>Harbour   Board</h1><script>no()</script>
<p>The <b>lamps</b> were <em>lit</em>
by <a href="https://example.org/x">the keeper</a>.</p><div>Loose</div>words`, `
h1 Harbour Board
~p The <lamps> were /lit/ by {the keeper -> https://example.org/x}.
p Loose
p words
`},
		"breaks": {`<html><p>Present:<br>Ada Pike<br>Tom Reed<br><br>Others</p><p>&nbsp;</p><pre>One
  two</pre><hr><p style="display:none">Hidden</p>`, `
p Present:
p Ada Pike
p Tom Reed
~p Others
~p (Preformatted) One
p (Preformatted) two
rule
`},
		"styles": {`<html><p><span style="font-weight:700">Bold</span> <span style="font-weight: normal">not</span> <b><span style="font-weight:400">undone</span></b> <i style="font-style:italic">it</i></p>`, `
p <Bold> not undone /it/
`},
		"lists": {`<html><ol start="3"><li>Three<ol type="a"><li>a<li>b</ol></li><li value="7">Seven</li><li><p>Eight</p><p>more</p></li></ol>
<ul><li>dot<ul><li>deep</ul></ul><ol style="list-style-type: upper-roman"><li>R</li></ol><ol reversed><li>two<li>one</ol>
<ul style="list-style:none"><li>2.1 Words</ul>`, `
li0 [3.] Three
li1 [a.] a
li1 [b.] b
li0 [7.] Seven
~li0 [8.] Eight
~p more
~li0 [•] dot
li1 [•] deep
~li0 [I.] R
~li0 [2.] two
li0 [1.] one
~li0 [2.1] Words
`},
		"numbers in words": {`<html><h2>1. Welcome</h2><p><span>2.1</span> The Board met.</p><h2><span class="number">3.</span> Roads</h2><ul><li>3.2. Point</ul>`, `
h2 [1.] Welcome
~p [2.1] The Board met.
~h2 [3.] Roads
~li0 [3.2.] Point
`},
		"facts": {`<html><dl><div><dt>Date:</dt> <dd>4 May</dd></div><dt>Place<dd>Quay<dd>Office</dl>`, `
p Date: 4 May
p Place
p Quay
p Office
`},
		"tables": {`<html><table><caption>Log</caption><thead><tr><th>No<th>What</thead><tr><td rowspan=2>1<td>a<p>b</p><tr><td>c<tr><td colspan=2>all</table>
<table><tr><td><table><tr><td>in<td>side</table><td>out</table>
<table><tr><td><p>Only a frame</p></td></tr></table>`, `
p Log
~row 1 head | p <No> | p <What>
row 1 | p 1 | p a ~p b
row 1 |  | p c
row 1 | p all x2
~row 2 | p in p side | p out
~p Only a frame
`},
		"Word's own": {`<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=EN-GB><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dredging</p>
<p class=MsoNormal>Plain<o:p></o:p></p><!--[if gte mso 9]><xml>no</xml><![endif]-->`, `
li1 [1.1] Dredging
~p Plain
`},
		"changes": {`<html><p>The <del datetime="2026-03-01T10:00:00">old</del><ins>new</ins> crane</p><p><del>All gone</del></p>`, `
p The new crane
~p
`},
		"pictures": {`<html><p>Before <img src="http://nowhere.example/x.png" alt="The crest"> after</p>`, `
matter The crest
~p Before after
`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sketched(t, "old.html", c.page, c.want)
		})
	}
}

// TestPageSaysOfItself holds what is known of a page besides its words.
func TestPageSaysOfItself(t *testing.T) {
	t.Parallel()
	d, err := File("x.htm", []byte(`<!doctype html><html lang="cy"><head><title> Board
March </title><meta name="Author" content="Ada Pike"></head><body><p id="m_one">One</p><p><a name="two"></a>Two <img src="x"><del>three</del></p>`))
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != HTML || d.Title != "Board March" || d.Author != "Ada Pike" || d.Language != "cy" || len(d.Warnings) != 1 {
		t.Errorf("%+v", d)
	}
	if b := d.Blocks; len(b) != 2 || b[0].Bookmarks[0] != "m_one" || b[1].Bookmarks[0] != "two" || b[1].Line != 2 || b[1].Revisions[0].Text != "three" {
		t.Errorf("%+v", d.Blocks)
	}
}

// TestHostilePages holds that pages made to do harm are refused.
func TestHostilePages(t *testing.T) {
	t.Parallel()
	refusedWith(t, "deep.html", []byte("<html>"+strings.Repeat("<div>", 400)+"words"), "stand in one another")
	refusedWith(t, "deeper.html", []byte("<html>"+strings.Repeat("<div>", 100_000)+"words"), "stand in one another")
	refusedWith(t, "many.html", []byte("<html>"+strings.Repeat("<b>a</b>", mostTags)), "more paragraphs")
}
