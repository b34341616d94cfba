package roster

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
)

// brief is what was read, one person a line: group: name, post [capacity]
// <mail> from..to, with a "?" where anything is unsure.
func brief(lines []Line) string {
	var out []string
	for _, l := range lines {
		s := l.Name
		if l.Acting {
			s += " (acting)"
		}
		if l.Post != "" {
			s += ", " + l.Post
		}
		if l.Group != "" {
			s = l.Group + ": " + s
		}
		if l.Capacity != model.Member {
			s += " [" + string(l.Capacity) + "]"
		}
		if l.Mail != "" {
			s += " <" + l.Mail + ">"
		}
		if l.From != "" || l.To != "" {
			s += fmt.Sprintf(" %s..%s", l.From, l.To)
		}
		if len(l.Unsure) > 0 {
			s += " ?"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

var pastes = []struct{ name, text, want string }{
	{"spreadsheet with a header",
		"Name\tRole\tOrganisation\tEmail\nJane Smith\tTreasurer\tHarbour Authority\tj.smith@harbour.example\nTomas Reyes\tActing Chief Executive\tHarbour Authority\ttomas@harbour.example\n",
		"Harbour Authority: Jane Smith, Treasurer <j.smith@harbour.example>\nHarbour Authority: Tomas Reyes (acting), Chief Executive <tomas@harbour.example>"},
	{"columns in another order",
		"Email address\tJob title\tFull name\r\nann@a.example\tHarbour Master\tAnn Zelenka\r\n\tPilot\tOla Lindqvist\r\n",
		"Ann Zelenka, Harbour Master <ann@a.example>\nOla Lindqvist, Pilot"},
	{"titles that are honorifics, given names and surnames",
		"Title\tFirst name\tSurname\tPost\nCdr.\tOla\tLindqvist\tPilot\nDr\tZoë\tNdiaye\t\n",
		"Cdr. Ola Lindqvist, Pilot\nDr Zoë Ndiaye"},
	{"titles that are posts",
		"Name\tTitle\nRuth Adeyemi\tDirector of Finance\nMr Paul Moss\tHead of Estates\n",
		"Ruth Adeyemi, Director of Finance\nMr Paul Moss, Head of Estates"},
	{"no header",
		"Ruth Adeyemi\tDirector of Finance\tNorth Quay Trust\nPaul Moss\tSurveyor\tNorth Quay Trust\n",
		"North Quay Trust: Ruth Adeyemi, Director of Finance\nNorth Quay Trust: Paul Moss, Surveyor"},
	{"no header, numbers and addresses first",
		"1\tr@n.example\tRuth Adeyemi\n2\tp@n.example\tPaul Moss\n",
		"Ruth Adeyemi <r@n.example>\nPaul Moss <p@n.example>"},
	{"groups as rows of their own",
		"Name\tPost\nHarbour Authority\t\nJane Smith\tTreasurer\nTOWN COUNCIL\t\nCllr Bea Ward\t\nIn attendance\t\nPia Holm\tClerk\n",
		"Harbour Authority: Jane Smith, Treasurer\nTOWN COUNCIL: Cllr Bea Ward\nPia Holm, Clerk [attending]"},
	{"terms and capacity",
		"Member\tStatus\tFrom\tUntil\nJane Smith\tMember\t1 May 2025\t30/4/2028\nBo Lund\tObserver\t2025-05-01\t\nKim Ash\tmember\tlast spring\t-\n",
		"Jane Smith 2025-05-01..2028-04-30\nBo Lund [observing] 2025-05-01..\nKim Ash ?"},
	{"surname first in a cell",
		"Name\tRole\n\"Smith, Jane\"\tTreasurer\nvan der Berg, Piet\tClerk\n",
		"Jane Smith, Treasurer\nPiet van der Berg, Clerk"},
	{"several people in one cell",
		"Organisation\tName\nHarbour Authority\t\"Jane Smith, Treasurer\nTomas Reyes, Chief Executive\"\nTown Council\tBea Ward\n",
		"Harbour Authority: Jane Smith, Treasurer\nHarbour Authority: Tomas Reyes, Chief Executive\nTown Council: Bea Ward"},
	{"commas with a header",
		"Name,Post,Email\nJane Smith,\"Treasurer, and Deputy Chair\",j@a.example\nBo Lund,,\n",
		"Jane Smith, Treasurer, and Deputy Chair <j@a.example>\nBo Lund"},
	{"a mail program",
		"Jane Smith <jane@a.example>; Tomas Reyes <t.reyes@b.example>;",
		"Jane Smith <jane@a.example>\nTomas Reyes <t.reyes@b.example>"},
	{"a mail program with surnames first",
		"To: \"Smith, Jane\" <jane@a.example>, 'Ola Lindqvist' <ola@b.example>\nCc: Reyes, Tomas <t@b.example>",
		"Jane Smith <jane@a.example>\nOla Lindqvist <ola@b.example>\nTomas Reyes <t@b.example>"},
	{"bare addresses",
		"zoe.ndiaye@a.example; <mailto:bo_lund@b.example>",
		"Zoe Ndiaye <zoe.ndiaye@a.example> ?\nBo Lund <bo_lund@b.example> ?"},
	{"addresses with departments",
		"Jane Smith (Treasurer) <jane@a.example>; Paul Moss (Estates Department) <p@a.example>",
		"Jane Smith, Treasurer <jane@a.example>\nEstates Department: Paul Moss <p@a.example>"},
	{"lines",
		"Jane Smith, Treasurer\nTomas Reyes – Chief Executive\nAnn Zelenka (Chair)\nBo Lund\n",
		"Jane Smith, Treasurer\nTomas Reyes, Chief Executive\nAnn Zelenka, Chair\nBo Lund"},
	{"lines under headings",
		"Harbour Authority\nJane Smith, Treasurer\n• Tomas Reyes, Acting Chief Executive\n\nTown Council:\n- Cllr Bea Ward\n\nIn attendance\nPia Holm, Clerk\n",
		"Harbour Authority: Jane Smith, Treasurer\nHarbour Authority: Tomas Reyes (acting), Chief Executive\nTown Council: Cllr Bea Ward\nPia Holm, Clerk [attending]"},
	{"groups in front, as the roster takes them",
		"Harbour Authority: Jane Smith, Treasurer\nTown Council: Bea Ward\n",
		"Harbour Authority: Jane Smith, Treasurer\nTown Council: Bea Ward"},
	{"posts in front",
		"Chair: Ann Zelenka\nVice-chair: Bo Lund\nHon. Treasurer: Jane Smith (acting)\n",
		"Ann Zelenka, Chair\nBo Lund, Vice-chair\nJane Smith (acting), Hon. Treasurer"},
	{"names in a row",
		"Present: Jane Smith, Tomas Reyes (Chair) and Ann Zelenka\nIn attendance: Pia Holm\nApologies: Bo Lund",
		"Jane Smith\nTomas Reyes, Chair\nAnn Zelenka\nPia Holm [attending]\nBo Lund [attending] ?"},
	{"a numbered list with letters after names",
		"1. Cllr Jane Smith OBE, JP\n2) Sir Tom Reyes, KC, Chair\n3. Bo Lund",
		"Cllr Jane Smith OBE, JP\nSir Tom Reyes, KC, Chair\nBo Lund"},
	{"an organisation behind the post",
		"Jane Smith, Treasurer, Harbour Authority\nBo Lund, Engineer, North Quay Trust",
		"Harbour Authority: Jane Smith, Treasurer\nNorth Quay Trust: Bo Lund, Engineer"},
	{"somebody twice",
		"Jane Smith, Treasurer\nJANE SMITH\n",
		"Jane Smith, Treasurer ?"},
	{"one name of one word",
		"Jane Smith, Treasurer\nMadonna\n",
		"Jane Smith, Treasurer\nMadonna ?"},
	{"headings in a table",
		"Name\tRole\tEmail\nCouncillors\t\t\nCllr Jane Smith\tChair\tjane@town.example\nOfficers\t\t\nBo Lund\tClerk\t\n",
		"Councillors: Cllr Jane Smith, Chair <jane@town.example>\nBo Lund, Clerk [attending]"},
	{"nothing", " \n\t\n", ""},
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, p := range pastes {
		if got := brief(Read(p.text)); got != p.want {
			t.Errorf("%s:\n%s\nwant\n%s", p.name, got, p.want)
		}
	}
}
