package read

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// Extensions are those of the files that are taken in, for a dialog in which
// one is chosen. What a file is shows in what is in it, not in them.
func Extensions() []string {
	return []string{".docx", ".docm", ".odt", ".rtf", ".pdf", ".html", ".htm", ".md", ".markdown", ".txt", ".text"}
}

// signature are the bytes that files of a sort have at a place, and why they
// are not taken in.
type signature struct {
	at    int
	bytes string
	why   refusal
}

const (
	isPicture   refusal = "it is a picture; have its words recognised by a scanning program, save them as text and take that in"
	isRecording refusal = "it is a recording; only written minutes are taken in"
	isArchive   refusal = "it is a packed file; unpack it and take in the files that are in it"
	isPDF       refusal = "it is a PDF, which keeps pages rather than words; open it in Word or LibreOffice, save it as a Word document and take that in"
	isMail      refusal = "it is a mail message or an archive of web pages; open it, save the minutes in it as a Word document or as text, and take that in"
	isTable     refusal = "it is a table of data, not minutes"
	isCalendar  refusal = "it is a calendar entry, not minutes"
	isXML       refusal = "it is data in XML, not minutes; open it in the program that made it and save it as a Word document"
	isData      refusal = "it is data for programs, not old minutes; what this program exported is taken in by minutectl import"
	isScript    refusal = "it is a script of quick lines, not old minutes; it is taken in by minutectl import"
	empty       refusal = "it is empty"
	tooLarge    refusal = "it is larger than 64 MB, far more than minutes need; if pictures make it so, save it without them"
)

// signatures are of files that are known and not taken in.
var signatures = []signature{
	{0, "%PDF-", isPDF},
	{0, "\x89PNG", isPicture}, {0, "\xFF\xD8\xFF", isPicture}, {0, "GIF8", isPicture}, {0, "II*\x00", isPicture}, {0, "MM\x00*", isPicture},
	{8, "WEBP", isPicture}, {4, "ftyphei", isPicture}, {4, "ftypavif", isPicture}, {4, "ftypmif", isPicture}, {0, "<svg", isPicture},
	{4, "ftyp", isRecording}, {0, "ID3", isRecording}, {0, "OggS", isRecording}, {8, "WAVE", isRecording}, {0, "fLaC", isRecording}, {0, "\x1aE\xdf\xa3", isRecording},
	{0, "\x1f\x8b", isArchive}, {0, "7z\xbc\xaf\x27\x1c", isArchive}, {0, "Rar!", isArchive}, {0, "\xfd7zXZ", isArchive}, {0, "BZh9", isArchive}, {257, "ustar", isArchive},
	{0, "MIME-Version:", isMail}, {0, "BEGIN:VCALENDAR", isCalendar}, {0, "Return-Path:", isMail}, {0, "Received: from", isMail},
}

// extensions are of files that show in no other way what they are.
var extensions = map[string]refusal{
	".csv": isTable, ".tsv": isTable, ".ics": isCalendar, ".eml": isMail, ".mht": isMail, ".mhtml": isMail, ".json": isData, ".minutes": isScript,
}

// refused says why a file is not taken in; "" where it may be.
func refused(name string, data []byte) refusal {
	switch {
	case len(data) == 0:
		return empty
	case len(data) > MaxFile:
		return tooLarge
	}
	for _, s := range signatures {
		if len(data) >= s.at && bytes.HasPrefix(data[s.at:], []byte(s.bytes)) {
			return s.why
		}
	}
	if why := extensions[strings.ToLower(filepath.Ext(name))]; why != "" {
		return why
	}
	return ""
}

// sorted is what text with marks is, by how it begins and else by its name.
func sorted(name string, data []byte) (Format, refusal) {
	words, err := characters(data[:min(len(data), 4096)], declared(data))
	if err != nil {
		words = string(data[:min(len(data), 4096)])
	}
	words = strings.ToLower(strings.TrimSpace(clean(words)))
	extension := strings.ToLower(filepath.Ext(name))
	starts := func(beginnings ...string) bool {
		return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(words, b) })
	}
	switch {
	case starts("<!doctype html", "<html", "<head", "<body", "<meta "), strings.HasPrefix(words, "<?xml") && strings.Contains(words, "<html"):
		return HTML, ""
	case starts("<?xml", "<!doctype"):
		return "", isXML
	case slices.Contains([]string{".html", ".htm", ".xhtml", ".xht"}, extension) && strings.Contains(words, "<"):
		return HTML, ""
	case slices.Contains([]string{".md", ".markdown", ".mdown", ".mkd"}, extension):
		return Markdown, ""
	}
	return PlainText, ""
}
