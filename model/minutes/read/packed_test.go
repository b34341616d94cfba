package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

// refusedFor is the reason for which a file is not read; it must say its name.
func refusedFor(t *testing.T, name string, data []byte) string {
	t.Helper()
	d, err := File(name, data)
	var why *Unreadable
	if !errors.As(err, &why) {
		t.Fatalf("read %d blocks, error %v", len(d.Blocks), err)
	}
	if why.Name != name || !strings.Contains(err.Error(), name) || len(d.Blocks) > 0 {
		t.Errorf("the error is %q, with %d blocks", err, len(d.Blocks))
	}
	return why.Reason
}

// sixteenBit is s as Windows writes the names in its files.
func sixteenBit(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteByte(0)
	}
	return b.String()
}

// stored is a packed file with one part that says that it unpacks to that size.
func stored(t *testing.T, name string, data []byte, flags uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(data), CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data)), Flags: flags})
	if err == nil {
		_, err = f.Write(data)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	whole := ziptest.Pack(t, wordParts(para(wordRunOf("a")), nil))
	with := func(name, part string) []byte {
		parts := maps.Clone(wordParts(para(wordRunOf("a")), nil))
		parts[name] = part
		return ziptest.Pack(t, parts)
	}
	inBody := func(inner string) []byte { return ziptest.Pack(t, wordParts(inner, nil)) }
	flipped := bytes.Replace(stored(t, "word/document.xml", []byte(wordParts(para(wordRunOf("words")), nil)["word/document.xml"]), 0), []byte("words"), []byte("wards"), 1)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"cut off":             {whole[:len(whole)*2/3], "the end of it is missing"},
		"only its beginning":  {[]byte("PK\x03\x04"), "damaged"},
		"a letter changed":    {flipped, "damaged"},
		"not XML":             {with("word/document.xml", "<w:document><w:body><w:p>"), "damaged"},
		"a wrong end":         {inBody("<w:p></w:q>"), "damaged"},
		"damaged styles":      {ziptest.Pack(t, wordParts("", map[string]string{"styles": "<w:style>"})), "damaged"},
		"a strange letter":    {inBody("<w:p><w:r><w:t>\x01</w:t></w:r></w:p>"), "damaged"},
		"an entity bomb":      {with("word/document.xml", `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`), "damaged"},
		"a strange encoding":  {with("word/document.xml", `<?xml version="1.0" encoding="x-none"?><w:document><w:body/></w:document>`), "damaged"},
		"deep":                {inBody(strings.Repeat("<w:sdt>", 300) + strings.Repeat("</w:sdt>", 300)), "deeply"},
		"deep tables":         {inBody(strings.Repeat("<w:tbl><w:tr><w:tc>", 100) + strings.Repeat("</w:tc></w:tr></w:tbl>", 100)), "deeply"},
		"packed too well":     {inBody(para(wordRunOf(strings.Repeat(" ", 4<<20)))), "unpacks to far more"},
		"a part too large":    {stored(t, "word/document.xml", []byte(`<w:document><w:body>`+strings.Repeat(para(wordRunOf("a")), MaxPart/50)), 0), "unpacks to far more"},
		"a tag too long":      {stored(t, "word/document.xml", []byte(`<w:document `+strings.Repeat(`a="b" `, 1<<20)+`/>`), 0), "unpacks to far more"},
		"too many paragraphs": {stored(t, "word/document.xml", []byte(`<w:document><w:body>`+strings.Repeat(`<w:p><w:r><w:t>a</w:t></w:r></w:p>`, mostMade)+`</w:body></w:document>`), 0), "more paragraphs"},
		"encrypted parts":     {stored(t, "word/document.xml", []byte("x"), 1), "password"},
		"no text":             {with("word/document.xml", `<w:document/>`), "no text in it"},
		"no main part":        {ziptest.Pack(t, map[string]string{"[Content_Types].xml": `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`, "_rels/.rels": "<Relationships/>"}), "no text in it"},
		"a workbook":          {ziptest.Pack(t, map[string]string{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "an Excel workbook"},
		"slides":              {ziptest.Pack(t, map[string]string{"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>"}), "PowerPoint"},
		"no words":            {inBody(para("") + para(wordRunOf("  "))), "no words"},
		"some other archive":  {ziptest.Pack(t, map[string]string{"readme.txt": "hello"}), "packed file without a document"},
		"an empty archive":    {ziptest.Pack(t, nil), "packed file without a document"},
		"protected":           {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + sixteenBit("EncryptedPackage")), "protected by a password"},
		"an old document":     {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + sixteenBit("WordDocument")), "save it as .docx"},
		"a mail":              {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + sixteenBit("__substg1.0_")), "mail message"},
		"an old program's":    {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old Office program"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := refusedFor(t, "minutes.docx", c.data); !strings.Contains(got, c.want) {
				t.Errorf("refused because %q, want %q", got, c.want)
			}
		})
	}
}

func TestPackedParts(t *testing.T) {
	t.Parallel()
	many := map[string]string{}
	for i := range MaxParts + 1 {
		many[fmt.Sprint(i)] = ""
	}
	if why := refusedFor(t, "a.docx", ziptest.Pack(t, many)); !strings.Contains(why, "2001 parts") {
		t.Errorf("refused because %q", why)
	}
	// The total counts what is unpacked, part after part.
	p := &packed{parts: map[string]*zip.File{}, left: MaxTotal}
	z, err := zip.NewReader(bytes.NewReader(stored(t, "a", make([]byte, MaxPart), 0)), int64(len(stored(t, "a", make([]byte, MaxPart), 0))))
	if err != nil {
		t.Fatal(err)
	}
	p.parts["a"] = z.File[0]
	for i, want := range []error{nil, nil, bloated} {
		r, err := p.open("A")
		if err != nil {
			t.Fatal(err)
		}
		for buffer := make([]byte, 1<<20); err == nil; {
			_, err = r.Read(buffer)
		}
		if want != nil && !errors.Is(err, want) || want == nil && err.Error() != "EOF" {
			t.Errorf("the %d. part ends with %v", i+1, err)
		}
	}
	// Capitals and strokes of names do not count.
	parts := wordParts(para(wordRunOf("a")), map[string]string{"styles": ""})
	renamed := map[string]string{}
	for name, part := range parts {
		renamed[strings.ReplaceAll(strings.ToUpper(name), "/", `\`)] = part
	}
	d, err := File("a.docx", ziptest.Pack(t, renamed))
	if err != nil {
		t.Fatal(err)
	}
	reads(t, d, "paragraph: a")
}

func TestUTF16Parts(t *testing.T) {
	t.Parallel()
	parts := wordParts("", nil)
	parts["word/document.xml"] = "\xff\xfe" + sixteenBit(`<?xml version="1.0" encoding="UTF-16"?><w:document><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>`)
	d, err := File("a.docx", ziptest.Pack(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	reads(t, d, "paragraph: Hello")
}
