package lint

import "strings"

func (f *file) bookmarks(body *node) {
	names, open, ids := map[string]bool{}, map[string]bool{}, map[string]bool{}
	body.walk(func(n *node) {
		id := n.attr["id"]
		switch n.name {
		case "bookmarkStart":
			name := strings.ToLower(n.attr["name"])
			if ids[id] || names[name] {
				f.say("bookmark %s %s is there twice", id, name)
			}
			if !isBookmark(name) {
				f.say("%q is no name for a bookmark", name)
			}
			ids[id], names[name], open[id] = true, true, true
		case "bookmarkEnd":
			if !open[id] {
				f.say("bookmark %s ends and has not begun", id)
			}
			delete(open, id)
		}
	})
	for id := range open {
		f.say("bookmark %s does not end", id)
	}
	f.links(body, names)
}

// links checks that what leads to a bookmark finds it among those names.
func (f *file) links(body *node, names map[string]bool) {
	for _, h := range body.all("hyperlink") {
		if a, ok := h.attr["anchor"]; ok && !names[strings.ToLower(a)] {
			f.say("a link leads to bookmark %s, which is not there", a)
		}
		if len(h.all("r")) == 0 {
			f.say("a link has no words")
		}
	}
	for _, i := range body.all("instrText") {
		if words := strings.Fields(i.text); len(words) > 1 && words[0] == "PAGEREF" && !names[strings.ToLower(words[1])] {
			f.say("a field asks for the page of %s, which is not there", words[1])
		}
	}
}

// isBookmark says whether Word takes a name for a bookmark and shows it.
func isBookmark(name string) bool {
	return len(name) > 0 && len(name) <= 40 && name[0] >= 'a' && name[0] <= 'z' && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// fields checks that every field of a paragraph begins, says something, and
// ends, in this order.
func (f *file) fields(body *node) {
	for _, p := range body.all("p") {
		state := ""
		for _, c := range p.all("fldChar") {
			state += c.attr["fldCharType"] + " "
		}
		if strings.ReplaceAll(state, "begin separate end ", "") != "" {
			f.say("the fields of a paragraph go %s", state)
		}
	}
}

func (f *file) tables(body *node) {
	for _, in := range append(body.all("body"), body.all("tc")...) {
		for i, n := range in.nodes {
			if n.name == "tbl" && (i+1 == len(in.nodes) || in.nodes[i+1].name != "p") {
				f.say("no paragraph follows a table")
			}
		}
	}
	for _, t := range body.all("tbl") {
		columns := len(t.first("tblGrid").all("gridCol"))
		rows := t.all("tr")
		if len(rows) == 0 || columns == 0 {
			f.say("a table has no rows or columns")
		}
		if t.first("tblCaption").attr["val"] == "" {
			f.say("a table does not say what it shows")
		}
		for i, r := range rows {
			if head := len(r.all("tblHeader")) > 0; len(rows) > 1 && head != (i == 0) {
				f.say("row %d of a table: a row of headings is %v", i+1, head)
			}
			f.row(r, i+1, columns)
		}
	}
}

func (f *file) row(r *node, number, columns int) {
	cells := r.all("tc")
	if len(cells) != columns {
		f.say("a row has %d cells in %d columns", len(cells), columns)
	}
	if len(r.all("cantSplit")) == 0 {
		f.say("row %d of a table may be torn apart", number)
	}
	for _, c := range cells {
		if len(c.nodes) == 0 || c.nodes[len(c.nodes)-1].name != "p" {
			f.say("a cell of a table does not end in a paragraph")
		}
	}
}

// kinds are the elements that name a style, and of what kind it is to be.
var kinds = map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}

func (f *file) styles(name string, tree *node) {
	known := map[string]string{}
	if styles := f.trees["word/styles.xml"]; styles != nil {
		for _, s := range styles.all("style") {
			if known[s.attr["styleId"]] != "" && tree == styles {
				f.say("style %s is there twice", s.attr["styleId"])
			}
			known[s.attr["styleId"]] = s.attr["type"]
		}
	}
	tree.walk(func(n *node) {
		id := n.attr["val"]
		switch n.name {
		case "pStyle", "rStyle", "tblStyle":
			if known[id] != kinds[n.name] {
				f.say("%s uses %q, which is no %s style", name, id, kinds[n.name])
			}
		case "basedOn", "next", "link":
			if known[id] == "" {
				f.say("%s names style %q, which is not there", name, id)
			}
		}
	})
}

func (f *file) lists(name string, tree *node) {
	numbering := f.trees["word/numbering.xml"]
	known, used := map[string]bool{"0": true}, map[string]bool{}
	if numbering != nil {
		abstract := map[string]bool{}
		for _, a := range numbering.all("abstractNum") {
			abstract[a.attr["abstractNumId"]] = true
		}
		for _, n := range numbering.all("num") {
			if known[n.attr["numId"]] && tree == numbering {
				f.say("list %s is there twice", n.attr["numId"])
			}
			known[n.attr["numId"]] = true
			if of := n.first("abstractNumId").attr["val"]; !abstract[of] {
				f.say("list %s is of %q, which is not there", n.attr["numId"], of)
			}
		}
	}
	for _, n := range tree.all("numId") {
		used[n.attr["val"]] = true
		if !known[n.attr["val"]] {
			f.say("%s uses list %s, which is not there", name, n.attr["val"])
		}
	}
	if name != "word/document.xml" {
		return
	}
	if styles := f.trees["word/styles.xml"]; styles != nil {
		for _, n := range styles.all("numId") {
			used[n.attr["val"]] = true
		}
	}
	for id := range known {
		if id != "0" && !used[id] {
			f.say("list %s is used nowhere", id)
		}
	}
}
