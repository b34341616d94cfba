package read

import "fmt"

// leftOut is a sort of thing that is not taken in.
type leftOut int

// The sorts of things that are left out, in the order in which they are told.
const (
	pictures leftOut = iota
	charts
	embedded
	hidden
	symbols
	macros
	documents
	leftOuts
)

// warnings say what was left out of a file, and how much of it.
func warnings(left map[leftOut]int) []string {
	var out []string
	for sort := range leftOuts {
		n := left[sort]
		if n == 0 {
			continue
		}
		one := n == 1
		pick := func(single, several string) string {
			if one {
				return single
			}
			return fmt.Sprintf(several, n)
		}
		switch sort {
		case pictures:
			out = append(out, pick("A picture was left out: only words are taken in.", "%d pictures were left out: only words are taken in."))
		case charts:
			out = append(out, pick("A chart or diagram was left out, with the words in it.", "%d charts or diagrams were left out, with the words in them."))
		case embedded:
			out = append(out, pick("An embedded object, such as a sheet of figures, was left out.", "%d embedded objects, such as sheets of figures, were left out."))
		case hidden:
			out = append(out, "Hidden text was left out: it would not be printed.")
		case symbols:
			out = append(out, "Some symbols of a special typeface could not be read; ▪ stands for them.")
		case macros:
			out = append(out, "The file has macros. They were left out and have not been run.")
		case documents:
			out = append(out, pick("Another document that is embedded in the file was left out.", "%d other documents that are embedded in the file were left out."))
		case leftOuts:
		}
	}
	return out
}
