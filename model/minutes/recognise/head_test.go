package recognise

import (
	"fmt"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// facts are those of a meeting as words: "Body | title | kind | date |
// begin-end | started | venue".
func facts(m model.Meeting) string {
	return fmt.Sprintf("%s | %s | %s | %s | %s-%s | %s | %s", m.Body, m.Title, m.Kind, m.Date, m.Begin, m.End, m.Started, m.Venue)
}

const anItem = "\n\n1. Moorings\n\nThe moorings were inspected.\n"

var headCases = []struct {
	name, text, want string
	file             string
	bodies           []string
	look             read.Look
}{
	{name: "body above note", text: "NORTHPORT HARBOUR BOARD\n\nNote of Meeting 9 July 2032" + anItem + "\nThe Northport Harbour Board thanked all.\n",
		want: "Northport Harbour Board |  |  | 2032-07-09 | - |  | "},
	{name: "body, minutes and day in a line", text: "Buoys and Lamps Board meeting minutes - 16 May 2031" + anItem, want: "Buoys and Lamps Board |  |  | 2031-05-16 | - |  | "},
	{name: "abbreviations stay capitals", text: "NHT RYAC MOORINGS PANEL\n\nMinutes of the meeting held on 3 May 2022" + anItem + "\nNHT and RYAC agreed. The moorings panel met.\n",
		want: "NHT RYAC Moorings Panel |  |  | 2022-05-03 | - |  | "},
	{name: "minutes of the meeting of", text: "Minutes of the ordinary meeting of Eastcliff Town Council held on Monday 7th April 2031 at 6.15pm in the Guildhall" + anItem,
		want: "Eastcliff Town Council |  |  | 2031-04-07 | 18:15- |  | the Guildhall"},
	{name: "range of times", text: "Tide Tables Group\nMinutes\nFriday 11 April 2031 – 13:30-16:15" + anItem, want: "Tide Tables Group |  |  | 2031-04-11 | 13:30-16:15 |  | "},
	{name: "labels", text: "Moorings Committee Minutes\n\nDate: 2031-04-15\nTime: 10 - 12.30pm\nVenue: The Old Chandlery, Quay Street" + anItem,
		want: "Moorings Committee |  |  | 2031-04-15 | 10:00-12:30 |  | The Old Chandlery, Quay Street"},
	{name: "labels above what they say", text: "Moorings Committee Minutes\n\nDate:\n\n15 April 2031\n\nTime:\n\n10 am\n\nVenue:\n\nThe Old Chandlery" + anItem,
		want: "Moorings Committee |  |  | 2031-04-15 | 10:00- |  | The Old Chandlery"},
	{name: "a place in two lines", text: "Tide Mill Board\nMinutes of the meeting held on 2 June 2031 at 10:00 in the Long Room,\nTide Mill\n" + anItem,
		want: "Tide Mill Board |  |  | 2031-06-02 | 10:00- |  | the Long Room, Tide Mill"},
	{name: "no place in two lines", text: "Tide Mill Board\nMinutes of the meeting held on 2 June 2031 at 10:00 in the Long Room,\n\nTide Mill\n" + anItem,
		want: "Tide Mill Board |  |  | 2031-06-02 | 10:00- |  | the Long Room"},
	{name: "a label above another", text: "Moorings Committee Minutes\n\nVenue:\n\nPresent:\n\nAnna Reed" + anItem, want: "Moorings Committee |  |  |  | - |  | "},
	{name: "months first", text: "## DETAILS\n- Time: April 15, 2031 @ 11AM US, EST\n- Location: Online\n" + anItem, want: " |  |  | 2031-04-15 | 11:00- |  | Online"},
	{name: "numbers in a file with months first", text: "Pier Trust Board\nMinutes of 03/04/2021\n\nPresent: Anna Reed, Tom Hale\n\n1. Old minutes\nThe minutes of February 4, 2021 were approved, as were those of January 7, 2021.\n",
		want: "Pier Trust Board |  |  | 2021-03-04 | - |  | "},
	{name: "numbers with the day first", text: "Pier Trust Board\nMinutes of 03/04/2021" + anItem, want: "Pier Trust Board |  |  | 2021-04-03 | - |  | "},
	{name: "on letter paper", text: "Pier Trust Board\nMinutes of 03/04/2021" + anItem, look: read.Look{Letter: true}, want: "Pier Trust Board |  |  | 2021-03-04 | - |  | "},
	{name: "no year", text: "Pier Trust Board\nMeeting 12th August 18:45" + anItem + "\nThe year 2031: bills of 5th August 2031 and 2nd July 2031.\n",
		want: "Pier Trust Board |  |  | 2031-08-12 | 18:45- |  | "},
	{name: "annual meeting with more in the title", text: "Sail Loft (Company 9031) Minutes of the Annual General Meeting held in the Sail Loft on Saturday3rd May 2031 at 5.40pm" + anItem,
		want: "Sail Loft | Sail Loft (Company 9031) Minutes of the Annual General Meeting | annual | 2031-05-03 | 17:40- |  | the Sail Loft"},
	{name: "extraordinary", text: "EASTCLIFF PARISH COUNCIL\nMinutes of the Extraordinary Meeting held on 4 May 2021 at 6 pm in the Reading Room" + anItem,
		want: "Eastcliff Parish Council |  | extraordinary | 2021-05-04 | 18:00- |  | the Reading Room"},
	{name: "letterhead", text: "**Eastcliff Water District**\n12 Mole Road, Eastcliff EC1 2AB • Phone 0123 456\n\n**REGULAR MEETING MINUTES**\n\n**EASTCLIFF WATER DISTRICT**\nTuesday, April 15, 2031\nHeld By Telephone\n\n**CALL TO ORDER**\nPresident Hale called the meeting to order at 5:50 pm.\n",
		want: "Eastcliff Water District |  |  | 2031-04-15 | - | 17:50 | By Telephone"},
	{name: "opened behind a label", text: "# Committee Meeting 2031.04.15\n\n### Times\n\n- Opened: 5.12\n- Closed: CLOSE\n" + anItem, want: "Committee |  |  | 2031-04-15 | - | 17:12 | "},
	{name: "another meeting is not this one", text: "Pier Board Minutes\n\nNext meeting: 20 May 2031\nPrevious meeting: 4 March 2031\n\nHeld on 15 April 2031" + anItem,
		want: "Pier Board |  |  | 2031-04-15 | - |  | "},
	{name: "front matter", text: "---\ntitle: 2031-04-15 Tide Tables Board\ndate: 2031-05-01\n---\n## Attendees\n* Anna Reed\n" + anItem, want: "Tide Tables Board |  |  | 2031-04-15 | - |  | "},
	{name: "name of the file", text: "Minutes\n\nPresent: Anna Reed\n" + anItem, file: "2019-05-06 minutes.txt", want: " |  |  | 2019-05-06 | - |  | "},
	{name: "a body the book knows", text: "Minutes of the pilots' liaison circle, 3 May 2022\n" + anItem, bodies: []string{"Pilots' Liaison Circle", "Liaison"}, want: "Pilots' Liaison Circle |  |  | 2022-05-03 | - |  | "},
	{name: "weekday with a wrong day is still the day", text: "Pier Board Minutes\nMonday 23 May 2031" + anItem, want: "Pier Board |  |  | 2031-05-23 | - |  | "},
	{name: "everything in one line", text: "EASTCLIFF PARISH COUNCIL DRAFT Minutes Ordinary Meeting of the Parish Council Thursday 8 May 2031 at 6.15 pm Eastcliff Chapel Hall\n\nPresent: Cllr Anna Reed\n" + anItem,
		want: "Eastcliff Parish Council |  |  | 2031-05-08 | 18:15- |  | Eastcliff Chapel Hall"},
	{name: "nothing", text: "1. Moorings\n\nOn 3 May 2022 the moorings were inspected.\n", want: " |  |  |  | - |  | "},
	{name: "twelve noon to two", text: "Pier Board Minutes\nDate and time: 3 May 2022, 12 noon to 2pm\nPlace: Quay Room" + anItem, want: "Pier Board |  |  | 2022-05-03 | 12:00-14:00 |  | Quay Room"},
}

func TestHead(t *testing.T) {
	for _, c := range headCases {
		t.Run(c.name, func(t *testing.T) {
			file := c.file
			if file == "" {
				file = "minutes.txt"
			}
			d, err := read.File(file, []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			d.Look.Letter = c.look.Letter
			f := Meeting(d, Options{Bodies: c.bodies})
			if got := facts(f.Meeting); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			keepsWords(t, c.text, f)
		})
	}
}

// TestHeadSaid holds that a line of the head that the clerk calls a paragraph is
// one, and that its day is not taken.
func TestHeadSaid(t *testing.T) {
	d, err := read.File("minutes.txt", []byte("Pier Board Minutes\n\n3 May 2022"+anItem))
	if err != nil {
		t.Fatal(err)
	}
	f := Meeting(d, Options{Said: Said{{Block: 1}: Paragraph}})
	if f.Meeting.Date != "" || f.Meeting.Body != "Pier Board" || f.Meeting.Items[0].Entries[0].Text != "3 May 2022" {
		t.Errorf("%s, %+v", facts(f.Meeting), f.Meeting.Items[0])
	}
}
