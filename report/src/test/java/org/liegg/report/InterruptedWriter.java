package org.liegg.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that is half through writing a file when it is told to stop. */
final class InterruptedWriter {

  private InterruptedWriter() {}

  @SuppressWarnings("SystemOut") // the test waits for this line
  public static void main(String[] args) throws IOException, InterruptedException {
    try (TemporaryFile file = new TemporaryFile(Path.of(args[0]))) {
      file.write("half".getBytes(StandardCharsets.UTF_8));
      System.out.println("written");
      System.out.flush();
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
