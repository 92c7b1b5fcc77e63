package org.liegg.cli.values;

import java.nio.file.InvalidPathException;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;
import org.liegg.app.samples.SampleFunction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a model is: at a path, behind a server, or in the samples alone. */
public final class Location implements ITypeConverter<ModelSource> {

  /** Keeps nothing. */
  public Location() {}

  @Override
  public ModelSource convert(String text) {
    try {
      return text.startsWith(SampleFunction.PREFIX)
          ? ModelSource.live(SampleFunction.parse(text))
          : ModelSource.parse(text);
    } catch (ModelException | InvalidPathException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
