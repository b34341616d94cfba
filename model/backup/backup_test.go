package backup

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestNames(t *testing.T) {
	t.Parallel()
	now := at("2026-05-04 10:15")
	if got := Name("/home/clerk/book.mb", now); got != "book-2026-05-04-101500.mb" {
		t.Errorf("it is called %s", got)
	}
	for name, want := range map[string]bool{
		"book-2026-05-04-101500.mb": true, "book-2026-05-04-101500.mb.lock": false, "other-2026-05-04-101500.mb": false, "book.mb": false,
		"book-2026-5-4-101500.mb": false, "book-2026-13-04-101500.mb": false, "book-2026-05-04.mb": false, "book-letters-2026-05-04-101500.mb": false,
	} {
		made, ok := Made("/home/clerk/book.mb", name, time.UTC)
		if ok != want || ok && !made.Equal(now) {
			t.Errorf("%s is of %v, %v", name, made, ok)
		}
	}
}

func TestDue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		last, now string
		want      bool
	}{
		{"2026-05-04 23:59", "2026-05-05 00:00", true},
		{"2026-05-04 00:00", "2026-05-04 23:59", false},
		{"2026-05-04 10:00", "2026-05-03 10:00", false},
		{"2026-04-04 10:00", "2026-05-03 10:00", true},
	} {
		if got := Due(at(c.last), at(c.now)); got != c.want {
			t.Errorf("after %s, at %s: %v", c.last, c.now, got)
		}
	}
	if !Due(time.Time{}, at("2026-05-04 10:00")) {
		t.Error("the first is not due")
	}
	// By the clerk's days, not those of Greenwich.
	far := time.FixedZone("far", 12*3600)
	if last := at("2026-05-04 11:00"); !Due(last, last.Add(2*time.Hour).In(far)) {
		t.Error("a new day there is none")
	}
}

func TestLetGo(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var made []time.Time
		for _, hours := range rapid.SliceOfDistinct(rapid.IntRange(0, 24*800), func(n int) int { return n }).Draw(t, "hours") {
			made = append(made, at("2025-01-01 00:00").Add(time.Duration(hours)*time.Hour))
		}
		gone := LetGo(made)
		left := slices.DeleteFunc(slices.Clone(made), func(m time.Time) bool { return slices.ContainsFunc(gone, m.Equal) })
		if len(left)+len(gone) != len(made) || len(left) > Days+Months {
			t.Fatalf("of %d go %d and stay %d", len(made), len(gone), len(left))
		}
		if len(made) > 0 && !slices.ContainsFunc(left, slices.MaxFunc(made, time.Time.Compare).Equal) {
			t.Fatal("the latest goes")
		}
		if again := LetGo(left); len(again) > 0 {
			t.Fatalf("a second time there go %v", again)
		}
		days := map[string]bool{}
		for _, m := range made {
			days[m.Format(time.DateOnly)] = true
		}
		if len(days) <= Days {
			for day := range days {
				if !slices.ContainsFunc(left, func(m time.Time) bool { return m.Format(time.DateOnly) == day }) {
					t.Fatalf("nothing is left of %s", day)
				}
			}
		}
	})
	var daily []time.Time
	for i := range 400 {
		daily = append(daily, at("2026-12-31 12:00").AddDate(0, 0, -i), at("2026-12-31 09:00").AddDate(0, 0, -i))
	}
	if left := len(daily) - len(LetGo(daily)); left != 14+11 { // the last month's is also the last day's
		t.Errorf("of a year twice a day there stay %d", left)
	}
}
