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
	{name: "body above note", text: "NORTHPORT HARBOUR BOARD\n\nNote of Meeting 25 June 2021" + anItem + "\nThe Northport Harbour Board thanked all.\n",
		want: "Northport Harbour Board |  |  | 2021-06-25 | - |  | "},
	{name: "body, minutes and day in a line", text: "Pilotage and Crews Board meeting minutes - 24 June 2022" + anItem, want: "Pilotage and Crews Board |  |  | 2022-06-24 | - |  | "},
	{name: "abbreviations stay capitals", text: "NHT RYAC MOORINGS PANEL\n\nMinutes of the meeting held on 3 May 2022" + anItem + "\nNHT and RYAC agreed. The moorings panel met.\n",
		want: "NHT RYAC Moorings Panel |  |  | 2022-05-03 | - |  | "},
	{name: "minutes of the meeting of", text: "Minutes of the ordinary meeting of Eastcliff Town Council held on Tuesday 5th June 2018 at 7.30pm in the Guildhall" + anItem,
		want: "Eastcliff Town Council |  |  | 2018-06-05 | 19:30- |  | the Guildhall"},
	{name: "range of times", text: "Harbour Standards Group\nMinutes\nThursday 28 March 2019 – 14:00-17:00" + anItem, want: "Harbour Standards Group |  |  | 2019-03-28 | 14:00-17:00 |  | "},
	{name: "labels", text: "Moorings Committee Minutes\n\nDate: 2020-02-11\nTime: 10 - 12.30pm\nVenue: The Old Chandlery, Quay Street" + anItem,
		want: "Moorings Committee |  |  | 2020-02-11 | 10:00-12:30 |  | The Old Chandlery, Quay Street"},
	{name: "labels above what they say", text: "Moorings Committee Minutes\n\nDate:\n\n11 February 2020\n\nTime:\n\n10 am\n\nVenue:\n\nThe Old Chandlery" + anItem,
		want: "Moorings Committee |  |  | 2020-02-11 | 10:00- |  | The Old Chandlery"},
	{name: "a label above another", text: "Moorings Committee Minutes\n\nVenue:\n\nPresent:\n\nAnna Reed" + anItem, want: "Moorings Committee |  |  |  | - |  | "},
	{name: "months first", text: "## MEETING DETAILS\n- Time: January 21, 2020 @ 12PM US, EST\n- Location: Remote\n" + anItem, want: " |  |  | 2020-01-21 | 12:00- |  | Remote"},
	{name: "numbers in a file with months first", text: "Pier Trust Board\nMinutes of 03/04/2021\n\nPresent: Anna Reed, Tom Hale\n\n1. Old minutes\nThe minutes of February 4, 2021 were approved, as were those of January 7, 2021.\n",
		want: "Pier Trust Board |  |  | 2021-03-04 | - |  | "},
	{name: "numbers with the day first", text: "Pier Trust Board\nMinutes of 03/04/2021" + anItem, want: "Pier Trust Board |  |  | 2021-04-03 | - |  | "},
	{name: "on letter paper", text: "Pier Trust Board\nMinutes of 03/04/2021" + anItem, look: read.Look{Letter: true}, want: "Pier Trust Board |  |  | 2021-03-04 | - |  | "},
	{name: "no year", text: "Pier Trust Board\nMeeting 17th January 19:00" + anItem + "\nThe year 2014: invoices of 20th January 2014 and 2nd January 2014.\n",
		want: "Pier Trust Board |  |  | 2014-01-17 | 19:00- |  | "},
	{name: "annual meeting with more in the title", text: "Quay Hall (Registered Charity 274) Minutes of the Annual General Meeting held at the Quay Hall on Wednesday14th November 2018 at 7.00pm" + anItem,
		want: "Quay Hall | Quay Hall (Registered Charity 274) Minutes of the Annual General Meeting | annual | 2018-11-14 | 19:00- |  | the Quay Hall"},
	{name: "extraordinary", text: "EASTCLIFF PARISH COUNCIL\nMinutes of the Extraordinary Meeting held on 4 May 2021 at 6 pm in the Reading Room" + anItem,
		want: "Eastcliff Parish Council |  | extraordinary | 2021-05-04 | 18:00- |  | the Reading Room"},
	{name: "letterhead", text: "**Eastcliff Fire District**\n12 Mole Road, Eastcliff EC1 2AB • Phone 0123 456\n\n**REGULAR MEETING MINUTES**\n\n**EASTCLIFF FIRE DISTRICT**\nThursday, May 28, 2020\nHeld Remotely Via Zoom\n\n**CALL TO ORDER**\nThe meeting was called to order at 6:10 pm by President Hale.\n",
		want: "Eastcliff Fire District |  |  | 2020-05-28 | - | 18:10 | Remotely Via Zoom"},
	{name: "opened behind a label", text: "# Committee Meeting 2022.01.22\n\n### Meeting Times\n\n- Opened: 4.36\n- Closed: CLOSE\n" + anItem, want: "Committee |  |  | 2022-01-22 | - | 16:36 | "},
	{name: "another meeting is not this one", text: "Pier Board Minutes\n\nNext meeting: 26 February 2022\nPrevious meeting: 1 January 2022\n\nHeld on 22 January 2022" + anItem,
		want: "Pier Board |  |  | 2022-01-22 | - |  | "},
	{name: "front matter", text: "---\ntitle: 2018-05-03 Harbour Standards Board\ndate: 2018-06-01\n---\n## Attendees\n* Anna Reed\n" + anItem, want: "Harbour Standards Board |  |  | 2018-05-03 | - |  | "},
	{name: "name of the file", text: "Minutes\n\nPresent: Anna Reed\n" + anItem, file: "2019-05-06 minutes.txt", want: " |  |  | 2019-05-06 | - |  | "},
	{name: "a body the book knows", text: "Minutes of the pilots' liaison circle, 3 May 2022\n" + anItem, bodies: []string{"Pilots' Liaison Circle", "Liaison"}, want: "Pilots' Liaison Circle |  |  | 2022-05-03 | - |  | "},
	{name: "weekday with a wrong day is still the day", text: "Pier Board Minutes\nMonday 24 June 2022" + anItem, want: "Pier Board |  |  | 2022-06-24 | - |  | "},
	{name: "everything in one line", text: "EASTCLIFF PARISH COUNCIL DRAFT Minutes Subject to the Approval at the next Meeting Ordinary Meeting of the Parish Council Wednesday 6 December 2017 at 7.00 pm Eastcliff Village Hall\n\nPresent: Cllr Anna Reed\n" + anItem,
		want: "Eastcliff Parish Council |  |  | 2017-12-06 | 19:00- |  | Eastcliff Village Hall"},
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
