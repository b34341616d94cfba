package main

import "runtime"

// settleLocale sees to it that accented letters can be typed where the
// environment says no language at all or the bare "C": C.UTF-8 is the same
// without being deaf to them. It must run before there is a window.
func settleLocale(env func(string) string, set func(name, value string) error) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return
	}
	bare := func(v string) bool { return v == "C" || v == "POSIX" }
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if bare(env(name)) {
			_ = set(name, "C.UTF-8") // a name and a value that no system refuses
		}
	}
	if env("LC_ALL") == "" && env("LC_CTYPE") == "" && env("LANG") == "" {
		_ = set("LANG", "C.UTF-8")
	}
}
