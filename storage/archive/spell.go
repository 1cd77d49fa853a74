package archive

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"placard/briefing"
)

// What the program prints as JSON leaves out what its readers do not need. A
// backup must hold all that is stored: it goes by the fields that CBOR knows,
// each under its own name.

// member is a stored field of a struct.
type member struct {
	index int
	name  string
	spare bool // left out while empty
}

var (
	membersOf sync.Map // reflect.Type → []member

	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
)

// spell appends a value as JSON.
func spell(b []byte, v reflect.Value) ([]byte, error) {
	if ownWords(v.Type()) {
		return literal(b, v)
	}
	switch {
	case v.Kind() == reflect.Struct:
		return spellStruct(b, v)
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			return append(b, "null"...), nil
		}
		return spell(b, v.Elem())
	case v.Kind() == reflect.Slice:
		if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 {
			return literal(b, v)
		}
		return spellList(b, v)
	case v.Kind() == reflect.Map:
		return spellMap(b, v)
	default:
		return literal(b, v)
	}
}

// ownWords tells of types that write themselves, such as ids and times.
func ownWords(t reflect.Type) bool { return t.Implements(textMarshaler) || t.Implements(jsonMarshaler) }

func literal(b []byte, v reflect.Value) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v.Interface())
	return append(b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...), err
}

func spellStruct(b []byte, v reflect.Value) (_ []byte, err error) {
	b = append(b, '{')
	first := true
	for _, m := range members(v.Type()) {
		field := v.Field(m.index)
		if m.spare && empty(field) {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(append(append(b, '"'), m.name...), `":`...)
		if b, err = spell(b, field); err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

func spellList(b []byte, v reflect.Value) (_ []byte, err error) {
	b = append(b, '[')
	for i := range v.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = spell(b, v.Index(i)); err != nil {
			return nil, err
		}
	}
	return append(b, ']'), nil
}

// spellMap writes the keys in order, so that the same map is the same text.
func spellMap(b []byte, v reflect.Value) ([]byte, error) {
	if v.IsNil() {
		return append(b, "null"...), nil
	}
	raw := make(map[string]json.RawMessage, v.Len())
	for it := v.MapRange(); it.Next(); {
		key, err := keyWords(it.Key())
		if err != nil {
			return nil, err
		}
		if raw[key], err = spell(nil, it.Value()); err != nil {
			return nil, err
		}
	}
	return literal(b, reflect.ValueOf(raw))
}

func keyWords(v reflect.Value) (string, error) {
	if m, ok := reflect.TypeAssert[encoding.TextMarshaler](v); ok {
		text, err := m.MarshalText()
		return string(text), err
	}
	return fmt.Sprint(v.Interface()), nil
}

func empty(v reflect.Value) bool {
	switch {
	case v.Kind() == reflect.Slice, v.Kind() == reflect.Map:
		return v.Len() == 0
	default:
		return v.IsZero()
	}
}

// members of a struct: the fields with a cbor tag, in their order.
func members(t reflect.Type) []member {
	if known, ok := membersOf.Load(t); ok {
		return known.([]member) //nolint:forcetypeassert // nothing else is stored
	}
	var all []member
	for i := range t.NumField() {
		f := t.Field(i)
		stored := f.Tag.Get("cbor")
		if stored == "" || stored == "-" {
			continue
		}
		spare := slices.Contains(strings.Split(stored, ","), "omitempty")
		all = append(all, member{index: i, name: snake(f.Name), spare: spare})
	}
	membersOf.Store(t, all)
	return all
}

// snake is a Go name as JSON writes names: MergedInto is merged_into, ID is id.
func snake(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// errNewer is a word that this version does not know.
func errNewer(name string) error {
	return briefing.ErrVaultNewer.Because(fmt.Errorf("unknown field %.40q", name))
}
