package org.liegg.engine.dl4j.session;

import org.liegg.api.Printable;

/** Text that comes from files or libraries, as messages quote it: in one line, and short. */
public final class Text {

  private Text() {}

  /** What an exception says, in one line; it may quote a file. */
  public static String message(Throwable thrown) {
    return Printable.text(Printable.message(String.valueOf(thrown.getMessage())), 240);
  }

  /** Text from a file, fit for a terminal. */
  public static String printable(String text) {
    return Printable.text(text, 80);
  }
}
