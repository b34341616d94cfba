//go:build !linux

package main

// loadDriver does nothing here: what paints the window is loaded with it.
func loadDriver() {}
