package main

import (
	"context"
	"os"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"

	"minutebook/cmd/internal/office"
	"minutebook/ui"
)

// papers is what the office program is at work on, and where what is printed
// lies. When the program ends it is all cleared away.
type papers struct {
	// begun is what nothing may go on without; stop ends it.
	begun context.Context
	stop  context.CancelFunc
	busy  sync.WaitGroup

	mu      sync.Mutex
	cleared bool
	folders []string
}

func newOutside(m *Main, app fyne.App) *outside {
	o := &outside{m: m, app: app, office: office.New()}
	o.papers.begun, o.papers.stop = context.WithCancel(context.Background())
	return o
}

// do does work on a goroutine of its own: an office program takes longer than
// words may wait for the disk. Calling it off, or the end of the program, ends
// it.
func (p *papers) do(work func(ctx context.Context)) (callOff func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	ctx, cancel := context.WithCancel(p.begun)
	if p.cleared {
		return cancel
	}
	p.busy.Add(1)
	go func() {
		defer p.busy.Done()
		work(ctx)
	}()
	return cancel
}

// keep remembers the folder of a file that is being looked at elsewhere.
func (p *papers) keep(file string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.folders = append(p.folders, filepath.Dir(file))
}

// clear ends all work and takes away what was printed: restricted parts may be
// in it.
func (p *papers) clear() {
	p.mu.Lock()
	p.cleared = true
	p.mu.Unlock()
	p.stop()
	p.busy.Wait()
	for _, folder := range p.folders {
		_ = os.RemoveAll(folder) // what another program holds fast is swept another day
	}
	p.folders = nil
}

// pdf makes a PDF of a Word file.
func (o *outside) pdf(docx []byte, done func([]byte, error)) func() {
	return o.papers.do(func(ctx context.Context) {
		begun := o.m.Now()
		pdf, err := o.office.PDF(ctx, docx)
		o.m.journal.log.Debug("made a PDF", "took", o.m.Now().Sub(begun), "bytes", len(pdf), "error", err)
		o.onWindow(func() {
			if ctx.Err() == nil {
				done(pdf, err)
			}
		})
	})
}

// print opens minutes where the clerk prints them.
func (o *outside) print(paper ui.Paper, done func(string, error)) func() {
	return o.papers.do(func(ctx context.Context) {
		show := func(path string) error {
			o.papers.keep(path)
			return o.show(path)
		}
		why, err := o.office.Print(ctx, office.Paper{Name: paper.Name, Word: paper.Word, Web: paper.Web}, show)
		o.onWindow(func() {
			if ctx.Err() == nil {
				done(why, err)
			}
		})
	})
}
