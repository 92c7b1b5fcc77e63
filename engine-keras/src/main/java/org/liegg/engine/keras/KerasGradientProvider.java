package org.liegg.engine.keras;

import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.PreparingEngine;
import org.liegg.engine.dl4j.Dl4jGradientProvider;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasProbe;

/** The engine {@code keras}: whole models that Keras saved, as an archive or as HDF5. */
public final class KerasGradientProvider extends PreparingEngine {
  static final String NAME = "keras";

  /** A provider that has looked at nothing yet. */
  public KerasGradientProvider() {
    super(NAME);
  }

  @Override
  public Availability availability() {
    return new Availability.Available(
        networkVersion(), "Keras models in .keras and .h5 files, on Deeplearning4j and in Java");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.File file
        && (KerasProbe.isHdf5(file.path()) || KerasProbe.isKerasZip(file.path()));
  }

  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    if (source instanceof ModelSource.File file) {
      return KerasNetworks.prepare(file.path(), options);
    }
    throw noFile(source);
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    if (source instanceof ModelSource.File file) {
      return KerasNetworks.layout(file.path(), options);
    }
    throw noFile(source);
  }

  /** The version of Deeplearning4j, which does the computing. */
  static String networkVersion() {
    return new Dl4jGradientProvider().availability() instanceof Availability.Available available
        ? available.version()
        : "unknown";
  }

  private static ModelException noFile(ModelSource source) {
    return new KerasFaults(source.description())
        .unsupported("it is no file", "give a .keras or .h5 file");
  }
}
