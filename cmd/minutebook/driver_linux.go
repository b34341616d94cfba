package main

// #cgo LDFLAGS: -ldl
// #define _GNU_SOURCE
// #include <dlfcn.h>
// #include <link.h>
// #include <stdlib.h>
import "C"

import (
	"os"
	"path/filepath"
	"time"
	"unsafe"
)

// loadDriver loads what paints the window, unless its maker has a driver of its
// own: Mesa, whose libraries are the largest that the program needs. The toolkit
// would load them only when all else is ready. Where they lie elsewhere, it does.
func loadDriver() {
	if _, err := os.Stat("/proc/driver/nvidia"); err == nil || os.Getenv("__GLX_VENDOR_LIBRARY_NAME") != "" || os.Getenv("LIBGL_DRIVERS_PATH") != "" {
		return
	}
	// Only one library is loaded at a time, and a large one takes long: those that
	// the toolkit waits for go first, of which this is the last.
	const last, patience, often = "libX11-xcb.so.1", 30 * time.Millisecond, 300 * time.Microsecond
	for end := time.Now().Add(patience); !loaded(last); time.Sleep(often) {
		if time.Now().After(end) {
			return
		}
	}
	time.Sleep(often) // the last of them brings others along
	// The drivers of all cards are one file of many names, or a part of Mesa itself.
	if mesa := load("libGLX_mesa.so.0"); mesa != "" {
		load(filepath.Join(filepath.Dir(mesa), "dri", "swrast_dri.so"))
	}
}

// loaded says whether somebody has loaded a library.
func loaded(name string) bool {
	called := C.CString(name)
	defer C.free(unsafe.Pointer(called))
	library := C.dlopen(called, C.RTLD_LAZY|C.RTLD_NOLOAD)
	return library != nil && C.dlclose(library) == 0
}

// load loads a library for good and gives its path, "" where it is not here.
func load(name string) (path string) {
	called := C.CString(name)
	defer C.free(unsafe.Pointer(called))
	library := C.dlopen(called, C.RTLD_NOW)
	var about *C.struct_link_map
	if library == nil || C.dlinfo(library, C.RTLD_DI_LINKMAP, unsafe.Pointer(&about)) != 0 {
		return ""
	}
	return C.GoString(about.l_name)
}
