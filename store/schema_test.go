package store

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// TestDrawing compares the drawing of the book with a book that holds
// something of everything.
func TestDrawing(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(model.Batch{
		Meetings: []model.Save[model.Meeting]{{Value: m}},
		Bodies:   []model.Save[model.Body]{{Value: model.Body{ID: "b1", Name: "Trust"}}},
		People:   []model.Save[model.Person]{{Value: model.Person{ID: "p1", Name: "Zo\u00eb"}}},
		Styles:   []model.Save[model.HouseStyle]{{Value: model.HouseStyle{ID: "harbour", Name: "Harbour", File: []byte(`{"name":"Harbour"}`)}}},
		Events:   []model.Event{{Meeting: "m1", Action: "m1-e1", State: model.Complete}},
		Files:    []model.File{model.NewFile("minutes.docx", []byte("words"))},
	}))
	_, seal, err := model.SealMeeting(model.Meeting{ID: "m0", BodyID: "b1", State: model.Approved}, nil, "")
	must(t, err)
	must(t, b.Commit(model.Batch{Seals: []model.Seal{seal}}))
	must(t, b.Commit(save(changed(t, m, "Other words."), 1)))
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: "half"}))
	must(t, b.KeepClerk(model.Clerk{Words: []string{"pilotage"}}))
	must(t, b.KeepWritten(model.WroteFile("/home/clerk/a.docx", []byte("words"), "2026-05-04T10:00:00Z")))

	names := map[string]string{
		"bodies": "<body>", "people": "<person>", "styles": "<style>", "meetings": "<meeting>", "drafts": "<meeting>", "written": "<path>", "revisions": "<meeting>.<rev>",
		"ledger": "<meeting>.<action>.<n>", "sealed": "<body>.<n>", "files": "<sha256>", "index/meetings": "<meeting>", "index/brief": "<meeting>", "index/register": "<meeting>", "index/lines": "<meeting>", "index/said": "<meeting>", "index/words": "<word>",
	}
	var dumped []string
	must(t, b.view(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bbolt.Bucket) error {
			return dump(bucket, string(name), names, &dumped)
		})
	}))
	slices.Sort(dumped)
	drawn := drawnPaths(Drawing)
	slices.Sort(drawn)
	if !slices.Equal(slices.Compact(dumped), drawn) {
		t.Errorf("the book is\n%s\nand drawn as\n%s", strings.Join(dumped, "\n"), strings.Join(drawn, "\n"))
	}
}

// dump notes the path of every bucket and key, with names in the place of
// keys that stand for things, and as many parts as the key has.
func dump(bucket *bbolt.Bucket, path string, names map[string]string, into *[]string) error {
	*into = append(*into, path+"/")
	return bucket.ForEach(func(k, v []byte) error {
		inner := path + "/" + string(k)
		if v == nil {
			return dump(bucket.Bucket(k), inner, names, into)
		}
		if name, ok := names[path]; ok {
			inner = path + "/" + name
			if bytes.Count(k, []byte{0}) < strings.Count(name, ".") {
				inner += " with fewer parts"
			}
		}
		*into = append(*into, inner)
		return nil
	})
}

// drawnPaths are the paths in a drawing that is indented by two spaces.
func drawnPaths(drawing string) []string {
	var paths, above []string
	for _, line := range strings.Split(strings.Trim(drawing, "\n"), "\n") {
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		name, _, _ := strings.Cut(strings.TrimSpace(line), ":")
		above = append(above[:depth], strings.TrimSuffix(name, "/"))
		path := strings.Join(above, "/")
		if strings.HasSuffix(name, "/") {
			path += "/"
		}
		paths = append(paths, path)
	}
	return paths
}

func TestPathOfEverySystem(t *testing.T) {
	t.Parallel()
	env := func(pairs map[string]string) func(string) string {
		return func(name string) string { return pairs[name] }
	}
	for _, c := range []struct {
		system, home string
		env          map[string]string
		want         string
	}{
		{"linux", "/home/ann", nil, "/home/ann/.local/share/minutebook"},
		{"linux", "/home/ann", map[string]string{"XDG_DATA_HOME": "/data"}, "/data/minutebook"},
		{"linux", "/home/ann", map[string]string{"XDG_DATA_HOME": "data"}, "/home/ann/.local/share/minutebook"},
		{"linux", "", map[string]string{"XDG_DATA_HOME": "/data"}, "/data/minutebook"},
		{"linux", "", nil, ""},
		{"darwin", "/Users/ann", map[string]string{"XDG_DATA_HOME": "/data"}, "/Users/ann/Library/Application Support/Minutebook"},
		{"windows", "/ann", map[string]string{"LocalAppData": "/ann/local"}, "/ann/local/Minutebook"},
		{"windows", "/ann", nil, "/ann/AppData/Local/Minutebook"},
		{"windows", "", nil, ""},
	} {
		got, ok := dataFolder(c.system, c.home, env(c.env))
		if ok != (c.want != "") || ok && strings.ReplaceAll(got, `\`, "/") != c.want {
			t.Errorf("%s %q %v: %q, %v; want %q", c.system, c.home, c.env, got, ok, c.want)
		}
	}
	if path, err := DefaultPath(); err == nil && !strings.HasSuffix(path, FileName) {
		t.Errorf("the default path is %s", path)
	}
}
