package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/ziptest"
)

// record is an invented record of a book.
func record(in string, rev int, body string, key ...string) model.Record {
	return model.Record{In: in, Key: key, Rev: rev, Body: json.RawMessage(body)}
}

func records() []model.Record {
	file := model.NewFile("minutes.docx", []byte("words <&> \u2028"))
	body, _ := encode(file)
	revision := record(model.InRevisions, 1, `{"id":"m1"}`, "m1", "1")
	revision.Until, revision.Last = "2026-05-04T10:00:00Z", true
	return []model.Record{
		record(model.InBodies, 2, `{"id":"b1","name":"Harbour <&> Trust","unknown":1.50}`, "b1"),
		record(model.InPeople, 0, `{"id":"p1"}`, "p1"), record(model.InPeople, 0, `{"id":"p2"}`, "p2"),
		record(model.InMeetings, 7, `{"id":"m1","text":"a\u2028b"}`, "m1"), record(model.InMeetings, 1, `{"id":"m2"}`, "m2"),
		revision,
		record(model.InLedger, 0, `{"note":"x"}`, "m1", "a", "1"),
		record(model.InFiles, 0, strings.TrimSpace(string(body)), file.SHA256),
	}
}

func written(t *testing.T, public bool) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, "2026-11-22T10:00:00Z", "a test", public)
	must(t, w.Public("meetings/trust-2026-05-04/trust-2026-05-04.txt", []byte("Public words."), "meetings"))
	must(t, w.Restricted("meetings/trust-2026-05-04/trust-2026-05-04.txt", []byte("Secret words."), "meetings with restricted parts"))
	for _, r := range records() {
		must(t, w.Record(r, "trust-"+r.Key[0]))
	}
	must(t, w.Close())
	return b.Bytes()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func opened(data []byte) (*Reader, error) { return Open(bytes.NewReader(data), int64(len(data))) }

func TestRecordsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	data := written(t, false)
	if !bytes.Equal(data, written(t, false)) {
		t.Error("the same book gives two archives")
	}
	r, err := opened(data)
	must(t, err)
	must(t, r.Check())
	var got []model.Record
	must(t, r.Records(func(one model.Record) error { got = append(got, one); return nil }))
	want := records()
	slices.SortStableFunc(got, func(a, b model.Record) int { return strings.Compare(a.In, b.In) })
	slices.SortStableFunc(want, func(a, b model.Record) int { return strings.Compare(a.In, b.In) })
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %s\nwant %s", shown(got), shown(want))
	}
	if r.Public.Counts["meetings"] != 1 || r.Restricted.Counts[model.InPeople] != 2 {
		t.Errorf("it counts %v and %v", r.Public.Counts, r.Restricted.Counts)
	}
}

func shown(records []model.Record) string {
	var b strings.Builder
	for _, r := range records {
		fmt.Fprintf(&b, "\n  %s %v %d %s %v %v", r.In, r.Key, r.Rev, r.Body, r.Until, r.Last)
	}
	return b.String()
}

func TestPublicArchiveHasNothingRestricted(t *testing.T) {
	t.Parallel()
	whole, public := written(t, false), written(t, true)
	r, err := opened(public)
	must(t, err)
	must(t, r.Check())
	var none *PublicOnly
	if err := r.Records(func(model.Record) error { return nil }); !errors.As(err, &none) {
		t.Errorf("a book is made of it: %v", err)
	}
	// It is the whole one without the folder restricted/, byte for byte.
	without := changed(t, whole, func(name string, data []byte) (string, []byte) {
		if strings.HasPrefix(name, "restricted/") {
			return "", nil
		}
		return name, data
	})
	if !reflect.DeepEqual(ziptest.Parts(t, without), ziptest.Parts(t, public)) {
		t.Error("the public archive is not the whole one without its folder")
	}
	_, err = opened(without)
	must(t, err)
	for name, data := range ziptest.Parts(t, public) {
		if strings.Contains(name+data, "Secret") || strings.Contains(name+data, "Harbour") {
			t.Errorf("%s tells what is restricted", name)
		}
	}
}

// changed is a zip file with its parts changed; those without a name are gone.
func changed(t *testing.T, data []byte, change func(name string, data []byte) (string, []byte)) []byte {
	t.Helper()
	parts := map[string]string{}
	for name, part := range ziptest.Parts(t, data) {
		if to, now := change(name, []byte(part)); to != "" {
			parts[to] = string(now)
		}
	}
	return ziptest.Pack(t, parts)
}

func TestFaultsNameThePart(t *testing.T) {
	t.Parallel()
	const meeting, public = "restricted/book/meetings/trust-m1.json", "meetings/trust-2026-05-04/trust-2026-05-04.txt"
	only := func(name string, change func(data []byte) (string, []byte)) func(string, []byte) (string, []byte) {
		return func(at string, data []byte) (string, []byte) {
			if at == name {
				return change(data)
			}
			return at, data
		}
	}
	for what, c := range map[string]struct {
		change func(string, []byte) (string, []byte)
		says   string
	}{
		"a changed record":     {only(meeting, func(d []byte) (string, []byte) { return meeting, bytes.Replace(d, []byte("m1"), []byte("m3"), 1) }), meeting},
		"a longer record":      {only(meeting, func(d []byte) (string, []byte) { return meeting, append(d, ' ') }), meeting},
		"a missing record":     {only(meeting, func([]byte) (string, []byte) { return "", nil }), meeting},
		"a changed document":   {only(public, func([]byte) (string, []byte) { return public, []byte("Public wordz.") }), public},
		"another name":         {only(public, func(d []byte) (string, []byte) { return "meetings/other.txt", d }), public},
		"a way out":            {only(public, func(d []byte) (string, []byte) { return "meetings/../../x.txt", d }), "meetings/../../x.txt"},
		"a path of Windows":    {only(public, func(d []byte) (string, []byte) { return `C:\x.txt`, d }), `C:\\x.txt`},
		"the root":             {only(public, func(d []byte) (string, []byte) { return "/etc/x.txt", d }), "/etc/x.txt"},
		"no list":              {only("manifest.json", func([]byte) (string, []byte) { return "manifest.json", []byte("{}") }), "manifest.json"},
		"no list at all":       {only("manifest.json", func([]byte) (string, []byte) { return "", nil }), "manifest.json"},
		"no restricted list":   {only("restricted/manifest.json", func([]byte) (string, []byte) { return "", nil }), "restricted/manifest.json"},
		"another public list":  {only("manifest.json", func(d []byte) (string, []byte) { return "manifest.json", append(d, '\n') }), "manifest.json"},
		"words packed tightly": {only(public, func([]byte) (string, []byte) { return public, make([]byte, 4<<20) }), public},
	} {
		data := changed(t, written(t, false), c.change)
		r, err := opened(data)
		if err == nil {
			err = r.Check()
		}
		var fault *Fault
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: the error is %v", what, err)
		}
	}
	for name, data := range map[string][]byte{"nothing": nil, "a letter": []byte("Dear Trust"), "half": written(t, false)[:400]} {
		var fault *Fault
		if _, err := opened(data); !errors.As(err, &fault) {
			t.Errorf("%s is taken for an archive: %v", name, err)
		}
	}
}

func TestNewerArchiveIsRefused(t *testing.T) {
	t.Parallel()
	data := changed(t, written(t, true), func(name string, data []byte) (string, []byte) {
		return name, bytes.Replace(data, []byte(`"format": 1`), []byte(`"format": 9`), 1)
	})
	var newer *Newer
	if _, err := opened(data); !errors.As(err, &newer) || newer.Format != 9 {
		t.Errorf("the error is %v", err)
	}
}
