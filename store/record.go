package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"minutebook/model"
)

// recordVersion is the version of the envelope, not of what is in it.
const recordVersion = 1

// envelope is how every record is kept, as {"v","rev","sha256","body"}: its
// body is plain JSON that can be read without this program, and the sum tells
// whether a byte of it changed.
type envelope struct {
	V, Rev int
	SHA256 string
	Body   []byte
}

// place is where records of one kind are kept, and what errors and reports
// call one of them.
type place struct {
	bucket []byte
	kind   string
	// indexed says that the bucket is in the index.
	indexed bool
	// holds makes an empty value of what is in such a record.
	holds func() any
}

// The places of records.
var (
	atMeetings  = place{bucket: bucketMeetings, kind: "meeting", holds: func() any { return &model.Meeting{} }}
	atBodies    = place{bucket: bucketBodies, kind: "body", holds: func() any { return &model.Body{} }}
	atPeople    = place{bucket: bucketPeople, kind: "person", holds: func() any { return &model.Person{} }}
	atStyles    = place{bucket: bucketStyles, kind: "house style", holds: func() any { return &model.HouseStyle{} }}
	atClerk     = place{bucket: bucketClerk, kind: "settings of", holds: func() any { return &model.Clerk{} }}
	atWritten   = place{bucket: bucketWritten, kind: "note of the file", holds: func() any { return &model.Written{} }}
	atDrafts    = place{bucket: bucketDrafts, kind: "unfinished words of meeting", holds: func() any { return &model.Unfinished{} }}
	atRevisions = place{bucket: bucketRevisions, kind: "earlier revision of meeting", holds: func() any { return &model.Meeting{} }}
	atLedger    = place{bucket: bucketLedger, kind: "history of an action of meeting", holds: func() any { return &model.Event{} }}
	atSealed    = place{bucket: bucketSealed, kind: "seal of body", holds: func() any { return &model.Seal{} }}
	atFiles     = place{bucket: bucketFiles, kind: "file that left the office", holds: func() any { return &model.File{} }}
	atList      = place{bucket: bucketList, kind: "list entry of meeting", indexed: true, holds: func() any { return &model.Summary{} }}
)

// ofMeeting says whether such a record belongs to a meeting.
func (p place) ofMeeting() bool {
	return p.kind != atBodies.kind && p.kind != atPeople.kind && p.kind != atStyles.kind && p.kind != atClerk.kind && p.kind != atWritten.kind && p.kind != atSealed.kind && p.kind != atFiles.kind
}

// sum covers where the record is kept too, so that it is sound only there.
func (p place) sum(k []byte, e envelope) string {
	h := sha256.New()
	h.Write(fmt.Appendf(nil, "%s/%s\n%d\n%d\n", p.bucket, k, e.V, e.Rev))
	h.Write(e.Body)
	return hex.EncodeToString(h.Sum(nil))
}

// head is what a record has before its body.
func (e envelope) head() []byte {
	return fmt.Appendf(nil, `{"v":%d,"rev":%d,"sha256":"%s","body":`, e.V, e.Rev, e.SHA256)
}

func (e envelope) bytes() []byte {
	return slices.Concat(e.head(), e.Body, []byte("}"))
}

// seal is the record of body under key k.
func (p place) seal(k []byte, rev int, body []byte) []byte {
	e := envelope{V: recordVersion, Rev: rev, Body: body}
	e.SHA256 = p.sum(k, e)
	return e.bytes()
}

// unseal is what the record under key k holds. What is not byte for byte as
// seal made it is a *[Damaged]; the envelope is given as far as it was
// readable.
func (p place) unseal(k, record []byte) (envelope, error) {
	e, ok := opened(record)
	switch {
	case !ok:
		return e, p.damaged(k, "it is not a record")
	case e.SHA256 != p.sum(k, e), !bytes.HasPrefix(record, e.head()):
		return e, p.damaged(k, "its checksum does not fit its words")
	case e.V != recordVersion:
		return e, p.damaged(k, "it is of a version that is not known")
	}
	return e, nil
}

// opened takes a record apart without looking at whether it is sound. The body
// is within the record.
func opened(record []byte) (e envelope, ok bool) {
	head, body, ok := bytes.Cut(record, []byte(`,"body":`))
	body, closed := bytes.CutSuffix(body, []byte("}"))
	_, err := fmt.Sscanf(string(head), `{"v":%d,"rev":%d,"sha256":"%64s"`, &e.V, &e.Rev, &e.SHA256)
	e.Body = body
	return e, ok && closed && err == nil
}

// decode reads a record into v. The error is a *[Damaged].
func (p place) decode(k, record []byte, v any) error {
	e, err := p.unseal(k, record)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(e.Body, v); err != nil {
		return p.damaged(k, "its words are not what they should be")
	}
	return nil
}

// path is where the records are in a book.
func (p place) path() string {
	if p.indexed {
		return string(bucketIndex) + "/" + string(p.bucket)
	}
	return string(p.bucket)
}

// sound is the revision of the record under key k, and whether there is one
// and nothing is wrong with it.
func (p place) sound(k, record []byte) (rev int, ok bool) {
	if p.kind == atRevisions.kind {
		_, ok := revisionUnder(k, record)
		return count(k), ok
	}
	e, err := p.unseal(k, record)
	return e.Rev, err == nil && json.Unmarshal(e.Body, p.holds()) == nil
}

func (p place) damaged(k []byte, why string) *Damaged {
	first, _, _ := bytes.Cut(k, []byte{0})
	return &Damaged{Record: p.kind, ID: model.ID(first), Why: why}
}

// encode is v as the JSON of a record's body.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// normal is v and its JSON as they will be read back: bytes that are no text
// have become the sign for that.
func normal[T any](v T) (T, []byte, error) {
	body, err := encode(v)
	if err != nil || !bytes.Contains(body, []byte(`\ufffd`)) {
		return v, body, err
	}
	var read T
	if err := json.Unmarshal(body, &read); err != nil {
		return v, nil, err
	}
	body, err = encode(read)
	return read, body, err
}
