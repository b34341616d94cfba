package recognise

import (
	"slices"
	"testing"

	"minutebook/model/minutes/read"
)

func TestPostsOfATableAreNotParagraphsToo(t *testing.T) {
	const page = `<table><tr><th>Name</th><th>Initials</th><th>Role</th><th>Attendance</th></tr>
<tr><td>Anna Reed</td><td>AR</td><td>Chair</td><td>Present</td></tr>
<tr><td>Tom Hale</td><td>TH</td><td>Finance Director</td><td>By Teams</td></tr></table><h2>1. Welcome</h2><p>All were welcomed.</p>`
	d, err := read.File("minutes.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	f := Meeting(d, Options{})
	var posts []string
	for _, a := range f.Meeting.Attendees {
		posts = append(posts, a.Post)
	}
	if !slices.Equal(posts, []string{"Chair", "Finance Director"}) {
		t.Errorf("posts: %q", posts)
	}
	for _, p := range f.Pieces {
		if p.As == Paragraph && p.Source != "All were welcomed." {
			t.Errorf("%q is a paragraph, too", p.Source)
		}
	}
}
