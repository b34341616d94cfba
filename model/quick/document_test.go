package quick

import (
	"os"
	"strings"
	"testing"
)

// Every command is in the documentation of the language.
func TestCommandsAreDocumented(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/quick-lines.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands {
		if !strings.Contains(string(text), "`/"+c.name+" ") && !strings.Contains(string(text), "`/"+c.name+"`") {
			t.Errorf("docs/quick-lines.md does not say what /%s does", c.name)
		}
		if !strings.HasPrefix(c.expects, "/"+c.name) {
			t.Errorf("of /%s it is said that %q is expected", c.name, c.expects)
		}
	}
}
