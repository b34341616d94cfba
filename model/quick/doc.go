// Package quick reads and prints quick lines: the one language in which a
// meeting is typed, scripted and kept as plain text.
//
// [Read] says what one line would do to a meeting, [ReadScript] reads a whole
// file, [Print] writes a meeting so that reading it gives an equal one. Equal
// means all but identities, revisions, times of entry and the ledger.
//
// # What stands in braces
//
// Braces at the end of a line carry what its words do not say, as "key: value"
// or a bare key, with ";" between them. They are read as such where at least
// one key is known for that kind of line; otherwise they are text. Inside them
// a backslash takes the next character literally; \n, \r, \t and \s are a new
// line, a carriage return, a tab and a space. An empty value takes away what
// the words say. Values that are lists have commas between them.
//
//	any entry        at, restricted, text
//	action           owner, due, date, forum, withdrawn, no
//	decision, motion mover, seconder, number, result
//	vote             counted, for, against, abstain, for names, against names, abstain names, result
//	interest         none, who, item, nature, left
//	/in, /out        attendee (place in the attendance list), item, during
//	/approve         date, subject to
//	/done            action, note
//	people           name, post, group, capacity, mark, reason, remote, deputy, items, unsure, new
//	# Title          title, reference, public, restricted, new
//	/paper           title, reference
//	/next            date, time, venue
//	other commands   words
//
// # What is taken literally
//
// A backslash is taken off the start of a line, and the rest of that line is
// then literal, where the rest would have been more than words: a prefix, a
// bullet, a heading, a command, braces at the end, leading space. The same
// holds behind a prefix and at the start of a continuation line, where only
// space and braces are more than words. The braces of an entry whose last line
// is literal stand on a continuation line of their own. A continuation line of
// one backslash is an empty line.
package quick
