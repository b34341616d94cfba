package main

import "github.com/spf13/cobra"

// version is the program's; FyneApp.toml says the same, and a test holds it.
const version = "0.1.0"

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.say("minutectl %s", version)
		},
	}
}
