package pdf

import "github.com/tetratelabs/wazero/experimental"

const (
	// maxMemory is what the engine may hold, in bytes.
	maxMemory = 256 << 20
	// wasmPage is the unit, in bytes, in which its memory grows.
	wasmPage = 64 << 10
)

// allocator gives the engine one block that never moves: growing by copying
// would hold both copies at once.
type allocator struct{}

// Allocate reserves all that may ever be used; the system hands out what is
// touched.
func (allocator) Allocate(_, limit uint64) experimental.LinearMemory {
	return &reserve{bytes: make([]byte, 0, min(limit, maxMemory))}
}

// reserve is the memory of one instance.
type reserve struct{ bytes []byte }

// Reallocate gives the memory its new size; nil where that is too much.
func (m *reserve) Reallocate(size uint64) []byte {
	if size > uint64(cap(m.bytes)) {
		return nil
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free gives the memory back.
func (m *reserve) Free() { m.bytes = nil }
