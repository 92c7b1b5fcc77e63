package org.liegg.engine.keras.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Keras wrote a file.
 *
 * @param version e.g. {@code 2.11.0}; {@code unknown} where the file does not say
 * @param backend what Keras ran on, e.g. {@code tensorflow}; empty where the file does not say
 */
public record Dialect(String version, String backend) {
  private static final Pattern MAJOR = Pattern.compile("(\\d{1,3})(\\.|$)");

  private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

  /** Where the file does not say its version. */
  static final String UNKNOWN = "unknown";

  /** The first number of the version; that of Keras 2 where it is not known. */
  public int major() {
    Matcher matcher = MAJOR.matcher(version);
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 2;
  }

  /** Whether this version, or a later one, wrote the file; not where it does not say. */
  public boolean isFrom(int major, int minor) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.lookingAt()
        && (Integer.parseInt(matcher.group(1)) > major
            || (Integer.parseInt(matcher.group(1)) == major
                && Integer.parseInt(matcher.group(2)) >= minor));
  }

  /** Whether kernels of convolutions are stored backwards, as Theano applies them. */
  public boolean flipsKernels() {
    return backend.equals("theano");
  }
}
