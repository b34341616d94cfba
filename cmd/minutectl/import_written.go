package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"minutebook/cmd/internal/pdftext"
	"minutebook/cmd/internal/which"
	"minutebook/model/bring"
	"minutebook/model/minutes/read"
)

// written takes in minutes that were written elsewhere.
func (in *intake) written(ctx context.Context, file string, data []byte) (fileReport, error) {
	known, err := in.knows()
	if err != nil {
		return fileReport{}, err
	}
	d, err := pdftext.Read(ctx, filepath.Base(file), data)
	if err != nil {
		return fileReport{}, at(file, err)
	}
	plan := bring.Prepare(d, known)
	if ours := plan.Ours; ours != nil {
		return fileReport{}, fmt.Errorf("%s is a draft that this program made of the meeting of %s, %s, which is in the book; \"minutectl returned %s\" reads back what was changed in it", file, ours.Body, ours.Date.Long(), file)
	}
	in.choose(plan)
	batch, m, err := plan.Batch(in.p.newID, in.p.stamp())
	if err != nil {
		return fileReport{}, rough(file, err)
	}
	r := broughtIn(file, m)
	r.of(d, plan, batch)
	return r, in.keep(batch)
}

// choose makes the choices that the flags say.
func (in *intake) choose(plan *bring.Plan) {
	if in.x.body != "" {
		if body, err := which.Body(in.known.Bodies(), in.x.body); err == nil {
			plan.ChooseBody(body.ID)
		} else { // no one body is called so
			plan.NewBodyCalled(strings.TrimSpace(in.x.body))
		}
	}
	if in.x.style != "" {
		plan.ChooseStyle(in.x.style)
	}
	plan.Approved(in.x.approved)
	plan.Take(in.x.accept)
}

// rough is what lacks in a file, or stands in its way, with what to do about it.
func rough(file string, err error) error {
	var lacks *bring.Lacking
	var clash *bring.There
	switch {
	case errors.As(err, &clash):
		return fmt.Errorf("%s was left out: %w (id %s), and it was left as it is", file, err, clash.Meeting.ID)
	case errors.As(err, &lacks) && lacks.What == bring.NoBody:
		return fmt.Errorf("%s cannot be taken in: %w; say it with --body", file, err)
	case errors.As(err, &lacks):
		return fmt.Errorf("%s cannot be taken in: %w; name the file for it, such as 2026-03-17.docx", file, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// at names a file that cannot be read by its whole path.
func at(file string, err error) error {
	var unread *read.Unreadable
	if errors.As(err, &unread) {
		return &read.Unreadable{Name: file, Reason: unread.Reason}
	}
	return fmt.Errorf("%s: %w", file, err)
}
