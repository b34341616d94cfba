package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	module = "minutebook"
	bbolt  = "go.etcd.io/bbolt"
	godocx = "github.com/gomutex/godocx"
	xtext  = "golang.org/x/text"
	fyne   = "fyne.io/fyne/v2"

	excelize = "github.com/xuri/excelize"
)

// may says what the packages of a folder may import: a folder of this module, another module's path, or
// "std" for the standard library. A path stands for everything below it too. The deepest folder that holds
// a package speaks for it. A package in none of them breaks the rules; cmd, in none, is free.
var may = map[string][]string{
	"assets":             {"embed"},
	"model":              {"std", "model", xtext},
	"model/minutes":      {"std", "model", "assets", xtext},
	"model/minutes/docx": {"std", "model", "assets", xtext, godocx},
	"model/minutes/xlsx": {"std", "model", xtext, excelize},
	"model/minutes/read": {"std", "model", xtext, "golang.org/x/net/html", "github.com/yuin/goldmark"},
	"store":              {"std", "model", bbolt},
	"ui":                 {"std", "ui", "model", "assets", fyne, xtext},
}

// home says where alone a path may be named, by tests too, and where alone a library may bring it in. cmd is home to all.
var home = map[string]string{
	bbolt:         "store",
	godocx:        "model/minutes/docx",
	excelize:      "model/minutes/xlsx",
	fyne:          "ui",
	fyne + "/app": "cmd",
	"store":       "store",
	"cmd":         "cmd",
}

// listed is what `go list -json` says of a package.
type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
	Error        *struct{ Err string }
}

// breaches returns a sentence for each import rule that the package breaks. libraries gives, for each
// package outside the module, everything that it brings in.
func breaches(p listed, libraries map[string][]string) []string {
	folder := local(p.ImportPath)
	if under(folder, "cmd") {
		return nil
	}
	part, allowed := speaks(folder)
	if part == "" {
		return []string{fmt.Sprintf("%s is in none of the folders that hold packages", folder)}
	}
	var found []string
	for _, path := range p.Imports {
		if !slices.ContainsFunc(allowed, func(a string) bool { return a == "std" && standard(path) || under(local(path), a) }) {
			found = append(found, fmt.Sprintf("%s imports %s; %s may import %s", folder, local(path), part, strings.Join(allowed, ", ")))
		}
		for _, brought := range libraries[path] {
			if h := homeless(folder, brought); h != "" {
				found = append(found, fmt.Sprintf("%s imports %s, which brings in %s, for %s only", folder, path, brought, h))
			}
		}
	}
	for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
		if h := homeless(folder, local(path)); h != "" {
			found = append(found, fmt.Sprintf("%s or its tests import %s, for %s only", folder, local(path), h))
		}
	}
	return found
}

// speaks returns the deepest folder of the rules that holds the given one, and what it may import.
func speaks(folder string) (part string, allowed []string) {
	for f, a := range may {
		if under(folder, f) && len(f) > len(part) {
			part, allowed = f, a
		}
	}
	return part, allowed
}

// homeless returns the only folder that may use the path, or "" where the given folder may.
func homeless(folder, path string) string {
	deepest := ""
	for exclusive := range home {
		if under(path, exclusive) && len(exclusive) > len(deepest) {
			deepest = exclusive
		}
	}
	if deepest == "" || under(folder, home[deepest]) {
		return ""
	}
	return home[deepest]
}

// local returns the folder of one of this module's packages, and any other import path as it is.
func local(path string) string {
	return strings.TrimPrefix(path, module+"/")
}

// standard tells whether an import path is the standard library's: not this module's, and with no host in it.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return first != module && first != "C" && !strings.Contains(first, ".")
}

// under tells whether a path is a folder or below it.
func under(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func TestImportRules(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	touch(t, root)
	for _, system := range []string{"linux", "windows", "darwin"} {
		t.Run(system, func(t *testing.T) {
			t.Parallel()
			ours, libraries := list(t, root, system)
			for _, p := range ours {
				if p.Error != nil {
					t.Errorf("%s: %s", p.ImportPath, p.Error.Err)
				}
				for _, breach := range breaches(p, libraries) {
					t.Error(breach)
				}
			}
			seen := func(folder string) bool {
				return slices.ContainsFunc(ours, func(p listed) bool { return local(p.ImportPath) == folder })
			}
			for _, folder := range []string{"assets", "model", "store", "ui", "cmd/minutectl"} {
				if !seen(folder) {
					t.Errorf("go list did not name %s", folder)
				}
			}
		})
	}
}

// list returns the module's packages as they are on an operating system, and everything that each other package brings in.
func list(t *testing.T, root, system string) (ours []listed, libraries map[string][]string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-deps", "-tags=x11,no_animations,migrated_fynedo",
		"-json=ImportPath,Imports,TestImports,XTestImports,Deps,Error", "./...")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &complaints)
	}
	libraries = map[string][]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return ours, libraries
		} else if err != nil {
			t.Fatalf("what go list wrote: %v", err)
		}
		if under(p.ImportPath, module) {
			ours = append(ours, p)
		} else {
			libraries[p.ImportPath] = p.Deps
		}
	}
}

// touch looks at every folder of source, so that go test does not answer from its cache when one has changed.
func touch(t *testing.T, root string) {
	t.Helper()
	for _, part := range []string{"assets", "cmd", "model", "store", "ui"} {
		err := filepath.WalkDir(filepath.Join(root, part), func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestBreaches(t *testing.T) {
	t.Parallel()
	libraries := map[string][]string{
		"fyne.io/fyne/v2/widget": {"image/color", "fyne.io/fyne/v2"},
		"fyne.io/fyne/v2/dialog": {"fyne.io/fyne/v2/app"},
	}
	for name, c := range map[string]struct {
		pack listed
		want string // part of the one breach; "" for none
	}{
		"model, standard library": {pack: listed{ImportPath: "minutebook/model", Imports: []string{"encoding/json", "golang.org/x/text/unicode/norm"}}},
		"model, store":            {pack: listed{ImportPath: "minutebook/model", Imports: []string{"minutebook/store"}}, want: "model imports store; model may"},
		"model, assets":           {pack: listed{ImportPath: "minutebook/model", Imports: []string{"minutebook/assets"}}, want: "model imports assets"},
		"model, a library":        {pack: listed{ImportPath: "minutebook/model/quick", Imports: []string{"golang.org/x/net/html"}}, want: "model/quick imports golang.org/x/net/html"},
		"model, a stray folder":   {pack: listed{ImportPath: "minutebook/model", Imports: []string{"minutebook/util"}}, want: "model imports util"},
		"model, C":                {pack: listed{ImportPath: "minutebook/model", Imports: []string{"C"}}, want: "model imports C"},
		"model, test library":     {pack: listed{ImportPath: "minutebook/model", TestImports: []string{"pgregory.net/rapid"}}},
		"model, test of store":    {pack: listed{ImportPath: "minutebook/model", XTestImports: []string{"minutebook/store"}}, want: "for store only"},
		"minutes, assets":         {pack: listed{ImportPath: "minutebook/model/minutes", Imports: []string{"minutebook/assets", "minutebook/model"}}},
		"minutes, godocx":         {pack: listed{ImportPath: "minutebook/model/minutes/html", Imports: []string{"github.com/gomutex/godocx"}}, want: "model/minutes may import"},
		"docx, godocx":            {pack: listed{ImportPath: "minutebook/model/minutes/docx", Imports: []string{"github.com/gomutex/godocx/docx"}}},
		"xlsx, excelize":          {pack: listed{ImportPath: "minutebook/model/minutes/xlsx", Imports: []string{"github.com/xuri/excelize/v2"}}},
		"html, excelize":          {pack: listed{ImportPath: "minutebook/model/minutes/html", Imports: []string{"github.com/xuri/excelize/v2"}}, want: "for model/minutes/xlsx only"},
		"assets, embed":           {pack: listed{ImportPath: "minutebook/assets", Imports: []string{"embed"}}},
		"assets, fmt":             {pack: listed{ImportPath: "minutebook/assets", Imports: []string{"fmt"}}, want: "assets may import embed"},
		"store, bbolt":            {pack: listed{ImportPath: "minutebook/store", Imports: []string{"go.etcd.io/bbolt", "minutebook/model", "os"}}},
		"store, ui":               {pack: listed{ImportPath: "minutebook/store", Imports: []string{"minutebook/ui"}}, want: "store imports ui"},
		"ui, widgets":             {pack: listed{ImportPath: "minutebook/ui", Imports: []string{"fyne.io/fyne/v2/widget", "minutebook/ui/widget", "minutebook/model/quick"}}},
		"ui, store":               {pack: listed{ImportPath: "minutebook/ui", Imports: []string{"minutebook/store"}}, want: "ui imports store"},
		"ui, bbolt":               {pack: listed{ImportPath: "minutebook/ui/widget", Imports: []string{"go.etcd.io/bbolt"}}, want: "ui/widget imports go.etcd.io/bbolt"},
		"ui, app":                 {pack: listed{ImportPath: "minutebook/ui", Imports: []string{"fyne.io/fyne/v2/app"}}, want: "fyne.io/fyne/v2/app, for cmd only"},
		"ui, app by a test":       {pack: listed{ImportPath: "minutebook/ui", TestImports: []string{"fyne.io/fyne/v2/app"}}, want: "fyne.io/fyne/v2/app, for cmd only"},
		"ui, app by a library":    {pack: listed{ImportPath: "minutebook/ui", Imports: []string{"fyne.io/fyne/v2/dialog"}}, want: "brings in fyne.io/fyne/v2/app"},
		"ui, a name alike":        {pack: listed{ImportPath: "minutebook/uix"}, want: "uix is in none"},
		"ui, cmd":                 {pack: listed{ImportPath: "minutebook/ui", XTestImports: []string{"minutebook/cmd/minutectl"}}, want: "for cmd only"},
		"cmd, everything":         {pack: listed{ImportPath: "minutebook/cmd/minutebook", Imports: []string{"fyne.io/fyne/v2/app", "minutebook/store", "go.etcd.io/bbolt"}}},
		"another folder":          {pack: listed{ImportPath: "minutebook/util"}, want: "util is in none"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := strings.Join(breaches(c.pack, libraries), "\n")
			if c.want == "" && got != "" {
				t.Errorf("breaches: %s; want none", got)
			}
			if !strings.Contains(got, c.want) {
				t.Errorf("breaches: %q; want one with %q", got, c.want)
			}
		})
	}
}
