package org.liegg.isolation;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what goes from one end of a connection to the other. */
abstract class PairTest {
  @TempDir Path folder;

  /** Connected anew for every test. */
  Pair pair;

  @BeforeEach
  void connect() throws IOException {
    pair = Pair.in(folder);
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
  }
}
