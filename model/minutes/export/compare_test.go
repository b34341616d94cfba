package export

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
)

func comparison(t *testing.T, earlier, later model.Meeting, a minutes.Audience) Comparison {
	t.Helper()
	return Comparison{Input: compare.Input{Earlier: earlier, Later: later, Style: input(t, later, a).Style, Audience: a}, Names: [2]string{"17 March", "now"}}
}

func TestCompareWritesEveryFormat(t *testing.T) {
	t.Parallel()
	before := meeting(t, script)
	after := meeting(t, strings.Replace(script, "noted the report", "noted the annual report", 1))
	for _, ext := range ComparisonFormats() {
		for _, list := range []bool{false, true} {
			in := comparison(t, before, after, minutes.Full)
			in.List = list
			data, err := Compare(ext, in)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Compare(strings.ToUpper(ext), in)
			if err != nil || !bytes.Equal(data, again) {
				t.Errorf("%s is not made twice the same: %v", ext, err)
			}
			words := seen(ext, data)
			if !strings.Contains(words, "annual") || strings.Contains(words, "zanzibarprivate") {
				t.Errorf("%s says %s", ext, words)
			}
			if listed := strings.Contains(words, "1 change"); listed != (list || ext != ".docx") {
				t.Errorf("%s, asked for a list %t, is one: %t", ext, list, listed)
			}
		}
	}
	if _, err := Compare(".json", comparison(t, before, after, minutes.Full)); !errors.As(err, new(*NoComparison)) {
		t.Errorf("the error is %v", err)
	}
	if _, err := Compare(".docx", comparison(t, before, after, minutes.Unsaid)); !errors.As(err, new(*NeedsAudience)) {
		t.Errorf("the error is %v", err)
	}
}

// What either version withholds is in no public comparison, whichever of the
// two it is restricted in.
func TestComparePublicly(t *testing.T) {
	t.Parallel()
	restricted := meeting(t, script)
	open := meeting(t, strings.NewReplacer("/restricted commercially sensitive\n", "", "/unrestricted\n", "").Replace(script))
	reworded := meeting(t, strings.Replace(script, "from Quillonbrook was 4,917,233", "from Quillonbrook had been 5,028,344", 1))
	for name, pair := range map[string][2]model.Meeting{"tightened": {open, restricted}, "both": {restricted, reworded}} {
		for _, ext := range ComparisonFormats() {
			data, err := Compare(ext, comparison(t, pair[0], pair[1], minutes.Public))
			if err != nil {
				t.Fatalf("%s, %s: %v", name, ext, err)
			}
			for _, secret := range []string{"quillonbrook", "4917233", "5028344", "zanzibarprivate"} {
				if strings.Contains(seen(ext, data), secret) {
					t.Errorf("%s, %s says %s", name, ext, secret)
				}
			}
		}
	}
	data, err := Compare(".txt", comparison(t, restricted, open, minutes.Public))
	if err != nil || !strings.Contains(string(data), "Quillonbrook") {
		t.Errorf("what is public now is not told: %v, %s", err, data)
	}
}

// Words withheld of an entry now are withheld of it as it was too, also where
// it said them otherwise.
func TestCompareWithholdsPhrases(t *testing.T) {
	t.Parallel()
	before := meeting(t, strings.Replace(script, "noted the report", "noted the report of Brindlewick", 1))
	after := meeting(t, strings.Replace(script, "noted the report", "noted the report of Brindlewick and Sons", 1))
	for i, e := range after.Items[0].Entries {
		if strings.Contains(e.Text, "Brindlewick") {
			after.Items[0].Entries[i].Withheld = []model.Phrase{{Words: "Brindlewick and Sons", Restriction: model.Restriction{Reason: "personal"}}}
		}
	}
	for _, ext := range ComparisonFormats() {
		for audience, want := range map[minutes.Audience]bool{minutes.Public: false, minutes.Full: true} {
			data, err := Compare(ext, comparison(t, before, after, audience))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(seen(ext, data), "brindlewick") != want {
				t.Errorf("%s, audience %d: says Brindlewick: %t", ext, audience, !want)
			}
		}
	}
}

// A phrase that is restricted now may not come in by a copy of it that the
// earlier version had elsewhere.
func TestCompareRefusesPhrasesThatAreRestrictedNow(t *testing.T) {
	t.Parallel()
	before := meeting(t, script+"\nIt was said that the tender from Quillonbrook was 4,917,233 pounds and no more than that, which surprised all.\n")
	for _, ext := range ComparisonFormats() {
		_, err := Compare(ext, comparison(t, before, meeting(t, script), minutes.Public))
		var leak *Leak
		if !errors.As(err, &leak) || leak.Place != "item 1" {
			t.Errorf("%s: the error is %v", ext, err)
		}
	}
}

// What a clerk called a file may say what its readers may not see; the folder
// it lies in stands nowhere.
func TestCompareSearchesTheNamesOfFiles(t *testing.T) {
	t.Parallel()
	before, after := meeting(t, strings.Replace(script, "noted the report", "noted a report", 1)), meeting(t, script)
	for name, want := range map[string]string{"draft.json": "", "/Quillonbrook/draft.json": "", "Quillonbrook tender.json": "item 1", "4917233.minutes": "item 1"} {
		for _, ext := range []string{".html", ".txt"} {
			in := comparison(t, before, after, minutes.Public)
			in.Files[0], in.Names[0] = name, name
			data, err := Compare(ext, in)
			var leak *Leak
			if refused := errors.As(err, &leak); refused != (want != "") || refused && leak.Place != want {
				t.Errorf("from %s to %s: %v", name, ext, err)
			}
			if words := seen(ext, data); err == nil && (strings.Contains(words, "quillonbrook") || !strings.Contains(words, "draft")) {
				t.Errorf("from %s: %s says %s", name, ext, words)
			}
			in.Files[0], in.Names[0], in.Name = "", "17 March", filepath.Base(name)
			if _, err = Compare(ext, in); errors.As(err, &leak) != (want != "") || want != "" && leak.Part != NameOfFile {
				t.Errorf("to a file called %s: %v", name, err)
			}
		}
	}
}

func TestReadVersion(t *testing.T) {
	t.Parallel()
	m := meeting(t, script)
	for _, ext := range []string{".json", ".minutes"} {
		in := input(t, m, minutes.Full)
		in.Private = true
		data, err := Bytes(ext, in)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadVersion("copy"+strings.ToUpper(ext), data, "file")
		if err != nil {
			t.Fatal(err)
		}
		changes, err := compare.Changes(comparison(t, got, m, minutes.Full).Input)
		if err != nil || len(changes) > 0 {
			t.Errorf("%s differs from what was written: %v, %v", ext, changes, err)
		}
	}
	if _, err := ReadVersion("/there/edited.docx", nil, "file"); !errors.As(err, new(*NoVersion)) || !strings.Contains(err.Error(), "edited.docx") || !strings.Contains(err.Error(), ".json or a .minutes") {
		t.Errorf("the error is %v", err)
	}
	if _, err := ReadVersion("bad.json", []byte("{"), "file"); err == nil {
		t.Error("what is no meeting is read")
	}
}
