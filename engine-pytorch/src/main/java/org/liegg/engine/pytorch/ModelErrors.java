package org.liegg.engine.pytorch;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liegg.api.ModelException;
import org.liegg.engine.pytorch.file.ModelFault;
import org.liegg.engine.pytorch.run.RuntimeFailure;

/** Words what goes wrong with one model. */
final class ModelErrors {
  private static final int MAX_NAMES = 20;

  private final String subject;

  /**
   * @param description of the source, e.g. its path
   */
  ModelErrors(String description) {
    this.subject = "model " + description;
  }

  /** An error of any code about this model. */
  ModelException of(String code, String found, String remedy) {
    return new ModelException(code, subject, found, remedy);
  }

  /** The same, and what was thrown below. */
  ModelException of(String code, String found, String remedy, Throwable cause) {
    return new ModelException(code, subject, found, remedy, cause);
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
      throw of(
          "LIEGG-ENGINE-UNAVAILABLE",
          "PyTorch's native library does not load: " + e.getMessage(),
          "see what `liegg plugins` says of the engine pytorch",
          e);
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
