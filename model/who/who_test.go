package who

import (
	"slices"
	"strings"
	"testing"
)

var (
	here = NewList(
		Person{"Cllr Zoë Adair", "Chair", "Harbour Authority"},
		Person{"Jane Smith", "Treasurer", "Town Council"},
		Person{"Sol Okafor", "Deputy Master for Pilotage and Crews", "Town Council"})
	roster = NewList(
		Person{"Sophie Lund", "Clerk", "Town Council"},
		Person{"Jane Smith", "Treasurer", "Town Council"},
		Person{"Ivo O’Brien-Hale", "Solicitor", "Harbour Authority"})
	book = NewList(Person{Name: "Jürgen Straße"}, Person{Name: "Sol Okafor"}, Person{Name: "Ann-Marie de Souza"})
)

func found(letters string) string {
	var words []string
	for _, f := range Find(letters, 5, here, roster, book) {
		words = append(words, f.Words)
	}
	return strings.Join(words, " | ")
}

func TestWhomLettersMean(t *testing.T) {
	for _, c := range []struct{ letters, want string }{
		{"zoe", "Cllr Zoë Adair"},
		{"ZOË", "Cllr Zoë Adair"},
		{"adair", "Cllr Zoë Adair"},
		{"so", "Sol Okafor | Sophie Lund | Ivo O’Brien-Hale | Solicitor | Ann-Marie de Souza"},
		{"js", "Jane Smith | Jürgen Straße"},
		{"za", "Cllr Zoë Adair"},
		{"jsmi", "Jane Smith"},
		{"j.smith", "Jane Smith"},
		{"dmpc", "Sol Okafor | Deputy Master for Pilotage and Crews"},
		{"dmfp", "Sol Okafor | Deputy Master for Pilotage and Crews"},
		{"treas", "Jane Smith | Treasurer"},
		{"pilotage", "Sol Okafor | Deputy Master for Pilotage and Crews"},
		{"pilot", "Sol Okafor | Deputy Master for Pilotage and Crews"},
		{"ha", "Harbour Authority | Ivo O’Brien-Hale | Cllr Zoë Adair"},
		{"town", "Town Council | Jane Smith | Sol Okafor | Sophie Lund"},
		{"obrien", "Ivo O’Brien-Hale"},
		{"o'brien", "Ivo O’Brien-Hale"},
		{"strass", "Jürgen Straße"},
		{"ann-marie", "Ann-Marie de Souza"},
		{"xq", ""},
		{"", ""},
		{"?", ""},
	} {
		if got := found(c.letters); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.letters, got, c.want)
		}
	}
}

func TestFoundSayWhoTheyAre(t *testing.T) {
	got := Find("jane", 5, here, nil, roster)
	if want := []Found{{"Jane Smith", "Treasurer"}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if n := len(Find("a", 2, here, roster, book)); n != 2 {
		t.Errorf("asked for two, got %d", n)
	}
}

func TestBestOfAList(t *testing.T) {
	t.Parallel()
	people := []Person{{}, {Name: "Lady Orla Fennimore", Post: "Chair"}, {Name: "Zoë Lind", Post: "Head of Tidal Moorings"},
		{Name: "Cllr Jane Smith"}, {Name: "Lars Lind"}}
	for letters, want := range map[string]int{"l": 2, "lady": 1, "zoe": 2, "js": 3, "lars": 4, "lars lind": 4, "hotm": 2, "htm": 2, "chair": 1,
		"tidal": 2, "": -1, "x": -1, "lind orla": -1} {
		if got := Best(letters, people); got != want {
			t.Errorf("%q goes to %d, not %d", letters, got, want)
		}
	}
}
