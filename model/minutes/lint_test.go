package minutes_test

import (
	"path"
	"strings"

	"pgregory.net/rapid"
)

// lint checks of a Word file what Word itself would stumble over.
func lint(t rapid.TB, data []byte) {
	t.Helper()
	parts := unzip(t, data)
	trees := map[string]*node{}
	for name, part := range parts {
		trees[name] = parseXML(t, name, part)
	}
	lintContentTypes(t, parts, trees["[Content_Types].xml"])
	lintRelationships(t, parts, trees)
	body := trees["word/document.xml"]
	lintBookmarks(t, body)
	lintStyles(t, trees)
	for _, c := range body.all("tc") {
		if len(c.nodes) == 0 || c.nodes[len(c.nodes)-1].name != "p" {
			t.Error("a cell of a table does not end in a paragraph")
		}
	}
	if n := len(body.all("sectPr")); n != 1 {
		t.Errorf("the body has %d sections", n)
	}
	for _, r := range string(parts["word/document.xml"]) {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			t.Errorf("the body holds %U", r)
		}
	}
}

func lintContentTypes(t rapid.TB, parts map[string][]byte, types *node) {
	t.Helper()
	known := map[string]bool{}
	for _, d := range types.all("Default") {
		known["."+d.attr["Extension"]] = true
	}
	for _, o := range types.all("Override") {
		name := strings.TrimPrefix(o.attr["PartName"], "/")
		if _, ok := parts[name]; !ok {
			t.Errorf("the content types name %s, which is not there", name)
		}
		if known[name] {
			t.Errorf("the content types name %s twice", name)
		}
		known[name] = true
	}
	for name := range parts {
		if name != "[Content_Types].xml" && !known[name] && !known[path.Ext(name)] {
			t.Errorf("the content types lack %s", name)
		}
	}
}

func lintRelationships(t rapid.TB, parts map[string][]byte, trees map[string]*node) {
	t.Helper()
	for name, tree := range trees {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		ids := map[string]bool{}
		from := path.Dir(path.Dir(name))
		for _, r := range tree.all("Relationship") {
			if ids[r.attr["Id"]] {
				t.Errorf("%s: %s stands for two relationships", name, r.attr["Id"])
			}
			ids[r.attr["Id"]] = true
			if _, ok := parts[path.Join(from, r.attr["Target"])]; r.attr["TargetMode"] != "External" && !ok {
				t.Errorf("%s leads to %s, which is not there", name, r.attr["Target"])
			}
		}
		if name != "word/_rels/document.xml.rels" {
			continue
		}
		for _, used := range []string{"hyperlink", "headerReference", "footerReference"} {
			for _, n := range trees["word/document.xml"].all(used) {
				if id := n.attr["id"]; id != "" && !ids[id] {
					t.Errorf("the body uses relationship %s, which is not there", id)
				}
			}
		}
	}
}

func lintBookmarks(t rapid.TB, body *node) {
	t.Helper()
	ids, names, ends := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, b := range body.all("bookmarkStart") {
		id, name := b.attr["id"], strings.ToLower(b.attr["name"])
		if ids[id] || names[name] {
			t.Errorf("bookmark %s %s is there twice", id, name)
		}
		if len(name) > 40 || name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			t.Errorf("%q is no name for a bookmark", name)
		}
		ids[id], names[name] = true, true
	}
	for _, b := range body.all("bookmarkEnd") {
		ends[b.attr["id"]] = true
	}
	if len(ends) != len(ids) {
		t.Errorf("%d bookmarks begin and %d end", len(ids), len(ends))
	}
	for _, h := range body.all("hyperlink") {
		if a := h.attr["anchor"]; a != "" && !names[strings.ToLower(a)] {
			t.Errorf("a link leads to bookmark %s, which is not there", a)
		}
	}
}

func lintStyles(t rapid.TB, trees map[string]*node) {
	t.Helper()
	known := map[string]bool{}
	for _, s := range trees["word/styles.xml"].all("style") {
		known[s.attr["styleId"]] = true
	}
	lists := map[string]bool{"0": true}
	for _, n := range trees["word/numbering.xml"].all("num") {
		if lists[n.attr["numId"]] {
			t.Errorf("list %s is there twice", n.attr["numId"])
		}
		lists[n.attr["numId"]] = true
	}
	for name, tree := range trees {
		for _, kind := range []string{"pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"} {
			for _, n := range tree.all(kind) {
				if id := n.attr["val"]; !known[id] {
					t.Errorf("%s uses style %q, which is not there", name, id)
				}
			}
		}
		for _, n := range tree.all("numId") {
			if !lists[n.attr["val"]] {
				t.Errorf("%s uses list %s, which is not there", name, n.attr["val"])
			}
		}
	}
}
