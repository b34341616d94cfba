package minutes

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the two kinds of picture that a logo may be
	_ "image/png"
)

// How large a logo may be: its file in bytes, each side in dots, its height on
// paper in millimetres from least to most, and its width.
const (
	logoBytes                 = 1 << 20
	logoDots                  = 4000
	logoLow, logoHigh         = 5.0, 60.0
	logoWide          float64 = 160
)

// check says what is wrong with the logo: its data is no whole PNG or JPEG, or
// it is too large.
func (l *Logo) check() error {
	switch {
	case l == nil:
		return nil
	case len(l.Data) > logoBytes:
		return fmt.Errorf("logo: the picture is %d KB; it may be %d", len(l.Data)>>10, logoBytes>>10)
	case l.Height < logoLow || l.Height > logoHigh:
		return fmt.Errorf("logo: its height is %g mm; it is from %g to %g", l.Height, logoLow, logoHigh)
	case line(l.About) == "":
		return errors.New("logo: \"about\" says in words what it shows, for those who cannot see it")
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(l.Data))
	if err != nil || kind != "png" && kind != "jpeg" { // other parts of the program may read more kinds
		return errors.New("logo: the picture is neither a PNG nor a JPEG")
	}
	if size.Width < 1 || size.Height < 1 || size.Width > logoDots || size.Height > logoDots {
		return fmt.Errorf("logo: the picture has %d by %d dots; a side has at most %d", size.Width, size.Height, logoDots)
	}
	if _, _, err := image.Decode(bytes.NewReader(l.Data)); err != nil {
		return fmt.Errorf("logo: the picture is damaged: %w", err)
	}
	return nil
}

// picture is the logo as it stands on paper, no wider than the words; nil
// where there is none.
func (l *Logo) picture() *Picture {
	if l == nil {
		return nil
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(l.Data))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return nil // a style that was read has none such
	}
	p := &Picture{Data: l.Data, Type: "image/" + kind, About: line(l.About), Height: l.Height}
	p.Width = p.Height * float64(size.Width) / float64(size.Height)
	if p.Width > logoWide {
		p.Width, p.Height = logoWide, p.Height*logoWide/p.Width
	}
	return p
}
