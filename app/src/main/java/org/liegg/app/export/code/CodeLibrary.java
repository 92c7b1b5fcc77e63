package org.liegg.app.export.code;

import java.util.Locale;

/** What code is written for. */
public enum CodeLibrary {
  /** A penalty term for PyTorch. */
  PENALTY,
  /** A preprocessor of data sets for Deeplearning4j that moves samples. */
  DL4J,
  /** A network of EMLP, for any group of matrices. */
  EMLP,
  /** A network of e3nn, for rotations in space. */
  E3NN,
  /** A network of escnn, for turns of the plane or of images. */
  ESCNN;

  /** How the command calls it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
