package main

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestVersionIsThatOfTheProgramAsAWhole(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\s*Version = "(.*)"$`).FindSubmatch(data)
	if found == nil || string(found[1]) != version {
		t.Errorf("FyneApp.toml has %q, this program is %q", found, version)
	}
}

// full is a file that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room left") }

func TestAnOutputThatCannotBeWrittenIsToldOf(t *testing.T) {
	t.Parallel()
	var said bytes.Buffer
	code := run([]string{"version"}, strings.NewReader(""), full{}, &said, func(string) string { return "" })
	if code != 1 || said.String() != "minutectl: no room left\n" {
		t.Errorf("exit code %d, said %q", code, said.String())
	}
}

func TestEveryCommandSaysWhatItDoes(t *testing.T) {
	t.Parallel()
	p := &program{out: &bytes.Buffer{}, err: &bytes.Buffer{}, env: func(string) string { return "" }}
	for _, cmd := range p.root().Commands() {
		if cmd.Short == "" || cmd.RunE == nil || cmd.Args == nil || cmd.Hidden {
			t.Errorf("%s is hidden, does nothing or says nothing", cmd.Name())
		}
		if strings.HasSuffix(cmd.Short, ".") || strings.ToUpper(cmd.Short[:1]) != cmd.Short[:1] {
			t.Errorf("%s is described unlike the others: %q", cmd.Name(), cmd.Short)
		}
	}
}
