package org.liegg.engine.pytorch.file;

/** What is wrong with a model, before it is known which model it is. */
public final class ModelFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  /**
   * A fault.
   *
   * @param code stable, {@code LIEGG-MODEL-…}
   * @param found what was found
   * @param remedy what to do
   */
  public ModelFault(String code, String found, String remedy) {
    super(found);
    this.code = code;
    this.remedy = remedy;
  }

  /** The file contradicts itself. */
  public static ModelFault corrupt(String found) {
    return new ModelFault("LIEGG-MODEL-CORRUPT", found, "save the model again, and copy it whole");
  }

  /** The file is whole, and has what this engine cannot do. */
  public static ModelFault unsupported(String found, String remedy) {
    return new ModelFault("LIEGG-MODEL-UNSUPPORTED", found, remedy);
  }

  /** The file asks for more than computing. */
  public static ModelFault untrusted(String found) {
    return new ModelFault(
        "LIEGG-MODEL-UNTRUSTED-OP",
        found,
        "save the part of the model that computes, or load it in PyTorch if you trust it");
  }

  /** It takes more memory than it may. */
  public static ModelFault tooLarge(String found) {
    return new ModelFault(
        "LIEGG-MODEL-TOO-LARGE",
        found,
        "give Java more memory (LIEGG_JAVA_OPTS=-Xmx8g) if it is meant to be so large");
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
