package org.liegg.engine.dl4j.archive;

import com.fasterxml.jackson.databind.JsonNode;
import org.deeplearning4j.nn.conf.serde.JsonMappers;
import org.liegg.api.ModelException;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.exc.InvalidTypeIdException;

/**
 * Deeplearning4j's own JSON mapper with a guard on what it loads. It is given what {@link
 * TypeNames} has checked, written anew: no other parser's idea of the file's bytes counts. The
 * formats before 1.0.0-beta, which Deeplearning4j reads with an unguarded mapper, have been
 * rewritten by {@link LegacyConfiguration}.
 */
public final class ConfigurationMapper {
  private final ObjectMapper mapper;
  private final ModelFaults faults;

  public ConfigurationMapper(ModelFaults faults) {
    this.mapper = JsonMappers.getMapper().copy();
    this.mapper.setPolymorphicTypeValidator(new TypeGuard(faults));
    this.faults = faults;
  }

  /**
   * A configuration as Deeplearning4j has it.
   *
   * @throws ModelException if it names a class that is not allowed, or is no such configuration
   */
  public <T> T read(JsonNode json, Class<T> type) {
    try {
      T read = mapper.readValue(json.toString(), type);
      if (read == null) {
        throw unreadable(new IllegalArgumentException("it is null"));
      }
      return read;
    } catch (InvalidTypeIdException e) {
      if (e.getTypeId() == null) {
        throw faults.unsupported(
            "an object in its %s does not say its class, as files of Deeplearning4j before 1.0.0-beta do not"
                .formatted(ModelArchive.CONFIGURATION),
            "save it again with Deeplearning4j 1.0",
            e);
      }
      throw known(e);
    } catch (JsonProcessingException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError
        | LinkageError e) {
      throw known(e);
    }
  }

  /** What the guard has said, where it is the cause. */
  private ModelException known(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ModelException known) {
        return known;
      }
    }
    return unreadable(thrown);
  }

  private ModelException unreadable(Throwable cause) {
    String message =
        cause instanceof NullPointerException
            ? "a setting is missing"
            : cause instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : cause.getMessage();
    return faults.corrupt(
        "%s: Deeplearning4j cannot read it: %s"
            .formatted(
                ModelArchive.CONFIGURATION,
                Text.printable(message == null ? cause.toString() : message)),
        cause);
  }
}
