package org.liegg.report;

import java.nio.file.Path;

/** A program that writes one of two contents into a file, again and again, until it is killed. */
final class EndlessWriter {
  static final String FIRST = "first\n".repeat(50_000) + "end";
  static final String SECOND = "second\n".repeat(90_000) + "end";

  private EndlessWriter() {}

  @SuppressWarnings("SystemOut") // the test waits for this line
  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    for (int i = 0; ; i++) {
      if (i == 1) {
        System.out.println("begun");
      }
      ReportFiles.writeAtomically(file, i % 2 == 0 ? FIRST : SECOND);
    }
  }
}
