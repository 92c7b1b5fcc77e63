package org.liegg.cli.values;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The shape of one sample, as {@code 1x28x28} or {@code image=1x28x28}.
 *
 * @param input which input; the one there is where empty
 * @param sizes its axes, without the one of samples
 */
public record InputShape(Optional<String> input, List<Integer> sizes) {

  /** From text. */
  public static final class Converter implements ITypeConverter<InputShape> {
    private static final Pattern SHAPE =
        Pattern.compile("(?:(?<input>.+)=)?(?<sizes>[1-9]\\d{0,8}(?:[xX×][1-9]\\d{0,8})*)");

    /** Keeps nothing. */
    public Converter() {}

    @Override
    public InputShape convert(String text) {
      Matcher shape = SHAPE.matcher(text);
      if (!shape.matches()) {
        throw new TypeConversionException(
            "expected sizes like 1x28x28, or name=1x28x28, but was '%s'".formatted(text));
      }
      return new InputShape(
          Optional.ofNullable(shape.group("input")),
          Arrays.stream(shape.group("sizes").split("[xX×]", -1)).map(Integer::valueOf).toList());
    }
  }
}
