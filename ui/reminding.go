package ui

import (
	"minutebook/model"
	"minutebook/model/register"
)

// remind has the desktop say how many actions are due, where the clerk wants
// that. It names none: others may see the screen.
func (w *Window) remind() {
	clerk, err := w.book.Clerk()
	if err != nil || !clerk.Remind {
		return
	}
	today := model.DateOf(w.out.Now())
	due, overdue := 0, 0
	w.out.Keeping.Aside(func() error {
		actions, err := w.book.Register(register.Filter{Open: true})
		if err != nil {
			return err
		}
		due, overdue = dueBy(actions, today)
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			w.out.Log.Error("count the actions that are due", "error", err)
		case due+overdue > 0:
			w.out.Keeping.Notify(tr("Actions"), remindWords(due, overdue))
		}
	})
}

// dueBy are how many actions are due today, and how many were before.
func dueBy(actions []register.Action, today model.Date) (due, overdue int) {
	for _, a := range actions {
		switch {
		case a.Overdue(today):
			overdue++
		case a.State.Outstanding() && a.Due.Date == today:
			due++
		}
	}
	return due, overdue
}

func remindWords(due, overdue int) string {
	switch {
	case overdue == 0:
		return trf("%s due today", plural(due, "action is", "actions are"))
	case due == 0:
		return trf("%s overdue", plural(overdue, "action is", "actions are"))
	}
	return trf("%s due today, %s overdue", plural(due, "action is", "actions are"), plural(overdue, "action is", "actions are"))
}
