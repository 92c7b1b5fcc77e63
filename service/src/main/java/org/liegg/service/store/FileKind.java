package org.liegg.service.store;

/** What an uploaded file is for. */
public enum FileKind {
  /** A trained model. */
  MODEL("models", "model"),
  /** Samples. */
  DATASET("datasets", "dataset");

  private final String folder;
  private final String noun;

  FileKind(String folder, String noun) {
    this.folder = folder;
    this.noun = noun;
  }

  /** As routes and folders call it. */
  public String folder() {
    return folder;
  }

  /** As messages call one. */
  public String noun() {
    return noun;
  }
}
