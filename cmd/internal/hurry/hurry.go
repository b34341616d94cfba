// Package hurry has a program start sooner: until [Over] its memory is not
// cleared, which would take a processor from whatever starts. It begins when
// packages make themselves ready, as early as Go comes to this one, since they
// need memory too.
package hurry

import "runtime/debug"

// most is how much memory may be taken before it is looked at after all for what
// is no longer needed. Hardly any start reaches it.
const most = 256 << 20

// spare is how much more than it needs a program lets memory grow to before it is
// cleared, in percent: less than is usual, because a meeting is long and its
// computer often old.
const spare = 50

var limit = begin()

func begin() (limit int64) {
	debug.SetGCPercent(-1)
	return debug.SetMemoryLimit(most)
}

// Over clears memory from now on, and gives what the start alone needed back to
// the system.
func Over() {
	debug.SetGCPercent(spare)
	debug.SetMemoryLimit(limit)
	debug.FreeOSMemory()
}
