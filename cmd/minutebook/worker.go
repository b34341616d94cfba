package main

import "sync"

// worker does jobs on a goroutine of its own, one after another. It is there
// only while there is something to do.
type worker struct {
	mu      sync.Mutex
	jobs    []func()
	running bool
	all     sync.WaitGroup
}

// do takes a job and returns at once.
func (w *worker) do(job func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all.Add(1)
	w.jobs = append(w.jobs, job)
	if !w.running {
		w.running = true
		go w.run()
	}
}

func (w *worker) run() {
	for {
		w.mu.Lock()
		if len(w.jobs) == 0 {
			w.running = false
			w.mu.Unlock()
			return
		}
		job := w.jobs[0]
		w.jobs = w.jobs[1:]
		w.mu.Unlock()
		job()
		w.all.Done()
	}
}

// wait returns once everything taken is done.
func (w *worker) wait() { w.all.Wait() }
