package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"sync"
	"time"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// CacheVariable names the folder in which compiled code is kept, for a process
// that has no other environment.
const CacheVariable = "PLACARD_CACHE"

// CacheFolder is where compiled code is kept between runs; empty where the
// system names no such place.
func CacheFolder() string {
	if folder := os.Getenv(CacheVariable); folder != "" {
		return folder
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "placard")
}

// startWithin bounds how long an instance of the engine may take to start.
const startWithin = 20 * time.Second

// pool compiles the engine when the first document of the process needs it:
// seconds without a cache, a tenth of one with it.
var pool = sync.OnceValues(startEngine)

// startEngine compiles the engine, or finds it compiled in the cache.
func startEngine() (pdfium.Pool, error) {
	folder := CacheFolder()
	if folder == "" {
		return start(nil)
	}
	folder = filepath.Join(folder, "pdfium")
	for range 2 { // a damaged cache is thrown away and made anew
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			break
		}
		if p, err := start(cache); err == nil {
			return p, nil
		}
		if os.RemoveAll(folder) != nil {
			break
		}
	}
	return start(nil)
}

// mostCompilers bounds the memory that compiling takes.
const mostCompilers = 2

// start compiles the engine. It gets no folder, no clock but its own and no
// way to print; its memory is capped. It is not told to watch a context: that
// costs ten times the time, and what hangs is ended with its process.
func start(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemory / wasmPage)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	compiling := experimental.WithCompilationWorkers(context.Background(), min(mostCompilers, runtime.GOMAXPROCS(0)))
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithMemoryAllocator(compiling, allocator{}),
		MaxIdle:       1,
		MaxTotal:      2,
		FSConfig:      wazero.NewFSConfig(),
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// engine calls one instance of the PDF library. The first call that fails
// makes all later ones return 0; err says why.
type engine struct {
	instance pdfium.Pdfium
	ctx      context.Context
	find     func(string) api.Function
	memory   api.Memory
	stack    [8]uint64
	buffer   uint64 // scratch of bufferSize bytes in the engine's memory
	err      error
}

const bufferSize = 4096

var errEngine = errors.New("the PDF engine is not as expected")

// newEngine starts an instance of its own for one document, so that nothing of
// one document is left for the next.
func newEngine() (*engine, error) {
	p, err := pool()
	if err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	instance, err := p.GetInstance(startWithin)
	if err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	e := &engine{instance: instance}
	if err := e.open(instance.GetImplementation()); err != nil {
		e.close()
		return nil, err
	}
	e.buffer = e.call("malloc", bufferSize)
	return e, e.err
}

// open gets at the engine's own functions and memory, which the library keeps
// to itself: reading each glyph through its requests is several times slower.
func (e *engine) open(implementation any) error {
	finder, ok := implementation.(interface {
		Fn(name string) api.Function
	})
	v := reflect.ValueOf(implementation)
	if !ok || v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return errEngine
	}
	ctx, module := v.Elem().FieldByName("Context"), v.Elem().FieldByName("Module")
	if !ctx.IsValid() || !module.IsValid() {
		return errEngine
	}
	m, isModule := reflect.TypeAssert[api.Module](module)
	c, isContext := reflect.TypeAssert[context.Context](ctx)
	if !isModule || !isContext {
		return errEngine
	}
	e.find, e.ctx, e.memory = finder.Fn, c, m.Memory()
	return nil
}

func (e *engine) close() { _ = e.instance.Close() } // its memory is given back either way

// call calls a function of the engine by name.
func (e *engine) call(name string, args ...uint64) uint64 {
	if e.err != nil {
		return 0
	}
	f := e.find(name)
	if f == nil {
		e.err = fmt.Errorf("%w: no %s", errEngine, name)
		return 0
	}
	return e.run(f, args...)
}

// run calls a function of the engine.
func (e *engine) run(f api.Function, args ...uint64) uint64 {
	if e.err != nil {
		return 0
	}
	copy(e.stack[:], args)
	if err := f.CallWithStack(e.ctx, e.stack[:]); err != nil {
		e.err = err
		return 0
	}
	return e.stack[0]
}

// count calls a function that gives a number of things, below 0 for none.
func (e *engine) count(name string, args ...uint64) int {
	return max(0, int(int32(uint32(e.call(name, args...)))))
}

// float reads a number of 32 bits at offset at of the buffer.
func (e *engine) float(at uint32) float64 {
	v, _ := e.memory.ReadFloat32Le(uint32(e.buffer) + at)
	return float64(v)
}

// double reads a number of 64 bits at offset at of the buffer.
func (e *engine) double(at uint32) float64 {
	v, _ := e.memory.ReadFloat64Le(uint32(e.buffer) + at)
	return v
}
