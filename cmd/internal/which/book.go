// Package which finds what the words on a command line mean: which minute
// book, which meeting, which day. Both programs read them alike.
package which

import (
	"fmt"

	"minutebook/store"
)

// Book is where the minute book is: what the flag --book says, else the
// environment variable MINUTEBOOK_BOOK, else the place in the platform's data
// folder.
func Book(flag string, env func(string) string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	if path := env("MINUTEBOOK_BOOK"); path != "" {
		return path, nil
	}
	path, err := store.DefaultPath()
	if err != nil {
		return "", fmt.Errorf("there is no data folder to keep a book in (%w); say where it is with --book FILE", err)
	}
	return path, nil
}
