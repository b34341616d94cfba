package ui

import "minutebook/model"

// told hears that a revision was kept, or why not.
func (s *meetingScreen) told(rev int, err error) {
	if err != nil {
		s.failing = true
		s.w.out.Log.Error("save", "meeting", string(s.work.meeting().ID), "rev", rev, "error", err)
		s.w.warn(trf("Not saved: %s Your words stay on this screen. Ctrl+S tries again.", sentence(reason(err))),
			offer{tr("Try again"), s.saveNow}, offer{tr("Save a copy elsewhere"), s.w.askExport})
		s.w.headChanged()
		return
	}
	if s.failing {
		s.failing = false
		s.w.calm()
	}
	s.saved, s.savedAt = max(s.saved, rev), s.w.out.Now()
	s.w.mindBackups()
	s.keptClosed()
	if s.entered && rev >= s.work.meeting().Rev {
		s.entered = false
		s.saveUnfinished()
	}
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// touched hears of every change of the words in the composer.
func (s *meetingScreen) touched() {
	s.places.passing = false
	s.drafts.touch()
}

// keepUnfinished sees to it that the words in the composer are on their way to
// the disk.
func (s *meetingScreen) keepUnfinished() { s.drafts.flush() }

func (s *meetingScreen) words() model.Unfinished {
	c := s.panel.composer
	u := s.work.unfinished(c.Text(), c.Caret())
	u.Before = s.before
	return u
}

func (s *meetingScreen) saveUnfinished() {
	words := s.words()
	if s.entered && words.Empty() {
		return // what was entered is on its way to the disk, and told comes here once it is there
	}
	s.unfinished.put(words)
	s.w.out.Later(func() error { return s.unfinished.deliver(s.w.book.KeepUnfinished) }, func(err error) {
		switch {
		case err == nil:
			s.wordsKept()
		case s.failing: // the warning that stands already says more
			s.w.out.Log.Error("save unfinished words", "meeting", string(words.Meeting), "error", err)
		default:
			s.w.failed("save the words in the composer; they are still there", err)
		}
	})
}

// wordsKept hears that the words in the composer are on disk. Where they were
// the last that was not, the warning goes.
func (s *meetingScreen) wordsKept() {
	if s.failing && s.saved >= s.work.meeting().Rev {
		s.failing = false
		s.w.calm()
		s.w.headChanged()
	}
}

// saveNow saves everything and says when that was.
func (s *meetingScreen) saveNow() {
	s.saver.Retry()
	s.touched()
	s.keepUnfinished()
	s.w.headChanged()
	if s.saved >= s.work.meeting().Rev && !s.failing {
		s.w.say(trf("Everything is saved, last at %s", s.w.out.Now().Format("15:04:05")))
	}
}

// flush keeps everything and waits for it. It says false, having told the
// clerk, where something could not be kept.
func (s *meetingScreen) flush() bool {
	err := s.saver.Flush()
	if err == nil {
		if s.drafts.callOff != nil {
			s.drafts.callOff()
		}
		s.unfinished.put(s.words())
		err = s.unfinished.deliver(s.w.book.KeepUnfinished)
	}
	if err != nil {
		s.told(s.work.meeting().Rev, err)
		return false
	}
	return true
}
