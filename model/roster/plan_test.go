package roster

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"minutebook/model"
)

func counter() func() model.ID {
	n := 0
	return func() model.ID { n++; return model.ID(fmt.Sprintf("n%d", n)) }
}

func bodyOf(seats ...model.Seat) model.Body {
	return model.Body{ID: "b", Rev: 3, Name: "Board", Seats: seats}
}

func kept(saves []model.Save[model.Person]) []model.Person {
	var all []model.Person
	for _, s := range saves {
		all = append(all, s.Value)
	}
	return all
}

func board() (model.Body, []model.Person) {
	return bodyOf(
			model.Seat{ID: "s1", Person: "p1", Name: "Dr Jane Smith", Post: "Treasurer", Group: "Authority"},
			model.Seat{ID: "s2", Person: "p2", Name: "Tomas Reyes", Post: "Chief Executive", Acting: true, Group: "Authority", From: "2025-01-01"},
			model.Seat{ID: "s3", Person: "p3", Name: "Bo Lund", Group: "Council"},
			model.Seat{ID: "s4", Person: "p4", Name: "Una Vale", Group: "Council", To: "2024-12-31"},
		), []model.Person{
			{ID: "p1", Rev: 2, Name: "Jane Smith", Mail: "jane@a.example"}, {ID: "p2", Rev: 1, Name: "Tomas Reyes"}, {ID: "p3", Rev: 1, Name: "Bo Lund"},
			{ID: "p4", Rev: 1, Name: "Una Vale"}, {ID: "p5", Rev: 1, Name: "Kim Ash"}, {ID: "p6", Rev: 1, Name: "Kim Ash"}, {ID: "p7", Rev: 1, Name: "Lee Ong"},
		}
}

func steps(all []Step) string {
	var out []string
	for _, s := range all {
		line := fmt.Sprintf("%s %s=%s %s", s.Do, s.Seat.ID, s.Seat.Person, s.Seat.Name)
		if s.Seat.Acting {
			line += " acting"
		}
		line += " " + s.Seat.Post + "/" + s.Seat.Group + fmt.Sprintf(" %s..%s", s.Seat.From, s.Seat.To)
		if s.NewMail {
			line += " <" + s.Person.Mail + ">"
		}
		for i, g := range s.Unsure {
			line += []string{" ? ", "; "}[min(i, 1)] + g.String()
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestPlan(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		o          Options
		want       string
	}{
		{"as it is", "Jane Smith, Treasurer\nReyes, Tomas (Acting Chief Executive)", Options{}, // a surname first is no name without an address
			"keep s1=p1 Dr Jane Smith Treasurer/Authority ..\nadd n2=n1 Reyes Tomas (Acting Chief Executive)/ .. ? may be a heading or a post rather than a name"},
		{"another post, put right", "Jane Smith, Chair", Options{}, "change s1=p1 Dr Jane Smith Chair/Authority .."},
		{"another post from a day", "Jane Smith, Chair", Options{From: "2026-12-01"}, "change n1=p1 Dr Jane Smith Chair/Authority 2026-12-01.."},
		{"no longer acting", "Tomas Reyes, Chief Executive", Options{}, "change s2=p2 Tomas Reyes Chief Executive/Authority 2025-01-01.."},
		{"an initial", "J. Smith, Treasurer; B Lund", Options{}, "keep s1=p1 Dr Jane Smith Treasurer/Authority .. ? stands in the list as J. Smith\nkeep s3=p3 Bo Lund /Council .. ? stands in the list as B Lund"},
		{"somebody the book knows from elsewhere", "Council: Lee Ong", Options{From: "2026-12-01"}, "add n1=p7 Lee Ong /Council 2026-12-01.."},
		{"two of one name", "Kim Ash", Options{}, "add n2=n1 Kim Ash / .. ? is one of several of that name: somebody new is made"},
		{"a seat that ended begins again", "Council: Una Vale", Options{}, "add n1=p4 Una Vale /Council .."},
		{"by the address", "Jane Jones <JANE@a.example>; Bo Lund <bo@b.example>", Options{},
			"change s1=p1 Jane Jones Treasurer/Authority .. ? has the address of Jane Smith\nchange s3=p3 Bo Lund /Council .. <bo@b.example>"},
		{"another address", "Name\tEmail\nJane Smith\tjs@b.example", Options{}, "change s1=p1 Dr Jane Smith Treasurer/Authority .. <js@b.example> ? had the address jane@a.example"},
		{"the whole of the roster", "Jane Smith\nNew Comer", Options{Whole: true},
			"keep s1=p1 Dr Jane Smith Treasurer/Authority ..\nadd n2=n1 New Comer / ..\nend s2=p2 Tomas Reyes acting Chief Executive/Authority 2025-01-01..2026-11-20\nend s3=p3 Bo Lund /Council ..2026-11-20"},
	} {
		b, people := board()
		c.o.Today = "2026-11-21"
		text := c.text
		lines := Read(text)
		if got := steps(Plan(b, people, lines, c.o, counter())); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestApply(t *testing.T) {
	t.Parallel()
	b, people := board()
	before := b.Clone()
	lines := Read("Name\tPost\tGroup\tEmail\nJane Smith\tChair\t\tjs@b.example\nNew Comer\tClerk\tAuthority\t\nBo Lund\t\t\t")
	next, saves := Apply(b, Plan(b, people, lines, Options{From: "2026-12-01", Today: "2026-11-21", Whole: true}, counter()))
	if !reflect.DeepEqual(b, before) {
		t.Error("the body itself was changed")
	}
	var got []string
	for _, s := range next.Seats {
		got = append(got, fmt.Sprintf("%s %s %s..%s", s.Name, s.Post, s.From, s.To))
	}
	want := []string{"Dr Jane Smith Treasurer ..2026-11-30", "Dr Jane Smith Chair 2026-12-01..", "Tomas Reyes Chief Executive 2025-01-01..2026-11-30",
		"New Comer Clerk 2026-12-01..", "Bo Lund  ..", "Una Vale  ..2024-12-31"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(saves) != 2 || saves[0].Base != 2 || saves[0].Value != (model.Person{ID: "p1", Rev: 3, Name: "Jane Smith", Mail: "js@b.example"}) || saves[1].Base != 0 || saves[1].Value.Rev != 1 {
		t.Errorf("people: %+v", saves)
	}
}

func TestSucceed(t *testing.T) {
	t.Parallel()
	b, _ := board()
	seats := Succeed(b.Seats, "s2", model.Seat{ID: "new", Person: "p7", Name: "Lee Ong"}, "2026-12-01")
	if seats[1].To != "2026-11-30" || b.Seats[1].To != "" {
		t.Errorf("before: %+v; the roster given: %+v", seats[1], b.Seats[1])
	}
	want := model.Seat{ID: "new", Person: "p7", Name: "Lee Ong", Post: "Chief Executive", Group: "Authority", From: "2026-12-01"}
	if seats[2] != want || len(seats) != 5 {
		t.Errorf("got %+v, want %+v", seats[2], want)
	}
	if got := Succeed(b.Seats, "nobody", want, "2026-12-01"); !reflect.DeepEqual(got, b.Seats) {
		t.Errorf("of nobody: %+v", got)
	}
}
