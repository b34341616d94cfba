package recognise

import (
	"strings"

	"minutebook/model/pattern"
)

// The verbs of what somebody is to do, behind the name of who is.
var (
	toDo = pattern.Of(`\s(?:to|will|shall|should|must|would|(?:has |have |had )?(?:undertook|undertaken|agreed|offered|volunteered) to|(?:is|are|was|were|be) (?:asked |requested |required |instructed )?to|(?:asked|requested|instructed|tasked|authori[sz]ed) to)\s`)
	// toBe is what is done to a thing rather than by somebody.
	toBe = pattern.Of(`^\s*(?:to|will|shall|should|must|would)\s+(?:be|go|come|follow|remain|stay|include|cover|appear|continue|close|open|have|take place|stand)\b`)
	// beginsTo is a task without anybody: "to be placed on the board".
	beginsTo = pattern.Of(`^(?i:to|please)\s+[a-z]`)
	// taskOf is what somebody named is to do, or what is to be done.
	taskOf = pattern.Of(`^(?:(?:The |All |Both )?[A-Z][\w.'’-]*(?:(?:[ /,&]+|\s+and\s+)[A-Z][\w.'’-]*){0,5}\s+(?:to|will|shall|asked to|agreed to|is to|are to|should|must)\s+[a-z]|(?i:to)\s+[a-z]|[^.]{3,60}\sto be\s)`)
	// result is how the words begin that say what came of something.
	result = pattern.Of(`^(?i:(?:unanimously |duly |not )?(?:approved|adopted|accepted|carried|moved|noted|received|agreed|resolved|deferred|tabled|referred|rejected|denied|passed|ratified|endorsed|authori[sz]ed|granted|confirmed|declined|withdrawn|postponed|continued|filed|awarded|appointed|elected|accept|motion\b.*\b(?:carried|passed|failed|lost)|it was (?:moved|agreed|resolved)|upon (?:the )?(?:motion|proposition)|on (?:a )?motion|(?:a )?motion (?:was|by|to|from)|(?:the )?(?:board|council|committee|commission|trustees|members|directors) (?:unanimously )?(?:approved|adopted|voted|agreed|resolved|accepted)|proposed|unanimous\w*|no action taken))\b`)
)

// imperatives are verbs that a task begins with.
var imperatives = set(`add agree amend appoint approach arrange ask assess attend book bring buy call chase check circulate clarify clean collect
	complete confirm consider contact continue convene coordinate co-ordinate create deliver design develop discuss distribute draft email e-mail ensure
	establish explore file find finalise finalize fix follow forward get hold identify implement include inform instruct investigate invite issue
	liaise look make meet monitor move notify obtain order organise organize pay phone place plan post prepare present print produce progress
	propose provide publish purchase put raise recruit remind remove renew repair replace reply report request research resend reserve respond
	review revise schedule seek send set share sign source speak start submit survey sweep talk tell test trial update upload verify visit work write`)

// imperative says whether a text begins with the verb of a task.
func imperative(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return imperatives[strings.ToLower(strings.Trim(first, ".,:;"))]
}
