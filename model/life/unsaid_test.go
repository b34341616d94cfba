package life

import (
	"fmt"
	"testing"

	"minutebook/model"
)

// A sentence says corrections by being subject to them, with a bullet each,
// however those are worded.
func TestUnsaid(t *testing.T) {
	bullet := func(id model.ID, words string) model.Entry {
		return model.Entry{ID: id, Kind: model.Bullet, Text: words}
	}
	one, two := bullet("", "One."), bullet("", "Two.")
	for name, tt := range map[string]struct {
		subjectTo bool
		bullets   []model.Entry
		want      string
	}{
		"agreed as they were":            {false, nil, "[One. Two.] after s"},
		"other bullets under agreed":     {false, []model.Entry{bullet("b", "One.")}, "[One. Two.] after s"},
		"subject to both":                {true, []model.Entry{bullet("b", "One."), bullet("c", "Two.")}, ""},
		"subject to both in other words": {true, []model.Entry{bullet("b", "The first."), bullet("c", "The second.")}, ""},
		"subject to the first alone":     {true, []model.Entry{bullet("b", "One.")}, "[Two.] after b"},
		"subject to what is not there":   {true, nil, "[One. Two.] after s"},
	} {
		sentence := model.Entry{ID: "s", Kind: model.Paragraph, Approves: &model.Approval{Date: "2026-03-03", SubjectTo: tt.subjectTo}}
		got := ""
		u, ok := unsaid(sentence, tt.bullets, []model.Entry{one, two})
		if ok {
			var words []string
			for _, e := range u.Corrections {
				words = append(words, e.Text)
			}
			got = fmt.Sprint(words, " after ", u.After)
			if !u.Sentence.Approves.SubjectTo || sentence.Approves.SubjectTo != tt.subjectTo {
				t.Errorf("%s: the sentence is not made subject to them, or was changed itself", name)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q; want %q", name, got, tt.want)
		}
	}
	if n := len(under([]model.Entry{one, two, {Kind: model.Paragraph}, one})); n != 2 {
		t.Errorf("%d bullets stand under it", n)
	}
}
