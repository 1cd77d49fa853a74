package pdf

import "github.com/tetratelabs/wazero/experimental"

const (
	// maxMemory is what the engine may hold, in bytes.
	maxMemory = 256 << 20
	// wasmPage is the unit, in bytes, in which its memory grows.
	wasmPage = 64 << 10
)

// allocator gives the engine one block that never moves: growing by copying
// would hold both copies at once. The block is asked of the system, which
// hands out what is touched and takes it back whole when a document is done.
type allocator struct{}

// Allocate reserves all that may ever be used.
func (allocator) Allocate(_, limit uint64) experimental.LinearMemory {
	return &reserve{block: mapMemory(int(min(limit, maxMemory)))}
}

// reserve is the memory of one instance.
type reserve struct{ block []byte }

// Reallocate gives the memory its new size; nil where that is too much.
func (m *reserve) Reallocate(size uint64) []byte {
	if size > uint64(len(m.block)) {
		return nil
	}
	return m.block[:size:len(m.block)]
}

// Free gives the memory back.
func (m *reserve) Free() {
	unmapMemory(m.block)
	m.block = nil
}
