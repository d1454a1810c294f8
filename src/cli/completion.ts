/** `lisan completion`: shell scripts that complete commands, options and their values, generated from the commands. */
import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The completion script for a shell. */
export function completionScript(program: Command, shell: Shell): string {
  return { bash, zsh, fish }[shell](program);
}

interface Described {
  name: string;
  description: string;
  options: readonly Option[];
  /** Allowed values of its argument; empty means files. */
  choices: readonly string[];
}

function commandsOf(program: Command): Described[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options,
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));
}

const flagsOf = (options: readonly Option[]): string[] =>
  options.flatMap(({ short, long }) => [long, short].filter((flag): flag is string => flag !== undefined));

const valuesOf = (options: readonly Option[]): [flag: string, values: string[]][] =>
  options.flatMap(({ long, argChoices }) => (long && argChoices ? [[long, argChoices]] : []));

function bash(program: Command): string {
  const commands = commandsOf(program);
  return `# bash completion of lisan: source <(lisan completion bash)
_lisan() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...commands.map(({ name }) => name), 'help', ...flagsOf(program.options), '--help'].join(' ')}" -- "$current"))
    return
  fi
  case "$command$previous" in
${commands
  .flatMap(({ name, options }) =>
    valuesOf(options).map(
      ([flag, values]) =>
        `    ${name}${flag}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$current")); return ;;`,
    ),
  )
  .join('\n')}
    *) ;;
  esac
  case "$command" in
${commands
  .map(
    ({ name, options, choices }) =>
      `    ${name}) COMPREPLY=($(compgen -W "${[...choices, ...flagsOf(options), '--help'].join(' ')}" -- "$current")) ;;`,
  )
  .join('\n')}
    *) ;;
  esac
}
complete -o default -F _lisan lisan
`;
}

/** Text in single quotes for a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(program: Command): string {
  const option = ({ long, short, description, argChoices }: Option): string[] =>
    [long, short].flatMap((flag) =>
      flag === undefined
        ? []
        : [
            quoted(
              `${flag}[${description.replace(/[[\]:]/g, ' ')}]${argChoices ? `:value:(${argChoices.join(' ')})` : ''}`,
            ),
          ],
    );
  const commands = commandsOf(program);
  return `#compdef lisan
# zsh completion of lisan: lisan completion zsh > ~/.zfunc/_lisan
_lisan() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(':', ' ')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands
  .map(
    ({ name, options, choices }) =>
      `    ${name}) _arguments ${[...options.flatMap(option), quoted(`*:argument:${choices.length > 0 ? `(${choices.join(' ')})` : '_files'}`)].join(' ')} ;;`,
  )
  .join('\n')}
  esac
}
compdef _lisan lisan
`;
}

function fish(program: Command): string {
  const commands = commandsOf(program);
  const lines = commands.flatMap(({ name, description, options, choices }) => [
    `complete -c lisan -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...options.map(({ long, short, description: said, argChoices }) =>
      [
        `complete -c lisan -n '__fish_seen_subcommand_from ${name}'`,
        ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
        ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
        ...(argChoices ? [`-x -a ${quoted(argChoices.join(' '))}`] : []),
        `-d ${quoted(said)}`,
      ].join(' '),
    ),
    ...(choices.length > 0
      ? [`complete -c lisan -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(choices.join(' '))}`]
      : []),
  ]);
  return `# fish completion of lisan: lisan completion fish > ~/.config/fish/completions/lisan.fish\n${lines.join('\n')}\n`;
}
