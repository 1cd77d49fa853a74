package pdf

// text writes s into the engine's memory, as C has it, and gives its place;
// 0 for an empty text. The instance is the document's own and takes it along
// when it ends.
func (e *engine) text(s string) uint64 {
	if s == "" {
		return 0
	}
	at := e.call("malloc", uint64(len(s)+1))
	if at == 0 || !e.memory.WriteString(uint32(at), s) || !e.memory.WriteByte(uint32(at)+uint32(len(s)), 0) {
		return 0
	}
	return at
}
