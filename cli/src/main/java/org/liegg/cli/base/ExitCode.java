package org.liegg.cli.base;

/** What the command tells the shell, through the {@link Launcher} where there is one. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** The answer is no. */
  public static final int NO = 1;

  /** Wrong use, or bad input. */
  public static final int BAD_INPUT = 2;

  /** Not enough evidence for an answer. */
  public static final int INSUFFICIENT_EVIDENCE = 3;

  /** An error of this software. */
  public static final int INTERNAL_ERROR = 70;

  private ExitCode() {}
}
