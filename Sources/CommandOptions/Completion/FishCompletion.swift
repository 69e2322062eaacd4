/// For fish 3.
enum FishCompletion {
    static func script(tool: String, table: [CompletionPlace]) -> String {
        let writer = CompletionTable(prefix: "__\(tool)", hasSummaries: true, quote: word)
        let cases = table.flatMap { place in
            ["        case \(word(place.words))"] + writer.statements(place).map { "            \($0)" }
        }
        return """
            # Completes the command lines of \(tool) in fish; made by '\(tool) completions fish'.

            function __\(tool)_command --no-scope-shadowing
                set -a subcommands $argv[1]
                set -a abstracts $argv[2]
            end

            # Its spelling, the kind of its value, the words that this can be, the options after which it is not offered, and
            # what it does.
            function __\(tool)_option --no-scope-shadowing
                set -a names $argv[1]
                set -a kinds $argv[2]
                set -a values $argv[3]
                set -a hidden $argv[4]
                set -a summaries $argv[5]
            end

            function __\(tool)_argument --no-scope-shadowing
                set -a places $argv[1]
                set -a choices $argv[2]
                set rest $argv[3]
            end

            # What can be typed behind the name of a command.
            function __\(tool)_table --no-scope-shadowing
                for list in subcommands abstracts names kinds values hidden summaries places choices rest
                    set $list
                end
                switch $argv[1]
            \(cases.joined(separator: "\n"))
                end
            end

            \(reader.replacing("TOOL", with: tool).replacing("HELP", with: word(CompletionPlace.summary(CommandSpec.helpSummary))))
            """
    }

    /// One word in single quotes, in which a backslash is special too.
    static func word(_ text: String) -> String {
        "'\(text.replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#))'"
    }

    private static let reader = #"""
        function __TOOL_print_options --no-scope-shadowing
            set -l index 0
            for spelling in $names
                set index (math $index + 1)
                set -l is_hidden no
                for other in $given
                    contains -- $other (string split ' ' -- $hidden[$index]); and set is_hidden yes
                end
                test $is_hidden = no; and printf '%s\t%s\n' $spelling $summaries[$index]
            end
        end

        # Prints the candidates; with an argument, says whether they are files instead, which fish finds itself.
        function __TOOL_complete
            set -l current (commandline -ct)
            set -l subcommands
            set -l abstracts
            set -l names
            set -l kinds
            set -l values
            set -l hidden
            set -l summaries
            set -l places
            set -l choices
            set -l rest
            set -l path
            set -l given
            set -l found
            set -l pending
            set -l helping no
            set -l ended no
            set -l position 1
            set -l kind ''
            set -l words ''
            set -l lead ''

            __TOOL_table ''
            for word in (commandline -opc)[2..-1]
                if set -q subcommands[1]
                    if test "$word" = help; and test -z "$path"; and test $helping = no
                        set helping yes
                        continue
                    end
                    contains -- $word $subcommands; or return 1
                    set -a path $word
                    __TOOL_table "$path"
                else if set -q pending[1]; and not string match -q -- '-?*' $word
                    set pending
                else if test $ended = yes; or not string match -q -- '-?*' $word
                    set position (math $position + 1)
                else if test "$word" = --
                    set ended yes
                    set pending
                else
                    set -l name (string split -m 1 = -- $word)[1]
                    set -a given $name
                    set found (contains -i -- $name $names)
                    set pending
                    if set -q found[1]; and test -n "$kinds[$found]"; and not string match -q -- '*=*' $word
                        set pending $found
                    end
                end
            end
            set -q pending[1]; and test $kinds[$pending] = maybe; and set pending

            if set -q subcommands[1]
                test (count $argv) -eq 0; or return 1
                if not string match -q -- '-*' $current
                    for word in $subcommands
                        printf '%s\t%s\n' $word $abstracts[1]
                        set -e abstracts[1]
                    end
                    if test -z "$path" -a $helping = no
                        printf '%s\t%s\n' help HELP
                    end
                else if test $helping = no
                    __TOOL_print_options
                end
                return
            else if test $helping = yes
                return 1
            else if set -q pending[1]
                string match -q -- '-*' $current; and return 1
                set kind $kinds[$pending]
                set words $values[$pending]
            else if test $ended = no; and string match -q -- '-*=*' $current
                set found (contains -i -- (string split -m 1 = -- $current)[1] $names)
                set -q found[1]; or return 1
                set lead (string split -m 1 = -- $current)[1]=
                set kind $kinds[$found]
                set words $values[$found]
            else if test $ended = no; and string match -q -- '-*' $current
                set kind option
            else if test $position -le (count $places)
                set kind $places[$position]
                set words $choices[$position]
            else if test "$rest" = rest
                set kind $places[-1]
                set words $choices[-1]
            else if test $ended = no
                set kind option
            end

            if test (count $argv) -gt 0
                test "$kind" = file
                return
            end
            switch "$kind"
                case option
                    __TOOL_print_options
                case words
                    printf '%s\n' $lead(string split ' ' -- $words)
                case folder
                    for folder in (__fish_complete_directories (string replace -- "$lead" '' $current))
                        printf '%s\n' $lead$folder
                    end
            end
        end

        complete -c TOOL -e
        complete -c TOOL -f -k -a '(__TOOL_complete)'
        complete -c TOOL -n '__TOOL_complete is-file' -F

        """#
}
