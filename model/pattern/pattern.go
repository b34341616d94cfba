// Package pattern has regular expressions that are compiled when they are first
// used. Reading the minutes of others takes hundreds of them, and a start of
// the program that reads none would wait for them all.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression of package regexp, whose methods it has as
// far as they are used. Several goroutines may use one at the same time.
type Pattern struct {
	compiled func() *regexp.Regexp
}

// Of is the pattern that a regular expression writes. One that is written
// wrongly panics when it is first used.
func Of(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString says whether some of the words are of the pattern.
func (p *Pattern) MatchString(words string) bool { return p.compiled().MatchString(words) }

// FindString is the first part of the words that is of the pattern, "" where
// none is.
func (p *Pattern) FindString(words string) string { return p.compiled().FindString(words) }

// FindStringIndex is where the first part of the words that is of the pattern
// begins and ends, in bytes; nil where none is.
func (p *Pattern) FindStringIndex(words string) []int { return p.compiled().FindStringIndex(words) }

// FindStringSubmatch is the first part of the words that is of the pattern and
// what its groups matched; nil where none is.
func (p *Pattern) FindStringSubmatch(words string) []string {
	return p.compiled().FindStringSubmatch(words)
}

// FindStringSubmatchIndex is where the first part of the words that is of the
// pattern and its groups begin and end, in bytes; nil where none is.
func (p *Pattern) FindStringSubmatchIndex(words string) []int {
	return p.compiled().FindStringSubmatchIndex(words)
}

// FindSubmatch is FindStringSubmatch for words in bytes.
func (p *Pattern) FindSubmatch(words []byte) [][]byte { return p.compiled().FindSubmatch(words) }

// FindAllString are the parts of the words that are of the pattern, n at most
// unless n is negative.
func (p *Pattern) FindAllString(words string, n int) []string {
	return p.compiled().FindAllString(words, n)
}

// FindAllStringSubmatch are the parts of the words that are of the pattern and
// what its groups matched, n at most unless n is negative.
func (p *Pattern) FindAllStringSubmatch(words string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(words, n)
}

// FindAllStringSubmatchIndex is where each of the parts of the words that are
// of the pattern and its groups begin and end, in bytes; n at most unless n is
// negative.
func (p *Pattern) FindAllStringSubmatchIndex(words string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(words, n)
}

// ReplaceAllString are the words with other words for each part that is of the
// pattern; $1 stands for what the first group matched.
func (p *Pattern) ReplaceAllString(words, other string) string {
	return p.compiled().ReplaceAllString(words, other)
}

// ReplaceAllStringFunc are the words with what other makes of each part that is
// of the pattern.
func (p *Pattern) ReplaceAllStringFunc(words string, other func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(words, other)
}

// Split are the words between the parts that are of the pattern, n at most
// unless n is negative.
func (p *Pattern) Split(words string, n int) []string { return p.compiled().Split(words, n) }
