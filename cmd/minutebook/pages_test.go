//go:build realwindow

package main

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/council.minutes
var councilMinutes string

//go:embed testdata/motions.minutes
var motionsMinutes string

// sheets are the meetings, of the sample and of two more invented bodies, whose
// minutes are set in each house style, and which two of their pages show it
// best.
var sheets = []struct {
	style, meeting string
	pages          [2]int
}{
	{"publication", "18 November 2025", [2]int{1, 2}},
	{"note", "4 February 2026", [2]int{1, 2}},
	{"council", "9 September 2026", [2]int{1, 2}},
	{"board", "7 July 2026", [2]int{1, 2}},
	{"motions", "5 November 2026", [2]int{1, 2}},
}

// takePages takes pictures of the printed pages of each house style, and of a
// web page as a wide and a narrow screen have it, into the first folder, and
// small ones for the guide into the second.
func takePages(t *testing.T, all, guide string) {
	for _, tool := range []string{"soffice", "pdftoppm", "chromium"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("no pictures of the documents: %v", err)
			return
		}
	}
	if err := os.MkdirAll(all, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range sheets {
		if os.Getenv("MINUTEBOOK_PICTURES_ALL") == "" && sheet.style != "council" {
			continue // one is enough where nobody looks at them
		}
		t.Run(sheet.style, func(t *testing.T) {
			folder := t.TempDir()
			book, pdf := filepath.Join(folder, "book.mb"), filepath.Join(folder, "minutes.pdf")
			emptyBook(t, book)
			ctl(t, book, "", "sample")
			ctl(t, book, councilMinutes, "minute", "-")
			ctl(t, book, motionsMinutes, "minute", "-")
			ctl(t, book, "", "export", sheet.meeting, pdf, filepath.Join(folder, "minutes.html"), "--style", sheet.style)
			var pages []string
			for _, page := range sheet.pages {
				stem, number := filepath.Join(folder, strconv.Itoa(page)), strconv.Itoa(page)
				runs(t, "pdftoppm", "-r", "84", "-f", number, "-l", number, "-singlefile", "-png", pdf, stem)
				pages = append(pages, stem+".png")
			}
			name := "style-" + sheet.style + ".png"
			runs(t, "montage", append(pages, "-tile", "2x1", "-bordercolor", "#c9c4ba", "-border", "1", "-geometry", "+6+6", "-background", "#efece6", filepath.Join(all, name))...)
			shrink(t, filepath.Join(all, name), filepath.Join(guide, name))
			if sheet.style == "council" {
				takeWeb(t, filepath.Join(folder, "minutes.html"), all, guide)
			}
		})
	}
}

// takeWeb takes the pictures of a web page.
func takeWeb(t *testing.T, page, all, guide string) {
	var pictures []string
	for _, width := range []string{"900", "360"} {
		picture := filepath.Join(t.TempDir(), width+".png")
		runs(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--user-data-dir="+t.TempDir(),
			"--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--window-size="+width+",900", "--screenshot="+picture, "file://"+page)
		pictures = append(pictures, picture)
	}
	raw := filepath.Join(all, "web-page.png")
	runs(t, "montage", append(pictures, "-tile", "2x1", "-bordercolor", "#c9c4ba", "-border", "1", "-geometry", "+6+6", "-background", "#efece6", raw)...)
	shrink(t, raw, filepath.Join(guide, "web-page.png"))
}

// runs runs a command, which must succeed.
func runs(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// shrink makes a small file of a picture.
func shrink(t *testing.T, raw, path string) {
	t.Helper()
	runs(t, "convert", raw, "-strip", "-dither", "None", "-colors", "128", "-define", "png:compression-level=9", "PNG8:"+path)
}
