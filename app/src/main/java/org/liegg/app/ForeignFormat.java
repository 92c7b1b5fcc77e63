package org.liegg.app;

/**
 * A format that is known by name but that no engine takes.
 *
 * @param code of the error
 * @param what the format, with an article
 * @param action the road that leads from it to a model that an engine takes
 */
record ForeignFormat(String code, String what, String action) {

  private static final String FROM_PYTORCH =
      "rebuild the network in Python and export it: torch.jit.trace(model.eval(),"
          + " example).save(\"model.pt\"), or torch.onnx.export(model, example, \"model.onnx\")";

  private static final String FROM_KERAS =
      "load them into the model in Python and save all of it: model.save(\"model.keras\"), or"
          + " model.export(\"saved_model\")";

  /** A file that is whole. */
  ForeignFormat(String what, String action) {
    this("LIEGG-MODEL-UNSUPPORTED", what, action);
  }

  /** A file whose bytes contradict themselves. */
  static ForeignFormat damaged(String what) {
    return new ForeignFormat(
        "LIEGG-MODEL-CORRUPT", what + ", cut short or damaged", "copy or save it again, whole");
  }

  /** Weights without the program that computes with them, as PyTorch saves them. */
  static ForeignFormat pytorch(String what) {
    return new ForeignFormat(what, FROM_PYTORCH);
  }

  /** Weights or an architecture alone, as Keras saves them. */
  static ForeignFormat keras(String what) {
    return new ForeignFormat(what, FROM_KERAS);
  }

  /** A model of another library that ONNX has a converter for. */
  static ForeignFormat convertible(String what, String converter) {
    return new ForeignFormat(what, "convert it to ONNX with %s".formatted(converter));
  }

  /** A model that an engine of this project takes, which is not installed. */
  static ForeignFormat missing(String what, String engine) {
    return new ForeignFormat(
        what, "install the engine %s: `liegg plugins` says what there is".formatted(engine));
  }

  /** Something that is no model at all. */
  static ForeignFormat noModel(String what) {
    return new ForeignFormat(what, "give the model itself, and this with --data if it is its data");
  }
}
