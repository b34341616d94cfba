package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"minutebook/model/minutes"
)

// Changer is who Word says made the tracked changes, and when, RFC 3339.
type Changer struct{ Name, At string }

// WriteTracked writes the later version of a document with all that changed
// since the earlier as Word's own tracked changes: with all of them rejected it
// has the words of the earlier, with all accepted those of the later. Header,
// footer and properties are the later's.
//
// It joins two finished files, so it knows nothing of blocks: whatever the
// writer writes can be tracked.
func WriteTracked(w io.Writer, earlier, later minutes.Document, by Changer) error {
	before, err := finished(earlier)
	if err != nil {
		return err
	}
	after, err := finished(later)
	if err != nil {
		return err
	}
	before.adopt(after)
	t := tracker{by: ` w:author="` + escape(by.Name) + `" w:date="` + escape(by.At) + `"`}
	body, err := t.join(before.parts[bodyPart], after.parts[bodyPart])
	if err != nil {
		return fmt.Errorf("the two versions cannot be put together: %w", err)
	}
	if err := wellFormed(body); err != nil {
		return fmt.Errorf("the tracked changes: %w", err)
	}
	after.parts[bodyPart] = body
	return after.write(w)
}

// The parts that versions share.
const (
	bodyPart      = "word/document.xml"
	numberingPart = "word/numbering.xml"
	relationsPart = "word/_rels/document.xml.rels"
)

// files are the parts of a finished document, in their order.
type files struct {
	names []string
	parts map[string]string
}

func finished(d minutes.Document) (files, error) {
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		return files{}, err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return files{}, err
	}
	f := files{parts: map[string]string{}}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return files{}, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return files{}, err
		}
		f.names = append(f.names, part.Name)
		f.parts[part.Name] = string(data)
	}
	return f, nil
}

func (f files) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, name := range f.names {
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, f.parts[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

var (
	relation   = regexp.MustCompile(`<Relationship [^>]*>`)
	relationID = regexp.MustCompile(` Id="([^"]*)"`)
	usedID     = regexp.MustCompile(`( r:[a-z]+=")([^"]*)"`)
	numbering  = regexp.MustCompile(`(?s)<w:num w:numId="(\d+)".*?</w:num>`)
	usedNumber = regexp.MustCompile(`(<w:numId w:val=")(\d+)"`)
	bookmarkID = regexp.MustCompile(`(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)"`)
)

// adopt gives the later version whatever the body of the earlier refers to, and
// the earlier the names that the later has for it.
func (f files) adopt(later files) {
	body := f.parts[bodyPart]
	ids := later.take(relationsPart, f.parts[relationsPart], relation, relationID, "</Relationships>", func(n int) string { return "rIdBefore" + strconv.Itoa(n) })
	body = renamed(body, usedID, ids)
	numbers := later.take(numberingPart, f.parts[numberingPart], numbering, regexp.MustCompile(` w:numId="(\d+)"`), "</w:numbering>",
		func(n int) string { return strconv.Itoa(beyond + n) })
	body = renamed(body, usedNumber, numbers)
	f.parts[bodyPart] = bookmarkID.ReplaceAllString(body, "${1}"+strconv.Itoa(beyond)+"${2}\"")
}

// beyond is a number that no numbering of one document reaches. Put before the
// number of a bookmark it makes another.
const beyond = 10000

// take adds the definitions of another version's part to this version's,
// unless they are there already, and gives the names that they have here.
func (f files) take(part, theirs string, definition, named *regexp.Regexp, end string, name func(int) string) map[string]string {
	here := map[string]string{}
	bare := func(s string) string { return named.ReplaceAllString(s, "") }
	for _, d := range definition.FindAllString(f.parts[part], -1) {
		here[bare(d)] = named.FindStringSubmatch(d)[1]
	}
	names := map[string]string{}
	var added strings.Builder
	for i, d := range definition.FindAllString(theirs, -1) {
		id := named.FindStringSubmatch(d)[1]
		if known, ok := here[bare(d)]; ok {
			names[id] = known
			continue
		}
		fresh := name(i)
		names[id] = fresh
		added.WriteString(strings.Replace(d, named.FindString(d), strings.Replace(named.FindString(d), `"`+id+`"`, `"`+fresh+`"`, 1), 1))
	}
	if at := strings.LastIndex(f.parts[part], end); at >= 0 {
		f.parts[part] = f.parts[part][:at] + added.String() + f.parts[part][at:]
	}
	return names
}

// renamed is a body with the names that it uses exchanged.
func renamed(body string, used *regexp.Regexp, names map[string]string) string {
	return used.ReplaceAllStringFunc(body, func(s string) string {
		parts := used.FindStringSubmatch(s)
		if name, ok := names[parts[2]]; ok {
			return parts[1] + name + `"`
		}
		return s
	})
}
