package ui

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/minutes"
)

// couldNot begins what could not be done; in the files of words the whole of
// it is one key.
const couldNot = "Could not "

// explain says in plain words that something could not be done and why.
// doing is what was tried, as in "could not ...".
func explain(doing string, err error) string {
	return tr(couldNot+doing) + ": " + sentence(reason(err))
}

// reason is what is wrong, in plain words. The book, the documents and the
// quick lines word their own errors for the clerk; here is what only the
// window can say more of.
func reason(err error) string {
	var (
		stale  *model.Stale
		sealed *model.Sealed
		needs  *minutes.NeedsAudience
		away   *model.HandedOver
	)
	switch {
	case errors.As(err, &stale):
		return tr("it was changed elsewhere meanwhile. What you see is not lost; open it again to see the other version")
	case errors.As(err, &sealed):
		return tr("these minutes are approved and stay as they are. Record the correction in the next meeting")
	case errors.As(err, &away):
		return trf("%s was handed over, so nothing of it changes in this book. Work goes on in the other one; the File menu takes it back", away.Name)
	case errors.As(err, &needs):
		return tr("some parts are restricted: choose the public or the full version")
	}
	return tr(err.Error())
}

// sentence ends words with a full stop where they have none.
func sentence(words string) string {
	words = strings.TrimSpace(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	if words != "" && !strings.ContainsRune(".!?", last) {
		words += "."
	}
	return words
}

// capital begins words with a capital letter. The name of a file stays as it
// is.
func capital(words string) string {
	name, _, _ := strings.Cut(words, " ")
	if words == "" || strings.Contains(strings.TrimRight(name, ".:"), ".") {
		return words
	}
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}
