package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// dressFyne gives every colour that Fyne's own widgets ask for (menus,
// scroll bars, file pickers) its place in the palette, so that nothing falls
// back to stock colours.
func (p palette) dressFyne(i ink) {
	for name, ours := range map[fyne.ThemeColorName]fyne.ThemeColorName{
		fynetheme.ColorNameBackground:                Desk,
		fynetheme.ColorNameButton:                    Paper,
		fynetheme.ColorNameDisabled:                  Ghost,
		fynetheme.ColorNameDisabledButton:            Pane,
		fynetheme.ColorNameError:                     Danger,
		fynetheme.ColorNameFocus:                     AccentWeak,
		fynetheme.ColorNameForeground:                Text,
		fynetheme.ColorNameForegroundOnError:         Paper,
		fynetheme.ColorNameForegroundOnPrimary:       OnAccent,
		fynetheme.ColorNameForegroundOnSuccess:       Paper,
		fynetheme.ColorNameForegroundOnWarning:       Paper,
		fynetheme.ColorNameHeaderBackground:          Pane,
		fynetheme.ColorNameHover:                     Hover,
		fynetheme.ColorNameHyperlink:                 Accent,
		fynetheme.ColorNameInnerWindowBorder:         Pane,
		fynetheme.ColorNameInnerWindowBorderInactive: Pane,
		fynetheme.ColorNameInputBackground:           Paper,
		fynetheme.ColorNameInputBorder:               Line,
		fynetheme.ColorNameMenuBackground:            Pane,
		fynetheme.ColorNameOverlayBackground:         Pane,
		fynetheme.ColorNamePlaceHolder:               Ghost,
		fynetheme.ColorNamePressed:                   Hover,
		fynetheme.ColorNamePrimary:                   Accent,
		fynetheme.ColorNameSelection:                 Marked,
		fynetheme.ColorNameSeparator:                 Line,
		fynetheme.ColorNameSuccess:                   Decision.Words(),
		fynetheme.ColorNameWarning:                   Action.Words(),
	} {
		p[name] = p[ours]
	}
	p[fynetheme.ColorNameScrollBar] = mix(i.scroll)
	p[fynetheme.ColorNameScrollBarBackground] = mix(i.scrollBackground)
	p[fynetheme.ColorNameShadow] = mix("#00000030")
	if i.outlined {
		p[fynetheme.ColorNameShadow] = mix("#00000000")
	}
}
