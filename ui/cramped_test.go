package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
)

// Large text on a small screen leaves room for the minutes: what is in the
// menu too gives way, and comes back.
func TestLargeTextLeavesRoomForTheMinutes(t *testing.T) {
	for _, c := range []struct {
		width, height, text float32
		cramped             bool
		lines               float32
	}{{1366, 740, 1, false, 15}, {1366, 740, 1.2, false, 10}, {1366, 740, 2, true, 8}, {1920, 1050, 2, true, 14}, {1920, 1050, 1.4, false, 15}} {
		ui, _ := openQuay(t)
		ui.window.Resize(fyne.NewSize(c.width, c.height))
		ui.resize(c.text, 1)
		minute(t, ui, "The Clerk reported three quotations for the roof of the old customs house, all of them above the sum set aside.",
			"d: That quotation B be accepted", "a: Ann Zelenka to instruct the builder by 31 January 2027", "m: That the seawall be surveyed")
		if ui.cramped != c.cramped || ui.foot.object.Visible() == c.cramped || ui.meeting.panel.buttons.Visible() == c.cramped {
			t.Errorf("%+v: cramped %v, foot %v, kinds %v", c, ui.cramped, ui.foot.object.Visible(), ui.meeting.panel.buttons.Visible())
		}
		line := themed(theme.SizeBody) * theme.Leading
		if got := ui.meeting.sheet.Room() / line; got < c.lines {
			t.Errorf("%+v: %.1f lines of minutes show", c, got)
		}
		picture(t, ui, fmt.Sprintf("meeting-%.0f-%.0f", c.width, c.text*100))
		ui.resize(1, 1)
		if ui.cramped || !ui.foot.object.Visible() || !ui.meeting.panel.buttons.Visible() {
			t.Errorf("%+v: not all comes back", c)
		}
	}
}
