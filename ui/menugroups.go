package ui

// beginsGroup are the commands that have a line over them in their menu. What
// means something on one screen alone stands last.
var beginsGroup = map[string]bool{
	// File
	"import": true, "export-actions": true, "extract": true, "backup": true, "merge": true,
	// Edit
	"select-up": true, "owner-due": true, "next-spelling": true, "new-body": true, "proposal-accept": true,
	// Meeting
	"go-to": true, "start": true, "follow-up": true, "roll-call": true, "purge": true,
	// Minutes
	"circulate": true, "corrections": true, "approve-earlier": true, "import-take": true,
	// Item
	"withdraw-item": true,
	// Actions
	"open-actions": true, "register-chase": true, "register-filter": true, "register-sort-number": true, "register-views": true,
	// Insert
	"new-item": true, "bold": true,
	// View
	"palette": true, "larger": true, "light": true, "brief": true, "preview": true, "style": true, "settings": true, "search-jump": true,
	// Help
	"about": true,
}
