#!/usr/bin/zsh -f
# SPDX-License-Identifier: GPL-2.0
# usage: complete.zsh DIRECTORY LINE
# Type LINE and a tab into a zsh on a terminal that takes its functions from
# DIRECTORY, and print what the line then is.
zmodload zsh/zpty || exit 2
export TERM=dumb
zpty shell zsh -f -i
trap 'zpty -d shell' EXIT
zpty -w shell "PROMPT= RPROMPT= fpath=($1 \$fpath); unsetopt prompt_cr prompt_sp zle_bracketed_paste
autoload -Uz compinit && compinit -D -u
LISTMAX=10000 COLUMNS=500
show() { print -r -- \"LINE<\$BUFFER>\"; zle kill-whole-line }
zle -N show; bindkey '^X' show; bindkey '^I' complete-word; echo REA''DY"
zpty -r -m shell ready '*READY*' || exit 1
zpty -w -n shell "$2"$'\t\x18'
zpty -r -m shell line '*LINE<*>*' || exit 1
line=${line##*LINE<}
print -r -- ${line%>*}
