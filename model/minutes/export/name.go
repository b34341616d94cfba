package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"minutebook/model"
)

// How much of a body's name goes into the name of a file: so many characters,
// and no more bytes than leave room for the rest in the 255 that systems take.
const (
	longest      = 60
	longestBytes = 180
)

// FileName is a name for a file of the meeting that every system takes: the
// body in small letters, the day, and ext (".docx"). Two meetings of one body
// on one day have the same; see [Names].
func FileName(m model.Meeting, ext string) string { return baseName(m.Body, m.Date) + ext }

// Names are names for the files of all these meetings without an extension,
// none of them twice: of several of one body on one day, the second that is
// given ends in "-2".
func Names(meetings []model.Summary) map[model.ID]string {
	names, taken := map[model.ID]string{}, map[string]bool{}
	for _, m := range meetings {
		names[m.ID] = free(taken, baseName(m.Body, m.Date))
	}
	return names
}

// Folders are names for the folders of the bodies of all these meetings by the
// meeting, one for each body, after the name it has in the last of them.
func Folders(meetings []model.Summary) map[model.ID]string {
	of := func(m model.Summary) string {
		if m.BodyID != "" {
			return string(m.BodyID)
		}
		return "\x00" + m.Body
	}
	names, taken, folders := map[string]string{}, map[string]bool{}, map[model.ID]string{}
	for _, m := range slices.Backward(meetings) {
		if names[of(m)] == "" {
			names[of(m)] = free(taken, folderName(m.Body))
		}
		folders[m.ID] = names[of(m)]
	}
	return folders
}

// free is name, with a number behind it where it is taken, and takes it.
func free(taken map[string]bool, name string) string {
	one := name
	for n := 2; taken[one]; n++ {
		one = name + "-" + strconv.Itoa(n)
	}
	taken[one] = true
	return one
}

func baseName(body string, day model.Date) string {
	name := slug(body)
	if name != "" {
		name += "-"
	}
	if day.Valid() {
		return name + string(day)
	}
	return name + "minutes" // a bare "con" or "aux" is no name for a file on Windows
}

// devices are names that Windows keeps for itself.
var devices = []string{"con", "prn", "aux", "nul"}

func folderName(body string) string {
	name := slug(body)
	device := slices.Contains(devices, name) || len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt"))
	if name == "" || device {
		return strings.TrimPrefix(name+"-minutes", "-")
	}
	return name
}

// slug is words in small letters and figures, with hyphens between them.
func slug(words string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range norm.NFKD.String(strings.ToLower(words)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = n > 0
			continue
		}
		if n >= longest || b.Len() >= longestBytes {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// OwnName is a name for a file about somebody that every system takes, with a
// number behind it where it is taken, and takes it.
func OwnName(who string, taken map[string]bool) string { return free(taken, folderName(who)) }
