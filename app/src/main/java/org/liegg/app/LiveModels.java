package org.liegg.app;

import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;

/** Models that the caller hands over as objects. */
final class LiveModels {

  private LiveModels() {}

  /** Whether a source is such an object of a type. */
  static boolean is(ModelSource source, Class<?> type) {
    return source instanceof ModelSource.Live live && type.isInstance(live.model());
  }

  /**
   * The object.
   *
   * @param found what a source is that is none
   * @param remedy what to do then
   * @throws ModelException {@code LIEGG-MODEL-UNSUPPORTED} if the source is none of this type
   */
  static <T> T of(ModelSource source, Class<T> type, String found, String remedy) {
    if (source instanceof ModelSource.Live live && type.isInstance(live.model())) {
      return type.cast(live.model());
    }
    throw new ModelException(
        "LIEGG-MODEL-UNSUPPORTED", "model " + source.description(), found, remedy);
  }
}
