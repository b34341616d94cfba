package office

import "path/filepath"

// word is Word on Windows, asked through PowerShell. Stopping it stops
// PowerShell; the Word behind it may stay until it is done.
type word struct{ shell string }

func (word) name() string    { return "Word" }
func (word) scratch() string { return "" }

// askWord opens the file read-only in a Word of its own, with no question or
// macro, brings the page numbers of the contents up to date, and writes a
// tagged PDF with its headings as bookmarks. It holds no double quotes, which
// would not come through a command line whole.
const askWord = `$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $doc = $word.Documents.Open($env:MINUTEBOOK_WORD, $false, $true, $false)
  foreach ($field in $doc.Fields) { if ($field.Type -eq 37) { [void]$field.Update() } }
  $doc.ExportAsFixedFormat($env:MINUTEBOOK_PDF, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true, $true, $false)
  $doc.Close(0)
} finally {
  $word.Quit(0)
}`

func (w word) command(folder string) (args, env []string, err error) {
	return []string{w.shell, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", askWord},
		[]string{"MINUTEBOOK_WORD=" + filepath.Join(folder, wordFile), "MINUTEBOOK_PDF=" + filepath.Join(folder, pdfFile)}, nil
}
