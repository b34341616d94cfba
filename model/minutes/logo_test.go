package minutes

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"minutebook/assets"
	"minutebook/model"
)

// file is the file of a style that comes with the program.
func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := assets.Styles.ReadFile("styles/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func drawn(t *testing.T, kind string, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch m := image.NewGray(image.Rect(0, 0, width, height)); kind {
	case "png":
		err = png.Encode(&b, m)
	case "jpeg":
		err = jpeg.Encode(&b, m, nil)
	case "gif":
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLogo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind          string
		width, height int
		high          float64
		want          Picture
	}{
		{"png", 40, 20, 15, Picture{Type: "image/png", Width: 30, Height: 15}},
		{"jpeg", 20, 40, 30, Picture{Type: "image/jpeg", Width: 15, Height: 30}},
		{"png", 400, 20, 20, Picture{Type: "image/png", Width: 160, Height: 8}},
	} {
		logo := &Logo{Data: drawn(t, c.kind, c.width, c.height), About: "The harbour\n light", Height: c.high}
		d := styled(t, model.Meeting{ID: "m", Body: "B", Date: "2026-03-03"}, Full, func(s *Style) { s.Logo = logo })
		got := *d.Logo
		if !bytes.Equal(got.Data, logo.Data) || got.About != "The harbour light" {
			t.Errorf("the picture is %q", got.About)
		}
		if got.Type != c.want.Type || got.Width != c.want.Width || got.Height != c.want.Height {
			t.Errorf("the picture is %s, %g by %g; want %+v", got.Type, got.Width, got.Height, c.want)
		}
	}
}

func TestLogoRefused(t *testing.T) {
	t.Parallel()
	whole := drawn(t, "png", 40, 20)
	for why, l := range map[string]Logo{
		"neither a PNG nor a JPEG": {Data: drawn(t, "gif", 4, 4), About: "x", Height: 10},
		"neither a PNG":            {Data: []byte("<svg/>"), About: "x", Height: 10},
		"damaged":                  {Data: whole[:len(whole)-20], About: "x", Height: 10},
		"4001 by 1 dots":           {Data: drawn(t, "png", 4001, 1), About: "x", Height: 10},
		"KB":                       {Data: make([]byte, logoBytes+1), About: "x", Height: 10},
		"mm":                       {Data: whole, About: "x", Height: 400},
		"about":                    {Data: whole, About: " ", Height: 10},
	} {
		if err := l.check(); err == nil || !strings.HasPrefix(err.Error(), "logo: ") || !strings.Contains(err.Error(), why) {
			t.Errorf("of a logo that is %s the error is %v", why, err)
		}
	}
	var none *Logo
	if none.check() != nil || none.picture() != nil {
		t.Error("no logo is one")
	}
}
