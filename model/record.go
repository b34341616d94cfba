package model

import "encoding/json"

// Record is one record of a book as it is kept, to be carried into another.
type Record struct {
	// In says among which records it is: "meetings", "ledger".
	In string `json:"-"`
	// Key is what it is kept under, part by part; a count is in decimal digits.
	Key []string `json:"key"`
	Rev int      `json:"rev,omitempty"`
	// Body is what is kept.
	Body json.RawMessage `json:"body"`
	// Until is when an earlier revision ceased to be the newest, RFC 3339; Last
	// says that the meeting had another state from then on.
	Until string `json:"until,omitempty"`
	Last  bool   `json:"last,omitempty"`
}

// The records of a book.
const (
	InBodies    = "bodies"
	InPeople    = "people"
	InStyles    = "styles"
	InClerk     = "clerk"
	InWritten   = "written"
	InMeetings  = "meetings"
	InDrafts    = "drafts"
	InRevisions = "revisions"
	InLedger    = "ledger"
	InSealed    = "sealed"
	InFiles     = "files"
)

// RecordKinds are all of them, each behind those that it speaks of.
var RecordKinds = []string{InBodies, InPeople, InStyles, InClerk, InWritten, InMeetings, InDrafts, InRevisions, InLedger, InSealed, InFiles}
