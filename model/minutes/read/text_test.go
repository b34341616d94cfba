package read

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"plain lines": {"Harbour Board\n\nPresent\nAda Pike, Chair\n  Tom Reed\n", `
p Harbour Board
~p Present
p Ada Pike, Chair
p Tom Reed
`},
		"headings": {"# Minutes #\n### 2. Dredging\nTitle\n=====\nPart\n----\nwords\n\n----\n#no heading\n", `
h1 Minutes
h3 [2.] Dredging
h1 Title
h2 Part
p words
~rule
p #no heading
`},
		"numbers": {"1. One\n2.\tTwo\n3.1 Three\n3.1. Four\n4) Five\n(5) Six\na) seven\n(b) eight\nc. nine\niv. ten\n7.30 pm start\n2.5 hours\n10545 Quay Road\n2019. Not a number\n1 Not\n4\tIs\n2.1.3 Deep\n", `
li0 [1.] One
li0 [2.] Two
li0 [3.1] Three
li0 [3.1.] Four
li0 [4)] Five
li0 [(5)] Six
li0 [a)] seven
li0 [(b)] eight
li0 [c.] nine
li0 [iv.] ten
p 7.30 pm start
p 2.5 hours
p 10545 Quay Road
p 2019. Not a number
p 1 Not
li0 [4] Is
li0 [2.1.3] Deep
`},
		"numbers in marks": {"1\\. Welcome\n**2. Money**\n**3.** Roads\n## **4.** Trees\n**5.**\n", `
p [1.] Welcome
p [2.] <Money>
p [3.] Roads
h2 [4.] Trees
p <5.>
`},
		"initials are no numbers": {"A. Pike\nT. Reed\n\nC. Lamb and others\n", `
p A. Pike
p T. Reed
~p C. Lamb and others
`},
		"letters in order are": {"A. Leases\nWords.\nB. Moorings\n", `
li0 [A.] Leases
p Words.
li0 [B.] Moorings
`},
		"lists": {"- one\n  - two\n    * three\n- four\n• five\n\t▪ six\n- 3.1. seven\n", `
li0 [-] one
li1 [-] two
li2 [*] three
li0 [-] four
li0 [•] five
li1 [▪] six
li0 [3.1.] seven
`},
		"marks": {"**All of it**\n**Action:** TR to *ask*\n***Both***\nsnake_case_name and _really_ so\nMEMBER\\_NAME \\~ 20\nDoug**\\#** and `code`\n", `
p <All of it>
p <Action:> TR to /ask/
p </Both/>
p snake_case_name and /really/ so
p MEMBER_NAME ~ 20
p Doug<#> and code
`},
		"an asterisk is a sign": {"Noted. *Clerk to write to the tenant. The rest was agreed. *Cllr Reed to paint it.\n\\*Clerk to ring them. Nothing *more* to add.\n*Clerk to do it*\n2 * 3 * 4\n***Ada:** half\n", `
p Noted. *Clerk to write to the tenant. The rest was agreed. *Cllr Reed to paint it.
p *Clerk to ring them. Nothing /more/ to add.
p /Clerk to do it/
p 2 * 3 * 4
p *<Ada:> half
`},
		"links": {"See [the plan](https://example.org/a_(b)) and [back](#top).\n[Minutes 2020.01](Minutes 2020.01) were [sic](as typed) read\n![Logo](logo.png)\n<ada@example.org> <https://example.org>\n", `
p See {the plan -> https://example.org/a_(b)} and {back -> #top}.
p {Minutes 2020.01 -> Minutes 2020.01} were [sic](as typed) read
matter ![Logo](logo.png)
p ada@example.org https://example.org
`},
		"remnants of HTML": {"Fish &amp; chips&nbsp;&pound;3 AT&T &nosuch;\n<b>Bold</b> and <u>under</u><br>below\n<!-- a\nremark --> after\n<table><tr><td>A</td><td>B</td></tr></table>\n1 < 2 > 1\n", `
p Fish & chips £3 AT&T &nosuch;
p <Bold> and under
below
matter a
remark
p after
row 1 | p A | p B
p 1 < 2 > 1
`},
		"tables": {"| No | Who |\n|----|-----|\n| 1. | **AP** |\n| a \\| b | |\n\nA | B\n--- | ---\nc | d\n\n| no table\n", `
row 1 head | p No | p Who
row 1 | p 1. | p <AP>
row 1 | p a | b | 
~row 2 head | p A | p B
row 2 | p c | p d
~p | no table
`},
		"a table in pieces": {"| \n**No**\n\n | \n\n**Item**\n\n |\n| --- | --- |\n|  | 1) One\n\nwords |\n| 2 | Two |\n", `
row 1 head | ~p <No> | ~p <Item>
row 1 |  | li0 [1)] One ~p words
row 1 | p 2 | p Two
`},
		"what programs say of a page": {"---\ntitle: \"Board, March\"\ntags:\n  - \"one\"\n---\n\n# Board\n{: .no_toc}\n", `
matter title: "Board, March"
matter tags:
- "one"
~h1 Board
matter {: .no_toc}
`},
		"a rule is no front matter": {"---\nThe Board met.\n---\n", `
rule
p The Board met.
rule
`},
		"fences and quotations": {"```\nCALL TO ORDER\n```\n> *Ada:* +1\n> > deep\n", `
p (Preformatted) CALL TO ORDER
p (Quote) /Ada:/ +1
p (Quote) deep
`},
		"pages": {"One\n\fTwo\n", `
p One
page break
p Two
`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sketched(t, "old.txt", c.text, c.want)
		})
	}
}

// TestWrapped holds that what was broken into lines is one again, and that a
// list of names stays one.
func TestWrapped(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"to a width": {`
The harbour master said that the dredging of the inner basin had begun a week
late, and that the contractor would work on Sundays to make good the time that
was lost. The Board noted this.

Present:
Councillor Ada Pike, Chair of the Harbour Oversight Board and of the Quay Trust
Tom Reed

1.1. The minutes of the meeting of 3 March were agreed as a true record, but for
     the date of the regatta.
- A bullet that goes on and on until it does not fit in the line that it began
  and goes on below it.
- Another
`, `
p The harbour master said that the dredging of the inner basin had begun a week late, and that the contractor would work on Sundays to make good the time that was lost. The Board noted this.
~p Present:
p Councillor Ada Pike, Chair of the Harbour Oversight Board and of the Quay Trust
p Tom Reed
~li0 [1.1.] The minutes of the meeting of 3 March were agreed as a true record, but for the date of the regatta.
li0 [-] A bullet that goes on and on until it does not fit in the line that it began and goes on below it.
li0 [-] Another
`},
		"by the width of letters": {`
The board meeting was opened in order by President Lamb at noon, in the Long Room of
the Harbour Office, Quay Street. Those who were there gave their names and said whom they
represented, and all of the papers were taken as read by the members who
had them before.

A motion was made by Mr Reed, seconded by Ms Pike, that the lease of the old net
Loft be ended.
Aye: Reed, Pike, Lamb
No: None
`, `
p The board meeting was opened in order by President Lamb at noon, in the Long Room of the Harbour Office, Quay Street. Those who were there gave their names and said whom they represented, and all of the papers were taken as read by the members who had them before.
~p A motion was made by Mr Reed, seconded by Ms Pike, that the lease of the old net Loft be ended.
p Aye: Reed, Pike, Lamb
p No: None
`},
		"not at all": {"The main points were:\nthis one is in small letters and has no full stop behind it at all\nthat one too\n" + strings.Repeat("A long paragraph in one line. ", 12) + "\n", `
p The main points were:
p this one is in small letters and has no full stop behind it at all
p that one too
p ` + strings.TrimSpace(strings.Repeat("A long paragraph in one line. ", 12)) + "\n"},
		"at a hyphen": {`
The Board agreed that the work on the northern breakwater should be put off re-
gardless of the weather, and that the tender for it should be let again by the
clerk.
`, `
p The Board agreed that the work on the northern breakwater should be put off re-gardless of the weather, and that the tender for it should be let again by the clerk.
`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sketched(t, "old.txt", c.text, c.want)
		})
	}
}

// TestPlaces holds that blocks know where they stand.
func TestPlaces(t *testing.T) {
	t.Parallel()
	d, err := File("old.txt", []byte("---\ntitle: Board\nlang: cy\nauthor: 'Ada Pike'\n---\n\n    Indented\n| a | b |\n| c | d |\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Board" || d.Language != "cy" || d.Author != "Ada Pike" || d.Format != PlainText || d.Name != "old.txt" {
		t.Errorf("%+v", d)
	}
	b := d.Blocks
	if len(b) != 6 || b[3].Line != 7 || b[3].Indent != 4 || !b[3].Gap || b[4].Line != 8 || b[5].Line != 9 || b[5].Cells[1].Blocks[0].Line != 9 || b[5].Text() != "c\td" {
		t.Errorf("%+v", b)
	}
}
