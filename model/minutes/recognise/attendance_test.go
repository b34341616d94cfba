package recognise

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// told writes an attendee as a line: "mark capacity: Name | post | group |
// reason; facts".
func told(a model.Attendee) string {
	s := string(a.Mark)
	if a.Capacity != model.Member {
		s += " " + string(a.Capacity)
	}
	s += ": " + a.Name
	for _, part := range []struct{ sign, words string }{{", ", a.Post}, {" @ ", a.Group}, {" because ", a.Reason}, {" for ", a.DeputyFor}, {" item ", strings.Join(a.Items, "+")}} {
		if part.words != "" {
			s += part.sign + part.words
		}
	}
	if a.Remote {
		s += " remote"
	}
	if a.Unsure {
		s += " ?"
	}
	return s
}

func recognised(t *testing.T, text string) Found {
	t.Helper()
	d, err := read.File("minutes.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return Meeting(d, Options{})
}

// attendanceCases are invented lists, each in another manner, and who is in
// them.
var attendanceCases = []struct {
	name, text string
	want       []string
	// chair, clerk are names, public the head count as printed.
	chair, clerk, public string
}{
	{name: "one a line with posts", text: "Present\n\nAnna Reed, Chair\nTom Hale, Treasurer\nMaya Singh, Harbour Master\n\n1. Welcome\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer", "present: Maya Singh, Harbour Master"}, chair: "Anna Reed"},
	{name: "honorifics of councillors", text: "Present: Cllr A. Reed (Chairman), Cllr Mrs P. Hale (Vice-Chairman), Cllrs D. Singh and S. Patel\nIn attendance: Mrs K. Moss (Clerk), County Cllr B. Rook, District Cllr E. Lark (to item 12) and 4 members of the public\n\n1. Welcome\n",
		want: []string{"present: Cllr A. Reed, Chairman", "present: Cllr Mrs P. Hale, Vice-Chairman", "present: D. Singh", "present: S. Patel",
			"present attending: Mrs K. Moss, Clerk", "present attending: B. Rook, County Cllr", "present attending: E. Lark, to item 12, District Cllr"}, chair: "Cllr A. Reed", clerk: "Mrs K. Moss", public: "4"},
	{name: "initials and post in brackets", text: "Present: Anna Reed (AR, Chair), Tom Hale (TH – Treasurer)\n\n1. Welcome\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer"}, chair: "Anna Reed"},
	{name: "excused", text: "Present: Commissioners Reed, Hale, Singh\nAbsent: Commissioner Patel (excused)\n\n1. Welcome\n",
		want: []string{"present: Reed", "present: Hale", "present: Singh", "absent: Patel, Commissioner because excused"}},
	{name: "apologies told of again", text: "Present: Mrs Anna Reed, Mr Tom Hale\nApologies: Mrs Maya Singh\n\n1. Apologies and welcome\n\nThe apologies of Mrs Singh were accepted.\n",
		want: []string{"present: Mrs Anna Reed", "present: Mr Tom Hale", "apologies: Mrs Maya Singh"}},
	{name: "comma run with initials", text: "Attendees: Anna Reed (AR), Tom Hale (TH), Maya Singh (MS)\nApologies: Ravi Patel (RP)\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "present: Maya Singh", "apologies: Ravi Patel"}},
	{name: "tabs and dashes", text: "Attendees:\nAnna Reed (AR) (Chair)\t\t-\tNorthport Trust\nTom Hale (THa)\t\t-\tEastcliff Haven\n",
		want: []string{"present: Anna Reed, Chair, Northport Trust", "present: Tom Hale, Eastcliff Haven"}, chair: "Anna Reed"},
	{name: "groups by organisation", text: "Present\n\nNHT\n\nAnna Reed, Director of Moorings\nTom Hale, Head of Dredging\n\nRYAC\n\nMaya Singh, Commodore\n",
		want: []string{"present: Anna Reed, Director of Moorings @ NHT", "present: Tom Hale, Head of Dredging @ NHT", "present: Maya Singh, Commodore @ RYAC"}},
	{name: "groups by capacity", text: "Present:\nMembers:\nAnna Reed\nTom Hale\nOfficers:\nMaya Singh, Clerk\nObservers:\nRavi Patel\n",
		want:  []string{"present: Anna Reed", "present: Tom Hale", "present attending: Maya Singh, Clerk", "present observing: Ravi Patel"},
		clerk: "Maya Singh"},
	{name: "run together with posts", text: "Present\n\nAnna Reed, Director of Moorings Tom Hale, Head of Dredging and Survey Maya Singh, Chief Pilot\n\n1. Minutes\n",
		want: []string{"present: Anna Reed, Director of Moorings", "present: Tom Hale, Head of Dredging and Survey", "present: Maya Singh, Chief Pilot"}},
	{name: "run together by honorifics", text: "Present: Cllr Anna Reed Chair Cllr Tom Hale Cllr Maya Singh Vice Chair Cllr R Patel\n",
		want: []string{"present: Cllr Anna Reed, Chair", "present: Cllr Tom Hale", "present: Cllr Maya Singh, Vice Chair", "present: Cllr R Patel"}, chair: "Cllr Anna Reed"},
	{name: "names with nothing between", text: "Present: Anna Reed Tom Hale Maya Singh Peter Lowe\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "present: Maya Singh", "present: Peter Lowe"}},
	{name: "unknown names with nothing between", text: "Present: Anneke Roodt Thabo Halloran Xiu Singh Pieter Lowe\n",
		want: []string{"present: Anneke Roodt ?", "present: Thabo Halloran ?", "present: Xiu Singh ?", "present: Pieter Lowe ?"}},
	{name: "semicolons", text: "Present: Anna Reed, Chair; Tom Hale, Treasurer, Northport Trust; Maya Singh\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer, Northport Trust", "present: Maya Singh"}, chair: "Anna Reed"},
	{name: "bullets with organisations", text: "## Attendees\n\n* Anna Reed (Northport) via video conf\n* Tom Hale (Eastcliff\n* Maya Singh (Haven Board) by phone\n\n## Apologies\n* Ravi Patel (Northport)\n",
		want: []string{"present: Anna Reed, Northport remote", "present: Tom Hale, Eastcliff", "present: Maya Singh, Haven Board remote", "apologies: Ravi Patel, Northport"}},
	{name: "part attendance", text: "Present\nAnna Reed, Chief Pilot (item 3)\nTom Hale, Surveyor (items 4 and 6)\nMaya Singh (for item 2 only)\n",
		want: []string{"present: Anna Reed, Chief Pilot item 3", "present: Tom Hale, Surveyor item 4+6", "present: Maya Singh item 2"}},
	{name: "deputies", text: "Present: Anna Reed (deputising for Ravi Patel), Tom Hale (substitute for Cllr Lowe)\nApologies: Ravi Patel\n",
		want: []string{"present: Anna Reed for Ravi Patel", "present: Tom Hale for Cllr Lowe", "apologies: Ravi Patel"}},
	{name: "reasons", text: "Present: Anna Reed, Tom Hale\nApologies: Cllr Ravi Patel (work commitments), Cllr Peter Lowe (holiday)\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "apologies: Cllr Ravi Patel because work commitments", "apologies: Cllr Peter Lowe because holiday"}},
	{name: "nobody", text: "Present: Anna Reed, Tom Hale\nIn attendance: (None)\nApologies: None\nAbsent: nil\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "present: Tom Hale"}},
	{name: "surnames in a sentence", text: "CALL TO ORDER\n\nCalled to order by President Reed at 5:50 pm. Board members present: Hale, Reed, Singh and Lowe. Board members absent: Patel. Staff present: Chief Moss and Clerk Dunn.\n",
		want:  []string{"present: Hale", "present: Reed", "present: Singh", "present: Lowe", "absent: Patel", "present attending: Moss, Chief", "present attending: Dunn, Clerk"},
		chair: "Reed", clerk: "Dunn"},
	{name: "present were", text: "Harbour Board\n\nPresent were Anna Reed (Chair), Tom Hale and Maya Singh.\n\n1. Minutes\nAgreed.\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale", "present: Maya Singh"}, chair: "Anna Reed"},
	{name: "apologies in an item", text: "Present: Cllr Reed, Cllr Hale\n\n1. Apologies\n\nApologies were received from Cllr Patel and Cllr Lowe (Chair), both due to illness.\n\n2. Minutes\nAgreed.\n",
		want: []string{"present: Cllr Reed", "present: Cllr Hale", "apologies: Cllr Patel because illness", "apologies: Cllr Lowe, Chair because illness"}},
	{name: "somebody sent apologies", text: "Present: Anna Reed, Tom Hale\n\n1. Apologies for absence\n\nMaya Singh and Ravi Patel had sent their apologies.\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "apologies: Maya Singh", "apologies: Ravi Patel"}},
	{name: "listed twice", text: "Present: Anna Reed, Tom Hale, Maya Singh\nChair: Anna Reed\nMinutes: Maya Singh\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "present: Maya Singh"}, chair: "Anna Reed", clerk: "Maya Singh"},
	{name: "offices as labels", text: "Chair: Anna Reed\nClerk: Tom Hale\nPresent: Maya Singh, Ravi Patel\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Clerk", "present: Maya Singh", "present: Ravi Patel"}, chair: "Anna Reed", clerk: "Tom Hale"},
	{name: "table with a head", text: "| Name | Initials | Role |\n|---|---|---|\n| Anna Reed | AR | Chair |\n| Tom Hale | TH | Treasurer |\n\n1. Welcome\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer"}, chair: "Anna Reed"},
	{name: "table of labels", text: "| Present: | Anna Reed, Tom Hale |\n|---|---|\n| Apologies: | Ravi Patel |\n| In attendance: | Maya Singh (Clerk) |\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "apologies: Ravi Patel", "present attending: Maya Singh, Clerk"}, clerk: "Maya Singh"},
	{name: "a column of marks", text: "| Name | Present |\n|---|---|\n| Anna Reed | Yes |\n| Tom Hale | Apologies |\n| Maya Singh | No |\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "apologies: Tom Hale", "absent: Maya Singh"}},
	{name: "head count", text: "PRESENT: Cllr A Reed, Cllr T Hale. Mrs M Singh (Clerk)\n\nAlso present: 9 members of the public\n\n1. Open forum\n",
		want: []string{"present: Cllr A Reed", "present: Cllr T Hale", "present: Mrs M Singh, Clerk"}, clerk: "Mrs M Singh", public: "9"},
	{name: "head count behind a label", text: "Present: Cllr A Reed, Cllr T Hale\nMembers of the public: seven\n",
		want: []string{"present: Cllr A Reed", "present: Cllr T Hale"}, public: "7"},
	{name: "on the phone", text: "Attendees\nAnna Reed, Tom Hale\nOn the phone: Maya Singh, Ravi Patel\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "present: Maya Singh remote", "present: Ravi Patel remote"}},
	{name: "template left in", text: "-   Present: REMOVE THOSE AWAY - Anna, Tom, Maya, JC\n-   Apologies: Ravi and Peter\n-   Observing: NAMES\n-   Chair: NAME\n",
		want: []string{"present: Anna", "present: Tom", "present: Maya", "present: JC", "apologies: Ravi", "apologies: Peter"}},
	{name: "regrets and guests", text: "**Present:** Anna Reed, Tom Hale\n\n**Regrets:** Maya Singh\n\n**Guests:** Ravi Patel\n\n**Scribe(s):** Tom Hale\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "apologies: Maya Singh", "present attending: Ravi Patel"}, clerk: "Tom Hale"},
	{name: "surname first", text: "Present\nREED, Anna\nHALE, Tom\nSINGH, Maya\n",
		want: []string{"present: Anna REED", "present: Tom HALE", "present: Maya SINGH"}},
	{name: "heading without colon on one line", text: "Present Cllr Anna Reed, Cllr Tom Hale\nIn attendance Mrs Maya Singh (Clerk)\n",
		want: []string{"present: Cllr Anna Reed", "present: Cllr Tom Hale", "present attending: Mrs Maya Singh, Clerk"}, clerk: "Mrs Maya Singh"},
	{name: "posts with letters", text: "Present\nDr Anna Reed OBE, Chair\nTom Hale MBE\nSir Peter Lowe KC, Legal Adviser\n",
		want: []string{"present: Dr Anna Reed OBE, Chair", "present: Tom Hale MBE", "present: Sir Peter Lowe KC, Legal Adviser"}, chair: "Dr Anna Reed OBE"},
	{name: "who took the chair", text: "Present\n* Anna Reed\n* Tom Hale\n\n1. Introductions\nTom Hale, acting as chair, greeted everybody.\n",
		want: []string{"present: Anna Reed", "present: Tom Hale"}, chair: "Tom Hale"},
	{name: "names with particles", text: "Present: Anna van der Berg, Tom O'Hale, Maria de la Cruz, J.-P. Martin\n",
		want: []string{"present: Anna van der Berg", "present: Tom O'Hale", "present: Maria de la Cruz", "present: J.-P. Martin"}},
	{name: "one name", text: "Present: Anna Reed\n\n1. Welcome\n", want: []string{"present: Anna Reed"}},
	{name: "names and posts in columns apart", text: "Present:\n\nAnna Reed\nTom Hale\nMaya Singh\n\nChair\nTreasurer\nHarbour Master\n\n1. Welcome\n",
		want: []string{"present: Anna Reed, Chair ?", "present: Tom Hale, Treasurer ?", "present: Maya Singh, Harbour Master ?"}, chair: "Anna Reed"},

	{name: "plural titles", text: "Present: Cllrs Reed (Chair), Hale and Singh; Messrs Lowe and Patel\n",
		want: []string{"present: Reed, Chair", "present: Hale", "present: Singh", "present: Lowe", "present: Patel"}, chair: "Reed"},
	{name: "councillors with initials", text: "PRESENT: Councillors A Reed (Chairman), T Hale, M Singh\nIn attendance: R Dunn (Clerk)\n",
		want: []string{"present: A Reed, Chairman", "present: T Hale", "present: M Singh", "present attending: R Dunn, Clerk"}, chair: "A Reed", clerk: "R Dunn"},
	{name: "mayor and members", text: "PRESENT: Mayor Reed, Council Members Hale, Singh and Lowe; City Manager Dunn\n",
		want: []string{"present: Reed, Mayor", "present: Hale", "present: Singh", "present: Lowe", "present: Dunn, City Manager"}},
	{name: "bars between name and post", text: "Present:\nAnna Reed | Chair\nTom Hale | Treasurer\n", want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer"}, chair: "Anna Reed"},
	{name: "two columns of people", text: "Present:\nAnna Reed, Chair            Tom Hale, Treasurer\nMaya Singh                  Peter Lowe\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer", "present: Maya Singh", "present: Peter Lowe"}, chair: "Anna Reed"},
	{name: "columns of name and post", text: "Present:\nAnna Reed            Chair\nTom Hale             Eastcliff Haven\n", want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Eastcliff Haven"}, chair: "Anna Reed"},
	{name: "times", text: "Present: Anna Reed (from 10.30), Tom Hale, Treasurer (until 11.15), Maya Singh (via Teams)\n",
		want: []string{"present: Anna Reed, from 10.30", "present: Tom Hale, Treasurer (until 11.15)", "present: Maya Singh remote"}},
	{name: "initials alone", text: "Present: AR, TH, MS\nApologies: PL\n", want: []string{"present: AR", "present: TH", "present: MS", "apologies: PL"}},
	{name: "labels on one line", text: "Present: Anna Reed, Tom Hale. Apologies: Maya Singh. Absent: Peter Lowe.\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "present: Tom Hale", "apologies: Maya Singh", "absent: Peter Lowe"}},
	{name: "a run over two lines", text: "Present: Anna Reed (Chair), Tom Hale,\nMaya Singh, Peter Lowe\n\n1. Welcome\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale", "present: Maya Singh", "present: Peter Lowe"}, chair: "Anna Reed"},
	{name: "posts first", text: "Present:\nChair – Anna Reed\nTreasurer: Tom Hale\nDirector of Finance: Maya Singh\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer", "present: Maya Singh, Director of Finance"}, chair: "Anna Reed"},
	{name: "received from", text: "Present: Cllr Reed, Cllr Hale\nApologies for absence: Received from Cllr Singh (ill).\n\n1. Welcome\n",
		want: []string{"present: Cllr Reed", "present: Cllr Hale", "apologies: Cllr Singh because ill"}},
	{name: "in the chair", text: "In the Chair: Cllr A Reed\nPresent: Cllrs T Hale and M Singh\n\n1. Welcome\n",
		want: []string{"present: Cllr A Reed", "present: T Hale", "present: M Singh"}, chair: "Cllr A Reed"},
	{name: "numbered names", text: "Attendees\n\n1. Anna Reed, Chair\n2. Tom Hale, Treasurer\n3. Maya Singh\n\nWelcome\n\nAll were welcomed.\n",
		want: []string{"present: Anna Reed, Chair", "present: Tom Hale, Treasurer", "present: Maya Singh"}, chair: "Anna Reed"},

	// What is no list of attendance.
	{name: "a list elsewhere", text: "Present: all members as per the attached list\n\n1. Welcome\n"},
	{name: "a head count of members", text: "Present: 12 members\n\n1. Welcome\n"},
	{name: "a sentence that begins with present", text: "1. Moorings\nPresent arrangements for Anna Reed and Tom Hale were discussed.\n"},
	{name: "an item called attendance", text: "Board\n\n1. Attendance\nMembers noted that attendance at the regatta had risen.\n\n2. Close\n"},
	{name: "an empty heading", text: "Apologies:\n\n1. Welcome\nMembers were welcomed.\n"},
	{name: "votes", text: "1. Motion\nRoll call vote:\nAye: Hale, Reed\nNo: None\nAbsent: None\nMotion carried.\n"},
	{name: "distribution", text: "Present: Anna Reed, Tom Hale\nDistribution: Maya Singh, Ravi Patel\n\n1. Welcome\n",
		want: []string{"present: Anna Reed", "present: Tom Hale"}},
	{name: "prose about a list", text: "1. Staff\nStaff: the Board thanked all staff for their work.\nMembers: 2,748 (down 15)\n"},
	{name: "titles below a list", text: "Attendees: Anna Reed, Tom Hale\n\nMatters Arising\n\nThe pier was painted.\n\nPrevious Minutes\n\nAgreed.\n",
		want: []string{"present: Anna Reed", "present: Tom Hale"}},
}

func TestAttendance(t *testing.T) {
	for _, c := range attendanceCases {
		t.Run(c.name, func(t *testing.T) {
			f := recognised(t, c.text)
			var got []string
			chair, clerk, public := "", "", ""
			for _, a := range f.Meeting.Attendees {
				got = append(got, told(a))
				if a.ID == f.Meeting.Chair {
					chair = a.Name
				}
				if a.ID == f.Meeting.Clerk {
					clerk = a.Name
				}
			}
			if f.Meeting.Public != nil {
				public = fmt.Sprint(*f.Meeting.Public)
			}
			if g, w := strings.Join(got, "\n"), strings.Join(c.want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
			if chair != c.chair || clerk != c.clerk || public != c.public {
				t.Errorf("chair %q, clerk %q, public %q; want %q, %q, %q", chair, clerk, public, c.chair, c.clerk, c.public)
			}
			keepsWords(t, c.text, f)
		})
	}
}

// keepsWords holds that no word of a text is lost: all are in the meeting, in a
// label or in a piece that was dropped.
func keepsWords(t *testing.T, text string, f Found) {
	t.Helper()
	kept := meetingWords(f)
	for _, p := range f.Pieces {
		if count(kept, p.Label); p.As == Dropped {
			count(kept, p.Source)
		}
	}
	source, _ := wordsOf(text)
	for word, n := range source {
		if kept[word] < n {
			t.Errorf("%q is lost (%d of %d)", word, kept[word], n)
		}
	}
}
