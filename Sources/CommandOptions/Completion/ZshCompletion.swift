/// For zsh 5: a file `_TOOL` in a folder of `fpath`, or to be sourced after `compinit`.
enum ZshCompletion {
    static func script(tool: String, table: [CompletionPlace]) -> String {
        let writer = CompletionTable(prefix: "_\(tool)", hasSummaries: true, quote: POSIXQuoting.word)
        let cases = table.flatMap { place in
            ["    (\(POSIXQuoting.word(place.words)))"] + writer.statements(place).map { "        \($0)" } + [
                "        ;;"
            ]
        }
        return """
            #compdef \(tool)
            # Completes the command lines of \(tool) in zsh; made by '\(tool) completions zsh'.

            _\(tool)_command() { subcommands+=("$1") abstracts+=("$2") }

            # Its spelling, the kind of its value, the words that this can be, the options after which it is not offered, and
            # what it does.
            _\(tool)_option() { names+=("$1") kinds+=("$2") values+=("$3") hidden+=("$4") summaries+=("$5") }

            _\(tool)_argument() { places+=("$1") choices+=("$2") rest=$3 meanings+=("$4") }

            # What can be typed behind the name of a command.
            _\(tool)_table() {
                subcommands=() abstracts=() names=() kinds=() values=() hidden=() summaries=()
                places=() choices=() meanings=() rest=''
                case $1 in
            \(cases.joined(separator: "\n"))
                esac
            }

            \(reader.replacing("TOOL", with: tool).replacing("HELP", with: POSIXQuoting.word("help:\(CompletionPlace.summary(CommandSpec.helpSummary))")))
            """
    }

    private static let reader = #"""
        _TOOL_describe_options() {
            local index spelling
            local -a offered
            for (( index = 1; index <= $#names; index++ )); do
                for spelling in ${=hidden[index]}; do
                    [[ $given != *" $spelling "* ]] || continue 2
                done
                offered+=("$names[index]:${summaries[index]//\\/\\\\}")
            done
            # With -o it would offer none before a dash is typed.
            _describe -O -V option offered
        }

        _TOOL() {
            local -a subcommands abstracts names kinds values hidden summaries places choices meanings offered expl
            local word command='' given=' ' rest='' helping='' ended='' kind='' choice='' meaning=''
            local -i found=0 pending=0 position=1 index

            _TOOL_table ''
            for word in "${(@Q)words[2,CURRENT-1]}"; do
                if (( $#subcommands )); then
                    if [[ $word == help && -z $command$helping ]]; then
                        helping=yes
                        continue
                    fi
                    (( $subcommands[(Ie)$word] )) || return 1
                    command+=${command:+ }$word
                    _TOOL_table "$command"
                elif (( pending )) && [[ $word != -?* ]]; then
                    pending=0
                elif [[ -n $ended || $word != -?* ]]; then
                    position+=1
                elif [[ $word == -- ]]; then
                    ended=yes pending=0
                else
                    pending=0
                    given+="${word%%=*} "
                    found=$names[(Ie)${word%%=*}]
                    if (( found )) && [[ $word != *=* && -n $kinds[found] ]]; then pending=found; fi
                fi
            done
            if (( pending )) && [[ $kinds[pending] == maybe ]]; then pending=0; fi

            if (( $#subcommands )); then
                if [[ $PREFIX != -* ]]; then
                    for (( index = 1; index <= $#subcommands; index++ )); do
                        offered+=("$subcommands[index]:${abstracts[index]//\\/\\\\}")
                    done
                    [[ -n $command$helping ]] || offered+=(HELP)
                    _describe -V command offered
                    return
                fi
                [[ -n $helping ]] && return 1
                _TOOL_describe_options
                return
            elif [[ -n $helping ]]; then
                return 1
            elif (( pending )); then
                [[ $PREFIX == -* ]] && return 1
                kind=$kinds[pending] choice=$values[pending] meaning=$summaries[pending]
            elif [[ -z $ended && $PREFIX == -*=* ]]; then
                found=$names[(Ie)${PREFIX%%=*}]
                (( found )) || return 1
                kind=$kinds[found] choice=$values[found] meaning=$summaries[found]
                compset -P 1 '*='
            elif [[ -z $ended && $PREFIX == -* ]]; then
                _TOOL_describe_options
                return
            elif (( position <= $#places )); then
                kind=$places[position] choice=$choices[position] meaning=$meanings[position]
            elif [[ -n $rest ]]; then
                kind=$places[-1] choice=$choices[-1] meaning=$meanings[-1]
            elif [[ -z $ended ]]; then
                _TOOL_describe_options
                return
            fi

            case $kind in
            (words)
                offered=(${=choice})
                _describe -V value offered
                ;;
            (file) _files ;;
            # Not _files, which would offer files where there is no folder.
            (folder) _wanted directories expl directory _path_files -/ ;;
            (text) _message -e text "${meaning//\%/%%}" ;;
            (*) return 1 ;;
            esac
        }

        # As a file of fpath it is the function itself, on its first call.
        if [[ ${funcstack[1]-} == _TOOL ]]; then
            _TOOL "$@"
        elif (( ${+functions[compdef]} )); then
            compdef _TOOL TOOL
        else
            print -u2 "TOOL: completions need 'autoload -Uz compinit && compinit' before they are sourced"
        fi

        """#
}
