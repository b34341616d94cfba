package ziptest_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

func TestPartsArePackedAndTakenApart(t *testing.T) {
	t.Parallel()
	parts := map[string]string{"b.xml": "<b/>", "a/a.xml": "words", "empty": ""}
	file := ziptest.Pack(t, parts)
	if got := ziptest.Parts(t, file); !maps.Equal(got, parts) {
		t.Errorf("the parts are %q", got)
	}
	changed := ziptest.Changed(t, file, func(name, part string) string {
		if name == "a/a.xml" {
			return strings.ToUpper(part)
		}
		return part
	})
	parts["a/a.xml"] = "WORDS"
	if got := ziptest.Parts(t, changed); !maps.Equal(got, parts) {
		t.Errorf("changed, the parts are %q", got)
	}
}

// failing is a test that keeps what it fails with.
type failing struct{ said string }

func (f *failing) Fatalf(format string, args ...any) {
	f.said = fmt.Sprintf(format, args...)
	panic(f)
}

func TestWhatIsNotPackedFails(t *testing.T) {
	t.Parallel()
	f := &failing{}
	defer func() {
		if recover() == nil || !strings.Contains(f.said, "no packed file") {
			t.Errorf("it fails with %q", f.said)
		}
	}()
	ziptest.Parts(f, []byte("words"))
}
