package ui

import "minutebook/model/minutes"

// approvalSection are the words for what becomes of minutes after the meeting.
func approvalSection() styleSection {
	a := func(s *minutes.Style) *minutes.ApprovalStyle { return &s.Approval }
	return styleSection{title: tr("Approval and corrections"), about: tr("How earlier minutes are approved and corrected, and what is printed at the end of approved ones."), fields: []styleField{
		wordingField("approval.passed", tr("At the end: approved by a meeting; empty for nothing"), func(s *minutes.Style) *string { return &a(s).Passed }),
		wordingField("approval.byMail", tr("At the end: approved by mail"), func(s *minutes.Style) *string { return &a(s).ByMail }),
		wordingField("approval.byChair", tr("At the end: approved by the chair"), func(s *minutes.Style) *string { return &a(s).ByChair }),
		wordingField("approval.seal", tr("At the end: the seal; empty for none"), func(s *minutes.Style) *string { return &a(s).Seal }),
		wordingField("approval.ratified", tr("An approval by mail or by the chair is ratified"), func(s *minutes.Style) *string { return &a(s).Ratified }),
		wordingField("approval.noted", tr("Completed actions are noted with the minutes"), func(s *minutes.Style) *string { return &a(s).Noted }),
		wordingField("approval.openPart", tr("The open part of minutes"), func(s *minutes.Style) *string { return &a(s).OpenPart }),
		wordingField("approval.restrictedPart", tr("The restricted part of minutes"), func(s *minutes.Style) *string { return &a(s).RestrictedPart }),
		wordingField("approval.corrected", tr("A correction of a few words"), func(s *minutes.Style) *string { return &a(s).Corrected }),
		wordingField("approval.rewritten", tr("A correction of a whole paragraph"), func(s *minutes.Style) *string { return &a(s).Rewritten }),
		wordingField("approval.inserted", tr("What should be added"), func(s *minutes.Style) *string { return &a(s).Inserted }),
		wordingField("approval.struck", tr("What should be deleted"), func(s *minutes.Style) *string { return &a(s).Struck }),
		wordingField("approval.paragraph", tr("A paragraph, named in a correction"), func(s *minutes.Style) *string { return &a(s).Paragraph }),
		wordingField("approval.action", tr("An action, named in a correction"), func(s *minutes.Style) *string { return &a(s).Action }),
		wordingField("approval.item", tr("An item, named in a correction"), func(s *minutes.Style) *string { return &a(s).Item }),
		wordingField("approval.attendance", tr("The list of names, named in a correction"), func(s *minutes.Style) *string { return &a(s).Attendance }),
		wordingField("approval.later", tr("Minutes approved long before are corrected"), func(s *minutes.Style) *string { return &a(s).Later }),
		wordingField("approval.see", tr("Such minutes point to their correction"), func(s *minutes.Style) *string { return &a(s).See }),
	}, shows: func(b minutes.Block) (string, bool) {
		p, ok := b.(minutes.Paragraph)
		return atEnd, ok && p.Role == minutes.Aside && p.Anchor == ""
	}}
}
