package widget

import (
	"fyne.io/fyne/v2"

	"minutebook/model"
)

// What can be told to assistive technology where Fyne passes it on.
var (
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*Label)(nil)
	_ fyne.Accessible = (*Para)(nil)
	_ fyne.Accessible = (*Banner)(nil)
	_ fyne.Accessible = (*Chip)(nil)
)

// AccessibilityLabel is called by the driver.
func (b *Button) AccessibilityLabel() string { return b.words }

// AccessibilityRole is called by the driver.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is called by the driver.
func (n *Label) AccessibilityLabel() string { return n.words }

// AccessibilityRole is called by the driver.
func (n *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is called by the driver; it reads what the paragraph
// shows, from the number to the note.
func (p *Para) AccessibilityLabel() string {
	label := p.block.Number
	for _, part := range []string{p.block.Chip, model.Words(p.spans), p.block.Trailing, p.block.Note} {
		if part != "" && label != "" {
			label += " "
		}
		label += part
	}
	return label
}

// AccessibilityRole is called by the driver.
func (p *Para) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is called by the driver.
func (b *Banner) AccessibilityLabel() string { return b.words }

// AccessibilityRole is called by the driver.
func (b *Banner) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is called by the driver.
func (c *Chip) AccessibilityLabel() string { return c.words }

// AccessibilityRole is called by the driver.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
