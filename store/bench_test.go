package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"minutebook/model"
)

// thousand is a book of a thousand meetings.
func thousand(b *testing.B) *Book {
	b.Helper()
	book := newBook(b)
	for i := range 20 {
		var batch model.Batch
		for j := range 50 {
			batch.Meetings = append(batch.Meetings, model.Save[model.Meeting]{Value: meeting(fmt.Sprintf("m%d", 50*i+j), model.Date("2006-01-02").AddDays(7*i), 100)})
		}
		must(b, book.Commit(batch))
	}
	return book
}

// BenchmarkCommit saves a meeting of a hundred entries after a change of one,
// in a book of a thousand, beside the same bytes written into a file: what no
// program that waits for the disk can do without.
func BenchmarkCommit(b *testing.B) {
	b.Run("meeting_of_100_entries", benchCommit)
	b.Run("against=raw_write", benchRawWrite)
}

func benchCommit(b *testing.B) {
	book := thousand(b)
	m, err := book.Meeting("m500")
	must(b, err)
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		next := m.Clone()
		next.Rev++
		next.Items[0].Entries[n%50].Text = fmt.Sprintf("Said otherwise, word%d.", n)
		begun := b.Elapsed()
		must(b, book.Commit(save(next, m.Rev)))
		took = append(took, b.Elapsed()-begun)
		m = next
	}
	reportMost(b, took)
}

func benchRawWrite(b *testing.B) {
	data, err := encode(meeting("m500", "2026-05-04", 100))
	must(b, err)
	f, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	must(b, err)
	b.ReportMetric(float64(len(data)), "bytes")
	var took []time.Duration
	for b.Loop() {
		begun := b.Elapsed()
		_, err := f.WriteAt(data, 0)
		must(b, err)
		must(b, f.Sync())
		took = append(took, b.Elapsed()-begun)
	}
	reportMost(b, took)
	must(b, f.Close())
}

// reportMost gives the time under which nineteen turns of twenty stayed.
func reportMost(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(float64(took[(len(took)*95+99)/100-1])/float64(time.Millisecond), "p95-ms")
}

func BenchmarkOpen(b *testing.B) {
	book := thousand(b)
	must(b, book.Close())
	info, err := os.Stat(book.Path())
	must(b, err)
	b.ReportMetric(float64(info.Size())/1e6, "MB")
	for b.Loop() {
		again, err := Open(book.Path(), testOptions())
		must(b, err)
		must(b, again.Close())
	}
}

func BenchmarkMeetings(b *testing.B) {
	book := thousand(b)
	for b.Loop() {
		list, err := book.Meetings()
		must(b, err)
		if len(list) != 1000 {
			b.Fatalf("%d meetings", len(list))
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	book := thousand(b)
	m := meeting("m700", "2026-05-04", 100)
	m.Rev = 2
	must(b, book.Commit(save(changed(b, m, "A porpoise was seen."), 1)))
	for b.Loop() {
		hits, err := book.Search("porp", 60)
		must(b, err)
		if hits.Total != 1 {
			b.Fatalf("%d hits", hits.Total)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	book := thousand(b)
	must(b, book.Close())
	for b.Loop() {
		report, err := Check(book.Path())
		must(b, err)
		if !report.Sound() {
			b.Fatal(report.Faults)
		}
	}
}
