package org.liegg.cli.shell;

import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.liegg.api.Printable;

/** A script of Java, snippet after snippet, up to the first that fails. */
final class ScriptRun implements AutoCloseable {
  private final String name;
  private final JShell shell;

  /**
   * @param name of the script, for messages
   */
  ScriptRun(String name, StartUp start) {
    this.name = name;
    shell = JShell.builder().executionEngine("local").build();
    start.plugins().forEach(jar -> shell.addToClasspath(jar.toString()));
    start.snippets().forEach(snippet -> run(snippet, 0));
  }

  /**
   * Runs it.
   *
   * @throws ShellException {@code LIEGG-SHELL-SCRIPT} if a snippet is no Java, or throws
   */
  void run(String script) {
    String rest = script;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      int line = line(script, rest);
      if (next.completeness() == Completeness.EMPTY) {
        return; // Comments alone.
      }
      if (!next.completeness().isComplete()) {
        throw failed(line, "what begins here has no end, or is no Java");
      }
      run(next.source(), line);
      rest = next.remaining();
    }
  }

  /** Where the rest begins, but for what is blank. */
  private static int line(String script, String rest) {
    int begun = script.length() - rest.stripLeading().length();
    return 1 + (int) script.substring(0, begun).chars().filter(c -> c == '\n').count();
  }

  private void run(String source, int line) {
    for (SnippetEvent event : shell.eval(source)) {
      if (event.status() == Snippet.Status.REJECTED) {
        throw failed(line, objection(event.snippet()));
      }
      if (event.exception() != null) {
        throw failed(line, said(event.exception()));
      }
    }
  }

  private String objection(Snippet snippet) {
    return shell
        .diagnostics(snippet)
        .filter(Diag::isError)
        .map(found -> found.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .findFirst()
        .orElse("it is no Java");
  }

  /** An error of ours says what it is of. */
  private static String said(JShellException thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.startsWith("LIEGG-") || !(thrown instanceof EvalException e)
        ? message
        : e.getExceptionClassName() + ": " + message;
  }

  private ShellException failed(int line, String found) {
    return new ShellException(
        "LIEGG-SHELL-SCRIPT",
        "%s, line %d".formatted(name, line),
        Printable.message(found),
        "correct it; what stood before it was done");
  }

  @Override
  public void close() {
    shell.close();
  }
}
