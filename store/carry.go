package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A newer program of the same format may write fields that this one does not
// know. They are carried over from the record that is replaced to the one
// that replaces it, so that saving here loses nothing that was written there.

// carry is body with the fields that old has and a T has not. Elements of a
// list are the same where they have the same "id".
func carry[T any](old, body []byte) ([]byte, error) {
	var known T
	d := json.NewDecoder(bytes.NewReader(old))
	d.DisallowUnknownFields()
	if d.Decode(&known) == nil {
		return body, nil
	}
	return carryValue(reflect.TypeFor[T](), old, body)
}

// carryValue carries over within one value of that type.
func carryValue(t reflect.Type, old, body []byte) ([]byte, error) {
	switch t.Kind() {
	case reflect.Pointer:
		return carryValue(t.Elem(), old, body)
	case reflect.Struct:
		return carryStruct(t, old, body)
	case reflect.Slice:
		return carryList(t.Elem(), old, body)
	}
	return body, nil
}

func carryStruct(t reflect.Type, old, body []byte) ([]byte, error) {
	before, err := fields(old)
	if err != nil || before == nil {
		return body, err
	}
	now, err := fields(body)
	if err != nil || now == nil {
		return body, err
	}
	known := knownFields(t)
	for _, f := range before {
		inner, isKnown := known[f.name]
		i := slices.IndexFunc(now, func(n field) bool { return n.name == f.name })
		switch {
		case !isKnown && i < 0:
			now = append(now, f)
		case isKnown && i >= 0:
			if now[i].value, err = carryValue(inner, f.value, now[i].value); err != nil {
				return nil, err
			}
		}
	}
	return joinFields(now), nil
}

func carryList(element reflect.Type, old, body []byte) ([]byte, error) {
	var before, now []json.RawMessage
	if element.Kind() == reflect.Uint8 || json.Unmarshal(old, &before) != nil || json.Unmarshal(body, &now) != nil {
		return body, nil
	}
	byID := map[string]json.RawMessage{}
	for _, v := range before {
		if id := identity(v); id != "" {
			byID[id] = v
		}
	}
	for i, v := range now {
		same, ok := byID[identity(v)]
		if !ok {
			continue
		}
		carried, err := carryValue(element, same, v)
		if err != nil {
			return nil, err
		}
		now[i] = carried
	}
	return slices.Concat([]byte("["), bytes.Join(rawBytes(now), []byte(",")), []byte("]")), nil
}

// identity is the "id" of a JSON object, "" where it has none.
func identity(v []byte) string {
	var it struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(v, &it) != nil {
		return ""
	}
	return it.ID
}

// field is one field of a JSON object as it is written.
type field struct {
	name  string
	value json.RawMessage
}

// fields are those of a JSON object in their order; nil where v is none.
func fields(v []byte) ([]field, error) {
	d := json.NewDecoder(bytes.NewReader(v))
	if first, err := d.Token(); err != nil || first != json.Delim('{') {
		return nil, err
	}
	list := []field{}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		f := field{name: fmt.Sprint(name)}
		if err := d.Decode(&f.value); err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

func joinFields(list []field) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := encode(f.name) // a string always can be
		b.Write(name)
		b.WriteByte(':')
		b.Write(f.value)
	}
	b.WriteByte('}')
	return b.Bytes()
}

func rawBytes(list []json.RawMessage) [][]byte {
	raw := make([][]byte, len(list))
	for i, v := range list {
		raw[i] = v
	}
	return raw
}

// knownFields are the fields of a struct by the names they have in JSON.
func knownFields(t reflect.Type) map[string]reflect.Type {
	known := map[string]reflect.Type{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" {
			name = t.Field(i).Name
		}
		known[name] = t.Field(i).Type
	}
	return known
}
