# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
# Completion of hwinsight for bash. Commands and options are those that
# `hwinsight --help` names; views and columns are read where the command line
# says that they come from.

# Where the words before the cursor point: sets root, file, view and command.
_hwinsight_words()
{
	local i word commands=$1

	root='' file='' view='' command=''
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		# The word after an option is its value; = is a word of its own.
		if [[ $word == -* && ${COMP_WORDS[i + 1]-} == '=' ]]; then
			((++i))
		fi
		case $word in
		--root) root=${COMP_WORDS[++i]-} ;;
		--file) file=${COMP_WORDS[++i]-} ;;
		--columns | --where | --match | --sort | --color | --after | --ids | --out | --top | --by | -i | -n)
			((++i))
			# A value may contain word breaks: A=1, A:desc
			while [[ ${COMP_WORDS[i + 1]-} == [:=]* ]]; do
				((i += 2))
			done
			;;
		-*) ;;
		*)
			if [[ -z $command && -z $view && " $commands " == *" $word "* ]]; then
				command=$word
			else
				view=$word
			fi
			;;
		esac
	done
	# The view may also come after the cursor.
	for ((i = COMP_CWORD + 1; i < ${#COMP_WORDS[@]}; i++)); do
		[[ -n $view || ${COMP_WORDS[i]} == -* ]] || view=${COMP_WORDS[i]}
	done
	# The view that watch and map show by default.
	[[ -n $view || $command != watch ]] || view=interrupts
	[[ -n $view || $command != map ]] || view=iomem
	root=${root/#\~/$HOME} file=${file/#\~/$HOME}
}

# The texts of all views, or of one; only their metadata lines matter.
_hwinsight_texts()
{
	if [[ -n $file ]]; then
		[[ -f $file ]] && printf '%s\n' "$file"
	elif [[ -n $view && -f $root/proc/hwinsight/$view ]]; then
		printf '%s\n' "$root/proc/hwinsight/$view"
	else
		printf '%s\n' "$root"/proc/hwinsight/*
	fi
}

_hwinsight_views()
{
	local text

	if [[ -n $file ]]; then
		[[ -f $file ]] && awk '/^# hwinsight / { print $4 }' "$file"
		return
	fi
	for text in "$root"/proc/hwinsight/*; do
		[[ -f $text ]] && printf '%s\n' "${text##*/}"
	done
}

_hwinsight_columns()
{
	local text

	_hwinsight_texts | while IFS= read -r text; do
		[[ -r $text ]] && awk -v view="$view" -v all="${file:+1}" '
			/^# hwinsight / { want = !all || view == "" || $4 == view; next }
			want && /^#/ {
				for (i = 2; i <= NF; i++)
					print $i
				want = 0
				if (!all)
					exit
			}' "$text"
	done | sort -u
}

# Devices by their names without the bus: a colon would break the word.
_hwinsight_devices()
{
	local text view=devices

	_hwinsight_texts | while IFS= read -r text; do
		[[ -r $text ]] && awk '
			/^# hwinsight / { mine = $4 == "devices"; next }
			mine && !/^#/ { sub(/^[^:]*:/, "", $1); if ($1 !~ /:/) print $1 }' "$text"
	done | sort -u
}

# Complete the last item of a list A,B: keep what is before the comma.
_hwinsight_list()
{
	local before='' cur=$1

	[[ $cur == *,* ]] && before=${cur%,*},
	mapfile -t COMPREPLY < <(compgen -P "$before" -W "$(_hwinsight_columns)" -- "${cur##*,}")
	[[ ${#COMPREPLY[@]} != 1 ]] || compopt -o nospace 2>/dev/null
}

_hwinsight()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local help commands own sources printed choice root file view command

	COMPREPLY=()
	help=$("$1" --help 2>/dev/null) || return 0
	commands=$(awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 }
		on && /^  [a-z]/ { printf "%s ", $1 }' <<<"$help")
	_hwinsight_words "$commands"
	if [[ $cur == '=' ]]; then
		[[ $prev == -* ]] || return 0
		cur=''
	elif [[ $prev == '=' ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]-}
		[[ $prev == -* ]] || return 0
	elif [[ $prev == --svg ]]; then
		# Its value, if any, comes after a =.
		prev=''
	fi
	if [[ $cur == ':' || $prev == ':' ]]; then
		[[ $cur != ':' ]] || cur=''
		mapfile -t COMPREPLY < <(compgen -W 'asc desc' -- "$cur")
		return 0
	fi
	case $prev in
	--root)
		mapfile -t COMPREPLY < <(compgen -d -- "$cur")
		compopt -o filenames 2>/dev/null
		return 0
		;;
	--file | --svg | --after | --ids | --out)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames 2>/dev/null
		return 0
		;;
	--columns)
		_hwinsight_list "${cur^^}"
		return 0
		;;
	--where)
		mapfile -t COMPREPLY < <(compgen -S '=' -W "$(_hwinsight_columns)" -- "${cur^^}")
		compopt -o nospace 2>/dev/null
		return 0
		;;
	--sort | --by)
		mapfile -t COMPREPLY < <(compgen -W "$(_hwinsight_columns)" -- "${cur^^}")
		return 0
		;;
	--color)
		mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur")
		return 0
		;;
	-i | -n | --top | --match) return 0 ;;
	esac
	own=$(awk -v command="$command" '/^Commands:/ { on = 1; next } /^$/ { on = 0 }
		on && /^  [a-z]/ { mine = $1 == command }
		on && mine' <<<"$help" | grep -oE '(^|[^a-zA-Z-])--?[a-z][a-z-]*' | sed 's/^[^-]*//')
	sources=$(awk '/^To read / { on = 1 } /^$/ { on = 0 }
		on && /^  --/ { print $1 }' <<<"$help")
	printed=$(awk '/^(To select|At a terminal|Other options)/ { on = 1 } /^$/ { on = 0 }
		on && /^  --/ { print $1 }' <<<"$help")
	case $command in
	'') choice="$printed $sources" ;;
	show) choice="$printed $sources" ;;
	metrics) choice="--per-cpu --openmetrics --after $sources" ;;
	diff) choice=$own ;;
	tree) choice="$own $sources --ids --color" ;;
	about) choice="$sources --bytes --color" ;;
	watch) choice="$own $sources --where --match --sort --json" ;;
	*) choice="$own $sources" ;;
	esac
	if [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$choice --help --version" -- "$cur" | sort -u)
	elif [[ $command == tree || $command == about ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_hwinsight_devices)" -- "$cur")
	elif [[ $command == capture ]]; then
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames 2>/dev/null
	elif [[ $command == diff ]]; then
		mapfile -t COMPREPLY < <(compgen -W live -- "$cur"; compgen -f -- "$cur")
		compopt -o filenames 2>/dev/null
	elif [[ $command != metrics && $command != list && $command != report ]]; then
		choice=$(_hwinsight_views)
		[[ -n $command || -n $view ]] || choice+=" $commands"
		mapfile -t COMPREPLY < <(compgen -W "$choice" -- "$cur")
	fi
}

complete -F _hwinsight hwinsight
