package resolved_test

import (
	"reflect"
	"testing"

	"minutebook/model"
	"minutebook/model/resolved"
)

func TestOf(t *testing.T) {
	t.Parallel()
	carried := func(result string) *model.Vote { return &model.Vote{Result: result} }
	m := model.Meeting{ID: "m", Body: "Weir Board", Date: "2026-02-04", State: model.Circulated, Items: []model.Item{
		{ID: "i1", Title: "Roof", Entries: []model.Entry{
			{ID: "p", Kind: model.Paragraph, Text: "Words."},
			{ID: "d", Kind: model.Decision, Text: "That **it** be so.", Resolution: &model.Resolution{Number: "2026/14", Mover: "Ann", Seconder: "Bo"}},
			{ID: "lost", Kind: model.Motion, Text: "That it be not."},
			{ID: "v1", Kind: model.VoteTaken, Text: "x", Vote: carried("lost")},
			{ID: "won", Kind: model.Motion, Text: "That it be tried."},
			{ID: "v2", Kind: model.VoteTaken, Text: "x", Vote: carried("nem con")},
			{ID: "own", Kind: model.Motion, Text: "That it be kept.", Resolution: &model.Resolution{Result: "carried"}},
			{ID: "open", Kind: model.Motion, Text: "That nobody knows."},
		}},
		{ID: "i2", Title: "Pay", Restricted: &model.Restriction{Reason: "pay"}, Entries: []model.Entry{{ID: "r", Kind: model.Decision, Text: "Raised."}}},
	}}
	one := resolved.Resolution{Meeting: "m", Body: "Weir Board", Date: "2026-02-04", State: model.Circulated, Item: "i1", ItemNumber: "1", Title: "Roof"}
	with := func(f func(*resolved.Resolution)) resolved.Resolution { r := one; f(&r); return r }
	want := []resolved.Resolution{
		with(func(r *resolved.Resolution) {
			r.Entry, r.Number, r.Text, r.Mover, r.Seconder = "d", "2026/14", "That it be so.", "Ann", "Bo"
		}),
		with(func(r *resolved.Resolution) {
			r.Entry, r.Number, r.Text, r.Motion, r.Result = "won", "1.4", "That it be tried.", true, "nem con"
		}),
		with(func(r *resolved.Resolution) {
			r.Entry, r.Number, r.Text, r.Motion, r.Result = "own", "1.5", "That it be kept.", true, "carried"
		}),
		with(func(r *resolved.Resolution) {
			r.Item, r.ItemNumber, r.Title, r.Entry, r.Number, r.Text, r.Restricted = "i2", "2", "Pay", "r", "2.1", "Raised.", true
		}),
	}
	if got := resolved.Of(m); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}
