package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

const stylesPart = "xl/styles.xml"

var (
	fontElement = regexp.MustCompile(`<font>(.*?)</font>`)
	fontChild   = regexp.MustCompile(`<([A-Za-z]+)[^>]*></[A-Za-z]+>`)
)

// fontOrder is the order in which the standard has what a font consists of.
// The library has another, which strict readers refuse.
var fontOrder = []string{"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"}

// tidy writes the package anew with its styles in the order of the standard.
func tidy(w io.Writer, raw []byte) error {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, f := range z.File {
		if err := copyPart(out, f); err != nil {
			return err
		}
	}
	return out.Close()
}

func copyPart(out *zip.Writer, f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	data, err := io.ReadAll(r)
	if err := errors.Join(err, r.Close()); err != nil {
		return err
	}
	if f.Name == stylesPart {
		data = fontElement.ReplaceAllFunc(data, func(font []byte) []byte { return []byte(ordered(string(font))) })
	}
	part, err := out.Create(f.Name) // without a time
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	return err
}

// ordered is a font with its children in order.
func ordered(font string) string {
	children := fontChild.FindAllString(font, -1)
	slices.SortStableFunc(children, func(a, b string) int { return cmp.Compare(placeOf(a), placeOf(b)) })
	return "<font>" + strings.Join(children, "") + "</font>"
}

func placeOf(child string) int {
	return slices.Index(fontOrder, fontChild.FindStringSubmatch(child)[1])
}
