package org.liegg.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** What a worker prints takes no more memory than it may. */
class BoundedLinesTest {

  @Test
  void cutsWhatIsTooLongAndGoesOnBehindIt() throws IOException {
    BoundedLines lines =
        new BoundedLines(new StringReader("abc\r\n" + "x".repeat(99) + "\nend"), 5);

    assertThat(lines.next()).hasValue("abc");
    assertThat(lines.next()).hasValue("xxxxx");
    assertThat(lines.next()).hasValue("end");
    assertThat(lines.next()).isEmpty();
  }
}
