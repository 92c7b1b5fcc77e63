package org.liegg.groups.provider;

import java.util.List;
import java.util.regex.Pattern;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.Suggestions;
import org.liegg.groups.image.CentralFilter;
import org.liegg.groups.image.DerivativeFilter;
import org.liegg.groups.image.GaussianFilter;
import org.liegg.groups.image.SpectralFilter;

/** The filter of an image action as the grammar writes it, behind the size of the image. */
final class FilterArguments {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,20})?");

  private FilterArguments() {}

  /**
   * Reads all arguments but the first; central differences if there are none.
   *
   * @throws ActionException if they name no filter
   */
  static DerivativeFilter parse(GroupActionProvider provider, List<String> arguments) {
    if (arguments.size() == 1) {
      return DerivativeFilter.central();
    }
    String name = arguments.get(1);
    List<String> rest = arguments.subList(2, arguments.size());
    return switch (name) {
      case CentralFilter.NAME -> alone(provider, arguments, DerivativeFilter.central());
      case SpectralFilter.NAME -> alone(provider, arguments, DerivativeFilter.spectral());
      case GaussianFilter.NAME -> {
        if (rest.size() != 1) {
          throw BuiltIn.wrong(
              provider,
              arguments,
              "'gaussian' takes its standard deviation in pixels, found %d arguments"
                  .formatted(rest.size()));
        }
        if (!DECIMAL.matcher(rest.get(0)).matches()) {
          throw BuiltIn.wrong(
              provider,
              arguments,
              "'%s' is no standard deviation in pixels".formatted(rest.get(0)));
        }
        yield DerivativeFilter.gaussian(Double.parseDouble(rest.get(0)));
      }
      default -> throw unknown(provider, arguments, name);
    };
  }

  private static DerivativeFilter alone(
      GroupActionProvider provider, List<String> arguments, DerivativeFilter filter) {
    if (arguments.size() > 2) {
      throw BuiltIn.wrong(
          provider,
          arguments,
          "'%s' takes no argument, found %d".formatted(filter, arguments.size() - 2));
    }
    return filter;
  }

  private static ActionException unknown(
      GroupActionProvider provider, List<String> arguments, String name) {
    String hint =
        Suggestions.nearest(name, DerivativeFilter.NAMES)
            .map(", did you mean '%s'?"::formatted)
            .orElse("");
    return BuiltIn.wrong(
        provider, arguments, "no derivative filter is called '%s'%s".formatted(name, hint));
  }
}
