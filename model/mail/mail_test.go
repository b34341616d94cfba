package mail_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	stdmail "net/mail"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"minutebook/model/mail"
)

// read is a message as a mail program reads it.
type read struct {
	header stdmail.Header
	text   string
	files  map[string][]byte
	types  map[string]string
}

func open(t interface{ Fatalf(string, ...any) }, data []byte) read {
	m, err := stdmail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	for i, line := range strings.Split(string(data), "\r\n") {
		if len(line) > 998 || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("line %d: %q", i+1, line)
		}
	}
	r := read{header: m.Header, files: map[string][]byte{}, types: map[string]string{}}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatalf("%v", err)
	}
	if kind == "text/plain" {
		r.text = unquoted(t, m.Body)
		return r
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for i := 0; ; i++ {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return r
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		if i == 0 {
			r.text = unquoted(t, p)
			continue
		}
		data, err := io.ReadAll(p)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, line := range strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
			if len(line) > 76 {
				t.Fatalf("%d columns", len(line))
			}
		}
		data, err = base64.StdEncoding.DecodeString(strings.ReplaceAll(string(data), "\r\n", ""))
		if err != nil {
			t.Fatalf("%v", err)
		}
		r.files[p.FileName()] = data
		r.types[p.FileName()], _, _ = mime.ParseMediaType(p.Header.Get("Content-Type"))
	}
}

func unquoted(t interface{ Fatalf(string, ...any) }, r io.Reader) string {
	data, err := io.ReadAll(quotedprintable.NewReader(r))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

func (r read) subject(t interface{ Fatalf(string, ...any) }) string {
	s, err := new(mime.WordDecoder).DecodeHeader(r.header.Get("Subject"))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

func TestMessage(t *testing.T) {
	t.Parallel()
	m := mail.Message{
		From: "Clerk <clerk@weir.example>", To: []string{"Zoë Ångström <zoe@weir.example>", "sam@weir.example", "Sam <SAM@weir.example>"}, Cc: []string{`"Moss, Pat" <pat@weir.example>`},
		Subject: "Weir Board: draft minutes of 4 May 2026 – for your corrections by Friday", Date: time.Date(2026, 5, 5, 9, 30, 0, 0, time.UTC),
		Text:        "Dear all\r\n\nThe draft is attached – please read it.\nFrom the clerk\n.\n",
		Attachments: []mail.Attachment{{Name: "minutes.docx", Data: bytes.Repeat([]byte{0, 1, 254, 255}, 100)}, {Name: `C:\Users\Zoë\Cofnodion – drafft.pdf`, Data: nil}, {Name: "a.ics", Type: "text/calendar; charset=utf-8; method=PUBLISH", Data: []byte("x")}},
	}
	data, err := m.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := m.Bytes(); !bytes.Equal(data, again) {
		t.Error("the same message gives other bytes")
	}
	got := open(t, data)
	hasHeader(t, got, m)
	if want := strings.ReplaceAll(m.Text, "\r\n", "\n"); got.text != want {
		t.Errorf("text %q, want %q", got.text, want)
	}
	if len(got.files) != 3 || !bytes.Equal(got.files["minutes.docx"], m.Attachments[0].Data) || got.types["a.ics"] != "text/calendar" || got.types["Cofnodion – drafft.pdf"] != "application/pdf" {
		t.Errorf("attached %v", got.types)
	}
}

// hasHeader says where the header is not that of the message of TestMessage.
func hasHeader(t *testing.T, got read, m mail.Message) {
	t.Helper()
	if s := got.subject(t); s != m.Subject {
		t.Errorf("subject %q", s)
	}
	if got.header.Get("X-Unsent") != "1" || got.header.Get("Mime-Version") != "1.0" {
		t.Errorf("header %v", got.header)
	}
	if d, err := got.header.Date(); err != nil || !d.Equal(m.Date) {
		t.Errorf("date %v %v", d, err)
	}
	to, err := got.header.AddressList("To")
	if err != nil || len(to) != 2 || to[0].Name != "Zoë Ångström" || to[1].Address != "sam@weir.example" {
		t.Errorf("to %v %v", to, err)
	}
	if cc, err := got.header.AddressList("Cc"); err != nil || cc[0].Name != "Moss, Pat" {
		t.Errorf("cc %v %v", cc, err)
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{"nobody", "a@b@c", "ann@example.org\r\nBcc: all@example.org", "Ann\nBcc: x@y.example <ann@example.org>", "änn@example.org", "a b@example.org", "ann@example.org, sam@example.org"} {
		_, err := mail.Message{To: []string{bad}}.Bytes()
		var wrong *mail.BadAddress
		if !errors.As(err, &wrong) || wrong.Address != bad || err.Error() == "" {
			t.Errorf("%q: %v", bad, err)
		}
	}
	data, err := mail.Message{Text: "Nobody yet"}.Bytes()
	if err != nil || open(t, data).header.Get("To") != "" {
		t.Errorf("a draft to nobody: %v", err)
	}
}

// fields are the words of a header, however they are parted.
func fields(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r <= ' ' || r == 0x7f || r == 0x85 || r == 0xa0 || 0x80 <= r && r < 0xa0 || strings.ContainsRune("\u1680\u2028\u2029\u202f\u205f\u3000", r) || 0x2000 <= r && r <= 0x200a
	}), " ")
}

// Whatever is typed, the header has the fields it should have and no other, and
// the words come back.
func TestNothingGetsIntoTheHeader(t *testing.T) {
	t.Parallel()
	words := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~\r\n\t=?_é–😀]{0,200}`), rapid.SampledFrom([]string{"a\r\nBcc: x@y.example", "=?utf-8?q?a?=", "--=_", strings.Repeat("x", 2000), "\r", "\n\n"}))
	rapid.Check(t, func(t *rapid.T) {
		m := mail.Message{Subject: words.Draw(t, "subject"), Text: words.Draw(t, "text"), To: []string{"ann@example.org"}}
		for range rapid.IntRange(0, 2).Draw(t, "files") {
			m.Attachments = append(m.Attachments, mail.Attachment{Name: words.Draw(t, "name") + ".pdf", Data: []byte(words.Draw(t, "data"))})
		}
		data, err := m.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		got := open(t, data)
		for name := range got.header {
			if !strings.Contains(" To Subject X-Unsent Mime-Version Content-Type Content-Transfer-Encoding ", " "+name+" ") {
				t.Fatalf("the header has %s", name)
			}
		}
		if s := got.subject(t); fields(s) != fields(m.Subject) {
			t.Fatalf("subject %q, want %q", s, m.Subject)
		}
		if s := got.text; s != strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(m.Text) {
			t.Fatalf("text %q, want %q", s, m.Text)
		}
		if len(m.Attachments) == 1 && len(got.files) != 1 {
			t.Fatalf("%d files", len(got.files))
		}
	})
}
