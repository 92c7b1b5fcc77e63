package org.liegg.cli;

/** What the command tells the shell, through the {@link Launcher} where there is one. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** The answer is no. */
  static final int NO = 1;

  /** Wrong use, or bad input. */
  static final int BAD_INPUT = 2;

  /** Not enough evidence for an answer. */
  static final int INSUFFICIENT_EVIDENCE = 3;

  /** An error of this software. */
  static final int INTERNAL_ERROR = 70;

  private ExitCode() {}
}
