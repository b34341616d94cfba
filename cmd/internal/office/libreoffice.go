package office

import (
	"encoding/xml"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// libreOffice is LibreOffice as start starts it; folderHere in it stands for
// the folder to work in.
type libreOffice struct {
	start []string
	// folder is where it may write; "" for the system's temporary folder.
	folder string
}

const folderHere = "{folder}"

func (libreOffice) name() string      { return "LibreOffice" }
func (o libreOffice) scratch() string { return o.folder }

// command gives each run a profile of its own. Two runs would else wait for
// one another, and a run would hand its work to a LibreOffice that the clerk
// has open. The wishes stand in the profile, which every version understands,
// and not in the command.
func (o libreOffice) command(folder string) (args, env []string, err error) {
	profile := filepath.Join(folder, "profile")
	user := filepath.Join(profile, "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return nil, nil, err
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), wishes(), 0o600); err != nil {
		return nil, nil, err
	}
	for _, arg := range o.start {
		args = append(args, strings.ReplaceAll(arg, folderHere, folder))
	}
	return append(args, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
		"-env:UserInstallation="+fileURL(profile), "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, filepath.Join(folder, wordFile)), temporary(folder), nil
}

// temporary has a program keep what it needs for a while, copies of the minutes
// among it, in the folder, which others cannot look into and which goes.
func temporary(folder string) []string {
	return []string{"TMPDIR=" + folder, "TMP=" + folder, "TEMP=" + folder}
}

// wishes are the settings of the profile: how PDFs are made, that nothing is
// fetched from elsewhere and that no macro runs.
func wishes() []byte {
	const export, scripting = "/org.openoffice.Office.Common/Filter/PDF/Export", "/org.openoffice.Office.Common/Security/Scripting"
	type prop struct {
		Name  string `xml:"oor:name,attr"`
		How   string `xml:"oor:op,attr"`
		Value string `xml:"value"`
	}
	type item struct {
		Path string `xml:"oor:path,attr"`
		Prop prop   `xml:"prop"`
	}
	set := func(path, name, value string) item { return item{path, prop{name, "fuse", value}} }
	out, err := xml.Marshal(struct {
		XMLName xml.Name `xml:"oor:items"`
		OOR     string   `xml:"xmlns:oor,attr"`
		Items   []item   `xml:"item"`
	}{OOR: "http://openoffice.org/2001/registry", Items: []item{
		set(export, "UseTaggedPDF", "true"),
		set(export, "PDFUACompliance", "true"),
		set(export, "ExportBookmarks", "true"),
		set(export, "DisplayPDFDocumentTitle", "true"),
		set(scripting, "DisableMacrosExecution", "true"),
		set(scripting, "BlockUntrustedRefererLinks", "true"),
	}})
	if err != nil {
		panic(err) // plain strings can always be marshalled
	}
	return append([]byte(xml.Header), out...)
}

// fileURL is the address of a file by its absolute path.
func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/Users
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
