package org.liegg.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.terminal.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = {
      "Prints what makes a shell complete the command's options:",
      "  bash, zsh  source <(liegg completion bash)",
      "  fish       liegg completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells that have completions. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
  @Nullable Shell shell;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private final Terminal terminal;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(script(Objects.requireNonNull(shell), spec.root().commandLine()));
    return ExitCode.DONE;
  }

  /** The script for a shell. */
  static String script(Shell shell, CommandLine command) {
    return switch (shell) {
      case BASH, ZSH -> AutoComplete.bash(command.getCommandName(), command);
      case FISH -> FishCompletion.of(command);
    };
  }
}
