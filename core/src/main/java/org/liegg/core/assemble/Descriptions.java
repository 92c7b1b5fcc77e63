package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.api.LieggException;
import org.liegg.api.Printable;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;

/**
 * Runs what describes an answer that is there without it: names, finite group elements, pictures.
 * Whatever goes wrong in it, in a plug-in or here, does not cost the answer: it becomes a warning
 * that says what was lost. Being interrupted is passed on, and so is what no program survives.
 * Confined to one thread.
 */
public final class Descriptions {
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * A description.
   *
   * @param code of the warning, should it fail; only the first failure of a code is told
   * @param lost what the report then lacks, in a sentence without its end
   * @param otherwise takes its place
   */
  public <T> T get(WarningCode code, String lost, T otherwise, Supplier<T> description) {
    try {
      return description.get();
    } catch (RuntimeException e) {
      rethrowInterruption(e);
      warn(code, lost, said(e));
    } catch (StackOverflowError e) {
      warn(code, lost, "the stack overflowed");
    }
    return otherwise;
  }

  /** What was lost so far. */
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** Throws what says that the work was interrupted: nobody waits for its answer any longer. */
  public static void rethrowInterruption(RuntimeException e) {
    if (Thread.currentThread().isInterrupted()
        || (e instanceof LieggException known && known.code().equals("LIEGG-INTERRUPTED"))) {
      throw e;
    }
  }

  private static String said(RuntimeException e) {
    String text = e instanceof LieggException ? String.valueOf(e.getMessage()) : e.toString();
    return Printable.message(text);
  }

  private void warn(WarningCode code, String lost, String why) {
    if (warnings.stream().noneMatch(warning -> warning.code().equals(code.label()))) {
      warnings.add(
          new Warning(
              code,
              "%s, as this went wrong: %s. The rest of the report does not depend on it."
                  .formatted(lost, why),
              Optional.empty()));
    }
  }
}
