/// For bash 4 or later. Files are left to readline, which knows how to quote their names.
enum BashCompletion {
    static func script(tool: String, table: [CompletionPlace]) -> String {
        let writer = CompletionTable(prefix: "_\(tool)", hasSummaries: false, quote: POSIXQuoting.word)
        let cases = table.flatMap { place in
            ["    \(POSIXQuoting.word(place.words)))"] + writer.statements(place).map { "        \($0)" } + [
                "        ;;"
            ]
        }
        return """
            # shellcheck shell=bash
            # Completes the command lines of \(tool) in bash; made by '\(tool) completions bash'.

            _\(tool)_command() { subcommands+=("$1"); }

            # Its spelling, the kind of its value, the words that this can be, and the options after which it is not offered.
            _\(tool)_option() { names+=("$1") kinds+=("$2") values+=("$3") hidden+=("$4"); }

            _\(tool)_argument() { places+=("$1") choices+=("$2") rest=$3; }

            # What can be typed behind the name of a command.
            _\(tool)_table() {
                subcommands=() names=() kinds=() values=() hidden=() places=() choices=() rest=''
                case $1 in
            \(cases.joined(separator: "\n"))
                esac
            }

            \(reader.replacing("TOOL", with: tool))
            """
    }

    private static let reader = #"""
        # Sets 'found' to the index of the option that is spelled so, or to nothing.
        _TOOL_find() {
            local index
            found=''
            for index in "${!names[@]}"; do
                [[ ${names[index]} != "$1" ]] || found=$index
            done
        }

        _TOOL_offer_options() {
            local index spelling
            for index in "${!names[@]}"; do
                for spelling in ${hidden[index]}; do
                    [[ $given != *" $spelling "* ]] || continue 2
                done
                offered+=("${names[index]}")
            done
        }

        _TOOL() {
            local IFS=$' \t\n'
            local -a line=() subcommands names kinds values hidden places choices offered=()
            local word joins='' current typed lead='' command='' given=' ' rest found index
            local helping='' ended='' pending='' position=0 kind='' words=''
            COMPREPLY=()

            # Readline breaks words at '=' and ':' too: they are put together again.
            for (( index = 1; index <= COMP_CWORD; index++ )); do
                word=${COMP_WORDS[index]}
                if [[ -n $word && ${#line[@]} -gt 0 && ( -n $joins || $word == [=:]* ) ]]; then
                    line[${#line[@]} - 1]+=$word
                else
                    line+=("$word")
                fi
                joins=''
                [[ -z $word || -n ${word//[=:]/} ]] || joins=yes
            done
            (( ${#line[@]} > 0 )) || return 0
            current=${line[${#line[@]} - 1]}
            # What a candidate begins with and readline does not replace.
            [[ -n $joins ]] || typed=$word
            typed=${current%"${typed-}"}

            _TOOL_table ''
            for word in "${line[@]:0:${#line[@]} - 1}"; do
                if (( ${#subcommands[@]} > 0 )); then
                    if [[ $word == help && -z $command$helping ]]; then
                        helping=yes
                        continue
                    fi
                    [[ " ${subcommands[*]} " == *" $word "* ]] || return 0
                    command+=${command:+ }$word
                    _TOOL_table "$command"
                elif [[ -n $pending && ( $word != -* || $word == - ) ]]; then
                    pending=''
                elif [[ -n $ended || $word != -?* ]]; then
                    position=$(( position + 1 ))
                elif [[ $word == -- ]]; then
                    ended=yes pending=''
                else
                    pending=''
                    given+="${word%%=*} "
                    _TOOL_find "${word%%=*}"
                    [[ $word == *=* || -z $found || -z ${kinds[found]} ]] || pending=$found
                fi
            done
            [[ -z $pending || ${kinds[pending]} != maybe ]] || pending=''

            if (( ${#subcommands[@]} > 0 )); then
                if [[ $current != -* ]]; then
                    offered=("${subcommands[@]}")
                    [[ -n $command$helping ]] || offered+=(help)
                elif [[ -z $helping ]]; then
                    _TOOL_offer_options
                fi
            elif [[ -n $helping ]]; then
                return 0
            elif [[ -n $pending ]]; then
                [[ $current != -* ]] || return 0
                kind=${kinds[pending]} words=${values[pending]}
            elif [[ -z $ended && $current == -*=* ]]; then
                lead=${current%%=*}=
                _TOOL_find "${current%%=*}"
                [[ -z $found ]] || kind=${kinds[found]} words=${values[found]}
            elif [[ -z $ended && $current == -* ]]; then
                _TOOL_offer_options
            elif (( position < ${#places[@]} )); then
                kind=${places[position]} words=${choices[position]}
            elif [[ -n $rest ]]; then
                kind=${places[${#places[@]} - 1]} words=${choices[${#places[@]} - 1]}
            elif [[ -z $ended ]]; then
                _TOOL_offer_options
            fi

            case $kind in
            words) for word in $words; do offered+=("$lead$word"); done ;;
            file) compopt -o default ;;
            folder) compopt -o dirnames ;;
            esac
            for word in ${offered[@]+"${offered[@]}"}; do
                [[ $word != "$current"* ]] || COMPREPLY+=("${word#"$typed"}")
            done
        }

        # The order of the table is kept where bash can.
        complete -o nosort -F _TOOL TOOL 2> /dev/null || complete -F _TOOL TOOL

        """#
}
