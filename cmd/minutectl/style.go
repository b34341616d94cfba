package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// stylesOf are the house styles that there are with this book.
func stylesOf(book *store.Book) (minutes.Styles, error) {
	own, err := book.Styles()
	return minutes.Builtin().With(own), err
}

func (p *program) styleCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "style",
		Short: "List, copy, export and import house styles",
		Long: `A house style says how minutes look and are worded. Those that come with the
program never change; a copy of one is kept in the book and can be changed: in
the window, or as a file that "minutectl style export" writes and "minutectl
style import" reads.

A style in which minutes were circulated or approved stays as it is, so that
they look as they did; copy it and change the copy.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return usagef("there is no command %q; %q lists them", "style "+args[0], cmd.CommandPath()+" --help")
		},
	}
	for _, sub := range []*cobra.Command{p.styleListCommand(), p.styleShowCommand(), p.styleCopyCommand(), p.styleExportCommand(), p.styleImportCommand(), p.styleDeleteCommand()} {
		p.understood(sub)
		cmd.AddCommand(sub)
	}
	return cmd
}

// completeStyle completes the first argument, or a flag, with the names of
// house styles: of the office's own only, or of all.
func (p *program) completeStyle(own bool) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 && own {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		styles := minutes.Builtin()
		_ = p.reading(func(book *store.Book) error { // a book that cannot be read offers none of its own
			all, err := stylesOf(book)
			if err == nil {
				styles = all
			}
			return err
		})
		names := styles.Names()
		if own {
			names = slices.DeleteFunc(names, func(name string) bool { return !styles.Own(name) })
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeFirst completes a first argument that is a house style, then leaves
// the rest to the shell, which knows files.
func (p *program) completeFirst(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return p.completeStyle(false)(cmd, args, typed)
}

// styleJSON is a house style as a list for other programs has it.
type styleJSON struct {
	Name  string `json:"name"`
	About string `json:"about,omitempty"`
	// Own says that the office made it; Uses is how many bodies and meetings
	// have it, Fault why it cannot be read.
	Own   bool   `json:"own"`
	Uses  int    `json:"uses"`
	Fault string `json:"fault,omitempty"`
}

func (p *program) styleListCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the house styles that there are",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.reading(func(book *store.Book) error {
				list, err := listStyles(book)
				if err != nil {
					return err
				}
				if asJSON {
					return p.sayJSON(struct {
						head
						Styles []styleJSON `json:"styles"`
					}{headOf("styles"), list})
				}
				t := table{columns: []column{{head: "STYLE"}, {head: "FROM"}, {head: "USED BY"}, {"ABOUT", rest}}}
				for _, s := range list {
					from, about := "program", s.About
					if s.Own {
						from = "book"
					}
					if s.Fault != "" {
						about = s.Fault
					}
					t.add(s.Name, from, fmt.Sprint(s.Uses), about)
				}
				return t.write(p.out, width(p.out))
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	return cmd
}

func listStyles(book *store.Book) ([]styleJSON, error) {
	styles, err := stylesOf(book)
	if err != nil {
		return nil, err
	}
	bodies, err := book.Bodies()
	if err != nil {
		return nil, err
	}
	meetings, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	var list []styleJSON
	for _, name := range styles.Names() {
		one := styleJSON{Name: name, Own: styles.Own(name), Uses: len(model.StyleUses(name, bodies, meetings))}
		s, err := styles.Load(name)
		if one.About = s.About; err != nil {
			one.Fault = err.Error()
		}
		list = append(list, one)
	}
	return list, nil
}

func (p *program) styleShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "show NAME",
		Short:             "Show a house style as its file",
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeStyle(false),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.reading(func(book *store.Book) error {
				file, err := styleFileOf(book, args[0])
				if err != nil {
					return err
				}
				_, err = p.out.Write(file)
				return err
			})
		},
	}
}

// styleFileOf is the file of the house style of that name. One that cannot be
// read is given as the book has it, so that it can be put right.
func styleFileOf(book *store.Book, name string) ([]byte, error) {
	styles, err := stylesOf(book)
	if err != nil {
		return nil, err
	}
	s, err := styles.Load(name)
	if none := (*minutes.NoStyle)(nil); errors.As(err, &none) {
		return nil, usageOf(none)
	}
	if err == nil {
		return s.File()
	}
	kept, err := ownStyle(book, name)
	return kept.File, err
}

// usageOf is the error of naming a house style that there is not.
func usageOf(none *minutes.NoStyle) error { return usagef("%s", none) }

// ownStyle is a house style as the book keeps it; of revision 0 where it has
// none of that name.
func ownStyle(book *store.Book, name string) (model.HouseStyle, error) {
	own, err := book.Styles()
	for _, h := range own {
		if h.ID == model.StyleID(name) {
			return h, nil
		}
	}
	return model.HouseStyle{}, err
}

func (p *program) styleCopyCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "copy FROM TO",
		Short:   "Copy a house style, to be changed",
		Example: "  minutectl style copy council \"Harbour board\"",
		Args:    takes(2, 2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return p.completeStyle(false)(cmd, args, typed)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(book *store.Book) error {
				styles, err := stylesOf(book)
				if err != nil {
					return err
				}
				s, err := styles.Load(args[0])
				if none := (*minutes.NoStyle)(nil); errors.As(err, &none) {
					return usageOf(none)
				}
				if err != nil {
					return err
				}
				from := s.Name
				s.Name = args[1]
				if err := keepStyle(book, s, false); err != nil {
					return err
				}
				return p.say("Copied the house style %q to %q.", from, s.Name)
			})
		},
	}
}

// keepStyle keeps a house style in the book; one of its name is replaced only
// where that was asked for.
func keepStyle(book *store.Book, s minutes.Style, replace bool) error {
	h, err := s.Record()
	if err != nil {
		return err
	}
	kept, err := ownStyle(book, s.Name)
	switch {
	case err != nil:
		return err
	case kept.Rev > 0 && !replace:
		return fmt.Errorf("the book has a house style %q already, and it was left as it is", kept.Name)
	case kept.Rev > 0:
		h.Name = kept.Name
	}
	return book.Commit(model.Batch{Styles: []model.Save[model.HouseStyle]{{Base: kept.Rev, Value: h}}})
}

func (p *program) styleExportCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "export NAME FILE",
		Short:             "Write a house style to a file",
		Long:              "Write a house style, its logo with it, to one file that any minute book can take in.",
		Example:           "  minutectl style export council council.json",
		Args:              takes(2, 2),
		ValidArgsFunction: p.completeFirst,
		RunE: func(_ *cobra.Command, args []string) error {
			return p.reading(func(book *store.Book) error {
				file, err := styleFileOf(book, args[0])
				if err != nil {
					return err
				}
				if err := export.WriteFile(args[1], file); err != nil {
					return fmt.Errorf("%s: %w", args[1], err)
				}
				return p.say("%s", args[1])
			})
		},
	}
}

func (p *program) styleImportCommand() *cobra.Command {
	var replace bool
	var as string
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take a house style in from a file",
		Long: `Take a house style in from a file that "minutectl style export" wrote, changed or
not. What is wrong with a file is named with its place, and nothing is taken in.
Where the book has a style of that name, --replace puts the file in its place.`,
		Example: "  minutectl style import council.json --as \"Harbour board\"",
		Args:    takes(1, 1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"json"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := export.ReadFile(args[0])
			if err != nil {
				return err
			}
			s, err := minutes.ReadStyleFile(args[0], data)
			if err != nil {
				return err
			}
			if as != "" {
				s.Name = as
			}
			if err := minutes.CheckStyleName(s.Name); err != nil {
				return fmt.Errorf("%s: %w; give it another with --as", args[0], err)
			}
			return p.writing(func(book *store.Book) error {
				kept, err := ownStyle(book, s.Name)
				if err != nil {
					return err
				}
				if kept.Rev > 0 && !replace {
					return fmt.Errorf("%s: the book has a house style %q already, and it was left as it is; put the file in its place with --replace, or give it another name with --as", args[0], kept.Name)
				}
				if err := keepStyle(book, s, replace); err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				did := "Took in"
				if kept.Rev > 0 {
					did = "Replaced"
				}
				return p.say("%s the house style %q.", did, s.Name)
			})
		},
	}
	cmd.Flags().BoolVar(&replace, "replace", false, "put it in the place of the book's style of that name")
	cmd.Flags().StringVar(&as, "as", "", "take it in under another `NAME`")
	return cmd
}

func (p *program) styleDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "delete NAME",
		Short:             "Delete a house style of the book",
		Long:              "Delete a house style of the book. One that a body or a meeting has stays, and the command says whose it is.",
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeStyle(true),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(book *store.Book) error {
				styles, err := stylesOf(book)
				if err != nil {
					return err
				}
				kept, err := ownStyle(book, args[0])
				switch {
				case err != nil:
					return err
				case kept.Rev == 0 && slices.Contains(styles.Names(), styles.Name(args[0])):
					return usagef("the house style %q comes with the program and cannot be deleted", styles.Name(args[0]))
				case kept.Rev == 0:
					return usageOf(&minutes.NoStyle{Name: args[0], Known: styles.Names()})
				}
				gone := model.HouseStyle{ID: kept.ID, Name: kept.Name}
				if err := book.Commit(model.Batch{Styles: []model.Save[model.HouseStyle]{{Base: kept.Rev, Value: gone}}}); err != nil {
					return err
				}
				return p.say("Deleted the house style %q.", kept.Name)
			})
		},
	}
}
