package ui

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"minutebook/assets"
)

// speaks has the screens speak a language until the test ends.
func speaks(t *testing.T, tag string) {
	t.Helper()
	if err := speak(tag, ""); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { spoken.Store(nil) })
}

// extraction gathers the English words for the screens from the code: what is
// given to tr, trf, plural, explain, failed and errors.New, and what stands in
// the tables that are translated where they are shown.
type extraction map[string]message

func (x extraction) add(words string) {
	if strings.TrimSpace(words) != "" {
		x[words] = message{text: words}
	}
}

// literal is the text of a string in the code, "" for anything else.
func literalText(e ast.Expr) string {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(l.Value)
	if err != nil {
		return ""
	}
	return text
}

// calledName is the last name of what is called: "failed" of w.failed.
func calledName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if of, ok := e.X.(*ast.Ident); ok && of.Name == "errors" {
			return "errors." + e.Sel.Name
		}
		return e.Sel.Name
	}
	return ""
}

// wordsAt says which arguments of a call, or which fields of a line of a
// table, are words.
var wordsAt = map[string][]int{
	"tr": {0}, "trf": {0}, "errors.New": {0},
	"hint": {1}, "sheetGroup": {0}, "command": {1, 2},
}

// wordTables are the tables of nothing but words.
var wordTables = []string{"menus", "formatNames", "problemFormats", "fixOffers", "fixDone", "factNames", "whatNames", "whatAbout", "signNames"}

func (x extraction) call(c *ast.CallExpr) {
	name := calledName(c.Fun)
	if name == "plural" && len(c.Args) == 3 {
		if one, many := literalText(c.Args[1]), literalText(c.Args[2]); many != "" {
			x["%d "+many] = message{forms: map[string]string{"one": "%d " + one, "other": "%d " + many}}
		}
		return
	}
	if (name == "explain" || name == "failed") && len(c.Args) > 0 && literalText(c.Args[0]) != "" {
		x.add(couldNot + literalText(c.Args[0]))
	}
	for _, n := range wordsAt[name] {
		if n < len(c.Args) {
			x.add(literalText(c.Args[n]))
		}
	}
}

func (x extraction) table(c *ast.CompositeLit) {
	line := ""
	lines := []ast.Expr{c}
	switch t := c.Type.(type) {
	case *ast.Ident:
		line = t.Name
	case *ast.ArrayType:
		if of, ok := t.Elt.(*ast.Ident); ok {
			line, lines = of.Name, c.Elts
		}
	}
	for _, l := range lines {
		fields, ok := l.(*ast.CompositeLit)
		for _, n := range wordsAt[line] {
			if ok && n < len(fields.Elts) {
				x.add(literalText(fields.Elts[n]))
			}
		}
	}
}

func (x extraction) words(v *ast.ValueSpec) {
	if !slices.Contains(wordTables, v.Names[0].Name) || len(v.Values) == 0 {
		return
	}
	for _, e := range v.Values[0].(*ast.CompositeLit).Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			e = pair.Value
		}
		x.add(literalText(e))
	}
}

func extracted(t *testing.T) extraction {
	t.Helper()
	x := extraction{}
	inspected(t, ".", func(n ast.Node) {
		switch n := n.(type) {
		case *ast.CallExpr:
			x.call(n)
		case *ast.CompositeLit:
			x.table(n)
		case *ast.ValueSpec:
			x.words(n)
		}
	})
	inspected(t, "../model/minutes/read", x.ofFiles)
	return x
}

// inspected has every node of the code of a folder, but for its tests, looked at.
func inspected(t *testing.T, folder string, look func(ast.Node)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no code in %s: %v", folder, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if n != nil {
				look(n)
			}
			return true
		})
	}
}

// ofFiles gathers why a file of old minutes is not taken in, and what of it was
// left out, which are shown as they are worded where it is read.
func (x extraction) ofFiles(n ast.Node) {
	var said []ast.Expr
	switch n := n.(type) {
	case *ast.ValueSpec:
		if of, ok := n.Type.(*ast.Ident); ok && of.Name == "refusal" {
			said = n.Values
		}
	case *ast.CallExpr:
		if slices.Contains([]string{"pick", "append", "refusal"}, calledName(n.Fun)) {
			said = n.Args
		}
	case *ast.AssignStmt:
		if to, ok := n.Lhs[0].(*ast.Ident); ok && to.Name == "why" {
			said = n.Rhs
		}
	case *ast.CompositeLit:
		if of, ok := n.Type.(*ast.Ident); ok && of.Name == "Unreadable" {
			said = n.Elts
		}
	}
	for _, e := range said {
		if words := literalText(e); strings.Contains(words, " ") {
			x.add(words)
		}
	}
}

// file is the extraction as assets/lang/en.json has it.
func (x extraction) file(t *testing.T) []byte {
	t.Helper()
	all := map[string]any{}
	for key, m := range x {
		all[key] = m.text
		if m.forms != nil {
			all[key] = m.forms
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(all); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEnglishIsWhatTheCodeSays(t *testing.T) {
	want := extracted(t).file(t)
	path := filepath.Join("..", "assets", "lang", "en.json")
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := assets.Lang.ReadFile("lang/en.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("assets/lang/en.json is not what the code says; run: make words")
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z%]`)

// verbs are what is put into words, in one order.
func verbs(words string) []string {
	all := verb.FindAllString(words, -1)
	for i, v := range all {
		all[i] = "%" + v[len(v)-1:]
	}
	slices.Sort(all)
	return all
}

func TestTranslationsFitTheCode(t *testing.T) {
	english := extracted(t)
	for _, tag := range []string{"cy", "fr"} {
		tongue, err := readTongue(tag)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(tongue.words); n*10 < len(english)*6 {
			t.Errorf("%s has %d entries of %d", tag, n, len(english))
		}
		for key, m := range tongue.words {
			of, ok := english[key]
			if !ok {
				t.Errorf("%s: the code no longer says %q", tag, key)
				continue
			}
			texts := slices.Collect(maps.Values(m.forms))
			if m.text != "" {
				texts = append(texts, m.text)
			}
			if (of.forms == nil) != (m.forms == nil) || len(texts) == 0 {
				t.Errorf("%s: %q wants another kind of entry", tag, key)
			}
			if m.forms != nil && m.forms["other"] == "" {
				t.Errorf("%s: %q has no form for other", tag, key)
			}
			for _, text := range texts {
				if !slices.Equal(verbs(text), verbs(key)) {
					t.Errorf("%s: %q puts in something else than %q", tag, text, key)
				}
			}
		}
	}
}

// showing are the calls that put words on the screen as they are given, shown
// the fields that do.
var (
	showing = []string{"say", "says", "refuse", "warn", "NewButton", "NewPrimary", "NewField", "NewLabel", "NewMenuItem", "NewSegments", "NewRows", "NewModal",
		"labelled", "caption", "setCaption", "SetWords", "SetPlaceholder", "SetError", "heading", "group", "show", "choose", "step"}
	shown = []string{"Words", "Text", "Note", "Chip", "Title", "Trailing"}
)

// passing are the calls whose words are translated, or are for no clerk.
var passing = []string{"tr", "trf", "plural", "explain", "failed", "errors.New", "panic", "Errorf", "Error", "Info"}

// asTyped are phrases that are written as a quick line has them, or are the
// beginning of a key.
var asTyped = []string{"by 27 June; next meeting; before the elections", "referred to ", " to act", "no command ", couldNot}

// untranslated calls put with each text in a file that goes on the screen as it
// is in the code: a single word where it is shown, a phrase wherever it stands.
func untranslated(f *ast.File, put func(token.Pos, string)) {
	word := func(e ast.Expr) {
		if isWord(literalText(e)) {
			put(e.Pos(), literalText(e))
		}
	}
	passed := map[ast.Expr]bool{}
	call := func(c *ast.CallExpr) {
		shows, passes := slices.Contains(showing, calledName(c.Fun)), slices.Contains(passing, calledName(c.Fun))
		for _, a := range c.Args {
			if passed[a] = shows || passes; shows {
				word(a)
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			return !slices.Contains(wordTables, n.Names[0].Name)
		case *ast.CompositeLit:
			return !isTable(n)
		case *ast.CallExpr:
			call(n)
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && slices.Contains(shown, key.Name) {
				passed[n.Value] = true
				word(n.Value)
			}
		case *ast.BasicLit:
			if words := literalText(n); isPhrase(words) && !passed[n] {
				put(n.Pos(), words)
			}
		}
		return true
	})
}

// isWord says whether a text has words in it, and is no name of a key.
func isWord(text string) bool { return englishWords.MatchString(text) && !keyName.MatchString(text) }

// isPhrase says whether a text is for a clerk to read wherever it stands.
func isPhrase(text string) bool { return twoWords.MatchString(text) && !slices.Contains(asTyped, text) }

// isTable says whether a value is lines of words that are translated where they
// are shown.
func isTable(c *ast.CompositeLit) bool {
	line := c.Type
	if of, ok := line.(*ast.ArrayType); ok {
		line = of.Elt
	}
	name, ok := line.(*ast.Ident)
	return ok && wordsAt[name.Name] != nil
}

func TestNoWordsGoPastTheTranslation(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		held++
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		untranslated(f, func(at token.Pos, words string) { t.Errorf("%s: %q is shown untranslated", set.Position(at), words) })
	}
	if held < 60 {
		t.Errorf("only %d files are held to it", held)
	}
}

func TestWordsPastTheTranslationAreFound(t *testing.T) {
	code := "package ui\nfunc f(w *Window) string {\n\tw.say(\"Done\")\n\tw.say(tr(\"Done\"))\n\tx := hint{\"Enter\", \"add the line\"}\n" +
		"\tb := widget.Block{Chip: \"Not yet\"}\n\tw.do(\"undo\")\n\treturn \"nothing is here\" + x\n}\n"
	f, err := parser.ParseFile(token.NewFileSet(), "", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	untranslated(f, func(_ token.Pos, words string) { found = append(found, words) })
	if want := []string{"Done", "Not yet", "nothing is here"}; !slices.Equal(found, want) {
		t.Errorf("found %q; want %q", found, want)
	}
}

var (
	englishWords = regexp.MustCompile(`[a-zA-Z]{3,}`)
	twoWords     = regexp.MustCompile(`[a-z]{2,} [a-z]{2,}`)
	keyName      = regexp.MustCompile(`^(Enter|Esc|Tab|Space|Insert|(Ctrl|Shift)\+\S+|\d.*)$`)
)

func TestWhatIsNotTranslatedIsEnglish(t *testing.T) {
	speaks(t, "cy")
	if got := tr("No file has these words"); got != "No file has these words" {
		t.Errorf("it reads %q", got)
	}
	if got := plural(3, "sprocket", "sprockets"); got != "3 sprockets" {
		t.Errorf("it reads %q", got)
	}
	if got := plural(1, "sprocket", "sprockets"); got != "1 sprocket" {
		t.Errorf("it reads %q", got)
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int
		want string
	}{
		{"en", 0, "0 actions"}, {"en", 1, "1 action"}, {"en", 2, "2 actions"},
		{"fr", 0, "0 action"}, {"fr", 1, "1 action"}, {"fr", 2, "2 actions"},
		{"cy", 1, "1 cam gweithredu"}, {"cy", 2, "2 gam gweithredu"}, {"cy", 5, "5 cam gweithredu"},
	} {
		speaks(t, c.tag)
		if got := plural(c.n, "action", "actions"); got != c.want {
			t.Errorf("%s: %q; want %q", c.tag, got, c.want)
		}
	}
}

func TestTheDesktopsLanguageIsSpokenUnlessAnotherIsChosen(t *testing.T) {
	t.Cleanup(func() { spoken.Store(nil) })
	for _, c := range []struct{ chosen, desktop, want string }{
		{"", "cy-GB", "Golygu"}, {"", "fr", "Édition"}, {"", "de-DE", "Edit"}, {"", "", "Edit"}, {"", "not a tag", "Edit"},
		{"en", "cy-GB", "Edit"}, {"fr", "en-GB", "Édition"}, {"xx", "fr", "Edit"},
	} {
		if err := speak(c.chosen, c.desktop); err != nil {
			t.Fatal(err)
		}
		if got := tr("Edit"); got != c.want {
			t.Errorf("%q on a desktop in %q says %q; want %q", c.chosen, c.desktop, got, c.want)
		}
	}
}
