package minutes_test

import (
	"pgregory.net/rapid"

	"minutebook/model/minutes/docx/lint"
)

// sound checks of a Word file what Word itself would stumble over.
func sound(t rapid.TB, data []byte) {
	t.Helper()
	for _, wrong := range lint.Check(data) {
		t.Error(wrong)
	}
}
