//go:build unix

// Benchdocuments measures the Word writer beside other tools that write the
// same words: plain godocx, npm's docx, pandoc and python-docx. Each writes a
// whole document as a program of its own; the best of several turns counts, in
// which the tools take turns. Figures are tab-separated lines: name, value,
// unit, ratio, against what. A tool that is not there is named on stderr.
//
//	benchdocuments SCRIPTS   with the folder of the other tools' scripts
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	err := error(nil)
	switch {
	case len(os.Args) == 5 && os.Args[1] == "write":
		err = write(os.Args[2], os.Args[3], os.Args[4])
	case len(os.Args) == 5 && os.Args[1] == "content":
		err = put(os.Args[2], os.Args[3], os.Args[4])
	case len(os.Args) == 2:
		err = bench(os.Args[1])
	default:
		err = fmt.Errorf("usage: benchdocuments SCRIPTS")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchdocuments:", err)
		os.Exit(1)
	}
}

// content is what every tool writes.
type content struct {
	Title      string      `json:"title"`
	Paragraphs []paragraph `json:"paragraphs"`
	Head       []string    `json:"head"`
	Rows       [][]string  `json:"rows"`
}

// paragraph is words, some of them behind a label in bold.
type paragraph struct {
	Label string `json:"label,omitempty"`
	Text  string `json:"text"`
}

func contentOf(paragraphs, rows int) content {
	c := content{Title: "Minutes of the Quay Board", Head: []string{"Number", "Action", "Owner", "Due"}}
	for n := range paragraphs {
		p := paragraph{Text: fmt.Sprintf("The Board considered report %d of the Harbour Master and noted that %d vessels had berthed in the month, which was more than had been expected, and that repairs to the fendering would be finished by the end of the summer.", n+1, 17+n%90)}
		if n%5 == 0 {
			p.Label = fmt.Sprintf("Note %d:", n/5+1)
		}
		c.Paragraphs = append(c.Paragraphs, p)
	}
	for n := range rows {
		c.Rows = append(c.Rows, []string{fmt.Sprint(n + 1), fmt.Sprintf("To report to the Board on berth %d and what its repair will cost.", n+1), "Harbour Master", fmt.Sprintf("%d June 2026", 1+n%30)})
	}
	return c
}

// markdown is the content as pandoc reads it.
func (c content) markdown() string {
	var b strings.Builder
	b.WriteString("# " + c.Title + "\n\n")
	for _, p := range c.Paragraphs {
		if p.Label != "" {
			b.WriteString("**" + p.Label + "** ")
		}
		b.WriteString(p.Text + "\n\n")
	}
	if len(c.Rows) > 0 {
		b.WriteString("| " + strings.Join(c.Head, " | ") + " |\n|---|---|---|---|\n")
		for _, r := range c.Rows {
			b.WriteString("| " + strings.Join(r, " | ") + " |\n")
		}
	}
	return b.String()
}

// tool writes the content of a JSON file, or of the Markdown file beside it,
// into a Word file.
type tool struct {
	name    string
	command func(content, file string) *exec.Cmd
	// turns is how often it is run; slow ones less.
	turns int
	best  figures
}

// figures are the time and the processor's time in seconds and the most memory
// in bytes of one run, or the least of several.
type figures struct{ time, processor, memory float64 }

func tools(scripts string) ([]*tool, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	own := func(writer string) func(string, string) *exec.Cmd {
		return func(content, file string) *exec.Cmd { return exec.Command(self, "write", writer, content, file) }
	}
	list := []*tool{{name: "plain godocx", command: own("godocx"), turns: 9}, {name: "minutebook", command: own("minutebook"), turns: 9}}
	for _, other := range []struct {
		name, there string
		probe       []string
		turns       int
		command     func(content, file string) *exec.Cmd
	}{
		{"npm docx", "npm ci in " + scripts, []string{"node", "-e", "require(process.argv[1])", filepath.Join(scripts, "node_modules", "docx")}, 5,
			func(content, file string) *exec.Cmd {
				return exec.Command("node", filepath.Join(scripts, "write.js"), content, file)
			}},
		{"pandoc", "the package pandoc", []string{"pandoc", "--version"}, 3,
			func(content, file string) *exec.Cmd {
				return exec.Command("pandoc", "-f", "markdown", "-o", file, strings.TrimSuffix(content, ".json")+".md")
			}},
		{"python-docx", "the package python3-docx", []string{"/usr/bin/python3", "-c", "import docx"}, 2,
			func(content, file string) *exec.Cmd {
				return exec.Command("/usr/bin/python3", filepath.Join(scripts, "write.py"), content, file)
			}},
	} {
		if err := exec.Command(other.probe[0], other.probe[1:]...).Run(); err != nil {
			fmt.Fprintf(os.Stderr, "%s is not here, so nothing is measured against it: install %s\n", other.name, other.there)
			continue
		}
		list = append(list, &tool{name: other.name, command: other.command, turns: other.turns})
	}
	return list, nil
}

// run runs a tool once.
func run(cmd *exec.Cmd) (figures, error) {
	cmd.Stderr = os.Stderr
	begun := time.Now()
	if err := cmd.Run(); err != nil {
		return figures{}, fmt.Errorf("%s: %w", strings.Join(cmd.Args, " "), err)
	}
	took := time.Since(begun)
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return figures{}, fmt.Errorf("this system does not say how much memory a program took")
	}
	state := cmd.ProcessState
	return figures{took.Seconds(), (state.UserTime() + state.SystemTime()).Seconds(), float64(usage.Maxrss) * 1024}, nil
}

// put writes content for the tools: a JSON file, and a Markdown file beside it.
func put(paragraphs, rows, name string) error {
	n, err := strconv.Atoi(paragraphs)
	if err != nil {
		return err
	}
	m, err := strconv.Atoi(rows)
	if err != nil {
		return err
	}
	c := contentOf(n, m)
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		return err
	}
	return os.WriteFile(strings.TrimSuffix(name, ".json")+".md", []byte(c.markdown()), 0o600)
}

// made is content made by a program of its own: what this one holds would count
// as memory of those that it starts.
func made(folder string, paragraphs, rows int) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, fmt.Sprintf("%d.json", paragraphs))
	_, err = run(exec.Command(self, "content", strconv.Itoa(paragraphs), strconv.Itoa(rows), name))
	return name, err
}

func bench(scripts string) error {
	scripts, err := filepath.Abs(scripts)
	if err != nil {
		return err
	}
	list, err := tools(scripts)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "benchdocuments")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	if err := beside(list, folder); err != nil {
		return err
	}
	return growth(list[1], folder)
}

// beside measures all tools with 2,000 paragraphs and 500 rows.
func beside(list []*tool, folder string) error {
	name, err := made(folder, 2000, 500)
	if err != nil {
		return err
	}
	for turn := range 9 {
		for i, t := range list {
			if turn >= t.turns {
				continue
			}
			if err := t.take(name, filepath.Join(folder, fmt.Sprintf("%d.docx", i))); err != nil {
				return err
			}
		}
	}
	yardstick := list[0]
	for _, t := range list {
		against := yardstick
		if t != yardstick && t != list[1] {
			against = list[1]
		}
		t.best.print("document/"+t.name, against.best, against.name)
	}
	return nil
}

// take runs a tool once more and keeps the least of what it took.
func (t *tool) take(content, file string) error {
	f, err := run(t.command(content, file))
	if err != nil {
		return err
	}
	if t.best == (figures{}) {
		t.best = f
	}
	t.best = figures{math.Min(t.best.time, f.time), math.Min(t.best.processor, f.processor), math.Min(t.best.memory, f.memory)}
	return nil
}

// growth measures one tool with ever more paragraphs, each time twice as many.
func growth(t *tool, folder string) error {
	before, words := figures{}, "-"
	for n := 1000; n <= 32000; n *= 2 {
		name, err := made(folder, n, 0)
		if err != nil {
			return err
		}
		t.best = figures{}
		for range 5 {
			if err := t.take(name, filepath.Join(folder, "growth.docx")); err != nil {
				return err
			}
		}
		title := fmt.Sprintf("document/%s/paragraphs=%d", t.name, n)
		t.best.print(title, before, words)
		before, words = t.best, fmt.Sprintf("%d paragraphs", n)
	}
	return nil
}

// print prints the figures beside others.
func (f figures) print(name string, other figures, against string) {
	line(name, f.time*1000, "ms", f.time/other.time, against)
	line(name, f.processor*1000, "cpu-ms", f.processor/other.processor, against)
	line(name, f.memory/1e6, "MB", f.memory/other.memory, against)
}

// line prints a figure; a ratio that is no number is a hyphen.
func line(name string, value float64, unit string, ratio float64, against string) {
	said := fmt.Sprintf("%.2f", ratio)
	if math.IsInf(ratio, 0) || math.IsNaN(ratio) {
		said, against = "-", "-"
	}
	fmt.Printf("%s\t%.1f\t%s\t%s\t%s\n", strings.ReplaceAll(name, " ", "-"), value, unit, said, against)
}
