package recognise

import (
	"slices"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

func TestAnActionThatTheLogSaysIsDoneIsNotOpen(t *testing.T) {
	const page = `<p>Present: Anna Reed, Tom Hale</p><h2>1. Lamps</h2><p>All were lit.</p><h2>Action log</h2>
<table><tr><th>No.</th><th>Action</th><th>Owner</th><th>Due</th><th>Status</th></tr>
<tr><td>1</td><td>Buy oil</td><td>Anna Reed</td><td>22 March 2024</td><td>Open</td></tr>
<tr><td>2</td><td>Paint the pier</td><td>Tom Hale</td><td>1 May 2024</td><td>Open</td></tr>
<tr><td>3</td><td>Mend the pump</td><td>Anna Reed</td><td>31 March 2024</td><td>Complete</td></tr></table>`
	d, err := read.File("minutes.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	f := Meeting(d, Options{})
	var actions, words []string
	for _, it := range f.Meeting.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Action {
				actions = append(actions, e.Text)
			} else {
				words = append(words, e.Text)
			}
		}
	}
	if want := []string{"Buy oil", "Paint the pier"}; !slices.Equal(actions, want) {
		t.Errorf("actions %q, want %q", actions, want)
	}
	for _, kept := range []string{"Mend the pump", "Complete"} {
		if !slices.Contains(words, kept) {
			t.Errorf("%q is lost: %q", kept, words)
		}
	}
	if slices.Contains(words, "Open") {
		t.Errorf("what an open action says is words, too: %q", words)
	}
}
