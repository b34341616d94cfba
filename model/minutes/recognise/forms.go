package recognise

import (
	"strings"

	"minutebook/model/pattern"
)

// What stands in minutes that were made from a form, where nobody filled it in.
var (
	// unfilled are the words where people or a fact should be.
	unfilled = pattern.Of(`^\W*(?:NAMES?|PERSON|PEOPLE|MEMBERS?|INSERT|TB[CAD]|[Xx]{2,}(?:[ /.-][Xx]{2,})*|XXX+|ENTER .+|LIST .+|NAME OF .+|\.{3,}|_{2,}|[Ii]nsert .+|[Nn]ame here|[Ff]ull [Nn]ame)\W*$`)
	// nothing is what is written where there is no action.
	nothing = pattern.Of(`^(?i:none|nil|n/?a|not applicable|no (?:further |new |other )?actions?\b.*|no one|nothing\b.*|tb[cda]|-+|–|—|\.+|_+|x+)[.!]?$`)
	// formTemplate is what a form has where nobody filled it in.
	formTemplate = pattern.Of(`(?i:\bxx?/xx?/|\bx{3,}\b|<[a-z][^>]*>|\[(?:insert|enter|name|date|owner|action)[^\]]*\]|\{\{|_{4,}|\binsert \w+ here\b|lorem ipsum)`)
)

// notFilled says whether words are those of a form that nobody filled in.
func notFilled(text string) bool {
	return formTemplate.MatchString(text) || nothing.MatchString(strings.TrimSpace(text))
}

// formWords are what a form has where the words of a motion are to be filled in.
var formWords = pattern.Of(`(?i)^\W*(?:motion|resolution|decision|action|proposal)s? (?:text|words|wording|here|goes here|details?)\W*$`)

// formRole are what forms have where a name is to be filled in.
var formRole = set("MOVER SECONDER MOVED SECONDED NAME NAMES PROPOSER PROPOSED OWNER WHO")
