package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model/roster"
)

// workWords are those of posts, departments and organisations that names hardly
// have, beside those that package roster knows.
var workWords = set(`strategy governance finance financial corporate service services operations operational policy policing planning crime prevention
	inclusion engagement diversity equality communication communications resources estates facilities safety risk audit legal digital data
	technology technical information informatics research development performance oversight standards professionalism profession public health social care
	housing transport highways environment environmental community communities education learning culture commercial procurement property project
	projects programme delivery transformation change business support national regional local central senior junior general non-executive executive
	independent lay elected co-opted coopted ex-officio officio chancellor vice-chancellor scientist provost constable monitoring responsible person
	footpath tree playground website highway liaison youth apprentice volunteer volunteers pcso ranger caretaker gardener organist verger
	monitor scribe usher fundraising events membership marketing sales product quality compliance security network systems software hardware
	large elect designate past immediate honorary hon. life county town city parish district borough ward division region area
	harbours pilotage crews waterways leisure recreation parks open spaces cemetery burial allotment allotments burials university college academy
	press media reporter correspondent lawyer barrister actuary banker economist statistician geologist ecologist nurse matron midwife pharmacist
	scheme fund trust pension pensions investment investments treasury revenue benefits licensing regulatory trading enforcement emergency resilience
	partnerships commissioning`)

// titleWords are those of the headings of agenda items: none is a name.
var titleWords = set(`minutes matters arising report reports business welcome introduction introductions apologies apology declaration declarations interest interests
	actions action agenda correspondence update updates review opening closing close date next meeting meetings participation any other
	approval previous last item items open session resolution resolutions motion motions discussion summary context background purpose outcomes
	content contents key information forum questions question comments announcements adjournment budget accounts account payments payment
	planning application applications documents papers slides notes note aob present absent attendance quorum proceedings order call expenses
	property incident pledge allegiance roll prayer prayers appointment appointments election elections conclusion closure annual ordinary
	extraordinary general statement tour venue location place day time members absence absences`)

// joinsPost are the words in lower case that stand between others of a post.
var joinsPost = set(`of and for the at in on to with a an & de du`)

// particles are the words in lower case that stand in names.
var particles = set(`van von der den de la le du da dos di del y ap ab bin ibn al el ter ten te af av zu zur o' st i`)

// givenNames are many of the commonest, which tell a name from other words with
// capitals. A name need not be among them.
var givenNames = set(`aaron abigail adam adrian ahmed aidan alan alastair albert alec alex alexander alexandra alfred ali alice alison alistair amanda amber amir amy ana andrea
	andreas andrew andy angela angus anita ann anna anne annette anthony antonio archie arthur ashley audrey barbara barry beatrice becky ben benjamin
	bernard beryl bethan betty bev beverley bill blake bob brenda brian bridget bronwen bruce bryan caitlin callum cameron carl carla carlos carol caroline
	carolyn carys catherine cath cathy cecilia ceri charles charlie charlotte cheryl chloe chris christian christina christine christopher claire clare clive
	colette colin connor craig cristina cynthia daisy dan daniel daphne darren dave david dawn dean deborah debbie deirdre delia denise dennis derek des diana
	diane dilys dominic don donald donna dora doreen doris dorothy doug douglas duncan dylan ed eddie edgar edith edmund edward edwin eileen elaine eleanor
	eleri elena elizabeth ella ellen ellie elsie emily emlyn emma emrys eric erica erin ernest esther ethan eva eve evelyn faye felicity felix fiona
	fran frances francesca francis frank fred frederick gareth garth gary gavin gaynor gemma geoff geoffrey george georgia georgina gerald geraldine gerard
	gerry gethin gillian glen glenn glenys gloria glyn gordon grace graeme graham gregory greg guy gwen gwyn hannah hans harold harriet harry hassan
	hazel heather heidi helen henry hilary holly howard hugh hussein huw hywel iain ian ibrahim idris ieuan imogen imran ingrid irene iris isaac isabel isla
	ivan ivor iwan jack jackie jacob jacqueline jacqui jake james jamie jan jane janet janice jasmine jason jay jayne jean jeff jeffrey jemma jennifer jenny
	jeremy jerry jess jessica jill jim jo joan joanna joanne jodie joe joel john johnny jon jonathan jordan jose joseph josephine josh joshua joy joyce juan
	judith judy julia julian julie june justin karen karl kate katherine kathleen kathryn kathy katie katrina kay keith kelly ken kenneth kenny kerry kevin
	kieran kim kirsty kirsten kumar kyle lara laura lauren laurence lawrence leah lee leo leon leonard lesley leslie lewis liam lilian lily linda
	lindsay lisa liz lloyd lorna lorraine louis louise lucas lucy luke lydia lyn lynda lynn lynne mair malcolm mandy manon mansour marc marcus margaret maria
	marian marie marilyn marion marjorie mark marlene martha martin martyn mary matt matthew maureen maurice mavis max megan mehmet melanie melissa mererid
	mia michael michele michelle miguel mike mohamed mohammed moira molly monica morag morgan muhammad muriel myfanwy nadia nancy naomi natalie natasha
	nathan neil nerys nia nicholas nick nicola nicole nigel nina noel nora norma norman oliver olivia olga oscar owain owen pam pamela pat patricia
	patrick paul paula pauline pedro peggy penelope penny percy pete peter petra phil philip philippa phillip phoebe phyllis pippa polly priya rachael rachel
	raj ralph ramesh ray raymond rebecca reg rhian rhiannon rhodri rhys richard rita rob robert robin rod roger roland ron ronald rory rosalind rose
	rosemary rosie ross roy ruby rupert russell ruth ryan sally sam samantha samuel sandra sanjay sara sarah scott sean sebastian shane shannon sharon shaun
	sheila shirley sian sidney simon siobhan sofia sonia sophia sophie stacey stan stanley stella stephanie stephen steve steven stewart stuart sue suresh
	susan susanna suzanne sylvia tamsin tania tanya tara ted teresa terence terry tess theo theresa thomas tim timothy tina tobias toby tom tomos tony tracey
	tracy trevor tudor ursula valerie vanessa vera vernon veronica vic vicky victor victoria vikram vincent viola violet virginia vivian wayne wendy
	wilfred will william winifred wyn yasmin yusuf yvonne zara zoe
	aisha aileen amina amit anand anil anika anjali anneke arjun arun asha ayesha bashir bilal bjorn chiara chinedu deepak dieter divya emeka eoin fatima femi
	fumi giovanni giulia gopal gunnar hamza haruki ibrahima ingeborg ines isha jamal javier jens jorge jürgen kamal karim kavita khalid klaus kofi kwame lakshmi leila
	lena lars luca lucia luis mahmoud marco mariam mateo maya mei meera mehdi mina mustafa nadeem naveed neha nikhil noor olu omar pablo padraig paolo pooja pradeep
	priyanka rahul rajesh rashid ravi ricardo rosa saira salma sanjeev seamus shreya shirin sunil sunita svetlana tariq tomasz uma usman vijay wei yan yasmeen yuki zainab`)

// asWord is a word as the vocabularies have it.
func asWord(word string) string {
	return strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(strings.Trim(word, ".,;:()[]'’‘\"“”*_"), "'s"), "’s"))
}

// postWord says whether a word is one of a post or an organisation rather than of
// a name, heads whether it is one of an item's heading.
func postWord(word string) bool {
	w := asWord(word)
	if workWords[w] || roster.NamesPost(w) || roster.NamesGroup(w) {
		return true
	}
	for _, end := range []string{"tion", "sion", "ment", "ship", "ism", "ology", "graphy"} {
		if len(w) > 7 && strings.HasSuffix(w, end) {
			return true
		}
	}
	for part := range strings.SplitSeq(w, "-") {
		if part != w && (workWords[part] || roster.NamesPost(part)) {
			return true
		}
	}
	return false
}

func headingWord(word string) bool { return titleWords[asWord(word)] }

// capitalWord says whether a word begins with a capital, as one of a name does.
func capitalWord(word string) bool {
	for _, c := range strings.TrimLeft(word, "'’‘\"“(") {
		return unicode.IsUpper(c) || unicode.IsLetter(c) && !unicode.IsLower(c)
	}
	return false
}

// initialWord says whether a word is one or more initials of a name: "J", "R.J.",
// "T.".
func initialWord(word string) bool {
	if joinsPost[strings.ToLower(word)] && len(word) > 1 {
		return false
	}
	bare := []rune(strings.NewReplacer(".", "", "-", "").Replace(word))
	if len(bare) == 0 || len(bare) > 3 || len(bare) > 1 && !strings.Contains(word, ".") {
		return len(bare) == 2 && word == strings.ToUpper(word) && !slices.ContainsFunc(bare, func(c rune) bool { return !unicode.IsUpper(c) })
	}
	return !slices.ContainsFunc(bare, func(c rune) bool { return !unicode.IsUpper(c) })
}

// nameWord says whether a word may be one of a name: a capital, letters, and not
// one of a post, an organisation or a heading.
func nameWord(word string) bool {
	bare := strings.Trim(word, ".,;*_")
	if !capitalWord(bare) || len([]rune(bare)) < 2 && !initialWord(word) {
		return false
	}
	for _, c := range bare {
		if !unicode.IsLetter(c) && !strings.ContainsRune("-'’‘.", c) {
			return false
		}
	}
	if strings.HasSuffix(bare, "'s") || strings.HasSuffix(bare, "’s") {
		return false
	}
	return !postWord(word) && !headingWord(word) && !joinsPost[strings.ToLower(bare)]
}

func givenName(word string) bool { return givenNames[asWord(word)] }
