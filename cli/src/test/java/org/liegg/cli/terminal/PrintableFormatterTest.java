package org.liegg.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class PrintableFormatterTest {
  @Test
  void putsAnEntryOnOneLineThatIsPrintable() {
    LogRecord entry = new LogRecord(Level.WARNING, "op \u001b[31mred\nnext {0}");
    entry.setParameters(new Object[] {"\u202e"});
    assertThat(new PrintableFormatter().format(entry))
        .isEqualTo("liegg: WARNING: op \\u001B[31mred next \\u202E" + System.lineSeparator());
  }

  @Test
  void showsWhereSomethingWasThrownInLinesThatArePrintable() {
    LogRecord entry = new LogRecord(Level.SEVERE, "broken");
    entry.setThrown(new IllegalStateException("tensor \u001b]0;title\u0007"));
    String text = new PrintableFormatter().format(entry);
    assertThat(text).contains("tensor \\u001B]0;title\\u0007").contains("\tat org.liegg.cli.");
    assertThat(text.replaceAll("[\\r\\n\\t]", "").chars()).noneMatch(Character::isISOControl);
  }
}
