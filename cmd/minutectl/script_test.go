package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"minutebook/model"
	"minutebook/store"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"minutectl": main})
}

// Each script under testdata/script is one story told at the command line.
func TestStories(t *testing.T) {
	t.Parallel()
	runScripts(t, testscript.Params{Dir: "testdata/script"})
}

// Three meetings of a body over a year, from the first draft to the third.
func TestStoryOfAYear(t *testing.T) {
	t.Parallel()
	runScripts(t, testscript.Params{Files: []string{"testdata/story.txtar"}})
}

func runScripts(t *testing.T, params testscript.Params) {
	t.Helper()
	schemas, err := filepath.Abs("../../docs/schema")
	if err != nil {
		t.Fatal(err)
	}
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared != "" && !filepath.IsAbs(shared) {
		shared = filepath.Join("..", "..", shared)
		if shared, err = filepath.Abs(shared); err != nil {
			t.Fatal(err)
		}
	}
	params.Setup = func(env *testscript.Env) error {
		env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
		env.Setenv("SCHEMAS", schemas)
		// Under the race detector every program would wait a second at its end.
		env.Setenv("GORACE", "atexit_sleep_ms=0")
		env.Setenv("MINUTEBOOK_SHARED", shared)
		return nil
	}
	params.Condition = func(name string) (bool, error) {
		if name == "shared" {
			return shared != "", nil
		}
		return false, errors.New("there is no condition " + name)
	}
	params.Cmds = map[string]func(*testscript.TestScript, bool, []string){
		"code":   code,
		"mode":   mode,
		"flip":   flip,
		"swap":   swap,
		"cut":    cut,
		"newer":  newer,
		"hold":   hold,
		"schema": schema,
		"valid":  valid,
		"odd":    odd,
		"noise":  noise,
		"unzip":  unzip,
		"cmpzip": cmpzip,
		"mask":   mask,
		"join":   join,
		"retype": retype,
	}
	testscript.Run(t, params)
}

// made is what differs from one run to the next: identities and moments in a
// calendar, and sums, which are over identities.
var made = regexp.MustCompile(`(?m)^((?:UID|DTSTAMP|LAST-MODIFIED|CREATED):).*?(\r?)$|(Seal \d+:)(\s)[0-9a-f]{4}(\s)[0-9a-f]{4}(\s)[0-9a-f]{4}`)

// mask FILE takes what differs from one run to the next out of a file.
func mask(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(data []byte) []byte {
		return bytes.ReplaceAll(made.ReplaceAll(data, []byte("${1}${2}${3}")), []byte("\r\n"), []byte("\n"))
	})
}

// join FILE FILES... writes one file of the words of several.
func join(ts *testscript.TestScript, _ bool, args []string) {
	var all []byte
	for _, file := range args[1:] {
		all = append(all, ts.ReadFile(file)...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), all, 0o600))
}

// code N COMMAND... runs minutectl, which must end with exit code N. What it
// writes goes to files called out and err.
func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("minutectl", args[1:]...); err != nil {
		var exit interface{ ExitCode() int }
		if !errors.As(err, &exit) {
			ts.Fatalf("cannot run minutectl: %v", err)
		}
		got = exit.ExitCode()
	}
	out, said := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	if want != 0 && said == "" {
		ts.Fatalf("nothing is said of what went wrong")
	}
	if strings.Contains(out+said, "goroutine ") || strings.Contains(out+said, "panic:") {
		ts.Fatalf("the program crashed")
	}
	ts.Check(os.WriteFile(ts.MkAbs("out"), []byte(out), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("err"), []byte(said), 0o600))
}

// mode FILE PERMISSIONS checks a file's permissions, octal.
func mode(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[1] {
		ts.Fatalf("%s has permissions %s, want %s", args[0], got, args[1])
	}
}

// change rewrites a file.
func change(ts *testscript.TestScript, file string, edit func([]byte) []byte) {
	data, err := os.ReadFile(ts.MkAbs(file))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(file), edit(data), 0o600))
}

// swap FILE WORDS OTHERS puts other words in the place of words that must be
// there.
func swap(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(data []byte) []byte {
		if !bytes.Contains(data, []byte(args[1])) {
			ts.Fatalf("%s has no %q", args[0], args[1])
		}
		return bytes.ReplaceAll(data, []byte(args[1]), []byte(args[2]))
	})
}

// flip FILE WORDS changes one letter in every place where the words stand.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(data []byte) []byte {
		words := []byte(args[1])
		if !bytes.Contains(data, words) {
			ts.Fatalf("%s does not have %q", args[0], args[1])
		}
		other := bytes.Clone(words)
		other[1] ^= 0x01
		return bytes.ReplaceAll(data, words, other)
	})
}

// cut FILE N leaves only the first N bytes.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	change(ts, args[0], func(data []byte) []byte { return data[:min(n, len(data))] })
}

// newer FILE makes a book say that it is of a later format.
func newer(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(data []byte) []byte {
		if !bytes.Contains(data, []byte("format1")) {
			ts.Fatalf("%s says no format", args[0])
		}
		return bytes.ReplaceAll(data, []byte("format1"), []byte("format9"))
	})
}

// hold FILE opens a book, as the window would, until the story ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	book, err := store.Open(ts.MkAbs(args[0]), store.Options{Program: "minutebook", Now: time.Now, NewID: func() model.ID { return "held" }})
	ts.Check(err)
	ts.Defer(func() { ts.Check(book.Close()) })
}

// schema NAME FILE checks a JSON file against docs/schema/NAME.schema.json.
func schema(ts *testscript.TestScript, neg bool, args []string) {
	s, err := jsonschema.NewCompiler().Compile(filepath.Join(ts.Getenv("SCHEMAS"), args[0]+".schema.json"))
	ts.Check(err)
	data, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	if err := s.Validate(data); (err != nil) != neg {
		ts.Fatalf("%s against %s: %v", args[1], args[0], err)
	}
}

// valid FILE... checks that documents are well-formed: UTF-8, and JSON or the
// parts of a package where they are such.
func valid(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		data, err := os.ReadFile(ts.MkAbs(name))
		ts.Check(err)
		if len(data) == 0 {
			ts.Fatalf("%s is empty", name)
		}
		switch filepath.Ext(name) {
		case ".docx", ".xlsx":
			ts.Check(validPackage(data))
		case ".json":
			ts.Check(json.Unmarshal(data, new(any)))
			fallthrough
		default:
			if !utf8.Valid(data) || bytes.ContainsAny(data, "\x00\x07\x1b") {
				ts.Fatalf("%s is not clean text", name)
			}
		}
	}
}

func validPackage(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, part := range z.File {
		if ext := filepath.Ext(part.Name); ext != ".xml" && ext != ".rels" {
			continue
		}
		if err := wellFormed(part); err != nil {
			return errors.Join(errors.New(part.Name), err)
		}
	}
	return nil
}

func wellFormed(part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	d := xml.NewDecoder(r)
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return r.Close()
		} else if err != nil {
			return errors.Join(err, r.Close())
		}
	}
}

// odd FILE writes a script with words that disturb programs.
func odd(ts *testscript.TestScript, _ bool, args []string) {
	lines := []string{
		"/body Odd Words Panel", "/date 3 March 2026", "", "# Odd words",
		"A bell \x07, an escape \x1b[31m, a nought \x00 and a delete \x7f.",
		"Not UTF-8: \xff\xfe \xc3( and a half \xe2\x82.",
		"Right to left: שלום עולם and مرحبا, turned \u202eround\u202c.",
		"Emoji: 🎉 👩🏽‍⚖️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿; not a character: \ufffe.",
		"]]> <script>alert(1)</script> & &amp; {{.}} <!-- --> =1+1",
		"a: " + strings.Repeat("long ", 20000) + "words",
		"d: " + strings.Repeat("x", 100000),
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(lines, "\n")+"\n"), 0o600))
}

// noise FILE N writes N bytes that mean nothing, always the same.
func noise(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	data := make([]byte, n)
	state := uint32(1)
	for i := range data {
		state = state*1664525 + 1013904223
		data[i] = byte(state >> 24)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}
