package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Say what a command does",
		Args:  takes(0, 1),
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, c := range cmd.Root().Commands() {
				names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Root().Help()
			}
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return p.noCommand(cmd.Root(), args)
			}
			return about.Help()
		},
	}
}

// shells are those that a completion script can be written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Write a completion script for your shell",
		Long: `Write a script with which your shell completes commands, flags, meetings, bodies
and house styles.`,
		Example: `  bash:        source <(minutectl completion bash)
  zsh:         source <(minutectl completion zsh)
  fish:        minutectl completion fish | source
  PowerShell:  minutectl completion powershell | Out-String | Invoke-Expression`,
		Args:              takes(1, 1),
		ValidArgsFunction: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := map[string]func(io.Writer) error{
				"bash":       func(w io.Writer) error { return cmd.Root().GenBashCompletionV2(w, true) },
				"zsh":        cmd.Root().GenZshCompletion,
				"fish":       func(w io.Writer) error { return cmd.Root().GenFishCompletion(w, true) },
				"powershell": cmd.Root().GenPowerShellCompletionWithDesc,
			}[args[0]]
			if !ok {
				return usagef("there is no completion for %q; it is there for bash, zsh, fish and powershell", args[0])
			}
			if err := write(p.out); err != nil {
				return fmt.Errorf("the completion script was not written whole: %w", err)
			}
			return nil
		},
	}
}
