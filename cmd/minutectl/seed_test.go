package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"minutebook/model/register"
	"minutebook/store"
)

// A year after its meeting three of its fifteen actions are completed: the
// minutes stay as they were, byte for byte, and the next meeting is offered
// those three as completed and the other twelve as open.
func TestCompletingThreeOfFifteen(t *testing.T) {
	t.Parallel()
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("MINUTEBOOK_SHARED is not set: there are no real minutes to test with")
	}
	if !filepath.IsAbs(shared) {
		shared = filepath.Join("..", "..", shared)
	}
	dir := t.TempDir()
	book := filepath.Join(dir, "book.mb")
	must := func(args ...string) {
		t.Helper()
		var out, errs bytes.Buffer
		if code := run(append([]string{"--book", book}, args...), strings.NewReader(""), &out, &errs, func(string) string { return "" }); code != 0 {
			t.Fatalf("%q: %d\n%s%s", args, code, out.String(), errs.String())
		}
	}
	must("init")
	must("minute", filepath.Join(shared, "seeds", "2022-06-24.minutes"))
	formats := []string{".docx", ".html", ".txt", ".md", ".minutes"}
	export := func(name string) (files [][]byte) {
		t.Helper()
		for _, ext := range formats {
			path := filepath.Join(dir, name+ext)
			must("export", "2022-06-24", path, "--audience", "full")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, data)
		}
		return files
	}
	before := export("before")
	done := []int{2, 7, 14}
	for _, n := range done {
		must("action", "2022-06-24", strconv.Itoa(n), "complete", "--on", "1 September 2022", "--note", "Report received")
	}
	for i, after := range export("after") {
		if !bytes.Equal(before[i], after) {
			t.Errorf("the %s file is another", formats[i])
		}
	}
	b, err := store.Open(book, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	meetings, err := b.Meetings()
	if err != nil {
		t.Fatal(err)
	}
	actions, err := b.Actions()
	if err != nil {
		t.Fatal(err)
	}
	offer := register.Since(actions, meetings[0])
	if got := numbersOf(offer.Completed); !slices.Equal(got, done) {
		t.Errorf("offered as completed: %v", got)
	}
	if got := numbersOf(offer.Open); !slices.Equal(got, []int{1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15}) {
		t.Errorf("offered as open: %v", got)
	}
}

func numbersOf(actions []register.Action) []int {
	var numbers []int
	for _, a := range actions {
		numbers = append(numbers, a.Number)
	}
	return numbers
}
