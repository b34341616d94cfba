package mail_test

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/mail"
	"minutebook/model/register"
)

func TestChase(t *testing.T) {
	t.Parallel()
	people := []model.Person{{ID: "p", Name: "Pat Moss", Mail: "pat@weir.example"}, {ID: "z", Name: "Zoë Finch", Mail: "zoe@weir.example"}, {ID: "n", Name: "Nobody Yet"}}
	bodies := []model.Body{{Seats: []model.Seat{{Person: "p", Name: "Cllr P. Moss", Post: "Lock-keeper"}, {Person: "z", Name: "Z. Finch", Post: "Treasurer", To: "2026-01-01"}}}}
	address := mail.Addresses(people, bodies, "2026-05-05")
	for owner, want := range map[string]string{"Pat Moss": "pat@weir.example", "cllr p moss": "pat@weir.example", "the Lock-keeper": "pat@weir.example", "Zoe Finch": "zoe@weir.example", "Treasurer": "", "Nobody Yet": "", "": ""} {
		if got := strings.Join(address(owner), " "); got != want {
			t.Errorf("%q is at %q, want %q", owner, got, want)
		}
	}
	letters := mail.Chase([]register.Action{
		{Meeting: "m", ID: "a", Body: "Weir Board", Date: "2026-03-02", Printed: "1", Text: "Ask about\nthe sluice", Owners: []string{"Lock-keeper"}, State: model.Open,
			Due: model.Due{Words: "by Easter", Date: "2026-04-05"}, Forum: "Flood Group", Note: "Rang twice"},
		{Meeting: "m", ID: "b", Body: "Weir Board", Date: "2026-03-02", Printed: "2", Text: "Paint", Owners: []string{"lock-keeper", "Treasurer"}, State: model.InProgress},
		{Meeting: "m", ID: "c", Body: "Weir Board", Date: "2026-03-02", Printed: "3", Text: "Done", Owners: []string{"Lock-keeper"}, State: model.Complete},
		{Meeting: "x", ID: "d", Body: "Mill Trust", Date: "2026-04-02", Printed: "9", Text: "Grind", State: model.Open},
	}, address, "2026-05-05")
	var owners []string
	for _, l := range letters {
		owners = append(owners, l.Owner+": "+l.Message.Subject+" to "+strings.Join(l.Message.To, " "))
	}
	want := []string{"Lock-keeper: Weir Board: 2 actions to pat@weir.example", "Treasurer: Weir Board: action 2 of 2 March 2026 to ", ": Mill Trust: action 9 of 2 April 2026 to "}
	if !slices.Equal(owners, want) {
		t.Errorf("%q, want %q", owners, want)
	}
	const text = "Dear Lock-keeper\n\nThese 2 actions are still open. How do they stand?\n\nWeir Board, 2 March 2026\n\n" +
		"Action 1: Ask about the sluice\nDue: by Easter, 5 April 2026 (overdue). Report to: Flood Group\nLast heard: Rang twice\n\nAction 2: Paint\n"
	if got := letters[0].Message.Text; got != text {
		t.Errorf("%q, want %q", got, text)
	}
}
