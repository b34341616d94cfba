package minutes

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"minutebook/model"
)

// contentsAnchor is where links back to the contents lead.
const contentsAnchor = "contents"

// longestPlain is how long an identity may be to stand in an anchor as it is;
// with the longest kind it keeps within what Word allows the name of a
// bookmark.
const longestPlain = 26

// anchor is a name for the thing of that ID, of small letters, figures and
// hyphens, unlike any other in the document. It follows from the ID alone, so
// that the same entry has the same name in every version of the minutes.
func (c *composer) anchor(kind string, id model.ID) string { return c.free(anchorOf(kind, id)) }

// ItemAnchor is the anchor of the heading of an item, so that a place in the
// meeting can be found in its document.
func ItemAnchor(id model.ID) string { return anchorOf("item", id) }

// EntryAnchor is the anchor of what is printed of an entry where it stands.
func EntryAnchor(id model.ID) string { return anchorOf("entry", id) }

// RowAnchor is the anchor of the row that an action has in a table of actions.
func RowAnchor(id model.ID) string { return anchorOf("row", id) }

// PersonAnchor is the anchor of somebody on the attendance list.
func PersonAnchor(id model.ID) string { return anchorOf("person", id) }

// PartAnchor is the anchor of a part: "people" is the attendance list, and parts
// of it are called by what people are there as, "present", "attending",
// "observing", "apologies" and "absent"; "log" is the table of actions.
func PartAnchor(name string) string { return "part-" + name }

func anchorOf(kind string, id model.ID) string {
	name := string(id)
	if len(name) > longestPlain || name == "" || strings.Trim(name, "0123456789abcdefghijklmnopqrstuvwxyz") != "" {
		sum := sha256.Sum256([]byte(id))
		name = "x-" + hex.EncodeToString(sum[:12])
	}
	return kind + "-" + name
}

// part is the anchor of a part that the style makes: its contents, its log.
func (c *composer) part(name string) string { return c.free(PartAnchor(name)) }

// free is the name, with a figure behind it where a damaged meeting has the
// same identity twice.
func (c *composer) free(name string) string {
	free := name
	for n := 2; c.taken[free]; n++ {
		free = name + "-" + strconv.Itoa(n)
	}
	c.taken[free] = true
	return free
}
