package archive

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
)

// unspell reads into v what spell wrote. A name it does not know is an error,
// never dropped: a newer version wrote it.
func unspell(data []byte, v reflect.Value) error {
	if ownWords(v.Type()) {
		return json.Unmarshal(data, v.Addr().Interface())
	}
	switch {
	case v.Kind() == reflect.Struct:
		return unspellStruct(data, v)
	case v.Kind() == reflect.Pointer:
		if string(data) == "null" {
			return nil
		}
		v.Set(reflect.New(v.Type().Elem()))
		return unspell(data, v.Elem())
	case v.Kind() == reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return json.Unmarshal(data, v.Addr().Interface())
		}
		return unspellList(data, v)
	case v.Kind() == reflect.Map:
		return unspellMap(data, v)
	default:
		return json.Unmarshal(data, v.Addr().Interface())
	}
}

func unspellStruct(data []byte, v reflect.Value) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	for _, m := range members(v.Type()) {
		value, ok := raw[m.name]
		if !ok {
			continue
		}
		delete(raw, m.name)
		if err := unspell(value, v.Field(m.index)); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
	}
	for name := range raw {
		return errNewer(name)
	}
	return nil
}

func unspellList(data []byte, v reflect.Value) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil {
		return err
	}
	v.Set(reflect.MakeSlice(v.Type(), len(raw), len(raw)))
	for i := range raw {
		if err := unspell(raw[i], v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func unspellMap(data []byte, v reflect.Value) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil {
		return err
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(raw)))
	for text, data := range raw {
		key := reflect.New(v.Type().Key()).Elem()
		if err := unspellKey(text, key); err != nil {
			return err
		}
		value := reflect.New(v.Type().Elem()).Elem()
		if err := unspell(data, value); err != nil {
			return err
		}
		v.SetMapIndex(key, value)
	}
	return nil
}

func unspellKey(text string, key reflect.Value) error {
	if u, ok := reflect.TypeAssert[encoding.TextUnmarshaler](key.Addr()); ok {
		return u.UnmarshalText([]byte(text))
	}
	if key.Kind() == reflect.String {
		key.SetString(text)
		return nil
	}
	return json.Unmarshal([]byte(text), key.Addr().Interface())
}
