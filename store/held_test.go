package store

import (
	"reflect"
	"testing"

	"minutebook/model"
)

// What a list shows of a meeting comes back whole, whatever is added to it.
func TestMeetingsAreListedWhole(t *testing.T) {
	var s model.Summary
	fillIn(reflect.ValueOf(&s).Elem())
	got, err := throughHeld(s)
	if err != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("%v: written as\n%+v\nread as\n%+v", err, s, got)
	}
	none := model.Summary{ID: "m"}
	if got, err := throughHeld(none); err != nil || !reflect.DeepEqual(got, none) {
		t.Errorf("%v: %+v", err, got)
	}
}

// throughHeld is what is read of a meeting where that was written.
func throughHeld(s model.Summary) (model.Summary, error) {
	h, err := readHeld([]byte(s.ID), packHeld(s, nil))
	if err != nil {
		return model.Summary{}, err
	}
	return h.summary(shared{})
}

// fillIn gives every field a value that is not its zero.
func fillIn(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillIn(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fillIn(v.Index(i))
		}
	case reflect.String:
		v.SetString(v.Type().Name() + " words")
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("nothing to fill in a " + v.Type().String() + " with")
	}
}
