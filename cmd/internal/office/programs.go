package office

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// program is an office program that can make a PDF.
type program interface {
	name() string
	// scratch is the folder in which it can read and write; "" for the
	// system's temporary folder.
	scratch() string
	// command is how it is run to make pdfFile of wordFile in the folder, and
	// what it finds in its environment.
	command(folder string) (args, env []string, err error)
}

// place is where a program may be: the name of a command, or a path that may
// hold wildcards.
type place struct {
	path string
	is   func(found string) program
}

// places are where office programs are on the system, best first.
func places(system, home string, env func(string) string) []place {
	var out []place
	add := func(is func(string) program, paths ...string) {
		for _, path := range paths {
			out = append(out, place{path, is})
		}
	}
	office := func(found string) program {
		return libreOffice{start: []string{found}, folder: snapFolder(found, home)}
	}
	switch system {
	case "windows":
		for _, folder := range []string{env("ProgramW6432"), env("ProgramFiles"), env("ProgramFiles(x86)")} {
			if folder != "" {
				add(office, folder+`\LibreOffice*\program\soffice.com`)
			}
		}
		add(office, "soffice.com")
		shell := "powershell.exe"
		if root := env("SystemRoot"); root != "" {
			shell = root + `\System32\WindowsPowerShell\v1.0\powershell.exe`
		}
		for _, folder := range []string{env("ProgramW6432"), env("ProgramFiles"), env("ProgramFiles(x86)")} {
			if folder != "" {
				add(func(string) program { return word{shell} }, folder+`\Microsoft Office\root\Office*\WINWORD.EXE`, folder+`\Microsoft Office\Office*\WINWORD.EXE`)
			}
		}
	case "darwin":
		add(office, "/Applications/LibreOffice*.app/Contents/MacOS/soffice", home+"/Applications/LibreOffice*.app/Contents/MacOS/soffice", "soffice")
	default:
		add(office, "soffice", "libreoffice", "/usr/lib/libreoffice/program/soffice", "/usr/lib64/libreoffice/program/soffice",
			"/opt/libreoffice*/program/soffice", "/snap/bin/libreoffice")
		flatpak := func(string) program {
			return libreOffice{start: []string{"flatpak", "run", "--die-with-parent", "--filesystem=" + folderHere, "org.libreoffice.LibreOffice"}, folder: filepath.Join(home, ".cache")}
		}
		add(flatpak, "/var/lib/flatpak/app/org.libreoffice.LibreOffice", home+"/.local/share/flatpak/app/org.libreoffice.LibreOffice")
	}
	return out
}

// snapFolder is the folder that a program from a snap, which sees little of
// the disk, may write in; "" for a program that is none.
func snapFolder(found, home string) string {
	if strings.HasPrefix(found, "/snap/") {
		return filepath.Join(home, "snap", "libreoffice", "common")
	}
	return ""
}

// locate gives the program at the first of the places where one is. look finds
// the path of a place, "" where nothing is there.
func locate(all []place, look func(string) string) (program, bool) {
	for _, p := range all {
		if found := look(p.path); found != "" {
			return p.is(found), true
		}
	}
	return nil, false
}

// lookPath looks for a command, or for a file or folder by its path.
func lookPath(path string) string {
	if !strings.ContainsAny(path, `/\`) {
		found, err := exec.LookPath(path)
		if err != nil {
			return ""
		}
		return found
	}
	all, err := filepath.Glob(path)
	if err != nil || len(all) == 0 {
		return ""
	}
	found := all[len(all)-1] // the newest, where versions stand beside one another
	if _, err := os.Stat(found); err != nil {
		return ""
	}
	return found
}
