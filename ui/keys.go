package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// key is a key with what is held down beside it. Ctrl stands for Cmd on macOS.
type key struct {
	name        fyne.KeyName
	ctrl, shift bool
}

func ctrl(name fyne.KeyName) key      { return key{name, true, false} }
func ctrlShift(name fyne.KeyName) key { return key{name, true, true} }
func bare(name fyne.KeyName) key      { return key{name, false, false} }

// shortcut is what Fyne calls the key; nil for a bare one, which is never a
// shortcut there.
func (k key) shortcut() fyne.Shortcut {
	switch {
	case !k.ctrl:
		return nil
	case k == ctrl(fyne.KeyZ):
		return &fyne.ShortcutUndo{}
	case k == ctrl(fyne.KeyY):
		return &fyne.ShortcutRedo{}
	}
	modifier := fyne.KeyModifierShortcutDefault
	if k.shift {
		modifier |= fyne.KeyModifierShift
	}
	return &desktop.CustomShortcut{KeyName: k.name, Modifier: modifier}
}

// String is the key as the key sheet names it: "Ctrl+Shift+E".
func (k key) String() string {
	var b strings.Builder
	if k.ctrl {
		b.WriteString("Ctrl+")
	}
	if k.shift {
		b.WriteString("Shift+")
	}
	b.WriteString(keyWord(k.name))
	return b.String()
}

func keyWord(name fyne.KeyName) string {
	switch name {
	case fyne.KeyReturn:
		return "Enter"
	case fyne.KeyPageUp:
		return "PgUp"
	case fyne.KeyPageDown:
		return "PgDn"
	case fyne.KeyEscape:
		return "Esc"
	default:
		return string(name)
	}
}
