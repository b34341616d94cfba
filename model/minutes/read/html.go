package read

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"minutebook/model"
)

// mostTags is how many tags a page may have: each takes far more memory than
// its place in the file.
const mostTags = 200_000

// page reads a page of the web, as browsers and programs for writing save it.
// Nothing that it names elsewhere is looked up.
func page(name string, data []byte) (Document, error) {
	words, err := decode(name, data, declared(data))
	if err != nil {
		return Document{}, err
	}
	d := Document{Name: name, Format: HTML}
	r := &pageReader{doc: &d}
	if err := r.read(words); err != nil {
		return Document{}, unreadable(name, err)
	}
	d.Blocks = r.out
	relabel(d.Blocks)
	if r.pictures > 0 {
		d.Warnings = append(d.Warnings, "Pictures were left out: only words are taken in.")
	}
	return d, nil
}

// pageReader makes blocks of the tree of a page.
type pageReader struct {
	doc      *Document
	out      []Block
	tables   int
	pictures int
	count    int
	// block is what is being read, nil between blocks.
	block *Block
	spans spanReader
	// gap says that the next block stands apart from the one above it, bookmarks
	// are the places that it has.
	gap       bool
	bookmarks []string
	item      *pageItem
	// label collects the number that Word printed before a paragraph.
	label   strings.Builder
	inLabel bool
}

// pageItem is a point of a list: the first block of it is its own.
type pageItem struct {
	label string
	level int
	begun bool
}

// around is what the elements around a node say of it.
type around struct {
	look  model.Span
	style string
	// kind and level are those of the block that words are in.
	kind  Kind
	level int
	pre   bool
	depth int
	// lists is how many lists it is in, cell that it is in a cell of a table.
	lists int
	cell  bool
	// changed is the tracked change that the words are in.
	changed *Revision
}

func (r *pageReader) read(words string) error {
	if strings.Count(words, "<") > mostTags {
		return tooMany
	}
	root, err := html.ParseWithOptions(strings.NewReader(words), html.ParseOptionEnableScripting(false))
	if err != nil {
		return tooDeep
	}
	if err := r.children(root, around{kind: Paragraph}); err != nil {
		return err
	}
	r.end()
	return nil
}

func (r *pageReader) children(n *html.Node, c around) error {
	if c.depth++; c.depth > MaxDepth {
		return tooDeep
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		var err error
		switch child.Type {
		case html.TextNode:
			r.words(child.Data, c)
		case html.ElementNode:
			err = r.element(child, c)
		case html.DocumentNode, html.CommentNode, html.DoctypeNode, html.ErrorNode, html.RawNode:
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// attribute is an attribute of an element, "" where it has none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// styled is what the element's own style says of a property, in small letters.
func styled(n *html.Node, property string) string {
	for _, rule := range strings.Split(strings.ToLower(attribute(n, "style")), ";") {
		name, value, _ := strings.Cut(rule, ":")
		if strings.TrimSpace(name) == property {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// element reads an element.
func (r *pageReader) element(n *html.Node, c around) error {
	if r.leaves(n) {
		return nil
	}
	r.place(n)
	if styled(n, "mso-list") == "ignore" {
		r.inLabel = true
		defer func() { r.inLabel = false }()
		return r.children(n, c)
	}
	c = weighed(n, dressed(n, c))
	switch n.Data {
	case "head":
		r.head(n)
		return nil
	case "html":
		r.doc.Language = attribute(n, "lang")
	case "br":
		r.lineBreak(c)
		return nil
	case "img":
		r.picture(n)
		return nil
	case "hr":
		r.end()
		r.put(Block{Kind: Rule})
		return nil
	case "ul", "ol", "menu", "dir":
		return r.list(n, c)
	case "dl":
		return r.definitions(n, c)
	case "table":
		return r.table(n, c)
	}
	if !apart(n) {
		return r.children(n, c)
	}
	return r.apart(n, c)
}

// place notes the name that links know an element by.
func (r *pageReader) place(n *html.Node) {
	if id := attribute(n, "id"); id != "" {
		r.bookmarks = append(r.bookmarks, id)
	}
	if name := attribute(n, "name"); name != "" && n.DataAtom == atom.A {
		r.bookmarks = append(r.bookmarks, name)
	}
}

// apart reads an element that begins and ends in lines of its own.
func (r *pageReader) apart(n *html.Node, c around) error {
	if level := headingLevel(n); level > 0 {
		c.kind, c.level = Heading, level
	}
	r.end()
	r.gap = r.gap || freeAbove(n)
	word := r.wordPoint(n, c)
	err := r.children(n, c)
	r.end()
	if word {
		r.item = nil
	}
	return err
}

// headingLevel is that of a heading, 0 for any other element.
func headingLevel(n *html.Node) int {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return int(n.Data[1] - '0')
	}
	return 0
}

// leaves says whether an element is left out with all in it: what is no words,
// and what is not to be seen.
func (r *pageReader) leaves(n *html.Node) bool {
	switch n.Data {
	case "script", "style", "template", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas",
		"select", "input", "textarea", "button", "datalist":
		return true
	}
	return styled(n, "display") == "none" || styled(n, "mso-hide") == "all"
}

// dressed is what stands around the words of an element.
func dressed(n *html.Node, c around) around {
	switch n.Data {
	case "b", "strong":
		c.look.Bold = true
	case "i", "em", "cite", "var":
		c.look.Italic = true
	case "a":
		if to := attribute(n, "href"); to != "" {
			c.look.Address = to
		}
	case "pre":
		c.pre, c.style = true, "Preformatted"
	case "blockquote":
		c.style = "Quote"
	case "del":
		c.changed = &Revision{Kind: Deleted, When: attribute(n, "datetime")}
	case "ins":
		c.changed = &Revision{Kind: Inserted, When: attribute(n, "datetime")}
	}
	return c
}

// weighed is what an element's own style makes of that.
func weighed(n *html.Node, c around) around {
	switch weight := styled(n, "font-weight"); weight {
	case "":
	case "bold", "bolder":
		c.look.Bold = true
	default:
		if w, err := strconv.Atoi(weight); err == nil {
			c.look.Bold = w >= 600
		} else {
			c.look.Bold = c.look.Bold && weight != "normal"
		}
	}
	switch styled(n, "font-style") {
	case "italic", "oblique":
		c.look.Italic = true
	case "normal":
		c.look.Italic = false
	}
	return c
}

// apart says whether an element begins and ends in lines of its own.
func apart(n *html.Node) bool {
	switch n.Data {
	case "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "blockquote",
		"figure", "figcaption", "fieldset", "legend", "form", "center", "details", "summary", "pre", "body", "hgroup",
		"h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "caption", "td", "th", "tr":
		return true
	}
	return false
}

// freeAbove says whether a browser leaves a line free above an element.
func freeAbove(n *html.Node) bool {
	switch n.Data {
	case "p", "blockquote", "pre", "figure", "h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// head reads what a page says of itself.
func (r *pageReader) head(n *html.Node) {
	for child := range n.Descendants() {
		switch {
		case child.DataAtom == atom.Title && child.FirstChild != nil:
			r.doc.Title = strings.Join(strings.Fields(clean(child.FirstChild.Data)), " ")
		case child.DataAtom == atom.Meta && strings.EqualFold(attribute(child, "name"), "author"):
			r.doc.Author = attribute(child, "content")
		}
	}
}

// picture records a picture with the words that stand for it.
func (r *pageReader) picture(n *html.Node) {
	r.pictures++
	if words := strings.Join(strings.Fields(clean(attribute(n, "alt"))), " "); words != "" {
		gap, places := r.gap, r.bookmarks
		r.put(matter(words))
		r.gap, r.bookmarks = gap, places
	}
}

// words reads a stretch of text.
func (r *pageReader) words(text string, c around) {
	if !c.pre {
		text = collapsed(text)
	}
	text = clean(text)
	if r.inLabel {
		r.label.WriteString(text)
		return
	}
	if c.changed != nil && strings.TrimSpace(text) != "" {
		change := *c.changed
		change.Text = text
		b := r.current(c)
		b.Revisions = append(b.Revisions, change)
	}
	if c.changed != nil && c.changed.Kind == Deleted {
		return
	}
	if c.pre {
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				r.lineBreak(c)
			}
			r.say(line, c)
		}
		return
	}
	r.say(text, c)
}

// collapsed is a text with the spaces between its words as browsers show them.
// A space that does not break stays.
func collapsed(text string) string {
	const ascii = " \t\n\r\f"
	words := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(ascii, c) })
	said := strings.Join(words, " ")
	if text != "" && strings.ContainsRune(ascii, rune(text[0])) {
		said = " " + said
	}
	if n := len(text); len(words) > 0 && strings.ContainsRune(ascii, rune(text[n-1])) {
		said += " "
	}
	return said
}

// say adds words to the block that is being read, or begins one with them.
func (r *pageReader) say(text string, c around) {
	if r.block == nil && strings.TrimSpace(text) == "" {
		return
	}
	r.current(c)
	if last := r.spans.text; !c.pre && len(last) > 0 && last[len(last)-1] == ' ' && strings.HasPrefix(text, " ") && len(text) > 1 && text[1] != ' ' {
		text = text[1:]
	}
	r.spans.add(text, c.look)
}

// current is the block that is being read, or a new one.
func (r *pageReader) current(c around) *Block {
	if r.block != nil {
		return r.block
	}
	r.block = &Block{Kind: c.kind, Level: c.level, Style: c.style}
	if item := r.item; item != nil {
		if item.begun {
			r.block.Indent = 2 * (item.level + 1)
		} else {
			r.block.Label, r.block.Indent = item.label, 2*item.level
			if c.kind != Heading {
				r.block.Kind, r.block.Level = ListItem, item.level
			}
		}
		item.begun = true
	}
	return r.block
}

// lineBreak ends a line: what follows is a block of its own, close below.
func (r *pageReader) lineBreak(c around) {
	if r.block == nil {
		r.gap = r.gap || c.kind != Heading
		return
	}
	r.end()
}

// end ends the block that is being read.
func (r *pageReader) end() {
	b := r.block
	r.block = nil
	if b == nil {
		return
	}
	if r.label.Len() > 0 {
		b.Label = strings.TrimSpace(r.label.String())
		r.label.Reset()
	}
	b.Spans = r.spans.all()
	r.spans = spanReader{}
	b.Gone = len(b.Spans) == 0 && len(b.Revisions) > 0
	if len(b.Spans) == 0 && b.Label == "" && !b.Gone {
		r.gap = true
		return
	}
	r.put(*b)
}

// put adds a block.
func (r *pageReader) put(b Block) {
	r.count++
	b.Line, b.Gap, b.Bookmarks = r.count, r.gap, r.bookmarks
	r.gap, r.bookmarks = false, nil
	r.out = append(r.out, b)
}

// definitions reads a list of names and what belongs to each. A short pair is
// one line: a fact with its label.
func (r *pageReader) definitions(n *html.Node, c around) error {
	r.end()
	first := len(r.out)
	r.gap = true
	if err := r.children(n, c); err != nil {
		return err
	}
	r.end()
	var terms []bool
	for child := range n.Descendants() {
		if child.DataAtom == atom.Dt || child.DataAtom == atom.Dd {
			terms = append(terms, child.DataAtom == atom.Dt)
		}
	}
	blocks := r.out[first:]
	if len(blocks) != len(terms) {
		return nil
	}
	var paired []Block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		alone := i+2 >= len(terms) || terms[i+2]
		if terms[i] && i+1 < len(terms) && !terms[i+1] && alone && len(b.Text()) < shortName {
			b.Spans = slices.Concat(b.Spans, []model.Span{{Text: " "}}, blocks[i+1].Spans)
			b.Bookmarks = append(b.Bookmarks, blocks[i+1].Bookmarks...)
			i++
		}
		paired = append(paired, b)
	}
	r.out = append(r.out[:first], paired...)
	return nil
}

// shortName is how long the name of a fact may be, in bytes.
const shortName = 60
