package main

import "encoding/json"

// dataVersion is the version of every list written as JSON.
const dataVersion = 1

// head says what a piece of JSON is.
type head struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
}

func headOf(what string) head { return head{"minutebook/" + what, dataVersion} }

// sayJSON writes v, indented, with letters as they are.
func (p *program) sayJSON(v any) error {
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// some is list, or an empty list where it is nil: JSON has [] and not null.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
