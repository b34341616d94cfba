package quick

import (
	"strconv"
	"strings"
)

// blanks are what is trimmed off the ends of lines and values. Other white
// space is kept as typed.
const blanks = " \t"

// pair is one "key: value" of the braces at the end of a line.
type pair struct {
	key   string
	value value
	at    int // byte offset of the key in the line
}

// value is what stands behind a key, still escaped.
type value string

// splitBraces takes the braces off the end of a line; ok says whether there
// are any in the right form. It does not know which keys there are.
func splitBraces(line string) (words string, pairs []pair, ok bool) {
	if !strings.HasSuffix(line, "}") {
		return line, nil, false
	}
	open := lastOpen(line)
	if open < 0 || open > 0 && line[open-1] != ' ' {
		return line, nil, false
	}
	at := open + 1
	for _, part := range splitEscaped(line[at:len(line)-1], ';') {
		if strings.HasSuffix(part.text, `\`) && oddBackslashes(part.text) || hasBare(part.text, '}') {
			return line, nil, false
		}
		key, raw, found := strings.Cut(part.text, ":")
		if !found {
			raw = "yes"
		}
		key = strings.ToLower(strings.Trim(key, blanks))
		if key == "" {
			return line, nil, false
		}
		indent := len(part.text) - len(strings.TrimLeft(part.text, blanks))
		pairs = append(pairs, pair{key, value(strings.Trim(raw, blanks)), at + part.at + indent})
	}
	return strings.TrimRight(line[:open], blanks), pairs, true
}

// lastOpen is the place of the last opening brace without a backslash.
func lastOpen(line string) int {
	for i := len(line) - 1; i >= 0; i-- {
		if line[i] == '{' && (i == 0 || line[i-1] != '\\') {
			return i
		}
	}
	return -1
}

func oddBackslashes(s string) bool {
	return (len(s)-len(strings.TrimRight(s, `\`)))%2 == 1
}

type part struct {
	text string
	at   int
}

// splitEscaped splits at sep where no backslash stands before it.
func splitEscaped(s string, sep byte) []part {
	var parts []part
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case sep:
			parts = append(parts, part{s[from:i], from})
			from = i + 1
		}
	}
	return append(parts, part{s[from:], from})
}

func hasBare(s string, c byte) bool { return len(splitEscaped(s, c)) > 1 }

// text is the value as words.
func (v value) text() string {
	if !strings.Contains(string(v), `\`) {
		return string(v)
	}
	var b strings.Builder
	for i := 0; i < len(v); i++ {
		if v[i] != '\\' || i+1 == len(v) {
			b.WriteByte(v[i])
			continue
		}
		i++
		switch v[i] {
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 's':
			b.WriteByte(' ')
		default:
			b.WriteByte(v[i])
		}
	}
	return b.String()
}

// list is the value as words with commas between them.
func (v value) list() []string {
	var list []string
	for _, p := range splitEscaped(string(v), ',') {
		if one := strings.Trim(p.text, blanks); one != "" {
			list = append(list, value(one).text())
		}
	}
	return list
}

// number is the value as a whole number; an empty one is nought.
func (v value) number() (int, error) {
	if v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(string(v))
	if err != nil {
		return 0, bad("“"+string(v)+"” is no number", "a number such as 7")
	}
	return n, nil
}

// yes is the value of a key that needs none.
func (v value) yes() (bool, error) {
	switch strings.ToLower(string(v)) {
	case "yes":
		return true, nil
	case "no", "":
		return false, nil
	}
	return false, bad("“"+string(v)+"” is neither yes nor no", "the key alone, or yes or no")
}

var (
	escaper     = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `{`, `\{`, `}`, `\}`, "\n", `\n`, "\r", `\r`, "\t", `\t`)
	listEscaper = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `{`, `\{`, `}`, `\}`, "\n", `\n`, "\r", `\r`, "\t", `\t`, `,`, `\,`)
)

// escape is s as it stands in braces.
func escape(s string) string { return keepEnds(escaper.Replace(s)) }

// escapeList is a list as it stands in braces.
func escapeList(list []string) string {
	escaped := make([]string, len(list))
	for i, s := range list {
		escaped[i] = keepEnds(listEscaper.Replace(s))
	}
	return strings.Join(escaped, ", ")
}

// keepEnds writes out the outermost spaces, which would be trimmed.
func keepEnds(s string) string {
	if strings.HasPrefix(s, " ") {
		s = `\s` + s[1:]
	}
	if strings.HasSuffix(s, " ") {
		s = s[:len(s)-1] + `\s`
	}
	return s
}

// key is one thing that braces can say of a T: an entry, an attendee, an item.
// get gives the value as it stands in braces; set reads it.
type key[T any] struct {
	name string
	// aside says that the printer writes the key where it sees fit rather
	// than where the words differ.
	aside bool
	// flag says that the key stands without value for "yes".
	flag bool
	get  func(*T) string
	set  func(*T, value, Context) error
}

// words is a key whose value is text.
func words[T any](name string, field func(*T) *string) key[T] {
	return key[T]{
		name: name,
		get:  func(t *T) string { return escape(*field(t)) },
		set:  func(t *T, v value, _ Context) error { *field(t) = v.text(); return nil },
	}
}

// list is a key whose value is a list.
func list[T any](name string, field func(*T) *[]string) key[T] {
	return key[T]{
		name: name,
		get:  func(t *T) string { return escapeList(*field(t)) },
		set:  func(t *T, v value, _ Context) error { *field(t) = v.list(); return nil },
	}
}

// flag is a key that is there or not.
func flag[T any](name string, field func(*T) *bool) key[T] {
	return key[T]{
		name: name,
		flag: true,
		get: func(t *T) string {
			if *field(t) {
				return "yes"
			}
			return "no"
		},
		set: func(t *T, v value, _ Context) (err error) { *field(t), err = v.yes(); return err },
	}
}

// keysOf gives the names of keys, for telling braces from text.
func keysOf[T any](keys []key[T]) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}

// setAll sets what the pairs say.
func setAll[T any](t *T, keys []key[T], pairs []pair, c Context) error {
	for _, p := range pairs {
		k, ok := keyOf(keys, p.key)
		if !ok {
			e := bad("there is no “"+p.key+"” in these braces", strings.Join(keysOf(keys), ", "))
			e.Col = p.at + 1
			return e
		}
		if err := k.set(t, p.value, c); err != nil {
			return placed(err, p.at)
		}
	}
	return nil
}

func keyOf[T any](keys []key[T], name string) (key[T], bool) {
	for _, k := range keys {
		if k.name == name {
			return k, true
		}
	}
	return key[T]{}, false
}

// differences are the braces that make have into want. have ends up as want.
func differences[T any](have, want *T, keys []key[T], c Context) []string {
	var pairs []string
	for _, k := range keys {
		if k.aside {
			continue
		}
		is := k.get(want)
		if k.get(have) == is {
			continue
		}
		pairs = append(pairs, k.pair(is))
		if err := k.set(have, value(is), c); err != nil {
			return pairs // cannot be said; whoever prints reads it again and sees
		}
	}
	return pairs
}

// pair is the key with its value, as it is printed.
func (k key[T]) pair(v string) string {
	if k.flag && v == "yes" {
		return k.name
	}
	return k.name + ": " + v
}

// inBraces is pairs as they stand at the end of a line; "" for none.
func inBraces(pairs []string) string {
	if len(pairs) == 0 {
		return ""
	}
	return "{" + strings.Join(pairs, "; ") + "}"
}
