#!/bin/bash
# SPDX-License-Identifier: GPL-2.0
# usage: complete.bash FILE WORD...
# Complete the last WORD, which may be empty, with FILE as bash would; print one
# completion a line. Words are split as readline does it: = and : stand alone.
set -u
# shellcheck disable=SC1090 # it is what is tested
. "$1"
shift
# Only a shell that completes has it.
compopt() { :; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
export COMP_WORDS COMP_CWORD
COMPREPLY=()
_hwinsight "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
[ ${#COMPREPLY[@]} = 0 ] || printf '%s\n' "${COMPREPLY[@]}"
