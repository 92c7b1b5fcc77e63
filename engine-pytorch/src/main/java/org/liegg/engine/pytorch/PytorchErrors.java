package org.liegg.engine.pytorch;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liegg.api.ModelException;
import org.liegg.api.spi.support.ModelErrors;
import org.liegg.engine.pytorch.file.ModelFault;
import org.liegg.engine.pytorch.run.RuntimeFailure;

/** Words what goes wrong with one model. */
final class PytorchErrors extends ModelErrors {
  private static final int MAX_NAMES = 20;

  /**
   * @param description of the source, e.g. its path
   */
  PytorchErrors(String description) {
    super(description);
  }

  /** An entry of the archive that is damaged. */
  ModelException corrupt(String found) {
    return of(ModelFault.corrupt(found));
  }

  /** An entry of the archive that is too large. */
  ModelException tooLarge(String found) {
    return of(ModelFault.tooLarge(found));
  }

  /** What was asked for is not there; what is there is listed. */
  ModelException noSuch(String code, String what, String name, Collection<String> known) {
    String listed = known.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    return of(code, "it has no %s '%s'".formatted(what, name), "name one of these: " + listed);
  }

  /**
   * Does what reads or runs a model, and says what goes wrong below.
   *
   * @throws ModelException for whatever is thrown
   */
  <T> T guarded(Supplier<T> action) {
    try {
      return action.get();
    } catch (ModelFault e) {
      throw of(e);
    } catch (RuntimeFailure e) {
      throw fails(e);
    } catch (LinkageError e) {
      throw unavailable("PyTorch", e, "see what `liegg plugins` says of the engine pytorch");
    }
  }

  /** Runs a model, and translates what goes wrong below. */
  void running(Runnable action) {
    guarded(
        () -> {
          action.run();
          return true;
        });
  }

  private ModelException of(ModelFault fault) {
    return of(fault.code(), String.valueOf(fault.getMessage()), fault.remedy(), fault);
  }

  private ModelException fails(RuntimeFailure e) {
    return of(
        "LIEGG-MODEL-FAILS",
        "PyTorch cannot run it: " + e.getMessage(),
        "see that it runs where it was made, on samples of this shape",
        e);
  }
}
