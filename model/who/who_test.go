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
		Person{"Sol Okafor", "Deputy Master for Pilotage and Crime", "Town Council"})
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
		{"dmpc", "Sol Okafor | Deputy Master for Pilotage and Crime"},
		{"dmfp", "Sol Okafor | Deputy Master for Pilotage and Crime"},
		{"treas", "Jane Smith | Treasurer"},
		{"pilotage", "Sol Okafor | Deputy Master for Pilotage and Crime"},
		{"pilot", "Sol Okafor | Deputy Master for Pilotage and Crime"},
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
