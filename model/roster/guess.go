package roster

// Guess is something about a line that was not certain.
type Guess struct {
	Why Why `json:"why"`
	// About is the name, the address or the words that it is about, if any.
	About string `json:"about,omitempty"`
}

// Why is what was not certain.
type Why string

// The reasons, as they read behind a name; where there is something that they
// are about it follows.
const (
	Twice        Why = "is in the list twice"
	NoPerson     Why = "may be a heading or a post rather than a name"
	NoPlace      Why = "stood in the list without a place in it"
	NoName       Why = "has no name in the list"
	NoMail       Why = "has no address, unlike the others"
	FromMail     Why = "has the name that the address suggests"
	FromBrackets Why = "has as post what stood in brackets"
	WasAway      Why = "stood under apologies, and is taken for somebody on the roster"
	BadMail      Why = "has something else where an address belongs:"
	BadDate      Why = "has a date that was not understood:"
	MailOf       Why = "has the address of"
	HadMail      Why = "had the address"
	OneOfThese   Why = "is one of several of that name: the one on this body is meant"
	AnotherOne   Why = "is one of several of that name: somebody new is made"
	TakenFor     Why = "stands in the list as"
)

// String is the guess in English, without the name.
func (g Guess) String() string {
	if g.About == "" {
		return string(g.Why)
	}
	return string(g.Why) + " " + g.About
}
