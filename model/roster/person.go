package roster

import (
	"regexp"
	"slices"
	"strings"

	"minutebook/model"
)

// dash stands between a name and a post.
var dash = regexp.MustCompile(`\s+[-\x{2013}\x{2014}]\s*|\s*[\x{2013}\x{2014}]\s+`)

// person reads what a list says of one person: "Name, Post", "Name - Post",
// "Name (Post)", with or without an address.
func person(words string) Line {
	var l Line
	words = tidy(words)
	if at := address.FindStringIndex(words); at != nil {
		l.Mail = mailOf(words[at[0]:at[1]])
		before := strings.TrimRight(words[:at[0]], " <[(|")
		if i := strings.LastIndex(strings.ToLower(before), "mailto:"); i >= 0 && i == len(before)-len("mailto:") {
			before = strings.TrimRight(before[:i], " <[(|")
		}
		words = tidy(before + " " + strings.TrimLeft(words[at[1]:], " >])|"))
	}
	words = strings.Trim(words, ` ,;"'<>|`)
	words = l.brackets(words)
	name, post := cutName(words)
	if l.Mail != "" && turned(name, post) {
		name, post = post+" "+name, ""
	}
	l.Name = strings.Trim(name, ` ,;"`)
	l.setPost(first(post, l.Post))
	if l.Name == "" && l.Mail != "" {
		l.Name = nameIn(l.Mail)
		l.unsure(FromMail, "")
	}
	return l
}

// cutName cuts a name from a post. The cut is the first comma or dash, unless
// what follows only ends the name ("Jr", "CBE").
func cutName(words string) (name, post string) {
	comma := strings.IndexByte(words, ',')
	if at := dash.FindStringIndex(words); at != nil && (comma < 0 || at[0] < comma) {
		return tidy(words[:at[0]]), tidy(words[at[1]:])
	}
	if comma < 0 {
		return words, ""
	}
	name, post = tidy(words[:comma]), tidy(words[comma+1:])
	for {
		next, rest, _ := strings.Cut(post, ",")
		if !letters.MatchString(tidy(next)) || tidy(next) == "" {
			return name, strings.Trim(post, " ,")
		}
		name, post = name+", "+tidy(next), tidy(rest)
	}
}

// letters are those after a name that belong to it.
var letters = regexp.MustCompile(`^(?:Jr\.?|Sr\.?|II|III|KC|QC|JP|DL|MP|MS|MSP|MLA|OBE|MBE|CBE|KBE|DBE|BEM|QPM|KPM|FRS|PhD|MA|BA|BSc|MSc)(?: (?:JP|DL|OBE|MBE|CBE|QPM|KPM|PhD))*$`)

// turned says whether words are a surname and the given names that a comma put
// behind it.
func turned(surname, given string) bool {
	switch {
	case given == "" || strings.Contains(given, ",") || isPost(given) || isGroup(given):
		return false
	case len(strings.Fields(given)) > 3:
		return false
	}
	particles := set("van von der den de la le du da dos di mac mc st ter ten o' al el bin ap ab")
	words := strings.Fields(strings.ToLower(surname))
	words = slices.DeleteFunc(words, func(w string) bool { return particles[w] })
	return len(words) == 1
}

// brackets takes off the end what brackets say of a person.
func (l *Line) brackets(words string) string {
	rest, inside := cutBrackets(words)
	if inside == "" || rest == "" {
		return words
	}
	capacity, known := capacityWords[fold(inside)]
	switch {
	case known:
		l.Capacity, l.capacitySaid = capacity, true
		return l.brackets(rest)
	case fold(inside) == "acting":
		l.Acting = true
		return l.brackets(rest)
	case strings.Contains(rest, ",") || dash.MatchString(rest):
		return words // the brackets are of the post
	case isGroup(inside) && !isPost(inside):
		l.Group = inside
	default:
		l.Post = inside
		if !isPost(inside) {
			l.unsure(FromBrackets, "")
		}
	}
	return rest
}

// setPost takes "Acting" off the front of a post, or off its end.
func (l *Line) setPost(post string) {
	post = tidy(post)
	if rest, inside := cutBrackets(post); fold(inside) == "acting" {
		l.Acting, post = true, rest
	}
	if len(post) > len("acting ") && strings.EqualFold(post[:len("acting ")], "acting ") {
		l.Acting, post = true, tidy(post[len("acting "):])
	}
	l.Post = strings.Trim(post, " ,;")
}

// group takes an organisation off the end of a post that has several parts:
// "Treasurer, Town Council".
func (l *Line) group() {
	i := strings.LastIndex(l.Post, ",")
	if i < 0 || l.Group != "" {
		return
	}
	if end := tidy(l.Post[i+1:]); isGroup(end) && !isPost(end) {
		l.Post, l.Group = tidy(l.Post[:i]), end
	}
}

// setCapacity sets what a heading or a column says, unless the line itself does.
func (l *Line) setCapacity(c model.Capacity) {
	if !l.capacitySaid {
		l.Capacity, l.capacitySaid = c, true
	}
}
