package read

import (
	"slices"
	"strings"
	"testing"
)

// by is a tracked change around runs, or the mark of one.
func by(kind, inner string) string {
	return `<w:` + kind + ` w:id="1" w:author="Ann" w:date="2026-03-03T10:00:00Z">` + inner + `</w:` + kind + `>`
}

func gone(text string) string {
	return by("del", `<w:r><w:delText xml:space="preserve">`+text+`</w:delText></w:r>`)
}

func endOf(kind string) string { return `<w:pPr><w:rPr>` + by(kind, "") + `</w:rPr></w:pPr>` }

// changesOf are the changes of blocks in a line each.
func changesOf(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		for _, r := range b.Revisions {
			if r.By != "Ann" || r.When != "2026-03-03T10:00:00Z" {
				out = append(out, "by "+r.By+" at "+r.When)
			}
			out = append(out, string(r.Kind)+" "+r.Text)
		}
	}
	return out
}

func TestWordTrackedChanges(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body            string
		blocks, changes []string
	}{
		"words": {para(wordRunOf("a ") + gone("old ") + by("ins", wordRunOf("new ")+wordRunOf("er ")) + wordRunOf("b")),
			[]string{"paragraph: a new er b"}, []string{"deleted old ", "inserted new er "}},
		"the same twice with words between": {para(gone("x") + wordRunOf("a") + gone("y")), []string{"paragraph: a"}, []string{"deleted x", "deleted y"}},
		"inserted and deleted again":        {para(wordRunOf("a") + by("ins", gone("x"))), []string{"paragraph: a"}, []string{"deleted x"}},
		"moved within":                      {para(by("moveFrom", wordRunOf("m")) + wordRunOf("a") + by("moveTo", wordRunOf("m"))), []string{"paragraph: am"}, []string{"moved away m", "moved here m"}},
		"a paragraph deleted": {para(wordRunOf("a")) + para(endOf("del")+gone("x")) + para(wordRunOf("b")),
			[]string{"paragraph: a", "paragraph gone: ", "paragraph: b"}, []string{"deleted x"}},
		"all words deleted":   {para(gone("x")), []string{"paragraph gone: "}, []string{"deleted x"}},
		"a paragraph moved":   {para(endOf("moveFrom")+by("moveFrom", wordRunOf("m"))) + para(wordRunOf("a")) + para(endOf("moveTo")+by("moveTo", wordRunOf("m"))), []string{"paragraph gone: ", "paragraph: a", "paragraph: m"}, []string{"moved away m", "moved here m"}},
		"paragraphs joined":   {para(endOf("del")+wordRunOf("a ")) + para(wordRunOf("b")), []string{"paragraph: a b"}, []string{"deleted "}},
		"three joined":        {para(endOf("del")+wordRunOf("a ")) + para(endOf("del")+wordRunOf("b ")) + para(wordRunOf("c")) + para(wordRunOf("d")), []string{"paragraph: a b c", "paragraph: d"}, []string{"deleted ", "deleted "}},
		"joined with none":    {para(endOf("del")+wordRunOf("a")) + para(gone("x")) + para(wordRunOf("b")), []string{"paragraph: a", "paragraph gone: ", "paragraph: b"}, []string{"deleted ", "deleted x"}},
		"joined at the end":   {para(endOf("del") + wordRunOf("a")), []string{"paragraph: a"}, []string{"deleted "}},
		"a paragraph divided": {para(endOf("ins")+wordRunOf("a")) + para(wordRunOf("b")), []string{"paragraph: a", "paragraph: b"}, []string{"inserted "}},
		"a new paragraph":     {para(endOf("ins") + by("ins", wordRunOf("n"))), []string{"paragraph: n"}, []string{"inserted n"}},
		"around paragraphs":   {by("ins", para(wordRunOf("n"))) + by("del", para(wordRunOf("x"))), []string{"paragraph: n", "paragraph gone: "}, []string{"inserted n", "deleted x"}},
		"looks only":          {para(`<w:pPr><w:pPrChange w:author="Ann"><w:pPr><w:pStyle w:val="X"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange w:author="Ann"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`), []string{"paragraph: a"}, nil},
		"a row deleted": {wordTableOf(wordRowOf(wordCellOf("a")), `<w:tr><w:trPr>`+by("del", "")+`</w:trPr>`+wordCellOf("x")+`</w:tr>`),
			[]string{"table row | a", "table row gone | "}, []string{"deleted x"}},
		"a row inserted": {wordTableOf(`<w:tr><w:trPr>` + by("ins", "") + `</w:trPr>` + wordCellOf("n") + `</w:tr>`), []string{"table row | n"}, []string{"inserted n"}},
		"cells deleted and inserted": {wordTableOf(wordRowOf(wordCellOf("a") + `<w:tc><w:tcPr>` + by("cellDel", "") + `</w:tcPr>` + para(wordRunOf("x")) + `</w:tc><w:tc><w:tcPr>` + by("cellIns", "") + `</w:tcPr>` + para(wordRunOf("n")) + `</w:tc>`)),
			[]string{"table row | a | n"}, []string{"deleted x", "inserted n"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := wordDoc(t, c.body, nil)
			reads(t, d, c.blocks...)
			if got := changesOf(d.Blocks); !slices.Equal(got, c.changes) {
				t.Errorf("the changes are %q, want %q", got, c.changes)
			}
		})
	}
}

func TestDeletedParagraphsAreNotCounted(t *testing.T) {
	t.Parallel()
	numbered := func(mark, runs string) string {
		return para(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>` + mark + `</w:rPr></w:pPr>` + runs)
	}
	d := wordDoc(t, numbered("", wordRunOf("a"))+numbered(by("del", ""), gone("x"))+numbered("", wordRunOf("b"))+numbered(by("del", ""), wordRunOf("c"))+numbered("", wordRunOf("d"))+numbered("", "")+numbered("", wordRunOf("e")),
		map[string]string{"numbering": `<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1.", "") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`})
	reads(t, d, "list item 1.: a", "paragraph gone: ", "list item 2.: b", "list item 3.: cd", "list item 5.: e")
}

func bookmark(id, name string) string {
	return `<w:bookmarkStart w:id="` + id + `" w:name="` + name + `"/>`
}

func unmark(id string) string { return `<w:bookmarkEnd w:id="` + id + `"/>` }

func TestWordBookmarks(t *testing.T) {
	t.Parallel()
	d := wordDoc(t, para(bookmark("1", "one")+wordRunOf("a")+unmark("1")+bookmark("9", "_GoBack")+unmark("9"))+
		para(bookmark("2", "two")+wordRunOf("b"))+para(wordRunOf("c"))+para(unmark("2")+bookmark("3", "three")+wordRunOf("d"))+para(wordRunOf("e")+unmark("3"))+
		bookmark("4", "four")+para(gone("x"))+unmark("4")+para(wordRunOf("f"))+
		wordTableOf(wordRowOf(`<w:tc>`+para(bookmark("5", "five")+wordRunOf("g"))+`</w:tc>`+wordCellOf("h"))+wordRowOf(`<w:tc>`+para(wordRunOf("i")+unmark("5"))+`</w:tc>`)), nil)
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Text()+":"+strings.Join(b.Bookmarks, ","))
	}
	want := []string{"a:one", "b:two", "c:two", "d:three", "e:three", ":four", "f:", "g\th:five", "i:five"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if names := d.Blocks[7].Cells[1].Blocks[0].Bookmarks; !slices.Equal(names, []string{"five"}) {
		t.Errorf("the cell has %q", names)
	}
}

func TestWordComments(t *testing.T) {
	t.Parallel()
	comment := func(id, text string) string {
		return `<w:comment w:id="` + id + `" w:author="Ann" w:date="2026-03-03T10:00:00Z">` + para(wordRunOf(text)) + para(wordRunOf("again")) + `</w:comment>`
	}
	from, to, at := func(id string) string { return `<w:commentRangeStart w:id="` + id + `"/>` }, func(id string) string { return `<w:commentRangeEnd w:id="` + id + `"/>` }, func(id string) string { return `<w:r><w:commentReference w:id="` + id + `"/></w:r>` }
	others := map[string]string{"comments": comment("0", "First") + comment("1", "Second") + comment("2", "Point") + comment("3", "Cell") + comment("4", "Nowhere"),
		"header1": para(wordRunOf("Head")), "footer1": para(wordRunOf("Foot"))}
	d := wordDoc(t, para(wordRunOf("The ")+from("0")+wordRunOf("old ")+gone("bad ")+from("1")+wordRunOf("quay"))+para("")+para(wordRunOf("stands")+to("0")+at("0")+wordRunOf(" still")+to("1")+at("1"))+
		para(wordRunOf("b")+at("2"))+wordTableOf(wordRowOf(wordCellOf("a")+`<w:tc>`+para(from("3")+wordRunOf("in")+to("3")+at("3"))+`</w:tc>`))+
		`<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>`, others)
	want := []Comment{
		{Block: 1, On: "old quay\n\nstands", Text: "First\nagain", By: "Ann", When: "2026-03-03T10:00:00Z"},
		{Block: 1, On: "quay\n\nstands still", Text: "Second\nagain", By: "Ann", When: "2026-03-03T10:00:00Z"},
		{Block: 3, Text: "Point\nagain", By: "Ann", When: "2026-03-03T10:00:00Z"},
		{Block: 4, On: "in", Text: "Cell\nagain", By: "Ann", When: "2026-03-03T10:00:00Z"},
	}
	if !slices.Equal(d.Comments, want) {
		t.Errorf("got %+v", d.Comments)
	}
	reads(t, d, "header: Head", "paragraph: The old quay", "paragraph: stands still", "paragraph: b", "table row | a | in", "footer: Foot")
}
