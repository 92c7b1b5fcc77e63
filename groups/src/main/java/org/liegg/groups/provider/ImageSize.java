package org.liegg.groups.provider;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupActionProvider;

/**
 * The size of an image as the grammar writes it, {@code 28x28} or {@code 32x32x3}.
 *
 * @param height rows of pixels
 * @param width pixels of a row
 * @param channels numbers of a pixel
 */
record ImageSize(int height, int width, int channels) {
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,6})x([0-9]{1,6})(?:x([0-9]{1,6}))?");

  /**
   * Reads the first argument of a provider.
   *
   * @throws ActionException if it is none
   */
  static ImageSize parse(GroupActionProvider provider, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw BuiltIn.wrong(provider, arguments, "it takes 1 to 3 arguments, found 0");
    }
    Matcher size = SIZE.matcher(arguments.get(0));
    if (!size.matches()) {
      throw BuiltIn.wrong(
          provider, arguments, "'%s' is no size of an image".formatted(arguments.get(0)));
    }
    return new ImageSize(
        Integer.parseInt(size.group(1)),
        Integer.parseInt(size.group(2)),
        Optional.ofNullable(size.group(3)).map(Integer::parseInt).orElse(1));
  }
}
