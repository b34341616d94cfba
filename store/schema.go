package store

import "encoding/binary"

// Drawing is the tree of buckets in a book. A name in <> stands for as many
// keys as there are things; "A.B" is a key of two parts, kept apart by a zero
// byte. What a key holds stands behind the colon.
const Drawing = `
meta/
  format: decimal number, the layout of this tree
  min_reader: decimal number, the lowest format a program must know to read
  min_writer: decimal number, the lowest format a program must know to write
  made_by: the program that made the book
  made: when, RFC 3339
  book_id: the book's identity, the same in all its backups
  index: decimal number, the layout of index/
bodies/
  <body>: record of a model.Body
people/
  <person>: record of a model.Person
styles/
  <style>: record of a model.HouseStyle
clerk/
  clerk: record of the model.Clerk
written/
  <path>: record of a model.Written
meetings/
  <meeting>: record of a model.Meeting
drafts/
  <meeting>: record of a model.Unfinished
revisions/
  <meeting>.<rev>: compressed record of an earlier model.Meeting, then when it ceased to be the newest, RFC 3339, and " last" where the state changed
ledger/
  <meeting>.<action>.<n>: record of a model.Event
sealed/
  <body>.<n>: record of a model.Seal
files/
  <sha256>: record of a model.File
index/
  meetings/
    <meeting>: record of a model.Summary
  brief/
    <meeting>: checksum; packed, a model.Summary and a signature of the meeting's words
  register/
    <meeting>: checksum; packed, the meeting's register.Actions in brief and the numbers of the words each is found by
  said/
    <meeting>: checksum; packed, the words of the same actions
  lines/
    <meeting>: checksum; packed, what can be found in the meeting, as the numbers of its words
  words/
    <word>: its number, four bytes
`

// Format is the layout that this program writes, and the highest it reads.
const Format = 1

// indexFormat is the layout of index/. A book with another one is given a new
// index when it is opened for writing: nothing in it is only there.
const indexFormat = 10

// The buckets.
var (
	bucketMeta      = []byte("meta")
	bucketBodies    = []byte("bodies")
	bucketPeople    = []byte("people")
	bucketStyles    = []byte("styles")
	bucketClerk     = []byte("clerk")
	bucketWritten   = []byte("written")
	bucketMeetings  = []byte("meetings")
	bucketDrafts    = []byte("drafts")
	bucketRevisions = []byte("revisions")
	bucketLedger    = []byte("ledger")
	bucketSealed    = []byte("sealed")
	bucketFiles     = []byte("files")
	bucketIndex     = []byte("index")

	// In index/.
	bucketList     = []byte("meetings")
	bucketBrief    = []byte("brief")
	bucketRegister = []byte("register")
	bucketSaid     = []byte("said")
	bucketLines    = []byte("lines")
	bucketWords    = []byte("words")
)

// topBuckets are the buckets of a book.
var topBuckets = [][]byte{bucketMeta, bucketBodies, bucketPeople, bucketStyles, bucketClerk, bucketWritten, bucketMeetings, bucketDrafts, bucketRevisions, bucketLedger, bucketSealed, bucketFiles, bucketIndex}

// keyClerk is the only key of clerk/.
var keyClerk = []byte("clerk")

// The keys of meta/.
var (
	keyFormat    = []byte("format")
	keyMinReader = []byte("min_reader")
	keyMinWriter = []byte("min_writer")
	keyMadeBy    = []byte("made_by")
	keyMade      = []byte("made")
	keyBookID    = []byte("book_id")
	keyIndex     = []byte("index")
)

// key puts a key together from its parts.
func key[T ~string](parts ...T) []byte {
	var k []byte
	for i, p := range parts {
		if i > 0 {
			k = append(k, 0)
		}
		k = append(k, p...)
	}
	return k
}

// under is the beginning that all keys below these parts have.
func under[T ~string](parts ...T) []byte { return append(key(parts...), 0) }

// counted is a key that ends in a number, ordered by it.
func counted(prefix []byte, n int) []byte {
	return binary.BigEndian.AppendUint64(append([]byte(nil), prefix...), uint64(n))
}

// count is the number that a counted key ends in, 0 where it has none.
func count(k []byte) int {
	if len(k) < 8 {
		return 0
	}
	return int(binary.BigEndian.Uint64(k[len(k)-8:]))
}
