package recognise

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// wayToWrite is a way to write minutes, and what is to be found in it.
type wayToWrite struct {
	name, file, source string
	// want has a line for every item ("# [reference] title") and entry: "p " for
	// a paragraph, "- " and "-- " for points, "## " for the heading of a part,
	// "i " for an interest, "m " for a movement, "a " for an action; and "closed",
	// "next", "signed" and "number" lines for the facts.
	want string
}

const before = "Harbour Trust\n\nMinutes of the meeting held on 3 March 2022\n\nPresent: Ann Moss (Chair), Ben Rook, Cllr Eve Lark\n\n"

var waysToWrite = []wayToWrite{
	{name: "numbers with full stops", source: "1. Welcome\n\nThe Chair welcomed all.\n\n2. Moorings\n\nRents were discussed.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed."},
	{name: "numbers alone", source: "1 Welcome\n\nThe Chair welcomed all.\n\n2 Moorings\n\nRents were discussed.\n\n3 Lamps\n\nAll were lit.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed.\n# Lamps\np All were lit."},
	{name: "two numbers alone", source: "1 Welcome\n\nThe Chair welcomed all.\n\n2 Dredging\n\nNone was needed.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Dredging\np None was needed."},
	{name: "numbers alone, with parts", source: "1 Welcome\n\n1.1 The Chair welcomed all.\n\n2 Dredging\n\n2.1 None was needed.\n\n2.2 All was deep.\n\n3 lamps\n\n3.1 All were lit.\n\n4 Flags\n\n4.1 All were new.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Dredging\np None was needed.\np All was deep.\n# lamps\np All were lit.\n# Flags\np All were new."},
	{name: "numbers alone among figures", source: "1 Welcome\n\n2 Boats were seen at the quay, and\n3 Men came in them.\n\n2 Dredging\n\nIt is due on\n\n3 April\n\n12 Mill Lane\n\n13 Mill Lane\n\n3 Lamps\n\nAll were lit.\n",
		want: "# Welcome\np 2 Boats were seen at the quay, and\np 3 Men came in them.\n# Dredging\np It is due on\np 3 April\np 12 Mill Lane\np 13 Mill Lane\n# Lamps\np All were lit."},
	{name: "numbers alone that count", source: "The following were bought:\n\n1 Lamp\n\n2 Oars\n\n3 Flags, which were dear.\n",
		want: ""},
	{name: "numbers alone that go on from a meeting before", source: "11 Apologies for absence\n\nThere were none today.\n\n12 Dredging\n\nNone was needed.\n\n14 Any other business\n\nAll were lit.\n",
		want: "# [11] Apologies for absence\np There were none today.\n# [12] Dredging\np None was needed.\n# [14] Any other business\np All were lit."},
	{name: "references with the year first", source: "22/098 Welcome\n\nThe Chair welcomed all.\n\n22/099 Moorings\n\nRents were discussed.\n\n22/100 Lamps\n\nAll were lit.\n",
		want: "# [22/098] Welcome\np The Chair welcomed all.\n# [22/099] Moorings\np Rents were discussed.\n# [22/100] Lamps\np All were lit."},
	{name: "parts of the number of the meeting", source: "7.1 Welcome\n\nThe Chair welcomed all.\n\n7.2 Moorings\n\nRents were discussed.\n\n7.3 Lamps\n\nAll were lit.\n",
		want: "# [7.1] Welcome\np The Chair welcomed all.\n# [7.2] Moorings\np Rents were discussed.\n# [7.3] Lamps\np All were lit."},
	{name: "references by year", source: "41/22 Welcome\n\nThe Chair welcomed all.\n\n42/22 Moorings\n\nRents were discussed.\n",
		want: "# [41/22] Welcome\np The Chair welcomed all.\n# [42/22] Moorings\np Rents were discussed."},
	{name: "a mistyped reference", source: "41/22 Welcome The Chair welcomed all.\n\n4222 Moorings The Clerk reported on rents.\n\n43/22 Lamps All were lit.\n",
		want: "# [41/22] Welcome\np The Chair welcomed all.\n# [4222] Moorings\np The Clerk reported on rents.\n# [43/22] Lamps\np All were lit."},
	{name: "an item that begins in a line", source: "41/22 Welcome The Chair welcomed all.\n\n42/22 Moorings The Clerk reported on rents. They were low. 43/22 Lamps Cllr Lark said that all were lit.\n\n44/22 Dredging There was none.\n",
		want: "# [41/22] Welcome\np The Chair welcomed all.\n# [42/22] Moorings\np The Clerk reported on rents. They were low.\n# [43/22] Lamps\np Cllr Lark said that all were lit.\n# [44/22] Dredging\np There was none."},
	{name: "titles that run on", source: "1. Minutes of the last meeting These were read.\n\n2. Moorings and rents a) Rents were low. b) Boats were few.\n\n3. LAMP REPORT On Monday a lamp was lost.\n\n4. Dredging - None was needed.\n",
		want: "# Minutes of the last meeting\np These were read.\n# Moorings and rents\np a) Rents were low.\np b) Boats were few.\n# LAMP REPORT\np On Monday a lamp was lost.\n# Dredging\np None was needed."},
	{name: "named items", source: "Item 1: Welcome\n\nThe Chair welcomed all.\n\nItem 2: Moorings\n\nRents were discussed.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed."},
	{name: "a number that was left out", source: "1. Welcome\n\nThe Chair welcomed all.\n\n3. Moorings\n\nRents were discussed.\n\n4. Lamps\n\nAll were lit.\n",
		want: "# Welcome\np The Chair welcomed all.\n# [3.] Moorings\np Rents were discussed.\n# [4.] Lamps\np All were lit."},
	{name: "letters", file: "m.md", source: "**A. Welcome to all**\n\nThe Chair welcomed all.\n\n**B. Moorings and their rents**\n\nRents were discussed.\n\n**C. Lamps along the quay**\n\nAll were lit.\n",
		want: "# [A.] Welcome to all\np The Chair welcomed all.\n# [B.] Moorings and their rents\np Rents were discussed.\n# [C.] Lamps along the quay\np All were lit."},
	{name: "headings of Markdown", file: "m.md", source: "## Welcome\n\nThe Chair welcomed all.\n\n## Moorings\n\n### Rents\n\nThey were discussed.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\n## Rents\np They were discussed."},
	{name: "titles in bold", file: "m.md", source: "**Welcome**\n\nThe Chair welcomed all.\n\n**Matters arising**\n\nThere were none.\n\n**Any other business**\n\nThe lamps were lit.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Matters arising\np There were none.\n# Any other business\np The lamps were lit."},
	{name: "titles in capitals", source: "WELCOME\n\nThe Chair welcomed all.\n\nMATTERS ARISING\n\nThere were none.\n\nANY OTHER BUSINESS\n\nThe lamps were lit.\n",
		want: "# WELCOME\np The Chair welcomed all.\n# MATTERS ARISING\np There were none.\n# ANY OTHER BUSINESS\np The lamps were lit."},
	{name: "plain titles", source: "Matters arising\n\nThe Clerk had written to the harbour office about the lamps, and there was an answer to it.\n\nState of the moorings\n\nThe rents of the moorings were discussed at length, and it was felt that they were low.\n\nAny other business\n\nA letter from the lamp keeper was read out by the Clerk, who was thanked for it by all.\n",
		want: "# Matters arising\np The Clerk had written to the harbour office about the lamps, and there was an answer to it.\n# State of the moorings\np The rents of the moorings were discussed at length, and it was felt that they were low.\n# Any other business\np A letter from the lamp keeper was read out by the Clerk, who was thanked for it by all."},
	{name: "sections whose numbers begin again", file: "m.md", source: "**OLD BUSINESS**\n\n1. **Moorings**\n\nRents were low.\n\n2. **Lamps**\n\nAll were lit.\n\n**NEW BUSINESS**\n\n1. **Dredging**\n\nNone was needed.\n\n2. **Flags**\n\nThey were new.\n",
		want: "# OLD BUSINESS\n## 1. Moorings\np Rents were low.\n## 2. Lamps\np All were lit.\n# NEW BUSINESS\n## 1. Dredging\np None was needed.\n## 2. Flags\np They were new."},
	{name: "numbered paragraphs", source: "1. Welcome\n\n1.1. The Chair welcomed all.\n\n2. Moorings\n\n2.1. Rents were discussed.\n\n2.2. The Board:\n\n- noted the rents;\n- asked for more.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed.\np The Board:\n- noted the rents;\n- asked for more."},
	{name: "paragraph numbers of their own", source: "1. Welcome\n\n1.1. The Chair welcomed all.\n\n2. Moorings\n\n2.1. Rents were discussed.\n\n2.4. They were low.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed.\np They were low.\nnumber 1.1 2.1 2.4"},
	{name: "damaged list marks", source: "1. Welcome\n\n- 1.1. The Chair welcomed all.\n- 1.2. The Board went on to:\n\n - lamps;\n - boats.\n",
		want: "# Welcome\np The Chair welcomed all.\np The Board went on to:\n- lamps;\n- boats."},
	{name: "numbered parts", source: "1. Welcome\n\nThe Chair welcomed all.\n\n2. Reports\n\n2.1 Moorings\n\nRents were low.\n\n2.2 Lamps\n\nAll were lit.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Reports\n## 2.1 Moorings\np Rents were low.\n## 2.2 Lamps\np All were lit."},
	{name: "points that run on", source: "1. Matters arising The following were raised: • The lamps were lit. • The rents were paid.\n\n2. Lamps Nothing was said.\n",
		want: "# Matters arising\np The following were raised:\n- The lamps were lit.\n- The rents were paid.\n# Lamps\np Nothing was said."},
	{name: "points of two levels", file: "m.md", source: "1. Welcome\n\n* first\n  * second\n* third\n\n2. Lamps\n\nAll were lit.\n",
		want: "# Welcome\n- first\n-- second\n- third\n# Lamps\np All were lit."},
	{name: "pages", source: "1. Welcome\n\nThe Chair welcomed all of those who\n\nHarbour Trust minutes\n\nPage 1 of 3\n\nhad come to the meeting.\n\n2. Moorings\n\nRents were discussed.\n\nHarbour Trust minutes\n\nPage 2 of 3\n\n3. Lamps\n\nAll were lit.\n\nHarbour Trust minutes\n\nPage 3 of 3\n",
		want: "# Welcome\np The Chair welcomed all of those who had come to the meeting.\n# Moorings\np Rents were discussed.\n# Lamps\np All were lit."},
	{name: "a number of a page in a sentence", source: "1. Welcome\n\nThe Chair welcomed all of those who\n\n1\n\nhad come to the meeting.\n\n2. Moorings\n\nRents were discussed.\n\n2\n",
		want: "# Welcome\np The Chair welcomed all of those who had come to the meeting.\n# Moorings\np Rents were discussed."},
	{name: "contents", source: "Contents\n\nWelcome\n\nMoorings\n\nLamps\n\n1. Welcome\n\nThe Chair welcomed all.\n\n2. Moorings\n\nRents were discussed.\n\n3. Lamps\n\nAll were lit.\n\nBack to contents\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed.\n# Lamps\np All were lit."},
	{name: "contents with pages", source: "Table of contents\n\n1. Welcome .......... 1\n\n2. Moorings .......... 2\n\n1. Welcome\n\nThe Chair welcomed all.\n\n2. Moorings\n\nRents were discussed.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed."},
	{name: "a table of items", file: "m.md", source: "| No | Item |\n|---|---|\n| **1.** | **Welcome** |\n| | The Chair welcomed all. |\n| **2.** | **Moorings** |\n| | Rents were discussed. |\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed."},
	{name: "lists at the end", file: "m.md", source: "### 1. Welcome\n\nThe Chair welcomed all.\n\n### 2. Moorings\n\nRents were discussed.\n\n### 3. Decisions\n\n* The rents stay as they are.\n",
		want: "# Welcome\n# Moorings"},
	{name: "an item without number at the end", source: "1. WELCOME\n\nThe Chair welcomed all.\n\n2. MOORINGS\n\nRents were discussed.\n\nANY OTHER BUSINESS\n\nThe lamps were lit.\n",
		want: "# WELCOME\np The Chair welcomed all.\n# MOORINGS\np Rents were discussed.\n# ANY OTHER BUSINESS\np The lamps were lit."},
	{name: "approval and interests", source: "1. Interests\n\nNone declared.\n\n2. Minutes\n\nThe minutes of the meeting held on 3 February 2022 were agreed.\n\n3. Moorings\n\nBen Rook declared an interest in item 3 as a tenant.\n",
		want: "# Interests\ni None declared.\n# Minutes\np \n# Moorings\ni Ben Rook declared an interest in item 3 as a tenant."},
	{name: "movements", source: "1. Welcome\n\nThe Chair welcomed all.\n\n2. Moorings\n\nBen Rook left the meeting at 8.55pm.\n\nRents were discussed.\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\nm Ben Rook left the meeting at 8.55pm.\np Rents were discussed."},
	{name: "the end", source: "1. Welcome\n\nThe Chair welcomed all.\n\n2. Date of next meeting\n\nMonday 4 April 2022 at 7.30pm, the Old Mill.\n\nThere being no further business, the meeting closed at 9.15 pm.\n\nSigned .................... Date ..........\n",
		want: "# Welcome\np The Chair welcomed all.\n# Date of next meeting\nclosed 21:15\nnext 2022-04-04 19:30 the Old Mill"},
	{name: "a place to sign whose lines are drawn", source: "1. Welcome\n\nThe Chair welcomed all.\n\n2. Moorings\n\nRents are low.\n\nSigned as a true record\n\nChair\n\nDate\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents are low."},
	{name: "the end in other words", source: "1. Welcome\n\nThe Chair welcomed all.\n\n2. Moorings\n\nRents were discussed.\n\nBen Rook closed the meeting at 21:10.\n\nSigned by Ann Moss, 4 April 2022\n",
		want: "# Welcome\np The Chair welcomed all.\n# Moorings\np Rents were discussed.\np Ben Rook closed the meeting at 21:10.\nclosed 21:10\nsigned Signed by Ann Moss, 4 April 2022"},
}

// TestManners reads minutes of many manners.
func TestManners(t *testing.T) {
	for _, c := range waysToWrite {
		t.Run(c.name, func(t *testing.T) {
			name := c.file
			if name == "" {
				name = "m.txt"
			}
			d, err := read.File(name, []byte(before+c.source))
			if err != nil {
				t.Fatal(err)
			}
			f := Meeting(d, Options{})
			if words := lost(d, f); len(words) > 0 {
				t.Errorf("lost %v", words)
			}
			if got := outline(f, strings.Count(c.want, "\n") > 1 || strings.Contains(c.want, "p ")); got != c.want {
				t.Errorf("found\n%s\nwant\n%s", got, c.want)
				for _, p := range f.Pieces {
					t.Logf("%v %s (%s) %q", p.Place, p.As, p.Why, p.Source)
				}
			}
		})
	}
}

// outline is what was found, a line for each; entries where they are asked for.
func outline(f Found, entries bool) string {
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	signs := map[model.EntryKind]string{model.Paragraph: "p", model.Bullet: "-", model.Heading: "##", model.Interest: "i", model.Movement: "m", model.Action: "a"}
	m := f.Meeting
	var numbers []string
	for _, it := range m.Items {
		if it.Opening() {
			continue
		}
		if it.Reference != "" {
			say("# [%s] %s", it.Reference, it.Title)
		} else {
			say("# %s", it.Title)
		}
		for _, e := range it.Entries {
			if m.Frozen != nil && m.Frozen.Paragraphs[e.ID] != "" {
				numbers = append(numbers, m.Frozen.Paragraphs[e.ID])
			}
			if entries {
				say("%s %s", signs[e.Kind]+strings.Repeat("-", e.Level), e.Text)
			}
		}
	}
	if len(numbers) > 0 {
		say("number %s", strings.Join(numbers, " "))
	}
	if m.Closed != "" {
		say("closed %s", m.Closed)
	}
	if m.Next != nil {
		say("next %s", strings.TrimSpace(strings.Join([]string{string(m.Next.Date), string(m.Next.At), m.Next.Venue}, " ")))
	}
	if f.Signed != "" {
		say("signed %s", f.Signed)
	}
	return strings.Join(lines, "\n")
}
