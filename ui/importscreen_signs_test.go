package ui

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// signsAt are the words in the code of the recogniser by which a guess is made.
func signsAt(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		if slices.Contains([]string{"take", "drop", "labels"}, calledName(n.Fun)) && len(n.Args) > 1 {
			return n.Args[len(n.Args)-1:]
		}
	case *ast.ValueSpec:
		if name := n.Names[0].Name; strings.HasPrefix(name, "sign") && name != "signs" {
			return n.Values
		}
	case *ast.AssignStmt:
		if to, ok := n.Lhs[0].(*ast.Ident); ok && to.Name == "why" {
			return n.Rhs
		}
	}
	return nil
}

// Every sign that a line may be guessed by has words that are translated.
func TestSignsHaveWords(t *testing.T) {
	seen := 0
	inspected(t, "../model/minutes/recognise", func(n ast.Node) {
		for _, e := range signsAt(n) {
			if sum, ok := e.(*ast.BinaryExpr); ok {
				e = sum.X
			}
			sign := literalText(e)
			if sign == "" || sign == "words" || sign == "you said so" {
				continue
			}
			seen++
			if signWords(sign+"X") == sign+"X" && signNames[sign] == "" {
				t.Errorf("the sign %q has no words on the screen", sign)
			}
		}
	})
	if seen < 40 {
		t.Errorf("only %d signs were seen", seen)
	}
}

// Words of the file that are in a sign stay as they are; counts stay beside the
// signs of a house style.
func TestSignWords(t *testing.T) {
	for sign, want := range map[string]string{
		"asterisk":                 "an asterisk",
		"label Action:":            "the label “Action:”",
		"column Who":               "the column “Who”",
		"list under What is to do": "the list “What is to do”",
		"number n.":                "its number",
	} {
		if got := signWords(sign); got != want {
			t.Errorf("%s is %q, want %q", sign, got, want)
		}
	}
	if got := styleSigns("paragraphs with numbers (12), RESOLVED (3)"); got != "numbered paragraphs (12), RESOLVED (3)" {
		t.Errorf("the signs of a style are %q", got)
	}
	if got := fileWords("3 pictures were left out: only words are taken in."); got != "3 pictures were left out: only words are taken in." {
		t.Errorf("of a file is said %q", got)
	}
}
