package docx

import (
	"errors"
	"fmt"

	"minutebook/model/minutes"
)

// emu are the units of pictures in a millimetre.
const emu = 36000

// logo adds the picture above the title, as wide as the text at most. The
// error says that it is of a kind that Word does not show everywhere.
func (w *writer) logo(p minutes.Picture) error {
	ends := map[string]string{"image/png": ".png", "image/jpeg": ".jpeg"}
	end, ok := ends[p.Type]
	if !ok || len(p.Data) == 0 || p.Width <= 0 || p.Height <= 0 {
		return errors.New("the logo is no PNG or JPEG picture of any size")
	}
	width, height := p.Width, p.Height
	if most := float64(w.text()) / 1440 * 25.4; width > most {
		width, height = most, height*most/width
	}
	about := escape(minutes.Clean(p.About))
	xml, err := fillPart("picture", map[string]string{"about": about, "relation": logoRelation, "width": fmt.Sprint(int(width * emu)), "height": fmt.Sprint(int(height * emu))})
	if err != nil {
		return err
	}
	w.inline(w.paragraph("Logo", nil), xml)
	w.media = append(w.media, part{"word/media/logo" + end, p.Data, p.Type, logoRelation, relationships + "/image"})
	return nil
}

// logoRelation leads from the body to the logo.
const logoRelation = "rId7"
