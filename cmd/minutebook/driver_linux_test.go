package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What paints the window is loaded once the toolkit has its own libraries, where
// it is here and nobody named another.
func TestTheDriverIsLoadedAhead(t *testing.T) {
	if loaded("libnone.so.0") || load("libnone.so.0") != "" {
		t.Error("a library that is nowhere is loaded")
	}
	const own = "libX11-xcb.so.1"
	path := load(own)
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	if path == "" || !loaded(own) || !strings.Contains(string(maps), own) {
		t.Fatalf("%s is not loaded from %q", own, path)
	}
	for _, name := range []string{"__GLX_VENDOR_LIBRARY_NAME", "LIBGL_DRIVERS_PATH"} {
		t.Setenv(name, "")
	}
	loadDriver()
	const mesa = "libGLX_mesa.so.0"
	_, here := os.Stat(filepath.Join(filepath.Dir(path), mesa))
	_, other := os.Stat("/proc/driver/nvidia")
	if here == nil && other != nil && !loaded(mesa) {
		t.Error("Mesa lies beside the toolkit's libraries and is not loaded")
	}
}
