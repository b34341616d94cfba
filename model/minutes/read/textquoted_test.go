package read

import (
	"slices"
	"testing"
)

func TestMinutesQuotedInAMailAreRead(t *testing.T) {
	const mail = "Hello, see below.\n\n> Lamp Society\n>\n> 1) Lamps\n> The lamp was out.\n>\n> 2) Boats\n> - one was lost\n"
	d, err := File("minutes.txt", []byte(mail))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Label+"|"+b.Text())
	}
	want := []string{"|Hello, see below.", "|Lamp Society", "1)|Lamps", "|The lamp was out.", "2)|Boats", "-|one was lost"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
