package org.liegg.linalg;

import java.util.List;
import org.ejml.EjmlVersion;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.linalg.state.StateReader;

/**
 * {@code auto}: chooses by the number of fields m, the rows that will come and their precision, the
 * memory and the accuracy that is needed.
 *
 * <ul>
 *   <li>{@code lobpcg} where matrices of order m do not fit into memory, where only the smallest
 *       directions of many are wanted, or where there are so many that nobody would wait for all;
 *   <li>{@code qr} where backward stability is needed, where it costs next to nothing, and, unless
 *       less was asked for, where the gradients are in double precision and it costs seconds: there
 *       gram would blur zeros that the gradients have;
 *   <li>{@code gram} otherwise: it is the fastest, and its report says where its accuracy ends.
 * </ul>
 */
public final class AutoProvider implements DecompositionProvider {
  private static final System.Logger LOG = System.getLogger(AutoProvider.class.getName());
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, true, false, Accuracy.GRAM);

  /** Above all others. */
  private static final int PRIORITY = 20;

  /** Matrices of order m that gram and qr hold at their peak, decomposition included. */
  private static final double MATRICES = 7;

  private static final double SHARE = 0.8;

  /** From so many fields on, a few smallest directions are found sooner than all are. */
  private static final int MANY_FIELDS = 3000;

  /** From so many fields on, finding all directions takes tens of minutes. */
  private static final int TOO_MANY_FIELDS = 5000;

  /** Rows times fields squared up to which the backward-stable way takes a fraction of a second. */
  private static final double CHEAP = 2e8;

  /** The same with the triangular factor's own work, up to which it takes seconds. */
  private static final double AFFORDABLE = 1e10;

  /** The singular value decomposition of the triangular factor, in rows that cost as much. */
  private static final double ROWS_OF_FINISH = 10;

  private final DecompositionProvider gram;
  private final DecompositionProvider qr;
  private final DecompositionProvider lobpcg;

  /** Chooses among the decompositions of this library. */
  public AutoProvider() {
    gram = new GramProvider();
    qr = new QrProvider();
    lobpcg = new LobpcgProvider();
  }

  @Override
  public String name() {
    return "auto";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  /** Always available; loads nothing. */
  @Override
  public Availability availability() {
    return new Availability.Available(
        EjmlVersion.VERSION, "gram, qr or lobpcg, by size, memory and accuracy");
  }

  /** What holds whatever the choice falls on. */
  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public DecompositionProvider resolve(int columns, DecompositionOptions options) {
    DecompositionProvider choice = choose(columns, options);
    LOG.log(
        System.Logger.Level.DEBUG,
        () ->
            "decomposition %s for %d fields: %s"
                .formatted(choice.name(), columns, reason(choice, columns, options)));
    return choice;
  }

  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    return resolve(columns, options).open(columns, options);
  }

  /** Continues a state of any of the decompositions that the choice may have fallen on. */
  @Override
  public Decomposition restore(byte[] state) {
    String kind = StateReader.kindOf(state);
    return List.of(qr, lobpcg).stream()
        .filter(provider -> provider.name().equals(kind))
        .findFirst()
        .orElse(gram)
        .restore(state);
  }

  private DecompositionProvider choose(int columns, DecompositionOptions options) {
    boolean fewOfMany =
        columns >= TOO_MANY_FIELDS || (options.smallest().isPresent() && columns >= MANY_FIELDS);
    boolean stable = isStable(options);
    if (!fits(columns, options) || (fewOfMany && !stable)) {
      return lobpcg;
    }
    return stable || worthwhile(columns, options) ? qr : gram;
  }

  private String reason(DecompositionProvider choice, int columns, DecompositionOptions options) {
    if (choice == lobpcg) {
      return fits(columns, options)
          ? "the smallest directions of many are enough"
          : "its square matrices do not fit into %d MB".formatted(options.memoryBytes() >> 20);
    }
    if (choice == gram) {
      return "fast, and as accurate as the gradients or as was asked for";
    }
    return isStable(options)
        ? "backward-stable accuracy is asked for"
        : "its accuracy costs little";
  }

  private static boolean isStable(DecompositionOptions options) {
    return options.accuracy().filter(Accuracy.BACKWARD_STABLE::equals).isPresent();
  }

  private static boolean fits(int columns, DecompositionOptions options) {
    double square = (double) columns * columns;
    return MATRICES * Double.BYTES * square <= SHARE * options.memoryBytes();
  }

  /** Whether more accuracy than was asked for is worth its time. */
  private static boolean worthwhile(int columns, DecompositionOptions options) {
    if (options.rows().isEmpty()) {
      return false;
    }
    double square = (double) columns * columns;
    double rows = options.rows().getAsLong();
    boolean exactGradients =
        options.expected().precision().filter(Precision.DOUBLE::equals).isPresent();
    return rows * square <= CHEAP
        || (exactGradients
            && options.accuracy().isEmpty()
            && (rows + ROWS_OF_FINISH * columns) * square <= AFFORDABLE);
  }
}
