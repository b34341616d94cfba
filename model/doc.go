// Package model is what a minute book holds: bodies, the people who sit on
// them, their meetings, what came of each agenda item, and the actions that
// live on afterwards. It knows no screen, no disk and no clock: times and
// identities are handed in.
//
// A meeting is changed only by a [Change], through [Meeting.With] or a
// [Session]; every value that was handed out stays as it was.
package model
