package minutes

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// fieldNames are the names in the file of all fields of a type.
func fieldNames(of reflect.Type) []string {
	var names []string
	if of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		return fieldNames(of.Elem())
	}
	if of.Kind() == reflect.Struct {
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			names = append(append(names, name), fieldNames(of.Field(i).Type)...)
		}
	}
	return names
}

// The page about house styles has every field of the file, every name that a
// pattern may use and every choice, and its example is a style.
func TestStylesAreDescribed(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/styles.md")
	if err != nil {
		t.Fatal(err)
	}
	s, err := LoadStyle("council")
	if err != nil {
		t.Fatal(err)
	}
	want := slices.Concat(fieldNames(reflect.TypeFor[Style]()), Manners, Groupings, ActionWays, VoteWays, StyleNames())
	for _, f := range s.fields() {
		for _, name := range f.names {
			if !strings.HasSuffix(f.name, "."+name) { // those that are called like their field
				want = append(want, "{"+name+"}")
			}
		}
	}
	for _, name := range want {
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("docs/styles.md does not tell of %s", name)
		}
	}
	_, example, _ := strings.Cut(string(page), "```json\n")
	example, _, _ = strings.Cut(example, "```")
	if err := json.Unmarshal([]byte(example), &s); err != nil {
		t.Fatal(err)
	}
	if s.Name != "kelpness" || s.Actions != ActionsLog || s.check() != nil {
		t.Errorf("the example gives the style %q: %v", s.Name, s.check())
	}
}
