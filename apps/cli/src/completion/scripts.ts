/** The shells that can be helped. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** What each shell reads; all of them ask `waymark __complete` for lines of word, tab and meaning. */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# bash: add to ~/.bashrc  eval "$(waymark completion bash)"
_waymark() {
  local IFS=$'\\n' word
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <(waymark __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _waymark waymark
`,
  zsh: `#compdef waymark
# zsh: add to ~/.zshrc, after compinit  eval "$(waymark completion zsh)"
_waymark() {
  local -a found
  local word means
  while IFS=$'\\t' read -r word means; do
    found+=("\${word//:/\\\\:}:$means")
  done < <(waymark __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe waymark found; else _files; fi
}
compdef _waymark waymark
`,
  fish: `# fish: waymark completion fish > ~/.config/fish/completions/waymark.fish
function __waymark
  set -l words (commandline -opc) (commandline -ct)
  waymark __complete -- $words[2..-1] 2>/dev/null
end
complete -c waymark -f -a '(__waymark)'
complete -c waymark -n '__fish_seen_subcommand_from check; or __fish_contains_opt -s o output' -F
`,
};
