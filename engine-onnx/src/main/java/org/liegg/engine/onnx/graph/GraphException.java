package org.liegg.engine.onnx.graph;

/** What is wrong with a model, before it is known which model and which of its nodes it is. */
public final class GraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A kind of fault. */
  public enum Kind {
    /** The file contradicts itself. */
    CORRUPT,
    /** The file is whole, and has what this engine cannot do. */
    UNSUPPORTED,
    /** Its values jump and are constant between the jumps. */
    STEPS,
    /** The sizes of tensors do not fit together. */
    SHAPE,
    /** It takes more memory than it may. */
    TOO_LARGE,
    /** A weight is not a number. */
    NOT_A_NUMBER,
    /** What is to be differentiated is not of floating-point numbers. */
    NOT_REAL
  }

  private final Kind kind;

  private GraphException(Kind kind, String found) {
    super(found);
    this.kind = kind;
  }

  /** What kind of fault it is. */
  public Kind kind() {
    return kind;
  }

  /** The file contradicts itself. */
  public static GraphException corrupt(String found) {
    return new GraphException(Kind.CORRUPT, found);
  }

  /** The file is whole, and has what this engine cannot do. */
  public static GraphException unsupported(String found) {
    return new GraphException(Kind.UNSUPPORTED, found);
  }

  /** Its values jump and are constant between the jumps. */
  public static GraphException steps(String found) {
    return new GraphException(Kind.STEPS, found);
  }

  /** Sizes do not fit together. */
  public static GraphException shape(String found) {
    return new GraphException(Kind.SHAPE, found);
  }

  /** It takes more memory than it may. */
  public static GraphException tooLarge(String found) {
    return new GraphException(Kind.TOO_LARGE, found);
  }

  /** A weight is not a number. */
  public static GraphException notANumber(String found) {
    return new GraphException(Kind.NOT_A_NUMBER, found);
  }

  /** What is to be differentiated is not of floating-point numbers. */
  public static GraphException notReal(String found) {
    return new GraphException(Kind.NOT_REAL, found);
  }

  /** The same fault, said of a node. */
  public GraphException of(String node) {
    GraphException located = new GraphException(kind, node + ": " + getMessage());
    located.initCause(this);
    return located;
  }
}
