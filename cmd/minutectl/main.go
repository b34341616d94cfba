// Minutectl keeps a minute book from the terminal: the same book and the same
// quick lines as the window, without one.
package main

import (
	"io"
	"os"
	"time"

	"minutebook/cmd/internal/identity"
	"minutebook/model"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

// run is the whole program: args without the program's name, env to look up
// environment variables. It gives the exit code: 0 done, 1 failed, 2 wrongly
// asked for.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	p := &program{in: stdin, out: stdout, err: stderr, env: env, now: time.Now, newID: identity.New}
	cmd := p.root()
	cmd.SetArgs(args)
	cmd.SetIn(stdin)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	return p.finish(cmd.Execute())
}

// program is one run: where it reads and writes, and what it is told of the
// world.
type program struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	now      func() time.Time
	newID    func() model.ID
	// path is what --book says.
	path string
	// asked is set once the command line has been understood.
	asked bool
}

// today is the day where the program runs.
func (p *program) today() model.Date { return model.DateOf(p.now()) }

// stamp is now as records keep it: RFC 3339 in UTC. All its digits are always
// there, so that stamps compare as text, and tell apart what was made within
// one second.
func (p *program) stamp() string { return model.Stamp(p.now()) }
