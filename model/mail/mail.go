// Package mail writes messages as files that mail programs open as drafts
// (.eml, RFC 5322 and MIME). Nothing is sent: the clerk looks at the draft and
// sends it.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Message is one message.
type Message struct {
	// From, To and Cc are addresses, "ann@example.org" or "Ann Lee
	// <ann@example.org>". From may be left to the mail program.
	From   string
	To, Cc []string
	// Subject is one line.
	Subject string
	// Date is when it was written; none where it is zero.
	Date time.Time
	// Text has a line break at the end of each paragraph.
	Text        string
	Attachments []Attachment
}

// Attachment is a file that goes with a message.
type Attachment struct {
	Name string
	// Type is the media type; "" is that of the name's extension.
	Type string
	Data []byte
}

// BadAddress is the error of an address that no message can go to.
type BadAddress struct{ Address string }

func (e *BadAddress) Error() string {
	return fmt.Sprintf("%q is no mail address such as ann@example.org", e.Address)
}

// Address is an address as a message has it. The error is a *[BadAddress].
func Address(said string) (string, error) {
	a, err := mail.ParseAddress(said)
	if err != nil || strings.ContainsFunc(a.Address, func(r rune) bool { return r > unicode.MaxASCII || r <= ' ' || r == 0x7f }) {
		return "", &BadAddress{said}
	}
	return a.String(), nil
}

// Bytes is the message as a file. The same message gives the same bytes. The
// error is a *[BadAddress].
func (m Message) Bytes() ([]byte, error) {
	var b bytes.Buffer
	if err := m.head(&b); err != nil {
		return nil, err
	}
	text := quoted(m.Text)
	if len(m.Attachments) == 0 {
		textPart(&b, text)
		return b.Bytes(), nil
	}
	edge := m.boundary()
	fmt.Fprintf(&b, "Content-Type: multipart/mixed;\r\n boundary=\"%s\"\r\n\r\n", edge)
	fmt.Fprintf(&b, "--%s\r\n", edge)
	textPart(&b, text)
	for _, a := range m.Attachments {
		fmt.Fprintf(&b, "\r\n--%s\r\n", edge)
		a.part(&b)
	}
	fmt.Fprintf(&b, "\r\n--%s--\r\n", edge)
	return b.Bytes(), nil
}

// head writes the header up to what says of what kind the content is.
func (m Message) head(b *bytes.Buffer) error {
	for _, line := range []struct {
		name      string
		addresses []string
	}{{"From", []string{m.From}}, {"To", m.To}, {"Cc", m.Cc}} {
		list, err := addresses(line.addresses)
		if err != nil {
			return err
		}
		if list != "" {
			b.WriteString(folded(line.name + ": " + list))
		}
	}
	b.WriteString(folded("Subject: " + encoded(oneLine(m.Subject))))
	if !m.Date.IsZero() {
		fmt.Fprintf(b, "Date: %s\r\n", m.Date.Format(time.RFC1123Z))
	}
	b.WriteString("X-Unsent: 1\r\nMIME-Version: 1.0\r\n")
	return nil
}

// addresses are the different ones of a list, in their order.
func addresses(list []string) (string, error) {
	var out []string
	seen := map[string]bool{}
	for _, said := range list {
		if said == "" {
			continue
		}
		a, err := Address(said)
		if err != nil {
			return "", err
		}
		if key := strings.ToLower(a[strings.LastIndexByte(a, '<')+1:]); !seen[key] {
			seen[key] = true
			out = append(out, a)
		}
	}
	return strings.Join(out, ", "), nil
}

// boundary keeps the parts of a message apart. No part can have it within:
// neither of the encodings ever writes "=_".
func (m Message) boundary() string {
	h := sha256.New()
	for _, s := range []string{m.Subject, m.Text} {
		h.Write(fmt.Appendf(nil, "%d %s", len(s), s))
	}
	for _, a := range m.Attachments {
		h.Write(fmt.Appendf(nil, "%d %s %d ", len(a.Name), a.Name, len(a.Data)))
		h.Write(a.Data)
	}
	return "=_" + hex.EncodeToString(h.Sum(nil)[:16])
}

func textPart(b *bytes.Buffer, text []byte) {
	b.WriteString("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
	b.Write(text)
}

// quoted is text as quoted-printable, its lines ended by CR LF.
func quoted(text string) []byte {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	// A buffer takes everything.
	_, _ = w.Write([]byte(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))))
	_ = w.Close()
	return b.Bytes()
}

// columns is how wide a line of an attachment is.
const columns = 76

func (a Attachment) part(b *bytes.Buffer) {
	name := fileName(a.Name)
	kind, params, err := mime.ParseMediaType(a.Type)
	if err != nil {
		kind, params = TypeOf(name), map[string]string{}
	}
	params["name"] = name
	for _, line := range []string{"Content-Type: " + mime.FormatMediaType(kind, params),
		"Content-Disposition: " + mime.FormatMediaType("attachment", map[string]string{"filename": name})} {
		b.WriteString(strings.ReplaceAll(line, "; ", ";\r\n ") + "\r\n")
	}
	b.WriteString("Content-Transfer-Encoding: base64\r\n\r\n")
	for data := base64.StdEncoding.EncodeToString(a.Data); data != ""; {
		n := min(columns, len(data))
		b.WriteString(data[:n] + "\r\n")
		data = data[n:]
	}
}

// longest is how many letters of a file's name are kept before its extension.
const longest = 80

// fileName is a name without folders, in one line that is not too long.
func fileName(name string) string {
	name = oneLine(path.Base(strings.ReplaceAll(name, `\`, "/")))
	ext := path.Ext(name)
	if len(ext) > longest {
		ext = ""
	}
	if letters := []rune(strings.TrimSuffix(name, ext)); len(letters) > longest {
		return string(letters[:longest]) + ext
	}
	return name
}

// TypeOf is the media type that the extension of a file's name says.
func TypeOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".pdf":
		return "application/pdf"
	case ".html":
		return "text/html"
	case ".txt", ".md", ".minutes":
		return "text/plain"
	case ".csv":
		return "text/csv"
	case ".ics":
		return "text/calendar"
	case ".json":
		return "application/json"
	case ".zip":
		return "application/zip"
	}
	return "application/octet-stream"
}

// oneLine is text without line breaks and control characters.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}

const (
	// widest is how many characters a line of a header should have at most.
	widest = 76
	// chunk is how many bytes of text fit an encoded word of 75 characters.
	chunk = 45
)

// encoded is text as a header may have it: as it is where it is plain, and
// otherwise as encoded words (RFC 2047).
func encoded(text string) string {
	plain := !strings.Contains(text, "=?")
	for _, word := range strings.Fields(text) {
		plain = plain && len(word) < widest-len("Subject: ")
	}
	if plain && !strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		return text
	}
	var words []string
	for text != "" {
		n := min(chunk, len(text))
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n--
		}
		words = append(words, "=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte(text[:n]))+"?=")
		text = text[n:]
	}
	return strings.Join(words, " ")
}

// folded is a header field in lines that are not too wide, with its end. It is
// folded at spaces only, which stay.
func folded(field string) string {
	var b strings.Builder
	at := 0
	for i, word := range strings.Split(field, " ") {
		switch {
		case i == 0:
		case at+1+len(word) > widest && i > 1:
			b.WriteString("\r\n ")
			at = 1
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += len(word)
	}
	return b.String() + "\r\n"
}
